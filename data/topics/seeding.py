"""The list of topics that ships with the product, in the store: what people changed stays as they made it."""

import hashlib
import time
from typing import Any

from sqlalchemy import Connection, Engine, insert, select, update

from data.kept import keep, kept
from data.schema import topic
from data.store import count_up, writing
from data.topics.topic import shipped_by_code, words_text
from metrics.text.topics.named import NamedTopic

_SHIPPED = "topics_shipped"
_VERSION = "topics_version"


def topics_version(connection: Connection) -> int:
    """A number that goes up when messages may be about other topics than before: scores of it are up to date."""
    return int(kept(connection, _VERSION, 0))


def raise_version(connection: Connection) -> None:
    """Have all messages assigned to topics again."""
    count_up(connection, _VERSION)


def ready(engine: Engine) -> None:
    """Put the list in the store, where it is not there in the version of this product. One small query when it is."""
    with engine.connect() as connection:
        seeded = _marks(connection) == _of_list()
    if not seeded:
        with writing(engine) as connection:
            seed(connection)


def seed(connection: Connection) -> None:
    """Add the topics of the list that are not in the store, and bring words that nobody changed up to date."""
    marks, now = _marks(connection), _of_list()
    if marks == now:
        return
    stored = {row.code: row for row in connection.execute(select(topic).where(topic.c.code.is_not(None)))}
    for code, one in shipped_by_code().items():
        words = {"words": words_text(one.words), "excluded": words_text(one.excluded)}
        row = stored.get(code)
        if row is None:
            connection.execute(insert(topic).values(**_new(code, one), **words))
        elif _mark(row.words, row.excluded) == marks.get(code) != now[code]:
            connection.execute(update(topic).where(topic.c.id == row.id).values(words))
    keep(connection, _SHIPPED, now)
    raise_version(connection)


def unseed(connection: Connection) -> None:
    """Have the list put in the store again, after topics of it were taken out."""
    keep(connection, _SHIPPED, {})
    raise_version(connection)


def _new(code: str, one: NamedTopic) -> dict[str, Any]:
    made = {"who": "", "made_ts": int(time.time())}
    return {"code": code, "origin": "list", "typical": "{}", "pinned": int(one.pinned), "status": "active", **made}


def _marks(connection: Connection) -> dict[str, str]:
    """What the words of each topic were when the list was last put in the store, as a mark to compare."""
    found: dict[str, str] = kept(connection, _SHIPPED, {})
    return found


def _of_list() -> dict[str, str]:
    return {code: _mark(words_text(one.words), words_text(one.excluded)) for code, one in shipped_by_code().items()}


def _mark(words: str, excluded: str) -> str:
    return hashlib.sha256(f"{words}|{excluded}".encode()).hexdigest()[:16]
