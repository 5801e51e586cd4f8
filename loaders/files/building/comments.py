"""Columns of citizens' messages (and own replies among them) to a batch: what every format of comments shares."""

import re
from dataclasses import dataclass

import numpy as np
import pandas as pd

from loaders.files.building.counts import Counts
from loaders.files.building.posts import reject_incredible
from loaders.files.building.rows import Rows
from loaders.files.building.times import Times
from loaders.records import COMMENT_COLUMNS, Batch, Platform
from metrics.words import N_, Message

_MENTION = re.compile(r"(?<![\w@])@([\w.]*\w)")


@dataclass(frozen=True)
class Comments:
    """The columns of a table of comments as a format mapped them; all of the table's length.

    `account` is the organisation's account under whose post a comment stands, `post_id` the root of its thread,
    `parent_id` the message it answers ("" when it answers the post), `author` a handle, `is_own` the organisation's
    own replies: by default those whose author is the account. `dates` are the cells of the date, for reasons.
    """

    account: "pd.Series[str]"
    post_id: "pd.Series[str]"
    comment_id: "pd.Series[str]"
    parent_id: "pd.Series[str]"
    author: "pd.Series[str]"
    times: Times
    text: "pd.Series[str]"
    id_column: str | None
    date_column: str | None
    dates: "pd.Series[str]"
    likes: Counts | None = None
    is_own: "pd.Series[bool] | None" = None


def comments_batch(rows: Rows, format_id: str | None, platform: Platform, comments: Comments) -> Batch:
    """The batch of a table of comments: rows without id or credible date out, doubles merged."""
    rows.reject(comments.comment_id == "", comments.id_column, Message("no_id", N_("This row has no id.")))
    rows.reject_unreadable(~comments.times.known, comments.date_column, comments.dates)
    reject_incredible(rows, comments.times, comments.date_column)
    rows.drop_duplicates(comments.comment_id, np.zeros(len(rows.table), dtype=np.int64))
    frame = pd.DataFrame(
        {
            "line": rows.table.lines,
            "account": comments.account,
            "post_id": comments.post_id,
            "comment_id": comments.comment_id,
            "parent_id": comments.parent_id,
            "is_own": _own(comments).astype(bool),
            "author": comments.author,
            "published_ts": pd.Series(comments.times.seconds, dtype="Int64"),
            "precision": pd.Series(comments.times.precision, dtype="str"),
            "text": comments.text,
            "mentions": pd.Series(list(map(_MENTION.findall, comments.text)), dtype="object"),
            "likes": _likes(comments, len(rows.table)),
        }
    ).astype(COMMENT_COLUMNS)
    return Batch(
        file=rows.table.name,
        format=format_id,
        kind="comments",
        platform=platform,
        rows_read=rows.read,
        duplicates=rows.duplicates,
        comments=frame[rows.alive].reset_index(drop=True),
        rejected=rows.rejected,
        warnings=rows.warnings,
        checks=rows.checks,
        questions=rows.questions,
    )


def written_by_account(author: "pd.Series[str]", account: "pd.Series[str]") -> "pd.Series[bool]":
    """Comments whose author is the account itself: own replies.

    >>> written_by_account(pd.Series(["@Town", "ann", ""]), pd.Series(["town", "town", ""])).tolist()
    [True, False, False]
    """
    name, own = (column.str.lstrip("@").str.casefold() for column in (author, account))
    return (name != "") & (name == own)


def _own(comments: Comments) -> "pd.Series[bool]":
    return written_by_account(comments.author, comments.account) if comments.is_own is None else comments.is_own


def _likes(comments: Comments, n: int) -> "pd.Series[int]":
    return comments.likes.series() if comments.likes else pd.Series(pd.NA, index=range(n), dtype="Int64")
