"""The rows of an import on their way into its temporary tables, one part after another."""

from collections.abc import Collection
from dataclasses import dataclass, field
from functools import partial

import pandas as pd
from sqlalchemy import Connection

from data import bulk
from data.incoming import Rows
from data.staging import ACCOUNT_DAYS, COMMENTS, POSTS, SITE_DAYS, fill, staged_audience


@dataclass
class Staged:
    """What is in the temporary tables."""

    posts: int = 0
    comments: int = 0
    account_days: int = 0
    site_days: int = 0
    audience: int = 0
    spoken_of: set[int] = field(default_factory=set)  # accounts whose conversations the rows tell about
    zones: set[str] = field(default_factory=set)
    keys: set[bytes] = field(default_factory=set)
    only_posts: pd.DataFrame | None = None  # all posts, if they came in one part

    def count(self, rows: Rows) -> None:
        """Note another part."""
        first = not self.zones
        for name in ("posts", "comments", "account_days", "site_days", "audience"):
            setattr(self, name, getattr(self, name) + len(getattr(rows, name)))
        self.only_posts = rows.posts if first else None
        self.spoken_of.update([] if rows.comments.empty else rows.comments["account_id"].unique().tolist())
        self.zones.add(rows.zone)
        self.keys.update([] if rows.key is None else [rows.key])

    @property
    def zone(self) -> str:
        """The time zone of the calendar columns."""
        return next(iter(self.zones))


def stage(connection: Connection, parts: Collection[Rows], progress: bulk.Progress) -> Staged:
    """Put all rows into the temporary tables."""
    tables = (POSTS.staged, COMMENTS.staged, ACCOUNT_DAYS.staged, SITE_DAYS.staged, staged_audience)
    staged = Staged()
    with connection.begin():
        for place, rows in enumerate(parts):
            frames = (rows.posts, rows.comments, rows.account_days, rows.site_days, rows.audience)
            total, before = sum(map(len, frames)), 0
            for table, frame in zip(tables, frames, strict=True):
                if not frame.empty:
                    part = (before / total + place) / len(parts), len(frame) / total / len(parts)
                    fill(connection, table, frame, partial(_tell, progress, *part))
                before += len(frame)
            staged.count(rows)
    return staged


def _tell(progress: bulk.Progress, before: float, part: float, share: float) -> None:
    progress(before + part * share)
