"""The archive of a Mastodon account: `outbox.json`, with everything that was ever sent, public or not."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from loaders.files.building import mastodon
from loaders.files.building.columns import Columns
from loaders.files.building.documents import Object, at, given, text_at
from loaders.files.building.format import Clue, Format
from loaders.files.building.left_out import not_public, repost
from loaders.files.building.markup import plain_texts
from loaders.files.building.of_columns import posts_of
from loaders.files.building.pictures import PICTURES, pictures
from loaders.files.building.post_types import post_types
from loaders.files.building.rows import Rows
from loaders.files.building.times import STAMPS
from loaders.files.building.times import parse as parse_times
from loaders.files.reading.documents import read_json
from loaders.files.reading.errors import UnreadableError
from loaders.files.reading.headers import Aliases, Header, resolve
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_, Message

ALIASES: Aliases = {
    "activity": ("type",),
    "actor": ("actor",),
    "public": ("public",),
    "post_id": ("object.id",),
    "date": ("object.published",),
    "text": ("object.content",),
    "permalink": ("object.url",),
    "parent_id": ("object.inReplyTo",),
    "media": ("object.attachment.mediaType",),
    "likes": ("object.likes.totalItems",),
    "shares": ("object.shares.totalItems",),
    **PICTURES,
}
COUNTS = ("likes", "shares")
_PUBLIC = ("https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public")
_ACTORS = frozenset({"Person", "Service", "Group", "Organization", "Application"})


def unfold(document: Any) -> Sequence[Object] | None:
    """A row for each activity of an outbox; None for the lists of addresses beside it (likes, bookmarks)."""
    if text_at(document, "type") not in ("OrderedCollection", "OrderedCollectionPage"):
        return None
    items = at(document, "orderedItems")
    activities = [item for item in items if isinstance(item, Mapping)] if isinstance(items, list) else []
    return [_row(activity) for activity in activities] or None


def _row(activity: Object) -> Object:
    note = activity.get("object")
    return {
        "type": text_at(activity, "type"),
        "actor": text_at(activity, "actor"),
        "public": "yes" if _is_public(activity) or _is_public(note) else "",
        "object.id": text_at(note, "id") or text_at(note, "atomUri"),
        "object.published": text_at(note, "published") or text_at(activity, "published"),
        "object.content": text_at(note, "content"),
        "object.url": text_at(note, "url"),
        "object.inReplyTo": text_at(note, "inReplyTo") or text_at(note, "inReplyTo", "id"),
        "object.attachment.mediaType": text_at(note, "attachment", "mediaType"),
        **given(note, "likes.totalItems", "shares.totalItems", prefix="object."),
        **pictures(at(note, "attachment"), _is_picture, ("name", "summary")),
    }


def _is_picture(attachment: Object) -> bool:
    return text_at(attachment, "mediaType").startswith("image/")


def _is_public(item: Any) -> bool:
    receivers = [at(item, name) for name in ("to", "cc")] if isinstance(item, Mapping) else []
    flat = [one for part in receivers for one in (part if isinstance(part, list) else [part])]
    return any(one in _PUBLIC for one in flat if isinstance(one, str))


def _account(data: bytes) -> Mapping[str, str]:
    try:
        actor = read_json(data)
    except UnreadableError:
        return {}
    name, url = text_at(actor, "preferredUsername"), text_at(actor, "id")
    address = mastodon.addresses(pd.Series([name]), pd.Series([re.sub(r"/ap/users/", "/users/", url)])).iloc[0]
    return {"mastodon_account": address} if name and text_at(actor, "type") in _ACTORS else {}


def _sniff(header: Header) -> bool:
    return {"activity", "actor", "public", "post_id", "parent_id"} <= resolve(header, ALIASES).keys()


def parse(table: Table) -> Batch:
    """Public posts and own replies. Boosts and everything that is not public is left out."""
    rows = Rows(table)
    columns = Columns(rows, ALIASES)
    activity, dates, links = columns.text("activity"), columns.text("date"), columns.text("permalink")
    rows.reject(activity == "Announce", columns.header("activity"), repost())
    text = N_("This row is no message but something else that the account did, such as an edit or a deletion.")
    rows.reject(activity != "Create", columns.header("activity"), Message("not_a_post", text))
    rows.reject(columns.text("public") == "", "to", not_public())
    addresses, parents = columns.text("post_id"), columns.text("parent_id")
    post_id = mastodon.last_parts(addresses)
    return posts_of(
        rows,
        columns,
        FORMAT,
        account=_accounts(table, columns, links.mask(links == "", addresses)),
        post_id=post_id,
        times=mastodon.checked_times(rows, parse_times(dates, STAMPS), post_id),
        text=plain_texts(columns.text("text")),
        permalink=links.mask(links == "", addresses),
        type=post_types(columns.text("media")).mask(parents != "", "reply"),
        counts=columns.counts(COUNTS),
        parent_id=mastodon.last_parts(parents),
    )


def _accounts(table: Table, columns: Columns, links: "pd.Series[str]") -> "pd.Series[str]":
    """The account as the profile beside the outbox says, else as in the address of its posts or of itself."""
    known = table.clues.get("mastodon_account", "")
    found = mastodon.addresses(pd.Series([known] * len(table), dtype="str"), links)
    return found.mask(found == "", mastodon.addresses(found, columns.text("actor")))


FORMAT = Format(
    id="mastodon_archive",
    platform="mastodon",
    kind="posts",
    description=N_("Mastodon archive of an account (outbox.json)"),
    sniff=_sniff,
    parse=parse,
    unfold=unfold,
    clue=Clue(re.compile(r"actor\.json"), _account),
)
