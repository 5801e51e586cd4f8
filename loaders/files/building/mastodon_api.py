"""Statuses as the API of Mastodon (and compatible servers) gives them: rows, and what becomes of them."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from loaders.files.building import mastodon
from loaders.files.building.columns import Columns
from loaders.files.building.conversations import Senders, Sides, conversation_batch, roots, sides
from loaders.files.building.documents import Object, given, objects, text_at
from loaders.files.building.format import Format
from loaders.files.building.left_out import not_public, repost
from loaders.files.building.markup import plain_texts
from loaders.files.building.of_columns import comments_of, posts_of
from loaders.files.building.pictures import PICTURES, pictures
from loaders.files.building.post_types import post_types
from loaders.files.building.resaved import parse_resaved
from loaders.files.building.rows import Mask, Rows
from loaders.files.building.times import STAMPS
from loaders.files.reading.headers import Aliases
from loaders.files.reading.table import Table
from loaders.records import Batch

ALIASES: Aliases = {
    "post_id": ("id",),
    "date": ("created_at",),
    "text": ("content",),
    "parent_id": ("in_reply_to_id",),
    "addressed": ("in_reply_to_account_id",),
    "visibility": ("visibility",),
    "permalink": ("url",),
    "repost_of": ("reblog.id",),
    "author": ("account.id",),
    "handle": ("account.acct",),
    "author_link": ("account.url",),
    "addressed_name": ("addressed.acct",),
    "addressed_link": ("addressed.url",),
    "media": ("media_attachments.type",),
    "root": ("thread.root",),
    "comments": ("replies_count",),
    "shares": ("reblogs_count",),
    "likes": ("favourites_count",),
    **PICTURES,
}
COUNTS = ("comments", "shares", "likes")
REQUIRED = frozenset({"post_id", "date", "text", "parent_id", "visibility", "repost_of", "handle"})


def is_status(item: Object) -> bool:
    """Whether an object is a status of this API.

    >>> is_status({"id": "1", "content": "", "visibility": "public", "account": {}})
    True
    """
    return {"id", "content", "visibility", "account"} <= item.keys()


def row(status: Object) -> Object:
    """The members of a status that are read; of a boost only that it is one."""
    answered = text_at(status, "in_reply_to_account_id")
    mentions = {text_at(one, "id"): one for one in objects(status.get("mentions"))}
    names = ("id", "created_at", "content", "in_reply_to_id", "visibility")
    return {
        **{name: text_at(status, name) for name in names},
        "in_reply_to_account_id": answered,
        "url": text_at(status, "url") or text_at(status, "uri"),
        "reblog.id": text_at(status, "reblog", "id") or ("?" if status.get("reblog") else ""),
        **{f"account.{name}": text_at(status, "account", name) for name in ("id", "acct", "url")},
        **{f"addressed.{name}": text_at(mentions.get(answered), name) for name in ("acct", "url")},
        "media_attachments.type": text_at(status, "media_attachments", "type"),
        **given(status, *(path for name in COUNTS for path in ALIASES[name])),
        **pictures(status.get("media_attachments"), _is_picture, ("description",)),
    }


def _is_picture(attachment: Object) -> bool:
    return text_at(attachment, "type") == "image"


def senders(columns: Columns) -> Senders:
    """Who wrote each status, and to whom it is an answer."""
    addressed = columns.text("addressed")
    names = mastodon.addresses(columns.text("addressed_name"), columns.text("addressed_link"))
    named = pd.Series(names.to_numpy(), index=addressed.to_numpy())[(names != "").to_numpy()]
    author, handles = columns.text("author"), _handles(columns)
    return Senders(author.mask(author == "", handles), handles, addressed, named)


def statuses_batch(form: Format, table: Table, found: Sides | None = None) -> Batch:
    """The batch of a table of statuses; `found` is whose they are, if that is known."""
    columns = Columns(Rows(table), ALIASES)
    whose = found or sides(senders(columns), table.clues.get("mastodon_account", ""))
    answers = (columns.text("parent_id") != "").to_numpy(dtype=np.bool_)
    tops = _roots(columns)

    def posts(rows: Rows, account: str | None) -> Batch:
        return _posts(form, rows, account)

    def comments(rows: Rows, account: str, own: Mask) -> Batch:
        kept = np.isin(table.lines, rows.table.lines)
        return _comments(form, rows, account, own, tops[kept].reset_index(drop=True))

    return conversation_batch(table, whose, answers, posts, comments)


def _handles(columns: Columns) -> "pd.Series[str]":
    links = columns.text("author_link")
    return mastodon.addresses(columns.text("handle"), links.mask(links == "", columns.text("permalink")))


def _roots(columns: Columns) -> "pd.Series[str]":
    stated = columns.text("root")
    return stated.mask(stated == "", roots(columns.text("post_id"), columns.text("parent_id"))).astype("str")


def _leave_out(rows: Rows, columns: Columns) -> None:
    rows.reject(columns.text("repost_of") != "", columns.header("repost_of"), repost())
    rows.reject(mastodon.is_hidden(columns.text("visibility")), columns.header("visibility"), not_public())


def _posts(form: Format, rows: Rows, account: str | None) -> Batch:
    columns = Columns(rows, ALIASES)
    _leave_out(rows, columns)
    ids, dates, parents = columns.text("post_id"), columns.text("date"), columns.text("parent_id")
    handles = _handles(columns)
    return posts_of(
        rows,
        columns,
        form,
        account=handles if account is None else handles.mask(handles == "", account),
        post_id=ids,
        times=mastodon.checked_times(rows, parse_resaved(dates, STAMPS), ids),
        text=plain_texts(columns.text("text")),
        type=post_types(columns.text("media")).mask(parents != "", "reply"),
        counts=columns.counts(COUNTS),
        parent_id=parents,
    )


def _comments(form: Format, rows: Rows, account: str, own: Mask, tops: "pd.Series[str]") -> Batch:
    columns = Columns(rows, ALIASES)
    _leave_out(rows, columns)
    ids, dates, parents = columns.text("post_id"), columns.text("date"), columns.text("parent_id")
    return comments_of(
        rows,
        columns,
        form,
        account=rows.everywhere(account),
        post_id=tops,
        comment_id=ids,
        parent_id=parents.mask(parents == tops, ""),
        author=_handles(columns),
        times=mastodon.checked_times(rows, parse_resaved(dates, STAMPS), ids),
        text=plain_texts(columns.text("text")),
        is_own=pd.Series(own),
        id_name="post_id",
    )


def thread_account(columns: Columns, known: str) -> Sides:
    """Whose thread this is: the account that is known, else the one that wrote its first message."""
    if known:
        return sides(senders(columns), known)
    who = senders(columns)
    ids, parents, tops = columns.text("post_id"), columns.text("parent_id"), _roots(columns)
    first = [*who.author[ids == tops], *who.addressed[(parents == tops) & (who.addressed != "")]]
    owner = str(first[0]) if first else ""
    others = np.asarray((who.author != owner), dtype=np.bool_)
    names = [*who.handle[who.author == owner], *(who.names[who.names.index == owner] if who.names is not None else ())]
    return Sides(str(names[0]) if names and owner else "", others)


def thread_rows(ancestors: Sequence[Object], descendants: Sequence[Object], asked_for: str = "") -> list[Object]:
    """Rows of the messages above and below a status, each with the first message of the thread.

    The status itself is not among them: unless it is known (`asked_for`), it is what the messages below answer, or
    one of them.
    """
    below = {text_at(one, "id") for one in descendants}
    asked = (text_at(one, "in_reply_to_id") for one in descendants)
    top = asked_for or next((one for one in asked if one and one not in below), "")
    root = text_at(ancestors[0], "id") if ancestors else top
    return [{**row(status), "thread.root": root} for status in (*ancestors, *descendants)]
