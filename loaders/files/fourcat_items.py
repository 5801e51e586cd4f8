"""4CAT (capture and analysis toolkit): items of a thread, each with its author, of one network."""

from dataclasses import replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from loaders.files.building.columns import Columns
from loaders.files.building.comments import Comments, comments_batch
from loaders.files.building.format import Format
from loaders.files.building.merging import merged
from loaders.files.building.networks import by_links
from loaders.files.building.posts import Posts, posts_batch
from loaders.files.building.rows import Rows
from loaders.files.building.times import ISO, Times
from loaders.files.building.times import parse as parse_times
from loaders.files.reading.headers import Aliases, Header, resolve
from loaders.files.reading.table import Table
from loaders.records import Batch, Platform
from metrics.words import N_, Message

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
    repost = columns.text("is_repost").str.casefold().isin(["yes", "true", "1"])
    text = N_("This is a repost of somebody else's post, so its counts are not yours.")
    rows.reject(repost, columns.header("is_repost"), Message("repost", text))
    ids, threads = columns.text("id"), columns.text("thread")
    answer = (threads != "") & (threads != ids)
    parent = columns.text("reply_to")
    return posts_batch(
        rows,
        FORMAT.id,
        platform,
        Posts(
            account=columns.text("author"),
            post_id=ids,
            times=_times(columns),
            text=columns.text("text", trimmed=False),
            permalink=columns.text("permalink"),
            type=pd.Series("post", index=ids.index, dtype="str").mask(answer, "reply").astype("str"),
            counts=columns.counts(COUNTS),
            views_definition="impressions" if "impressions" in columns else "",
            id_column=columns.header("id"),
            date_column=columns.header("time"),
            dates=columns.text("time"),
            parent_id=parent.mask(parent == "", threads).where(answer, "").astype("str"),
        ),
    )


def _comments(table: Table, comment: NDArray[np.bool_], platform: Platform) -> Batch:
    everybody = Columns(Rows(table), ALIASES)
    authors = dict(zip(everybody.text("id"), everybody.text("author"), strict=True))
    rows = Rows(replace(table.without(~comment), rejected=(), warnings=()))  # told with the posts
    columns = Columns(rows, ALIASES)
    threads, parent = columns.text("thread"), columns.text("reply_to")
    return comments_batch(
        rows,
        FORMAT.id,
        platform,
        Comments(
            account=threads.map(authors).fillna("").astype("str"),
            post_id=threads,
            comment_id=columns.text("id"),
            parent_id=parent.mask(parent == threads, "").astype("str"),
            author=columns.text("author"),
            times=_times(columns),
            text=columns.text("text", trimmed=False),
            id_column=columns.header("id"),
            date_column=columns.header("time"),
            dates=columns.text("time"),
            likes=columns.counts(("likes",)).get("likes"),
        ),
    )


def _times(columns: Columns) -> Times:
    """The seconds since 1970 where the table has them, else the written time, which 4CAT gives in UTC."""
    seconds = pd.to_numeric(columns.text("unix"), errors="coerce").fillna(0)
    known = seconds.between(1, 10**11).to_numpy(dtype=np.bool_)
    whole = np.where(known, seconds, 0).astype(np.int64)
    written = parse_times(columns.text("time"), UNIX)
    return written.where(known, Times(whole, np.where(known, "minute", "").astype("<U6")))


FORMAT = Format(
    id="fourcat_items",
    platform="other",
    kind="posts",
    description=N_("4CAT, posts and answers of one network (CSV)"),
    sniff=_sniff,
    parse=parse,
)
