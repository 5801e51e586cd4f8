"""Changing the rows of topics inside a transaction; what people can ask for is in `editing`, `merging`, `files`."""

import time
from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from typing import Any

from sqlalchemy import Connection, Engine, insert, update

from data.access import Access
from data.errors import StoreError
from data.owned import require_known
from data.registers.department_register import require_all_departments
from data.schema import topic
from data.store import writing
from data.topics.checks import checked_names, checked_words
from data.topics.seeding import raise_version
from data.topics.topic import Topic, Words, all_topics, names_text, words_text
from metrics.words import N_, Message

FIELDS = ("names", "words", "excluded", "owner_id", "pinned", "status")
_ASSIGNS_AGAIN = {"words", "excluded", "status"}


def editing(engine: Engine, access: Access) -> AbstractContextManager[Connection]:
    """A transaction that changes the list; only for who may change all departments."""
    require_all_departments(access)
    return writing(engine)


def existing(connection: Connection, id: int) -> Topic:
    """A topic that must be there."""
    found = all_topics(connection).get(id)
    if found is None:
        text = N_("This topic no longer exists: topics were found again. Load the page again.")
        raise StoreError(Message("no_topic", text))
    return found


def by(access: Access) -> dict[str, Any]:
    """Who changes a topic, and when."""
    return {"who": access.who, "made_ts": int(time.time())}


def insert_topic(
    connection: Connection,
    access: Access,
    names: Mapping[str, str],
    words: Mapping[str, Iterable[str]],
    excluded: Mapping[str, Iterable[str]],
    owner_id: int | None = None,
) -> int:
    """Add a topic of one's own; its id."""
    called, known, without = checked_names(names), checked_words(words), checked_words(excluded)
    if not called:
        raise StoreError(Message("topic_no_name", N_("A topic needs a name. Fill it in.")))
    _require_words(known)
    require_known(connection, owner_id)
    texts = {"name": names_text(called), "words": words_text(known), "excluded": words_text(without), "typical": "{}"}
    rest = {"origin": "own", "pinned": 0, "status": "active", "owner_id": owner_id}
    made = insert(topic).values(**texts, **rest, **by(access)).returning(topic.c.id)
    raise_version(connection)
    return int(connection.scalars(made).one())


def change(connection: Connection, access: Access, one: Topic, changes: Mapping[str, Any], whole: bool = False) -> bool:
    """Change some of `FIELDS`; whether messages can be about other topics now.

    Names and words are by language; those in languages that are not given stay, unless what is given is the `whole`.
    """
    before = _stored(one)
    after = {name: value for name, value in before.items() if name not in changes}
    after |= {name: changes[name] for name in ("owner_id", "status") if name in changes}
    if "owner_id" in changes:
        require_known(connection, changes["owner_id"])
    if "pinned" in changes:
        after["pinned"] = int(changes["pinned"])
    if "names" in changes:
        stay = {code: name for code, name in one.given.items() if not whole and code not in changes["names"]}
        after["name"] = names_text(stay | checked_names(changes["names"]))
    for field, old in (("words", one.words), ("excluded", one.excluded)):
        if field in changes:
            words: Words = ({} if whole else dict(old)) | checked_words(changes[field])
            if field == "words" and one.origin != "found":
                _require_words(words)
            after[field] = words_text(words)
    different = {name: value for name, value in after.items() if value != before[name]}
    if different:
        connection.execute(update(topic).where(topic.c.id == one.id).values(**different, **by(access)))
    moves = bool(different.keys() & _ASSIGNS_AGAIN)
    if moves:
        raise_version(connection)
    return moves


def _stored(one: Topic) -> dict[str, Any]:
    return {
        "name": names_text(one.given),
        "words": words_text(one.words),
        "excluded": words_text(one.excluded),
        "owner_id": one.owner_id,
        "pinned": int(one.pinned),
        "status": one.status,
    }


def _require_words(words: Words) -> None:
    if not any(words.values()):
        text = N_("A topic needs at least one word by which its messages are known. To leave it out, switch it off.")
        raise StoreError(Message("topic_no_words", text))
