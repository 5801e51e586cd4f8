"""Which topic each text is about: first by the words of the topics, then by the fits of what no words match."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sqlalchemy import Connection

from data.topics.fits import Fit, current_fits
from data.topics.groups import Groups
from data.topics.topic import all_topics
from metrics.text.topics.match import match
from metrics.text.topics.model import TopicModel
from metrics.text.topics.named import NamedTopic

_UNCLEAR = -1


@dataclass(frozen=True)
class Assigner:
    """Says which topic texts are about. Plain data, so that another process can do it.

    `counts_as` says what each topic counts as after merging, None where it is switched off.
    """

    named: tuple[NamedTopic, ...]
    fits: tuple[Fit, ...]
    counts_as: Mapping[int, int | None]

    def __call__(self, texts: "pd.Series[str]", languages: NDArray[Any]) -> NDArray[Any]:
        """The id of the topic of each text; None where it is about none of them, or that is not clear."""
        found = self._merged(self.raw(texts, languages))
        for fit in self.fits:
            if fit.splits is not None:  # parts come after what they are parts of
                rows = np.flatnonzero(_is(found, fit.splits) & _of(fit, languages))
                parts = grouped(fit, texts.iloc[rows])
                found[rows] = [fit.splits if part is None else part for part in parts]
        return self._merged(found)

    def raw(self, texts: "pd.Series[str]", languages: NDArray[Any]) -> NDArray[Any]:
        """The same without merging, splitting and switching off."""
        found = self.by_words(texts, languages)
        for fit in sorted(self.fits, key=lambda fit: fit.language == ""):  # one of the language knows it better
            if fit.splits is None:
                rows = np.flatnonzero(_is(found, None) & _of(fit, languages))
                found[rows] = grouped(fit, texts.iloc[rows])
        return found

    def unmatched(self, texts: "pd.Series[str]", language: str) -> "pd.Series[str]":
        """Those of some texts in one language in which no words of a topic stand."""
        return texts[_is(self.by_words(texts, np.full(len(texts), language, dtype=object)), None)]

    def _merged(self, found: NDArray[Any]) -> NDArray[Any]:
        return _objects(None if one is None else self.counts_as.get(one) for one in found)

    def by_words(self, texts: "pd.Series[str]", languages: NDArray[Any]) -> NDArray[Any]:
        """The topics whose words stand in the texts."""
        found = match(texts, languages, self.named)
        return _objects(None if one is None else int(one) for one in found)


def assigner(connection: Connection) -> Assigner:
    """What assigns messages to topics as the list and the fits now are (`data.topics.ready` puts the list there)."""
    groups = Groups(all_topics(connection))
    return Assigner(
        tuple(one.named() for one in groups.matched()),
        current_fits(connection),
        {one: groups.counts_as(one) for one in groups.topics},
    )


def named(connection: Connection) -> tuple[NamedTopic, ...]:
    """The topics that are looked for by their words; those that were merged into another are among them."""
    return tuple(one.named() for one in Groups(all_topics(connection)).matched())


def grouped(fit: Fit, texts: "pd.Series[str]") -> list[int | None]:
    """The topic of each text by one fit; None where it is not clear."""
    if texts.empty:
        return []
    places, _margin = model_of(fit.content).assign(texts)
    return [None if place == _UNCLEAR else fit.places[place] for place in places]


@lru_cache(maxsize=32)
def model_of(content: bytes) -> TopicModel:
    """What a fit learned; read once in each process."""
    return TopicModel.from_bytes(content)


def _is(found: NDArray[Any], wanted: int | None) -> NDArray[np.bool_]:
    return np.fromiter((one == wanted for one in found), dtype=bool, count=len(found))


def _objects(values: Iterable[Any]) -> NDArray[Any]:
    return np.array(list(values), dtype=object)


def _of(fit: Fit, languages: NDArray[Any]) -> NDArray[np.bool_]:
    if fit.language == "":
        return np.ones(len(languages), dtype=bool)
    return np.asarray(languages == fit.language, dtype=bool)
