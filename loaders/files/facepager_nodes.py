"""Facepager: nodes that people fetched from an API, posts and comments in one table, each with its parent."""

from dataclasses import replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from loaders.files.building.columns import Columns
from loaders.files.building.format import Format
from loaders.files.building.merging import merged
from loaders.files.building.networks import network
from loaders.files.building.of_columns import comments_of, posts_of
from loaders.files.building.patterns import group
from loaders.files.building.rows import Rows
from loaders.files.building.times import ISO, TWITTER, Times
from loaders.files.building.times import parse as parse_times
from loaders.files.reading.headers import Aliases, Header, resolve
from loaders.files.reading.table import Table
from loaders.records import Batch, Platform
from metrics.words import N_, Message

ALIASES: Aliases = {
    "node": ("id",),
    "parent": ("parent_id",),
    "level": ("level",),
    "object_id": ("object_id",),
    "object_type": ("object_type",),
    "query_status": ("query_status",),
    "query_type": ("query_type",),
    "date": ("created_time", "created_at", "snippet.publishedAt"),
    "text": ("message", "text", "full_text", "snippet.textOriginal", "snippet.title"),
    "author": ("from.name", "from.id", "user.screen_name", "snippet.authorDisplayName", "snippet.channelTitle"),
    "permalink": ("permalink_url", "permalink", "link"),
    "likes": (
        "reactions.summary.total_count",
        "likes.summary.total_count",
        "like.summary.total_count",
        "like_count",
        "favorite_count",
        "statistics.likeCount",
    ),
    "comments": ("comments.summary.total_count", "comment_count", "reply_count", "statistics.commentCount"),
    "shares": ("shares.count", "retweet_count"),
    "video_views": ("statistics.viewCount",),
}
COUNTS = ("likes", "comments", "shares", "video_views")
TIMES = ("%Y-%m-%dT%H:%M:%S%z", TWITTER, *ISO)
NO_DATA = ("seed", "offcut", "headers", "empty", "unpacked")
"""Kinds of nodes that hold no post: where a query began, what did not fit on a page, and technical answers."""


_COLUMNS_OF: tuple[tuple[Platform, frozenset[str]], ...] = (
    ("youtube", frozenset({"snippet.publishedat", "statistics.viewcount"})),
    ("x", frozenset({"user.screen_name", "retweet_count"})),
    ("facebook", frozenset({"from.name", "reactions.summary.total_count", "shares.count"})),
)
"""What tells a network where no query does: columns that only its answers have."""


def _sniff(header: Header) -> bool:
    return {"level", "object_id", "object_type", "query_status"} <= resolve(header, ALIASES).keys()


def parse(table: Table) -> Batch:
    """Posts, and the comments below them. A node tells by its query, else by its level, which of the two it is."""
    nodes = _Nodes(table)
    comment = nodes.are_comments()
    posts = _posts(nodes, comment)
    return merged(posts, _comments(nodes, comment)) if comment.any() else posts


class _Nodes:
    """The nodes of a table, and for each the node above it."""

    def __init__(self, table: Table) -> None:
        self.table = table
        columns = Columns(Rows(table), ALIASES)
        self.object_id, self.kind = columns.text("object_id"), columns.text("object_type")
        self.author, self.query = columns.text("author"), columns.text("query_type")
        places = {node: place for place, node in enumerate(columns.text("node")) if node}
        above = columns.text("parent").map(places).fillna(-1)
        self.above = np.asarray(above, dtype=np.int64)

    def are_comments(self) -> NDArray[np.bool_]:
        """Which nodes are comments or answers to them."""
        asked = self.query.str.contains(r"/(?:comments|replies)\b", case=False).to_numpy(dtype=np.bool_)
        told = self.query.str.contains(r"/(?:comments|replies|posts|feed|published_posts|user_timeline)\b", case=False)
        data = ~self.kind.isin(NO_DATA).to_numpy(dtype=np.bool_)
        below_post = data[self.above] & (self.above >= 0)
        return np.asarray(data & np.where(told.to_numpy(dtype=np.bool_), asked, below_post))

    def roots(self, comment: NDArray[np.bool_]) -> NDArray[np.int64]:
        """The place of the post above each comment; itself for other nodes, -1 where the table does not hold it."""
        place = np.where(comment, self.above, np.arange(len(self.above)))
        for _ in range(5):  # Facebook answers are two levels deep
            deeper = (place >= 0) & comment[place]
            place = np.where(deeper, self.above[place], place)
        return place

    def of(self, values: "pd.Series[str]", places: NDArray[np.int64]) -> "pd.Series[str]":
        """Values at other nodes; "" where there is none."""
        found = values.to_numpy(dtype=object)[places]
        return pd.Series(np.where(places >= 0, found, ""), dtype="str")

    def platform(self) -> Platform:
        """The network that was asked, as the queries say it ("Facebook:/<page-id>/posts"), else as the columns do."""
        names = group(self.query, r"^(?P<name>[A-Za-z ]+):")
        named = names[names != ""]
        told = network(str(named.mode().iat[0])) if len(named) else "other"
        if told != "other":
            return told
        return next((platform for platform, marks in _COLUMNS_OF if marks & set(self.table.keys)), "other")


def _rejecting(rows: Rows, columns: Columns) -> None:
    no_data = columns.text("object_type").isin(NO_DATA)
    text = N_("This row is where a query of Facepager began or what it left over, not a post.")
    rows.reject(no_data, columns.header("object_type"), Message("no_post", text))
    status = columns.text("query_status")
    failed = (status != "") & ~status.str.contains(r"200|fetched", case=False)
    text = N_("The tool could not fetch this post and says so in the row. Run it again for this post.")
    rows.reject(failed, columns.header("query_status"), Message("export_error", text))


def _posts(nodes: _Nodes, comment: NDArray[np.bool_]) -> Batch:
    rows = Rows(nodes.table.without(comment))
    columns = Columns(rows, ALIASES)
    _rejecting(rows, columns)
    platform, permalink = nodes.platform(), columns.text("permalink")
    page = nodes.of(nodes.object_id, nodes.above)[~comment].reset_index(drop=True)
    author = columns.text("author")
    return posts_of(
        rows,
        columns,
        FORMAT,
        platform=platform,
        account=author.mask(author == "", page).astype("str"),
        post_id=columns.text("object_id"),
        times=_times(columns),
        permalink=permalink.where(permalink.str.startswith("http"), "").astype("str"),
        type=rows.everywhere("post"),
        counts=columns.counts(COUNTS),
        id_name="object_id",
    )


def _comments(nodes: _Nodes, comment: NDArray[np.bool_]) -> Batch:
    rows = Rows(replace(nodes.table.without(~comment), rejected=(), warnings=()))  # told with the posts
    columns = Columns(rows, ALIASES)
    _rejecting(rows, columns)
    roots = nodes.roots(comment)
    parent = np.where(comment & (nodes.above != roots), nodes.above, -1).astype(np.int64)
    platform = nodes.platform()
    pick = comment.nonzero()[0]

    def of(values: "pd.Series[str]", places: NDArray[np.int64]) -> "pd.Series[str]":
        return nodes.of(values, places)[pick].reset_index(drop=True).astype("str")

    page = nodes.of(nodes.object_id, np.where(roots >= 0, nodes.above[roots], -1).astype(np.int64))
    account = nodes.of(nodes.author, roots)
    named = account.mask(account == "", page)[pick].reset_index(drop=True).astype("str")
    return comments_of(
        rows,
        columns,
        FORMAT,
        platform=platform,
        account=named,
        post_id=of(nodes.object_id, roots),
        comment_id=columns.text("object_id"),
        parent_id=of(nodes.object_id, parent),
        author=columns.text("author"),
        times=_times(columns),
        id_name="object_id",
    )


def _times(columns: Columns) -> Times:
    return parse_times(columns.text("date"), TIMES)


FORMAT = Format(
    id="facepager_nodes",
    platform="other",
    kind="posts",
    description=N_("Facepager, posts and comments (CSV)"),
    sniff=_sniff,
    parse=parse,
)
