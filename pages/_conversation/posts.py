"""Own posts from the store, as cards show them."""

import pandas as pd

from components.topics_view.detail import OwnPost


def own_posts_of(rows: pd.DataFrame) -> list[OwnPost]:
    """A row each of `data.queries.topics.topic_posts`."""
    return [
        OwnPost(
            row["account"],
            row["platform"],
            row["day"],
            row["text"],
            row["permalink"] if isinstance(row["permalink"], str) else "",
            None if pd.isna(row["interactions"]) else int(row["interactions"]),
        )
        for row in rows.to_dict("records")
    ]
