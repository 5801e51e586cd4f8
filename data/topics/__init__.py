<<<<<<< HEAD
"""The topics of the store."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Engine, select

from data.access import Access
from data.schema import topic


@dataclass(frozen=True)
class Topic:
    """A topic."""

    id: int
    origin: str
    name: str | None
    typical: Mapping[str, tuple[str, ...]]
    owner_id: int | None
    stability: float | None

    def label(self, language: str) -> str:
        """What it is called in a language."""
        return self.name or ", ".join(self.typical.get(language, ())[:3]) or f"#{self.id}"


def topics(engine: Engine, access: Access) -> tuple[Topic, ...]:
    """The active topics."""
    access.require("read")
    names = ("id", "origin", "name", "typical", "owner_id", "stability")
    query = select(*(topic.c[name] for name in names)).where(topic.c.status == "active", topic.c.merged_into.is_(None))
    with engine.connect() as connection:
        rows = connection.execute(query.order_by(topic.c.id)).mappings().all()
    return tuple(
        Topic(**{**row, "typical": {code: tuple(words) for code, words in json.loads(row["typical"]).items()}})
        for row in rows
    )
=======
"""The list of topics."""

import json
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sqlalchemy import Connection, Engine, insert, select

from data.access import Access
from data.schema import setting, topic


@dataclass(frozen=True)
class Assigner:
    """Says which topic texts are about."""

    words: tuple[tuple[str, int], ...]

    def __call__(self, texts: "pd.Series[Any]", languages: NDArray[np.object_]) -> NDArray[np.object_]:
        """The topic of each text, None where it is about none of them."""
        found = [next((number for word, number in self.words if word in text.lower()), None) for text in texts]
        return np.array([*found, None], dtype=object)[:-1]


def topics_version(connection: Connection) -> int:
    """The number of the list as it is now."""
    return int(connection.scalar(select(setting.c.value).where(setting.c.key == "topics_version")) or 0)


def assigner(connection: Connection) -> Assigner:
    """What says which topic texts are about."""
    rows = connection.execute(select(topic.c.id, topic.c.words).where(topic.c.status == "active").order_by(topic.c.id))
    words = ((word, number) for number, lists in rows for one in json.loads(lists).values() for word in one)
    return Assigner(tuple(words))


def ready(engine: Engine) -> None:
    """Put the list in the store."""


def look_again(engine: Engine, access: Access) -> None:
    """Look at what is new after scoring."""


def seed(connection: Connection) -> None:
    """Add the topics of the list that are not in the store."""
    lists = {"words": "{}", "excluded": "{}", "typical": "{}", "who": "", "made_ts": 0, "origin": "list"}
    rows = [{"code": f"topic_{number}", "name": f"Topic {number}"} | lists for number in range(1, 41)]
    connection.execute(insert(topic).values(rows))
>>>>>>> d
