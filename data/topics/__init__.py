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
