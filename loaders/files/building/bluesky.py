"""Posts of Bluesky as its API shows them ("post views"): rows, and what becomes of them."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from loaders.files.building.bluesky_times import moments
from loaders.files.building.columns import Columns
from loaders.files.building.conversations import Senders, Sides, conversation_batch, sides
from loaders.files.building.documents import Object, at, given, text_at
from loaders.files.building.format import Format
from loaders.files.building.left_out import repost
from loaders.files.building.of_columns import comments_of, posts_of
from loaders.files.building.patterns import group
from loaders.files.building.pictures import PICTURES, pictures
from loaders.files.building.post_types import post_types
from loaders.files.building.rows import Mask, Rows
from loaders.files.reading.headers import Aliases
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_, Message

ALIASES: Aliases = {
    "uri": ("uri",),
    "did": ("author.did",),
    "handle": ("author.handle",),
    "date": ("record.createdAt",),
    "indexed": ("indexedAt",),
    "text": ("record.text",),
    "root": ("record.reply.root.uri",),
    "parent": ("record.reply.parent.uri",),
    "embed": ("record.embed.$type",),
    "reason": ("reason.$type",),
    "node": ("node.$type",),
    "likes": ("likeCount",),
    "shares": ("repostCount",),
    "comments": ("replyCount",),
    "saves": ("bookmarkCount",),
    **PICTURES,
}
COUNTS = ("likes", "shares", "comments", "saves")
REQUIRED = frozenset({"uri", "did", "handle", "date", "indexed", "text", "root", "parent"})
_EMBED = "app.bsky.embed."
_NO_PICTURES = {"", *(_EMBED + name for name in ("external", "record", "video"))}
_KEY = r"/(?P<key>[^/?#]+)/?$"
_DID = r"^at://(?P<did>did:[^/]+)/"


def is_post(item: Any) -> bool:
    """Whether an object is a post with its author and counts.

    >>> is_post({"uri": "at://did:plc:a/app.bsky.feed.post/1", "record": {}, "author": {}})
    True
    """
    return (
        isinstance(item, Mapping) and text_at(item, "uri").startswith("at://") and {"record", "author"} <= item.keys()
    )


def row(post: Any) -> Object:
    """The members of a post that are read."""
    texts = [name for key in (*REQUIRED, "embed") for name in ALIASES[key]]
    counts = (path for name in COUNTS for path in ALIASES[name])
    return {
        **{path: text_at(post, *path.split(".")) for path in texts},
        **given(post, *counts),
        **_pictures(at(post, "record")),
    }


def _pictures(record: Any) -> dict[str, int]:
    """The pictures of a post, also beside a quote; {} where what is embedded is of a kind that is not known."""
    if not isinstance(record, Mapping):
        return {}
    embed = record.get("embed")
    if text_at(embed, "$type") == f"{_EMBED}recordWithMedia":
        embed = at(embed, "media")
    kind = text_at(embed, "$type")
    attached = at(embed, "images") if kind == f"{_EMBED}images" else [] if kind in _NO_PICTURES else None
    return pictures(attached, bool, ("alt",))


def keys(uris: "pd.Series[str]") -> "pd.Series[str]":
    """The record key at the end of each at-uri: short, and it names nobody.

    >>> keys(pd.Series(["at://did:plc:a/app.bsky.feed.post/3lzz7pqrs2k2a", ""])).tolist()
    ['3lzz7pqrs2k2a', '']
    """
    return group(uris, _KEY)


def owners(uris: "pd.Series[str]") -> "pd.Series[str]":
    """The account (DID) in each at-uri."""
    return group(uris, _DID)


def feed_batch(form: Format, table: Table, found: Sides | None = None) -> Batch:
    """The batch of a table of posts; `found` is whose they are, if that is known."""
    columns = Columns(Rows(table), ALIASES)
    whose = found or sides(senders(columns), table.clues.get("bluesky_account", ""))
    answers = (columns.text("parent") != "").to_numpy(dtype=np.bool_)
    return conversation_batch(
        table,
        whose,
        answers,
        lambda rows, account: _posts(form, rows, account),
        lambda rows, account, own: _comments(form, rows, account, own),
    )


def senders(columns: Columns) -> Senders:
    """Who wrote each post, and whose thread it stands in. Reposts and unreadable posts are nobody's."""
    did = columns.text("did").mask(columns.text("reason").str.contains("Repost", regex=False), "")
    return Senders(did.astype("str"), handles(columns), owners(columns.text("root")))


def handles(columns: Columns) -> "pd.Series[str]":
    """What the author is called; an account whose handle is broken goes by its DID."""
    handle = columns.text("handle")
    return handle.mask((handle == "") | (handle == "handle.invalid"), columns.text("did")).astype("str")


def _leave_out(rows: Rows, columns: Columns) -> None:
    reposted = columns.text("reason").str.contains("Repost", regex=False)
    rows.reject(reposted, columns.header("reason"), repost())
    node = columns.text("node")
    text = N_("This message was deleted by its author, so there is nothing left of it.")
    rows.reject(node.str.contains("notFound", regex=False), columns.header("node"), Message("deleted", text))
    text = N_("The author of this message blocks the account, so Bluesky does not show it.")
    rows.reject(node.str.contains("blocked", regex=False), columns.header("node"), Message("blocked", text))


def _posts(form: Format, rows: Rows, account: str | None) -> Batch:
    columns = Columns(rows, ALIASES)
    _leave_out(rows, columns)
    post_id, handle, parent = keys(columns.text("uri")), handles(columns), columns.text("parent")
    link = "https://bsky.app/profile/" + handle + "/post/" + post_id
    return posts_of(
        rows,
        columns,
        form,
        account=handle if account is None else handle.mask(handle == "", account),
        post_id=post_id,
        times=moments(rows, columns, post_id),
        permalink=link.mask((handle == "") | (post_id == ""), ""),
        type=_types(columns).mask(parent != "", "reply"),
        counts=columns.counts(COUNTS),
        parent_id=keys(parent),
        id_name="uri",
    )


def _types(columns: Columns) -> "pd.Series[str]":
    """Images, a video or a link card; a quote of another post is a plain post."""
    return post_types(columns.text("embed").str.replace("external", "link", regex=False).astype("str"))


def _comments(form: Format, rows: Rows, account: str, own: Mask) -> Batch:
    columns = Columns(rows, ALIASES)
    _leave_out(rows, columns)
    comment_id, parents, root = keys(columns.text("uri")), keys(columns.text("parent")), keys(columns.text("root"))
    root = root.mask(root == "", parents.mask(parents == "", comment_id)).astype("str")
    return comments_of(
        rows,
        columns,
        form,
        account=rows.everywhere(account),
        post_id=root,
        comment_id=comment_id,
        parent_id=parents.mask(parents == root, "").astype("str"),
        author=handles(columns),
        times=moments(rows, columns, comment_id),
        is_own=pd.Series(own),
        id_name="uri",
    )
