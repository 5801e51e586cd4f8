"""4CAT (capture and analysis toolkit): items of a thread, each with its author, of one network."""

from dataclasses import replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from loaders.files.building.columns import Columns
from loaders.files.building.flags import is_true
from loaders.files.building.format import Format
from loaders.files.building.ids import exact, whole_ids
from loaders.files.building.left_out import repost
from loaders.files.building.links import ids as ids_in
from loaders.files.building.links import times
from loaders.files.building.merging import merged
from loaders.files.building.networks import by_links
from loaders.files.building.of_columns import comments_of, posts_of
from loaders.files.building.resaved import parse_resaved
from loaders.files.building.rows import Rows
from loaders.files.building.times import ISO, Times
from loaders.files.reading.headers import Aliases, Header, resolve
from loaders.files.reading.table import Table
from loaders.records import Batch, Platform
from metrics.words import N_

ALIASES: Aliases = {
    "id": ("id",),
    "thread": ("thread_id",),
    "time": ("timestamp",),
    "unix": ("unix_timestamp", "timestamp_unix"),
    "author": ("author",),
    "text": ("body",),
    "permalink": ("link", "url", "post_url", "tiktok_url", "permalink"),
    "reply_to": ("in_reply_to", "reply_to", "parent_id"),
    "is_repost": ("is_retweet", "is_repost"),
    "likes": ("like_count", "likes", "num_likes", "reactions"),
    "comments": ("reply_count", "comments", "num_comments", "replies"),
    "shares": ("retweet_count", "repost_count", "reposts", "shares"),
    "video_views": ("plays", "play_count"),
    "impressions": ("impression_count",),
}
COUNTS = ("likes", "comments", "shares", "video_views", "impressions")
UNIX = ("%Y-%m-%dT%H:%M:%S", *ISO)
_COLUMNS_OF: tuple[tuple[Platform, frozenset[str]], ...] = (
    ("x", frozenset({"retweet_count"})),
    ("bluesky", frozenset({"repost_count"})),
    ("tiktok", frozenset({"plays"})),
    ("linkedin", frozenset({"timestamp_ago"})),
)
"""What tells a network where no link does: a column that only its tables have."""


def _sniff(header: Header) -> bool:
    found = resolve(header, ALIASES).keys()
    return {"id", "thread", "time", "author", "text"} <= found


def parse(table: Table) -> Batch:
    """Items of one network: of one author its posts; of several authors, the answers in threads are comments."""
    columns = Columns(Rows(table), ALIASES)
    author, ids, threads = columns.text("author"), columns.text("id"), columns.text("thread")
    answer = ((threads != "") & (threads != ids)).to_numpy(dtype=np.bool_)
    comment = answer & (author[author != ""].nunique() > 1)
    platform = by_links(table, ALIASES["permalink"]) or _by_columns(table.keys)
    posts = _posts(table.without(comment), platform)
    return merged(posts, _comments(table, comment, platform)) if comment.any() else posts


def _by_columns(header: Header) -> Platform:
    return next((platform for platform, marks in _COLUMNS_OF if marks & set(header)), "other")


def _posts(table: Table, platform: Platform) -> Batch:
    rows = Rows(table)
    columns = Columns(rows, ALIASES)
    rows.reject(is_true(columns.text("is_repost")), columns.header("is_repost"), repost())
    ids, threads = columns.text("id"), columns.text("thread")
    answer = (threads != "") & (threads != ids)
    parent = columns.text("reply_to")
    return posts_of(
        rows,
        columns,
        FORMAT,
        platform=platform,
        account=columns.text("author"),
        post_id=_whole_ids(rows, columns, platform),
        times=_times(columns, platform),
        type=rows.everywhere("post").mask(answer, "reply").astype("str"),
        counts=columns.counts(COUNTS),
        views_definition="impressions" if "impressions" in columns else "",
        parent_id=parent.mask(parent == "", threads).where(answer, "").astype("str"),
        id_name="id",
        date_name="time",
    )


def _comments(table: Table, comment: NDArray[np.bool_], platform: Platform) -> Batch:
    everybody = Columns(Rows(table), ALIASES)
    authors = dict(zip(everybody.text("id"), everybody.text("author"), strict=True))
    rows = Rows(replace(table.without(~comment), rejected=(), warnings=()))  # told with the posts
    columns = Columns(rows, ALIASES)
    threads, parent = columns.text("thread"), columns.text("reply_to")
    return comments_of(
        rows,
        columns,
        FORMAT,
        platform=platform,
        account=threads.map(authors).fillna("").astype("str"),
        post_id=threads,
        comment_id=_whole_ids(rows, columns, platform),
        parent_id=parent.mask(parent == threads, "").astype("str"),
        author=columns.text("author"),
        times=_times(columns, platform),
        id_name="id",
        date_name="time",
    )


def _times(columns: Columns, platform: Platform) -> Times:
    """The seconds since 1970 where the table has them, else the written time, which 4CAT gives in UTC.

    Of LinkedIn the tool knows an age only ("3d"), so the time inside the id goes first there; elsewhere it fills gaps.
    """
    seconds = pd.to_numeric(columns.text("unix"), errors="coerce").fillna(0)
    known = seconds.between(1, 10**11).to_numpy(dtype=np.bool_)
    whole = np.where(known, seconds, 0).astype(np.int64)
    written = parse_resaved(columns.text("time"), UNIX)
    told = written.where(known, Times(whole, np.where(known, "minute", "").astype("<U6")))
    by_id = _times_in_ids(columns, platform)
    return told.where((by_id > 0) & (~told.known | (platform == "linkedin")), exact(by_id))


def _whole_ids(rows: Rows, columns: Columns, platform: Platform) -> "pd.Series[str]":
    return whole_ids(rows, columns.text("id"), ids_in(platform, columns.text("permalink")), r"(?P<id>.+)")


def _times_in_ids(columns: Columns, platform: Platform) -> NDArray[np.int64]:
    ids = columns.text("id")
    in_ids = times("linkedin", "urn:li:activity:" + ids) if platform == "linkedin" else times(platform, ids)
    return np.where(in_ids > 0, in_ids, times(platform, columns.text("permalink")))


FORMAT = Format(
    id="fourcat_items",
    platform="other",
    kind="posts",
    description=N_("4CAT, posts and answers of one network (CSV)"),
    sniff=_sniff,
    parse=parse,
)
