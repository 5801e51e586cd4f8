"""What a format hands over: the same tables for every export, and an account of every row.

A format turns one table of a file into one `Batch`. The columns below are the whole vocabulary; a column that a
format cannot fill stays missing (None / NA), never zero. Everything after the formats (privacy, preview, importer,
command line) works on batches only.
"""

from dataclasses import dataclass, field
from typing import Literal

import pandas as pd

from metrics.measures import COUNTS
from metrics.words import Message

Kind = Literal["posts", "comments", "account_days", "site_days", "audience", "other"]
Platform = Literal[
    "facebook", "instagram", "x", "linkedin", "youtube", "tiktok", "mastodon", "bluesky", "website", "other"
]

POST_COLUMNS: dict[str, str] = {
    "line": "int64",  # line of the row in its file, the first is 1
    "account": "str",  # as the file names it; "" when it does not
    "post_id": "str",
    "published_ts": "Int64",  # seconds since 1970, UTC
    "precision": "str",  # minute, or day when only the day is known
    "text": "str",
    "permalink": "str",
    "type": "str",  # post, image, video, link, story, ... ; "reply" for an own reply to somebody
    "parent_id": "str",  # external id of the message that an own reply answers; "" where the file does not say
    **dict.fromkeys(COUNTS, "Int64"),
    "missing": "str",  # one letter per count: metrics.measures.MISSING
    "views_definition": "str",
    "images": "Int64",  # how many pictures it has
    "described": "Int64",  # how many of these have a description (alt text); known where `images` is
}
COMMENT_COLUMNS: dict[str, str] = {
    "line": "int64",
    "account": "str",  # the organisation's account under whose post it stands
    "post_id": "str",  # external id of the thread's root
    "comment_id": "str",
    "parent_id": "str",  # external id of the message it answers; "" when it answers the post
    "is_own": "bool",  # the organisation's own reply
    "author": "str",  # handle in a fresh batch, keyed hash after `privacy`
    "published_ts": "Int64",
    "precision": "str",
    "text": "str",
    "mentions": "object",  # list of handles in a fresh batch, JSON text after `privacy`
    "likes": "Int64",
}
ACCOUNT_DAY_COLUMNS: dict[str, str] = {
    "line": "int64",
    "account": "str",
    "date": "str",  # YYYY-MM-DD
    "metric": "str",  # followers, new_followers, visitors, page_views, reach, impressions, video_views, ...
    "value": "float64",
}
AUDIENCE_COLUMNS: dict[str, str] = {
    "line": "int64",
    "account": "str",
    "date": "str",  # YYYY-MM-DD the figure is of; "" when the file does not say
    "dimension": "str",  # age, gender, age_gender, country, ...: metrics.audience_groups.DIMENSIONS
    "label": "str",  # the group, as the file names it
    "metric": "str",  # followers, views, share (0 to 1), views_share, ...: metrics.audience_groups.METRICS
    "value": "float64",
}
SITE_DAY_COLUMNS: dict[str, str] = {
    "line": "int64",
    "site": "str",  # host
    "date": "str",
    "metric": "str",  # visitors, visits, page_views, downloads, and metrics.measures.PARTICIPATION
    "value": "float64",
}


def empty(columns: dict[str, str]) -> pd.DataFrame:
    """A table of these columns without rows.

    >>> list(empty(SITE_DAY_COLUMNS))
    ['line', 'site', 'date', 'metric', 'value']
    """
    return pd.DataFrame({name: pd.Series(dtype=dtype) for name, dtype in columns.items()})


@dataclass(frozen=True)
class Rejection:
    """A row that was left out: where it is, which column is at fault, and why."""

    row: int
    column: str | None
    reason: Message


@dataclass(frozen=True)
class FileWarning:
    """Something the reader should know about the file, with the rows it concerns (at most the first 100)."""

    message: Message
    rows: tuple[int, ...] = ()


@dataclass(frozen=True)
class Check:
    """A cross-check of a file against itself: how many rows could be checked, and how many failed.

    Names: `time_in_id`, `parts_and_total`, `named_range`, `counts_fell`.
    """

    name: str
    checked: int
    failed: int


@dataclass(frozen=True)
class Question:
    """Something that neither the file nor those beside it tell, asked of a person before the file is loaded.

    The answer reaches the format as a clue (`Table.clues`) of this name: `year`, `platform`, `start_date`. Until then
    the batch shows what the first of the `options` gives. A question without options wants a date (YYYY-MM-DD).
    """

    name: str
    text: Message
    options: tuple[str, ...]


@dataclass
class Batch:
    """One table of one file, mapped. `rows_read == kept + rejected + duplicates`, always.

    `file` is the file's name, with the zip member or sheet after `!` where there is one, and after another `!` the
    `table` where there are several in it (blocks, networks). `format` is None when
    no format recognises the table (then `error` says what to do). `exported_ts` is when the platform made the
    file, if known; a newer export wins. `range_end` is the last day (number) of the range in the file's name, if known.
    """

    file: str
    format: str | None = None
    kind: Kind = "other"
    platform: Platform = "other"
    rows_read: int = 0
    duplicates: int = 0
    posts: pd.DataFrame = field(default_factory=lambda: empty(POST_COLUMNS))
    comments: pd.DataFrame = field(default_factory=lambda: empty(COMMENT_COLUMNS))
    account_days: pd.DataFrame = field(default_factory=lambda: empty(ACCOUNT_DAY_COLUMNS))
    site_days: pd.DataFrame = field(default_factory=lambda: empty(SITE_DAY_COLUMNS))
    audience: pd.DataFrame = field(default_factory=lambda: empty(AUDIENCE_COLUMNS))
    rejected: list[Rejection] = field(default_factory=list)
    warnings: list[FileWarning] = field(default_factory=list)
    checks: list[Check] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    missing_metrics: tuple[str, ...] = ()
    exported_ts: int | None = None
    range_end: int | None = None
    table: str = ""
    error: Message | None = None  # the file or table is refused as a whole, with the remedy

    @property
    def rows_kept(self) -> int:
        """Rows that an import would store as posts, comments or days (a day's row of several metrics counts once)."""
        return self.rows_read - len({r.row for r in self.rejected}) - self.duplicates

    @property
    def audience_rows(self) -> int:
        """Rows that an import would store as audience context; they are no posts, so `rows_kept` leaves them out."""
        return int(self.audience["line"].nunique())

    @property
    def accounts(self) -> list[str]:
        """The accounts (or sites) that it names, in order of first appearance."""
        frames = (self.posts, self.comments, self.account_days, self.site_days, self.audience)
        names = [frame["site" if "site" in frame else "account"] for frame in frames if not frame.empty]
        return [str(name) for name in pd.unique(pd.concat(names)) if name] if names else []

    @property
    def loadable(self) -> bool:
        """Whether an import would store anything."""
        return self.error is None and self.rows_kept + self.audience_rows > 0
