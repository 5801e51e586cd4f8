"""The list of topics as a file (YAML): to take along, to change in an editor, and to share with others."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import yaml
from sqlalchemy import Connection, Engine, select

from data.access import Access
from data.errors import StoreError
from data.schema import department
from data.topics.changing import change, editing, insert_topic
from data.topics.checks import check_free
from data.topics.entries import Entry, read_entries
from data.topics.groups import Groups
from data.topics.seeding import ready
from data.topics.topic import Topic, all_topics
from metrics.words import N_, Message

_HEAD = """# Topics that messages of citizens are about, and the words by which they are known.
# Words: pool, swimming pool, or a part with * for the rest (swim*, *pool*). "excluded" rules a topic out.
# A topic with a code belongs to the list that ships; others are known by their name. What is not here stays as it is.
"""


@dataclass(frozen=True)
class Merged:
    """What a file did: how many topics were added and changed; departments in it that are not known here."""

    added: int
    changed: int
    unknown_departments: tuple[str, ...] = ()


def to_file(engine: Engine, access: Access) -> bytes:
    """The topics that are known by words; those that were found in the messages here are of no use elsewhere."""
    access.require("read")
    ready(engine)
    with engine.connect() as connection:
        names = {row.id: row.name for row in connection.execute(select(department))}
        entries = [_entry(one, names) for one in all_topics(connection).values() if any(one.words.values())]
    text = yaml.safe_dump({"topics": entries}, allow_unicode=True, sort_keys=False, width=100)
    return (_HEAD + text).encode()


def merge_file(engine: Engine, access: Access, text: str) -> Merged:
    """Take over what a file says: all of it, or nothing when something in it cannot be.

    A topic is the one with its code, or with its name; another one is added. Fields that are not in the file stay.
    Raises `StoreError` that says where (line, topic, field) and what to do; `AccessDeniedError`.
    """
    entries = read_entries(text)
    ready(engine)
    with editing(engine, access) as connection:
        owners = {row.name.casefold(): row.id for row in connection.execute(select(department))}
        unknown = {one.owner for one in entries if one.owner and one.owner.casefold() not in owners}
        before = all_topics(connection)
        touched: list[tuple[Entry, int]] = []
        for entry in entries:
            with entry.located():
                touched.append((entry, _take_over(connection, access, entry, before, owners)))
        _check(connection, touched)
        after = all_topics(connection)
    added = sum(number not in before for number in after)
    changed = sum(before[number] != after[number] for number in before)
    return Merged(added, changed, tuple(sorted(unknown)))


def _entry(one: Topic, departments: Mapping[int, str]) -> dict[str, Any]:
    said: dict[str, Any] = {"code": one.code} if one.code else {}
    said["name"] = dict(one.names or {code: one.label(code) for code in one.typical})
    said["words"] = {code: list(words) for code, words in one.words.items() if words}
    if any(one.excluded.values()):
        said["excluded"] = {code: list(words) for code, words in one.excluded.items() if words}
    if one.owner_id is not None:
        said["owner"] = departments[one.owner_id]
    return said | ({"pinned": True} if one.pinned else {}) | ({"in_use": False} if one.is_off else {})


def _take_over(
    connection: Connection, access: Access, entry: Entry, before: Mapping[int, Topic], owners: Mapping[str, int]
) -> int:
    """Change or add one topic; its id."""
    known = _known(entry, before.values())
    changes = entry.changes()
    if entry.owner is not None and (not entry.owner or entry.owner.casefold() in owners):
        changes["owner_id"] = owners.get(entry.owner.casefold())
    if known is None:
        number = insert_topic(connection, access, entry.names, entry.words or {}, entry.excluded or {})
        known = all_topics(connection)[number]
    if known.code is not None and changes.get("names") == known.names:
        del changes["names"]  # as the list calls it, which a newer list may call otherwise
    change(connection, access, known, changes)
    return known.id


def _known(entry: Entry, topics: Iterable[Topic]) -> Topic | None:
    """The topic that an entry is about: by its code, else by one of its names."""
    if entry.code:
        found = next((one for one in topics if one.code == entry.code), None)
        if found is None:
            text = N_("There is no topic “{code}” in the list that ships. Correct the code, or leave it out.")
            raise StoreError(Message("topic_code", text, {"code": entry.code}))
        return found
    wanted = {name.casefold() for name in entry.names.values()}
    return next(
        (one for one in topics if one.code is None and wanted & {n.casefold() for n in one.names.values()}), None
    )


def _check(connection: Connection, touched: Iterable[tuple[Entry, int]]) -> None:
    """Stop at a word that two topics have now: only when all were changed, because words can move between them."""
    groups = Groups(all_topics(connection))
    for entry, number in touched:
        with entry.located():
            if groups.counts_as(number) is not None:
                check_free(connection, [number])
