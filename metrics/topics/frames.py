"""The store's sums by topic, cut to one topic or to any of them, for the metrics of the registry."""

import pandas as pd

from metrics.slices import OWNER, TOPICS, Slice

NO_TOPIC = 0
"""The topic_id of messages that are on no topic."""

READ = ("messages", "asked", "waiting")
"""The sums of the store that `about` reads."""


def about(sums: pd.DataFrame, topic: int | None = None) -> pd.DataFrame:
    """`Slice.topics` for one topic, or for any topic: a row per period and account that had messages.

    `sums` are period, account_id, department_id, platform, topic_id and `READ`. Questions of any topic are all
    questions, also those on no topic: they wait all the same.

    >>> rows = {"period": "current", "account_id": 1, "department_id": 1, "platform": "x", "topic_id": [0, 7, 9]}
    >>> sums = pd.DataFrame({**rows, "messages": [5, 3, 2], "asked": [1, 2, 0], "waiting": [0, 1, 0]})
    >>> about(sums, 7)[["messages", "about", "unclear", "asked", "waiting"]].values.tolist()
    [[10, 3, 5, 2, 1]]
    >>> about(sums)[["messages", "about", "unclear", "asked", "waiting"]].values.tolist()
    [[10, 5, 5, 3, 1]]
    """
    none = sums["topic_id"] == NO_TOPIC
    on_it = ~none if topic is None else sums["topic_id"] == topic
    asks = on_it | none if topic is None else on_it
    rows = sums.assign(
        about=sums["messages"].where(on_it, 0),
        unclear=sums["messages"].where(none, 0),
        asked=sums["asked"].where(asks, 0),
        waiting=sums["waiting"].where(asks, 0),
    )
    return rows.groupby(list(OWNER), as_index=False, sort=True)[list(TOPICS)].sum()


def slice_about(sums: pd.DataFrame, days: int, topic: int | None = None) -> Slice:
    """A slice that holds nothing but `about`, for a period of so many days."""

    def none(*columns: str) -> pd.DataFrame:
        return pd.DataFrame(columns=[*OWNER, *columns]).astype({"platform": "str"})

    return Slice(
        days=days,
        sums=none("posts"),
        histograms=none("measure", "bucket", "n"),
        audience=none("followers_start", "followers_end"),
        sites=none("metric"),
        topics=about(sums, topic),
    )
