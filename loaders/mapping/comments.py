"""Citizens' comments (and own replies among them) under a mapping."""

import re

import numpy as np
import pandas as pd

from loaders.files.building.posts import reject_incredible
from loaders.files.building.rows import Rows
from loaders.mapping.mapped import FORMAT_ID, Mapped
from loaders.records import COMMENT_COLUMNS, Batch
from metrics.words import N_, Message

_MENTION = re.compile(r"(?<![\w@])@([\w.]*\w)")


def comments_batch(mapped: Mapped) -> Batch:
    """The comments of a table. A comment whose author is the account itself is an own reply."""
    rows = Rows(mapped.table)
    comment_id, dates, texts = mapped.cells("comment_id"), mapped.dates("published_at"), mapped.cells("text")
    times = mapped.times("published_at")
    rows.reject(comment_id == "", mapped.column("comment_id"), Message("no_id", N_("This row has no id.")))
    rows.reject_unreadable(~times.known, mapped.column("published_at"), dates)
    reject_incredible(rows, times, mapped.column("published_at"))
    rows.drop_duplicates(comment_id, np.zeros(len(rows.table), dtype=np.int64))
    author, account = mapped.cells("author"), mapped.cells("account")
    likes = mapped.counts(("likes",)).get("likes")
    own = (author != "") & (author.str.lstrip("@").str.casefold() == account.str.lstrip("@").str.casefold())
    frame = pd.DataFrame(
        {
            "line": rows.table.lines,
            "account": account,
            "post_id": mapped.cells("post_id"),
            "comment_id": comment_id,
            "parent_id": mapped.cells("parent_id"),
            "is_own": own.astype(bool),
            "author": author,
            "published_ts": pd.Series(times.seconds, dtype="Int64"),
            "precision": pd.Series(times.precision, dtype="str"),
            "text": texts,
            "mentions": pd.Series(list(map(_MENTION.findall, texts)), dtype="object"),
            "likes": likes.series() if likes else pd.Series(pd.NA, index=range(len(rows.table)), dtype="Int64"),
        }
    ).astype(COMMENT_COLUMNS)
    return Batch(
        file=rows.table.name,
        format=FORMAT_ID,
        kind="comments",
        platform=mapped.spec.platform,
        rows_read=rows.read,
        duplicates=rows.duplicates,
        comments=frame[rows.alive].reset_index(drop=True),
        rejected=rows.rejected,
        warnings=rows.warnings,
    )
