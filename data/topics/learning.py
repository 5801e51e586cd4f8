"""Learning topics from texts: what a fit needs, and how far its work has come."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
from sqlalchemy import Connection, insert, update

from data.access import Access
from data.bulk import Progress
from data.schema import topic
from data.topics.changing import by
from data.topics.fits import keep_fit
from data.topics.topic import words_text
from metrics.text.topics.model import TopicModel, fit

FEWEST = 200
"""Messages of a language that topics can be found in."""
MOST = 20_000
"""Messages of a language that a fit reads, the newest first."""
_SEED = 1


@dataclass(frozen=True)
class Learned:
    """A fit of the texts of one language ("" where one serves all), and the texts."""

    language: str
    texts: "pd.Series[str]"
    model: TopicModel

    def typical(self, place: int) -> dict[str, tuple[str, ...]]:
        """The words of a group, by language."""
        return {self.language: self.model.words()[place]}


def learn(texts: Mapping[str, "pd.Series[str]"], k: int | None, progress: Progress) -> list[Learned]:
    """A fit for each language, of its texts; `k` groups in each, or as many as are steady."""
    found = []
    for done, (language, those) in enumerate(texts.items(), start=1):
        found.append(Learned(language, those, fit(those, language, k, _SEED)))
        progress(done / len(texts))
    return found


def keep_groups(
    connection: Connection,
    access: Access,
    learned: Learned,
    known: Mapping[int, int] | None = None,
    splits: int | None = None,
) -> None:
    """Store a fit, and a topic for each of its groups: a new one, or one of before that it is (`known`, by place)."""
    model = keep_fit(connection, access, learned.model, learned.language, len(learned.texts), splits)
    for place, stability in enumerate(learned.model.stabilities):
        typical = words_text(learned.typical(place))
        found = {"model_id": model, "place": place, "stability": float(stability), "typical": typical}
        again = (known or {}).get(place)
        if again is not None:
            connection.execute(update(topic).where(topic.c.id == again).values(**found))
        else:
            new = {"origin": "found", "words": "{}", "excluded": "{}", "pinned": 0, "status": "active"}
            connection.execute(insert(topic).values(**new, **found, **by(access)))


def within(progress: Progress, start: float, end: float) -> Progress:
    """Progress of a part of some work, as progress of the whole.

    >>> within(print, 0.5, 1.0)(0.5)
    0.75
    """
    return lambda share: progress(start + share * (end - start))
