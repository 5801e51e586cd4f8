"""Which tone model the organisation chose, and what scores are made with now."""

import json
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, delete, insert, select

from data.access import Access
from data.errors import StoreError
from data.schema import setting
from data.scoring.judging import Layer, Models, Versions
from data.store import writing
from metrics.words import N_, Message

if TYPE_CHECKING:
    from metrics.text.sentiment import Scorer

CHOICES = {
    "automatic": N_("The best model that is installed"),
    "model": N_("The small model"),
    "rules": N_("Rules only"),
}
"""Code -> label."""

_KEY, _STANDARD = "tone_model", "automatic"


def choice(engine: Engine, access: Access) -> str:
    """What the tone of messages is worked out with: one of `CHOICES`."""
    access.require("read")
    with engine.connect() as connection:
        return chosen(connection)


def choose(engine: Engine, access: Access, value: str) -> None:
    """Choose what the tone is worked out with; messages keep their scores until `data.scoring.score` runs.

    Raises `StoreError` for a value that cannot be, and `AccessDeniedError`.
    """
    access.require("administer")
    if value not in CHOICES:
        text = N_("“{value}” is no way to work out the tone. Choose one of {known}.")
        raise StoreError(Message("unknown_tone_model", text, {"value": value, "known": ", ".join(CHOICES)}))
    with writing(engine) as connection:
        connection.execute(delete(setting).where(setting.c.key == _KEY))
        connection.execute(insert(setting).values(key=_KEY, value=json.dumps(value)))


def chosen(connection: Connection) -> str:
    """The same as `choice`, within a transaction."""
    stored = connection.scalar(select(setting.c.value).where(setting.c.key == _KEY))
    return _STANDARD if stored is None else str(json.loads(stored))


def versions(connection: Connection) -> Versions:
    """The versions that scores should be of."""
    from data import topics  # who finds topics has messages scored again, so it knows this module

    layer = _layer(connection)
    return Versions(_scorer(connection).version + (layer.version if layer else ""), topics.topics_version(connection))


def models(connection: Connection) -> Models:
    """What texts are judged with now."""
    from data import topics  # as above

    return Models(chosen(connection), topics.assigner(connection), versions(connection), _layer(connection))


def _scorer(connection: Connection) -> "Scorer":
    from data.models import scorer  # it reads the weights from disk

    return scorer(chosen(connection))


def _layer(connection: Connection) -> Layer | None:
    from data.labelling.layer import in_use  # calibration compares scores, so it knows this module

    return in_use(connection, _scorer(connection))
