"""Columns of comments to a batch: what every way in has in common."""

import re
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from loaders.files.building.counts import Counts
from loaders.files.building.posts import reject_incredible
from loaders.files.building.rows import Rows
from loaders.files.building.times import Times
from loaders.records import COMMENT_COLUMNS, Batch, Platform
from metrics.words import N_, Message

_MENTION = re.compile(r"(?<![\w@])@([\w.]*\w)")


@dataclass(frozen=True)
class Comments:
    """The columns of a table of comments; all of the table's length. `own` marks the organisation's replies.

    `id_column` and `date_column` are headers, for reasons; `dates` are the cells of the date. `likes` is None when the
    table has no such column.
    """

    account: "pd.Series[str]"
    post_id: "pd.Series[str]"
    comment_id: "pd.Series[str]"
    parent_id: "pd.Series[str]"
    own: NDArray[np.bool_]
    author: "pd.Series[str]"
    times: Times
    text: "pd.Series[str]"
    likes: Counts | None
    id_column: str | None
    date_column: str | None
    dates: "pd.Series[str]"


def comments_batch(rows: Rows, format_id: str | None, platform: Platform, comments: Comments) -> Batch:
    """The batch of a table of comments: rows without id or credible date out, doubles merged, mentions found."""
    rows.reject(comments.comment_id == "", comments.id_column, Message("no_id", N_("This row has no id.")))
    rows.reject_unreadable(~comments.times.known, comments.date_column, comments.dates)
    reject_incredible(rows, comments.times, comments.date_column)
    rows.drop_duplicates(comments.comment_id, np.zeros(len(rows.table), dtype=np.int64))
    no_likes = pd.Series(pd.NA, index=range(len(rows.table)), dtype="Int64")
    frame = pd.DataFrame(
        {
            "line": rows.table.lines,
            "account": comments.account,
            "post_id": comments.post_id,
            "comment_id": comments.comment_id,
            "parent_id": comments.parent_id,
            "is_own": comments.own,
            "author": comments.author,
            "published_ts": pd.Series(comments.times.seconds, dtype="Int64"),
            "precision": pd.Series(comments.times.precision, dtype="str"),
            "text": comments.text,
            "mentions": pd.Series(list(map(_MENTION.findall, comments.text)), dtype="object"),
            "likes": no_likes if comments.likes is None else comments.likes.series(),
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
    )


def written_by_account(author: "pd.Series[str]", account: "pd.Series[str]") -> NDArray[np.bool_]:
    """Comments whose author is the account itself: own replies.

    >>> written_by_account(pd.Series(["@Town", "ann", ""]), pd.Series(["town", "town", ""])).tolist()
    [True, False, False]
    """
    names = [column.str.lstrip("@").str.casefold() for column in (author, account)]
    return np.asarray((author != "") & (names[0] == names[1]), dtype=np.bool_)
