"""Learning topics from texts: a fit per language, or one across languages with the optional extra."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sqlalchemy import Connection, insert, update

from data.access import Access
from data.bulk import Progress
from data.schema import topic
from data.topics.changing import by
from data.topics.fits import keep_fit
from data.topics.topic import words_text
from metrics.text.topics import semantic
from metrics.text.topics.model import TopicModel, fit
from metrics.text.topics.typical import typical_words

FEWEST = 200
"""Messages of a language that topics can be found in."""
MOST = 20_000
"""Messages of a language that a fit reads, the newest first."""
WORDS, LEAST = 8, 5
"""Typical words of a topic, and the messages of it that must use each: a word of one person points at that person."""
_MEANT = ("ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh")
"""Languages that the extra knows."""
_SEED = 1


@dataclass(frozen=True)
class Learned:
    """A fit: of which language ("" where one serves several), the texts that it learned from and their languages."""

    language: str
    texts: "pd.Series[str]"
    languages: NDArray[np.object_]
    model: TopicModel
    places: NDArray[np.int64]

    def typical(self) -> list[dict[str, tuple[str, ...]]]:
        """The typical words of each group, by language."""
        found: list[dict[str, tuple[str, ...]]] = [{} for _ in range(self.model.k)]
        for language in sorted(set(self.languages)):
            rows = (self.languages == language) & (self.places >= 0)
            words = typical_words(self.texts[rows], self.places[rows], language, WORDS, LEAST)
            for place, those in words.items():
                found[place] |= {language: those} if those else {}
        return found


def enough(texts: Mapping[str, "pd.Series[str]"]) -> set[str]:
    """The languages that have enough texts to find topics in; those that the extra knows count together."""
    together = {one for one in texts if one in _MEANT} if semantic.available() else set()
    found = {one for one, those in texts.items() if one not in together and len(those) >= FEWEST}
    return found | together if sum(len(texts[one]) for one in together) >= FEWEST else found


def learn(texts: Mapping[str, "pd.Series[str]"], k: int | None, progress: Progress) -> list[Learned]:
    """A fit of the texts of each language; with the extra, one of all in the languages that it knows.

    `k` groups in each fit, or as many as are found again. Texts of several languages are mixed, so that the share of
    each that a fit reads (`MOST` in all) is its share of the texts.
    """
    together = [one for one in texts if one in _MEANT] if semantic.available() else []
    apart = [(language, [language]) for language in texts if language not in together]
    wanted = [(semantic.ALL_LANGUAGES, together), *apart] if together else apart
    found = []
    for done, (language, members) in enumerate(wanted, start=1):
        rows = pd.concat([texts[one].rename(one).to_frame("text").assign(language=one) for one in members])
        if len(members) > 1:
            rows = rows.sample(frac=1.0, random_state=_SEED).head(MOST)
        found.append(_learned(language, rows.reset_index(drop=True), k))
        progress(done / len(wanted))
    return found


def _learned(language: str, rows: pd.DataFrame, k: int | None) -> Learned:
    texts = rows["text"]
    across = language == semantic.ALL_LANGUAGES
    model = semantic.fit_meaning(texts, k, _SEED) if across else fit(texts, language, k, _SEED)
    places, _margin = model.assign(texts)
    return Learned(language, texts, rows["language"].to_numpy(dtype=object), model, places)


def keep_groups(
    connection: Connection,
    access: Access,
    learned: Learned,
    known: Mapping[int, int] | None = None,
    splits: int | None = None,
) -> None:
    """Store a fit, and a topic for each of its groups: a new one, or one of before that it is (`known`, by place).

    Messages of a group of fewer than `LEAST` are about no topic.
    """
    model = keep_fit(connection, access, learned.model, learned.language, len(learned.texts), splits)
    groups = zip(learned.model.stabilities, learned.typical(), strict=True)
    for place, (stability, typical) in enumerate(groups):
        found = {"model_id": model, "place": place, "stability": float(stability), "typical": words_text(typical)}
        again = (known or {}).get(place)
        if again is not None:
            connection.execute(update(topic).where(topic.c.id == again).values(**found))
        elif (learned.places == place).sum() >= LEAST:
            new = {"origin": "found", "words": "{}", "excluded": "{}", "pinned": 0, "status": "active"}
            connection.execute(insert(topic).values(**new, **found, **by(access)))


def within(progress: Progress, start: float, end: float) -> Progress:
    """Progress of a part of some work, as progress of the whole.

    >>> within(print, 0.5, 1.0)(0.5)
    0.75
    """
    return lambda share: progress(start + share * (end - start))
