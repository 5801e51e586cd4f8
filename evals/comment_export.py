"""A made-up filled template of comments: citizens' messages and replies as in the synthetic store."""

import csv
import sqlite3
from collections.abc import Hashable, Mapping
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np

from data.store import open_store
from evals.threads import Threads, comments

_HEADER = (
    *("Answerable: comments", "Platform", "Account", "Post id", "Comment id", "Answers comment", "Own reply", "Author"),
    *("Date and time", "Time zone", "Text", "Likes"),
)
_FIRST, _APART = 1_600_000_000, 1_800  # seconds: the first post, and half an hour between two
_UNDER_ONE = 9  # comments, on average
_INTO = (
    *("post_id", "id", "parent_id", "account_id", "external_id", "is_own", "author", "published_ts", "precision"),
    *("day", "dow", "hour", "month", "text", "likes", "import_id"),
)


def write(path: Path, rows: int) -> Path:
    """Write the file."""
    posts = np.arange(1, rows // _UNDER_ONE + 1)
    threads = Threads(posts, np.ones(len(posts), dtype=np.int64), _FIRST + posts * _APART)
    newest = int(threads.published_ts[-1])
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(_HEADER)
        for part in comments(np.random.default_rng(1), rows, threads, newest):
            said = part.astype({"parent_id": "object"}).fillna("").to_dict("records")
            writer.writerows(_cells(row) for row in said)
    return path


def _cells(row: Mapping[Hashable, Any]) -> tuple[object, ...]:
    moment = datetime.fromtimestamp(row["published_ts"], UTC).strftime("%Y-%m-%d %H:%M")
    own = "yes" if row["is_own"] else "no"
    about = ("", "facebook", "made_up", row["post_id"], row["id"], row["parent_id"], own, row["author"])
    return (*about, moment, "UTC", row["text"], row["likes"])


def bare(export: Path, store: Path) -> None:
    """The least that puts these rows into the table of comments, with its indexes, and can be repeated."""
    open_store(f"sqlite:///{store}").dispose()
    statement = (
        f"INSERT INTO comment ({', '.join(_INTO)}) VALUES ({', '.join('?' * len(_INTO))}) "  # noqa: S608 - our names
        "ON CONFLICT (post_id, id) DO UPDATE SET likes = excluded.likes"
    )
    with (
        closing(sqlite3.connect(store)) as connection,
        export.open(newline="", encoding="utf-8") as file,
        connection,
    ):
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.executemany(statement, (_row(row) for row in csv.DictReader(file)))


def _row(cells: dict[str, str]) -> tuple[object, ...]:
    moment = datetime.fromisoformat(cells["Date and time"]).replace(tzinfo=UTC)
    seconds, own = int(moment.timestamp()), int(cells["Own reply"] == "yes")
    name, parent = cells["Comment id"], cells["Answers comment"]
    keys = (int(cells["Post id"]), int(name), int(parent) if parent else None, 1, name, own, cells["Author"] or None)
    dates = (seconds, "minute", seconds // 86_400, moment.weekday(), moment.hour, moment.year * 100 + moment.month)
    return (*keys, *dates, cells["Text"], int(cells["Likes"]), 1)
