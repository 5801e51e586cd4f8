"""The layer of one's own labels over the model of tones: learned anew from the labels, used when people switch it on.

No layer is stored: it is always the same from the same labels. What is stored is up to which moment labels count, so
that a label more does not have all messages scored again; whoever wants them in lets the layer learn again.
"""

import json
import time
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sqlalchemy import Connection, Engine, delete, insert, select

from data.access import Access
from data.errors import StoreError
from data.labelling.reading import counting, items_of, strata_of
from data.labelling.rounds import Round, read_rounds
from data.models import scorer as shipped
from data.schema import setting
from data.store import writing
from metrics.text.labels import OTHER
from metrics.text.language import identify
from metrics.text.local import Local, fit
from metrics.text.sentiment import Scorer
from metrics.text.tone import TONES
from metrics.words import Message

LAYER = "tone_layer"
"""The setting that switches the layer on: until when labels count, in seconds since 1970. Not there: off."""


@dataclass(frozen=True)
class _Model:
    """A scorer that is told apart by its version."""

    version: str
    scorer: Scorer = field(compare=False)


def in_use(connection: Connection, scorer: Scorer | None = None) -> Local | None:
    """The layer that is switched on and (still) better than the scorer alone; None without one.

    Without `scorer` it is over the one that the settings choose. Scores made with the layer carry the version
    `scorer.version + layer.version`.
    """
    until = connection.scalar(select(setting.c.value).where(setting.c.key == LAYER))
    if until is None:
        return None
    found = local_layer(connection, scorer, int(until))
    return found if isinstance(found, Local) else None


def local_layer(connection: Connection, scorer: Scorer | None = None, until: int | None = None) -> Local | Message:
    """A layer of all labels of tones (up to a moment), or why there is none. Takes some seconds the first time."""
    return _learned(scorer or _chosen(connection), _labelled(connection, until))[0]


def try_out(engine: Engine, access: Access, scorer: Scorer | None = None) -> Local | Message:
    """The same for a page: a layer of the labels so far, or why there is none."""
    access.require("texts")
    with engine.connect() as connection:
        return local_layer(connection, scorer)


def switched_on(engine: Engine, access: Access) -> bool:
    """Whether people switched the layer on."""
    access.require("read")
    with engine.connect() as connection:
        return connection.scalar(select(setting.c.key).where(setting.c.key == LAYER)) is not None


def use_layer(engine: Engine, access: Access, on: bool, scorer: Scorer | None = None) -> None:
    """Switch the layer on with the labels of now, or off. The messages have to be scored again afterwards.

    Raises `StoreError` when there is no layer that is better than the model, and `AccessDeniedError`.
    """
    access.require("administer")
    with writing(engine) as connection:
        if on and isinstance(found := local_layer(connection, scorer), Message):
            raise StoreError(found)
        connection.execute(delete(setting).where(setting.c.key == LAYER))
        if on:
            connection.execute(insert(setting).values(key=LAYER, value=str(int(time.time()))))


def unseen(connection: Connection, version: str, scorer: Scorer | None = None) -> dict[tuple[int, int], str] | None:
    """The tones that the layer of a version gave to the messages it learned from before it had seen them, by their key.

    None when that is not the layer in use: it was switched off, or the labels or the model are others now.
    """
    scorer = scorer or _chosen(connection)
    until = connection.scalar(select(setting.c.value).where(setting.c.key == LAYER))
    if until is None:
        return None
    rows = _labelled(connection, int(until))
    layer, scored = _learned(scorer, rows)
    if not isinstance(layer, Local) or scorer.version + layer.version != version:
        return None
    keys = zip(rows["post_id"][scored].tolist(), rows["id"][scored].tolist(), strict=True)
    return dict(zip(keys, layer.unseen, strict=True))


def _chosen(connection: Connection) -> Scorer:
    """The scorer that the settings choose."""
    choice = connection.scalar(select(setting.c.value).where(setting.c.key == "tone_model"))
    return shipped("automatic" if choice is None else json.loads(choice))


def _labelled(connection: Connection, until: int | None) -> pd.DataFrame:
    """The messages with a labelled tone, once each, as the newest round says: post_id, id, text, value, weight."""
    found = [_of_round(connection, one, until) for one in read_rounds(connection, "tone")]
    names = ["post_id", "id", "text", "value", "weight"]
    rows = pd.concat(found) if found else pd.DataFrame(columns=names)
    return rows.drop_duplicates(["post_id", "id"])[names].sort_values(["post_id", "id"]).reset_index(drop=True)


def _of_round(connection: Connection, of: Round, until: int | None) -> pd.DataFrame:
    """The labelled tones of one round, each with how many messages of its stratum it stands for."""
    rows = counting(items_of(connection, of))
    if until is not None:
        rows = rows[rows["first_ts"].fillna(rows["second_ts"]) <= until]
    sizes = strata_of(connection, of).rename(columns={"predicted": "drawn_as"})
    rows = rows.merge(sizes, on=["platform", "drawn_as"])
    rows = rows.assign(weight=rows["size"] / rows.groupby(["platform", "drawn_as"])["place"].transform("size"))
    return rows[(rows["value"] != OTHER) & rows["text"].notna()]


def _learned(scorer: Scorer, rows: pd.DataFrame) -> tuple[Local | Message, NDArray[np.bool_]]:
    return _layer(_Model(scorer.version, scorer), *(tuple(rows[name]) for name in ("text", "value", "weight")))


@lru_cache(maxsize=4)
def _layer(
    model: _Model, texts: tuple[str, ...], tones: tuple[str, ...], weights: tuple[float, ...]
) -> tuple[Local | Message, NDArray[np.bool_]]:
    """The layer, and which of the messages the model scores at all."""
    said = pd.Series(texts, dtype="object")
    found = model.scorer.score(said, identify(said))[list(TONES)].to_numpy(np.float64)
    scored = ~np.isnan(found).any(axis=1)
    known = np.flatnonzero(scored)
    some = [tones[place] for place in known], [weights[place] for place in known]
    return fit(said[scored].reset_index(drop=True), found[scored], *some), scored
