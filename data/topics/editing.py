"""What people change of the list of topics: each change of a field stands by itself, and the last one counts."""

import time
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Engine, insert, update

from data.access import Access
from data.errors import StoreError
from data.registers.department_register import require_all_departments
from data.schema import topic
from data.store import writing
from data.topics.checks import check_department, check_free, checked_names, checked_words
from data.topics.groups import Groups
from data.topics.seeding import raise_version
from data.topics.topic import Topic, Words, all_topics, names_text, shipped_by_code, words_text
from metrics.words import N_, Message

FIELDS = ("names", "words", "excluded", "owner_id", "pinned", "status")
_ASSIGNS_AGAIN = {"words", "excluded", "status"}


def change_topic(engine: Engine, access: Access, id: int, changes: Mapping[str, Any]) -> None:  # noqa: A002
    """Change some of `FIELDS` of a topic; the others stay, also when somebody else just changed them.

    Names and words are by language; languages that are not given stay as they are. Empty names give a topic back the
    name of the list, or its typical words. Raises `StoreError` for what cannot be, and `AccessDeniedError`.
    """
    unknown = changes.keys() - set(FIELDS)
    if unknown:
        raise ValueError(f"a topic has no {sorted(unknown)} to change; give some of {FIELDS}")
    with editing(engine, access) as connection:
        _change(connection, access, existing(connection, id), changes)


def rename(engine: Engine, access: Access, id: int, names: Mapping[str, str]) -> None:  # noqa: A002
    """Call a topic something else, by language."""
    change_topic(engine, access, id, {"names": names})


def set_words(
    engine: Engine,
    access: Access,
    id: int,  # noqa: A002
    words: Mapping[str, Iterable[str]],
    excluded: Mapping[str, Iterable[str]] | None = None,
) -> None:
    """Say by which words messages about a topic are known, and which rule it out."""
    change_topic(engine, access, id, {"words": words} | ({} if excluded is None else {"excluded": excluded}))


def restore_words(engine: Engine, access: Access, id: int) -> None:  # noqa: A002
    """Give a topic of the list the words back that it came with."""
    with editing(engine, access) as connection:
        one = existing(connection, id)
        listed = shipped_by_code().get(one.code or "")
        if listed is None:
            text = N_("This topic does not come from the list, so there are no words to put back.")
            raise StoreError(Message("topic_not_listed", text))
        _change(connection, access, one, {"words": dict(listed.words), "excluded": dict(listed.excluded)}, whole=True)


def pin(engine: Engine, access: Access, id: int, pinned: bool = True) -> None:  # noqa: A002
    """Keep a topic on top, and through every search for new ones; or no longer."""
    change_topic(engine, access, id, {"pinned": pinned})


def own(engine: Engine, access: Access, id: int, department_id: int | None) -> None:  # noqa: A002
    """Make a topic the matter of a department; None: of nobody in particular."""
    change_topic(engine, access, id, {"owner_id": department_id})


def switch_off(engine: Engine, access: Access, id: int) -> None:  # noqa: A002
    """Leave a topic out: no message is about it from now on."""
    change_topic(engine, access, id, {"status": "off"})


def restore(engine: Engine, access: Access, id: int) -> None:  # noqa: A002
    """Bring a topic back that was switched off."""
    change_topic(engine, access, id, {"status": "active"})


def add(
    engine: Engine,
    access: Access,
    names: Mapping[str, str],
    words: Mapping[str, Iterable[str]],
    excluded: Mapping[str, Iterable[str]] | None = None,
    owner_id: int | None = None,
) -> int:
    """Add a topic of one's own; its id. It needs a name, and a word by which messages about it are known."""
    with editing(engine, access) as connection:
        return insert_topic(connection, access, names, words, excluded or {}, owner_id)


def insert_topic(
    connection: Connection,
    access: Access,
    names: Mapping[str, str],
    words: Mapping[str, Iterable[str]],
    excluded: Mapping[str, Iterable[str]],
    owner_id: int | None = None,
) -> int:
    """The same, inside a transaction."""
    called, known, without = checked_names(names), checked_words(words), checked_words(excluded)
    if not called:
        raise StoreError(Message("topic_no_name", N_("A topic needs a name. Fill it in.")))
    _require_words(known)
    check_department(connection, owner_id)
    texts = {"name": names_text(called), "words": words_text(known), "excluded": words_text(without), "typical": "{}"}
    rest = {"origin": "own", "pinned": 0, "status": "active", "owner_id": owner_id}
    made = insert(topic).values(**texts, **rest, **by(access)).returning(topic.c.id)
    number = int(connection.scalars(made).one())
    check_free(Groups(all_topics(connection)), number, known)
    raise_version(connection)
    return number


def editing(engine: Engine, access: Access) -> Any:
    """A transaction that changes the list; only for who may change all departments."""
    require_all_departments(access)
    return writing(engine)


def existing(connection: Connection, id: int) -> Topic:  # noqa: A002
    """A topic that must be there."""
    found = all_topics(connection).get(id)
    if found is None:
        text = N_("This topic no longer exists: topics were found again. Load the page again.")
        raise StoreError(Message("no_topic", text))
    return found


def by(access: Access) -> dict[str, Any]:
    """Who changes a topic, and when."""
    return {"who": access.who, "made_ts": int(time.time())}


def _change(
    connection: Connection, access: Access, one: Topic, changes: Mapping[str, Any], whole: bool = False
) -> None:
    """`whole`: the words that are given are all; else those in other languages stay."""
    before = _stored(one)
    after = dict(before)
    if "names" in changes:
        given = checked_names(changes["names"])
        stay = {code: name for code, name in one.given.items() if code not in changes["names"]}
        after["name"] = names_text(stay | given)
    for field, old in (("words", one.words), ("excluded", one.excluded)):
        if field in changes:
            words: Words = ({} if whole else dict(old)) | checked_words(changes[field])
            after[field] = words_text(words)
            if field == "words":
                if one.origin != "found":
                    _require_words(words)
                check_free(Groups(all_topics(connection)), one.id, words)
    if "owner_id" in changes:
        check_department(connection, changes["owner_id"])
        after["owner_id"] = changes["owner_id"]
    if "pinned" in changes:
        after["pinned"] = int(changes["pinned"])
    if "status" in changes:
        after["status"] = changes["status"]
        if changes["status"] == "active":
            check_free(Groups(all_topics(connection)), one.id, one.words)
    different = {name: value for name, value in after.items() if value != before[name]}
    if different:
        connection.execute(update(topic).where(topic.c.id == one.id).values(**different, **by(access)))
    if different.keys() & _ASSIGNS_AGAIN:
        raise_version(connection)


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
