"""Bluesky API: a post with everything that was answered to it (JSON)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from loaders.files.building.bluesky import ALIASES, REQUIRED, feed_batch, handles, keys, owners, row, senders
from loaders.files.building.columns import Columns
from loaders.files.building.conversations import Sides, sides
from loaders.files.building.documents import Object, at, objects, pages, text_at
from loaders.files.building.format import Format
from loaders.files.building.rows import Rows
from loaders.files.reading.headers import Header, resolve
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_


def unfold(document: Any) -> Sequence[Object] | None:
    """A row for each post of the threads in a document, and for each that is deleted or not to be seen."""
    threads = [page["thread"] for page in pages(document, "thread")]
    if not threads or not all(_is_node(thread) for thread in threads):
        return None
    return [_row(node) for thread in threads for node in _nodes(thread)]


def _is_node(value: Any) -> bool:
    return isinstance(value, Mapping) and ("post" in value or text_at(value, "$type").startswith("app.bsky.feed.defs#"))


def _nodes(thread: Object) -> Iterator[Object]:
    """All posts of a thread, each after what it answers; without recursion, as threads can be deep."""
    above, node = [], at(thread, "parent")
    while _is_node(node):
        above.append(node)
        node = at(node, "parent")
    yield from reversed(above)
    open_ = [thread]
    while open_:
        node = open_.pop()
        yield node
        open_ += [reply for reply in reversed(objects(node.get("replies"))) if _is_node(reply)]


def _row(node: Object) -> Object:
    kind = text_at(node, "$type")
    if "post" in node:
        return {**row(node["post"]), "node.$type": kind}
    return {**row(None), "uri": text_at(node, "uri"), "node.$type": kind}


def _sniff(header: Header) -> bool:
    return resolve(header, ALIASES).keys() >= {*REQUIRED, "node"}


def parse(table: Table) -> Batch:
    """Comments of citizens and own replies among them; the post itself. The thread is of the account that began it."""
    columns = Columns(Rows(table), ALIASES)
    known = table.clues.get("bluesky_account", "")
    return feed_batch(FORMAT, table, sides(senders(columns), known) if known else _whose(columns))


def _whose(columns: Columns) -> Sides:
    """The account that wrote the first post, by the address of that post."""
    uris, tops, did = columns.text("uri"), columns.text("root"), columns.text("did")
    first = [*owners(tops[tops != ""]), *owners(uris[keys(uris) != ""])]
    owner = str(first[0]) if first else ""
    names = handles(columns)[did == owner]
    return Sides(str(names.iloc[0]) if len(names) else owner, np.asarray(did != owner, dtype=np.bool_))


FORMAT = Format(
    id="bluesky_thread",
    platform="bluesky",
    kind="comments",
    description=N_("Bluesky API, thread under a post (JSON)"),
    sniff=_sniff,
    parse=parse,
    unfold=unfold,
)
