"""What people change of the list of topics: each change of a field stands by itself, and the last one counts."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Engine

from data.access import Access
from data.errors import StoreError
from data.owned import require_fields
from data.topics.changing import FIELDS, change, editing, existing, insert_topic
from data.topics.checks import check_free
from data.topics.topic import shipped_by_code
from metrics.words import N_, Message


def change_topic(engine: Engine, access: Access, id: int, changes: Mapping[str, Any]) -> None:
    """Change some of `changing.FIELDS` of a topic; the others stay, also when somebody else just changed them.

    Names and words are by language; languages that are not given stay as they are. Empty names give a topic back the
    name of the list, or its typical words. Raises `StoreError` for what cannot be, and `AccessDeniedError`.
    """
    require_fields(changes, FIELDS, "a topic")
    with editing(engine, access) as connection:
        if change(connection, access, existing(connection, id), changes):
            check_free(connection, [id])


def rename(engine: Engine, access: Access, id: int, names: Mapping[str, str]) -> None:
    """Call a topic something else, by language."""
    change_topic(engine, access, id, {"names": names})


def set_words(
    engine: Engine,
    access: Access,
    id: int,
    words: Mapping[str, Iterable[str]],
    excluded: Mapping[str, Iterable[str]] | None = None,
) -> None:
    """Say by which words messages about a topic are known, and which rule it out."""
    change_topic(engine, access, id, {"words": words} | ({} if excluded is None else {"excluded": excluded}))


def restore_words(engine: Engine, access: Access, id: int) -> None:
    """Give a topic of the list the words back that it came with."""
    with editing(engine, access) as connection:
        one = existing(connection, id)
        listed = shipped_by_code().get(one.code or "")
        if listed is None:
            text = N_("This topic does not come from the list, so there are no words to put back.")
            raise StoreError(Message("topic_not_listed", text))
        change(connection, access, one, {"words": listed.words, "excluded": listed.excluded}, whole=True)
        check_free(connection, [id])


def pin(engine: Engine, access: Access, id: int, pinned: bool = True) -> None:
    """Keep a topic on top, and through every search for new ones; or no longer."""
    change_topic(engine, access, id, {"pinned": pinned})


def own(engine: Engine, access: Access, id: int, department_id: int | None) -> None:
    """Make a topic the matter of a department; None: of nobody in particular."""
    change_topic(engine, access, id, {"owner_id": department_id})


def switch_off(engine: Engine, access: Access, id: int) -> None:
    """Leave a topic out: no message is about it from now on."""
    change_topic(engine, access, id, {"status": "off"})


def restore(engine: Engine, access: Access, id: int) -> None:
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
        made = insert_topic(connection, access, names, words, excluded or {}, owner_id)
        check_free(connection, [made])
        return made
