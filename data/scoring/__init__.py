"""Topics of all messages and own posts, worked out anew."""

import pandas as pd
from sqlalchemy import Engine, delete, select

from data import bulk
from data.access import Access
from data.schema import comment, message_score, post, post_score, rollup_topic, rollup_topic_month
from data.store import writing
from data.topics import assigner, topics_version
from metrics.text.language import identify
from metrics.text.tone import TONE_COLUMNS


def score(engine: Engine, access: Access, progress: bulk.Progress = bulk.silent) -> None:
    """Assign every message and own post to a topic."""
    access.require("write")
    with writing(engine) as connection:
        assign, version = assigner(connection), topics_version(connection)
        found = {}
        for table, scores in ((comment, message_score), (post, post_score)):
            query = select(
                *(c for c in table.primary_key), table.c.account_id, table.c.day, table.c.month, table.c.text
            )
            rows = bulk.read(connection, query.where(table.c.is_own == 0) if table is comment else query)
            texts = rows["text"].fillna("")
            rows["language"] = identify(texts)
            rows["topic_id"] = pd.array(assign(texts, rows["language"].to_numpy(dtype=object)), dtype="Int64")
            found[table.name] = rows
            keys = [c.name for c in table.primary_key]
            connection.execute(delete(scores))
            fixed = (("topics_version", version), *((("tone_model", "none"),) if table is comment else ()))
            bulk.write(connection, scores, rows[[*keys, "language", "topic_id"]], fixed=fixed)
        messages = found["comment"].assign(topic_id=found["comment"]["topic_id"].fillna(0))
        names = [c.name for c in rollup_topic.columns if not c.primary_key]
        for rollup, period in ((rollup_topic, "day"), (rollup_topic_month, "month")):
            connection.execute(delete(rollup))
            sums = messages.groupby([period, "account_id", "topic_id"]).size().rename("messages").reset_index()
            sums = sums.assign(**{name: 0 for name in names if name != "messages"}).assign(t_none=sums["messages"])
            bulk.write(connection, rollup, sums.astype("int64"))
    assert TONE_COLUMNS
    progress(1.0)
