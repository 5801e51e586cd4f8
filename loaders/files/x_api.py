"""X API v2: posts of an account, or what others say to it (JSON as answered, one answer a line, or as flat CSV).

`building.conversations` says which of the two it is. The columns are those of flattened tools such as twarc.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from loaders.files.building import x
from loaders.files.building.columns import Columns
from loaders.files.building.conversations import Senders, conversation_batch, sides
from loaders.files.building.documents import Object, at, given, mostly, objects, pages, text_at
from loaders.files.building.format import Format
from loaders.files.building.left_out import repost
from loaders.files.building.markup import unescaped
from loaders.files.building.of_columns import comments_of, posts_of
from loaders.files.building.post_types import post_types
from loaders.files.building.resaved import parse_resaved
from loaders.files.building.rows import Mask, Rows
from loaders.files.building.times import STAMPS, Times
from loaders.files.reading.headers import Aliases, Header, resolve
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_

ALIASES: Aliases = {
    "post_id": ("id",),
    "date": ("created_at",),
    "text": ("text",),
    "conversation": ("conversation_id",),
    "author": ("author_id",),
    "handle": ("author.username",),
    "addressed": ("in_reply_to_user_id",),
    "addressed_name": ("in_reply_to_username",),
    "parent_id": ("referenced_tweets.replied_to.id",),
    "repost_of": ("referenced_tweets.retweeted.id",),
    "media": ("media",),
    "impressions": ("public_metrics.impression_count",),
    "likes": ("public_metrics.like_count",),
    "comments": ("public_metrics.reply_count",),
    "shares": ("public_metrics.retweet_count", "public_metrics.repost_count"),
    "saves": ("public_metrics.bookmark_count",),
    "clicks": ("non_public_metrics.url_link_clicks", "organic_metrics.url_link_clicks"),
}
COUNTS = ("impressions", "likes", "comments", "shares", "saves", "clicks")
_METRICS = tuple(path for name in COUNTS for path in ALIASES[name])
_OWN_MEMBERS = {"edit_history_tweet_ids", "edit_history_post_ids", "public_metrics", "conversation_id", "author_id"}
"""Other APIs have objects with an id and a text too; without one of these they are not of X."""


def unfold(document: Any) -> Sequence[Object] | None:
    """A row for each post of the answers in a document, with the author's name from the users beside them."""
    answers = pages(document, "data")
    if not answers:
        posts = objects(document)  # one post a line
        flat = any("." in name for post in posts[:1] for name in post)  # a table already
        return [_row(post, {}) for post in posts] if mostly(posts, _is_post) and not flat else None
    rows = [row for answer in answers for row in _rows(answer)]
    return rows if rows or all(_is_empty(answer) for answer in answers) else None


def _is_empty(answer: Object) -> bool:
    return bool(answer["data"] == [] and at(answer, "meta", "result_count") == 0)


def _rows(answer: Object) -> Iterator[Object]:
    data = answer["data"]
    posts = [data] if isinstance(data, Mapping) else objects(data)
    users = {text_at(one, "id"): text_at(one, "username") for one in objects(at(answer, "includes", "users"))}
    media = {text_at(one, "media_key"): text_at(one, "type") for one in objects(at(answer, "includes", "media"))}
    return (_row(post, users, media) for post in (posts if mostly(posts, _is_post) else ()))


def _is_post(post: Object) -> bool:
    return {"id", "text"} <= post.keys() and bool(post.keys() & _OWN_MEMBERS)


def _row(post: Object, users: Mapping[str, str], media: Mapping[str, str] | None = None) -> Object:
    answered = objects(post.get("referenced_tweets")) or objects(post.get("referenced_posts"))
    referenced = {text_at(one, "type"): text_at(one, "id") for one in answered}
    author, addressed = text_at(post, "author_id"), text_at(post, "in_reply_to_user_id")
    keys = at(post, "attachments", "media_keys")
    return {
        **{name: text_at(post, name) for name in ("id", "created_at", "conversation_id")},
        "text": text_at(post, "note_tweet", "text") or text_at(post, "note_post", "text") or text_at(post, "text"),
        "author_id": author,
        "author.username": text_at(post, "author", "username") or text_at(post, "username") or users.get(author, ""),
        "in_reply_to_user_id": addressed,
        "in_reply_to_username": users.get(addressed, ""),
        "referenced_tweets.replied_to.id": referenced.get("replied_to", ""),
        "referenced_tweets.retweeted.id": referenced.get("retweeted", "") or referenced.get("reposted", ""),
        "media": (media or {}).get(keys[0], "") if isinstance(keys, list) and keys and isinstance(keys[0], str) else "",
        **_counts(post),
    }


def _counts(post: Object) -> Object:
    """The counts of a post; X says both retweet and repost, and answers of both kinds may stand in one file."""
    found = given(post, *_METRICS)
    reposts = found.pop("public_metrics.repost_count", None)
    return found if reposts is None else {"public_metrics.retweet_count": reposts, **found}


def _sniff(header: Header) -> bool:
    found = resolve(header, ALIASES).keys()
    return {"post_id", "text", "conversation", "parent_id", "repost_of"} <= found


def parse(table: Table) -> Batch:
    """Posts and own replies of an account, comments of others in its conversations."""
    columns = Columns(Rows(table), ALIASES)
    author, addressed = columns.text("author"), columns.text("addressed")
    names = pd.Series(columns.text("addressed_name").to_numpy(), index=addressed.to_numpy())
    senders = Senders(author, columns.text("handle"), addressed, names[names != ""])
    known = table.clues.get("x_account", "")
    answers = _answers(columns)
    return conversation_batch(table, sides(senders, known), answers, _posts, _comments)


def _answers(columns: Columns) -> Mask:
    return ((columns.text("parent_id") != "") | (columns.text("addressed") != "")).to_numpy(dtype=np.bool_)


def _times(rows: Rows, columns: Columns, ids: "pd.Series[str]") -> Times:
    return x.exact_times(rows, parse_resaved(columns.text("date"), STAMPS), ids)


def _ids(rows: Rows, columns: Columns) -> "pd.Series[str]":
    ids = x.status_ids(rows, columns.text("post_id"), rows.table.text(None), columns.header("post_id"))
    rows.reject(columns.text("repost_of") != "", columns.header("repost_of"), repost())
    return ids


def _posts(rows: Rows, account: str | None) -> Batch:
    columns = Columns(rows, ALIASES)
    texts = unescaped(columns.text("text", trimmed=False))
    post_id = _ids(rows, columns)
    x.reject_reposts(rows, texts, columns.header("text"))
    handle = columns.text("handle")
    accounts = handle if account is None else handle.mask(handle == "", account)
    times = _times(rows, columns, post_id)
    types = post_types(columns.text("media")).mask(_answers(columns), "reply")
    return posts_of(
        rows,
        columns,
        FORMAT,
        account=accounts,
        post_id=post_id,
        times=times,
        text=texts,
        permalink=x.permalinks(accounts, post_id),
        type=types,
        counts=x.without_early_zeros(rows, columns.counts(COUNTS), times),
        views_definition="impressions",
        parent_id=columns.text("parent_id"),
    )


def _comments(rows: Rows, account: str, own: Mask) -> Batch:
    columns = Columns(rows, ALIASES)
    comment_id, parents = _ids(rows, columns), columns.text("parent_id")
    root = columns.text("conversation")
    root = root.mask(root == "", parents.mask(parents == "", comment_id))
    handle = columns.text("handle")
    return comments_of(
        rows,
        columns,
        FORMAT,
        account=rows.everywhere(account),
        post_id=root,
        comment_id=comment_id,
        parent_id=parents.mask(parents == root, ""),
        author=handle.mask(handle == "", columns.text("author")),
        times=_times(rows, columns, comment_id),
        text=unescaped(columns.text("text", trimmed=False)),
        is_own=pd.Series(own),
        id_name="post_id",
    )


FORMAT = Format(
    id="x_api",
    platform="x",
    kind="posts",
    description=N_("X API v2, posts of an account or replies to it (JSON)"),
    sniff=_sniff,
    parse=parse,
    unfold=unfold,
)
