"""Scores of a synthetic store, drawn at random: what they say does not matter to whoever measures time."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import Connection, insert, select

from data import bulk
from data.schema import message_score, post_score, topic, topic_model
from data.scoring.choice import versions
from data.scoring.judging import Versions
from data.topics import seed
from evals.sentences import TALKS, made_up
from metrics.text.tone import LEANING
from metrics.text.topics.model import fit

_NONE = 0.3  # share of no topic
_LIKELY = (0.3, 0.45, 0.25)  # of negative, neutral and positive
_UNSURE, _UNKNOWN = 0.2, 0.03  # shares: leaning to a tone, of a language that no model serves
_LANGUAGES = ("nl", "en")
_FITTED = 300  # texts


@dataclass(frozen=True)
class Scores:
    """A list of topics, and what draws scores on it."""

    random: np.random.Generator
    topics: tuple[int, ...]
    versions: Versions

    def of_messages(self, connection: Connection, comments: pd.DataFrame) -> None:
        """Give citizens' messages among these rows of `comment` a score."""
        said = comments[comments["is_own"] == 0]
        n = len(said)
        likely = self.random.dirichlet(_LIKELY, n)
        tone = likely.argmax(axis=1) + LEANING * (self.random.random(n) < _UNSURE)
        made = said[["post_id", "id"]].assign(**self._about(n), negative=likely[:, 0], positive=likely[:, 2])
        made["tone"] = pd.Series(tone, index=made.index, dtype="Int64").mask(self.random.random(n) < _UNKNOWN)
        fixed = (("tone_model", self.versions.tone_model), ("topics_version", self.versions.topics))
        bulk.write(connection, message_score, made.sort_values(["post_id", "id"]), fixed=fixed)

    def of_posts(self, connection: Connection, posts: pd.DataFrame) -> None:
        """Give these rows of `post` a score."""
        made = posts[["id"]].assign(**self._about(len(posts)))
        bulk.write(connection, post_score, made, fixed=(("topics_version", self.versions.topics),))

    def _about(self, n: int) -> dict[str, Any]:
        place = np.minimum(self.random.zipf(1.5, n), len(self.topics)) - 1
        about = pd.array(np.array(self.topics)[place], dtype="Int64")
        about[self.random.random(n) < _NONE] = pd.NA
        return {"language": self.random.choice(_LANGUAGES, n), "topic_id": about}


def _add_fit(connection: Connection) -> None:
    """A fit of a few texts, whose groups are no topics: pages say how topics were found."""
    texts = made_up(np.random.default_rng(1), TALKS, _FITTED)
    found = fit(pd.Series(texts), _LANGUAGES[0], k=4)
    said = {"kind": found.kind, "language": found.language, "k": found.k, "stability": found.stability}
    kept = insert(topic_model).values(**said, status="current", n=_FITTED, content=found.to_bytes(), who="", made_ts=0)
    connection.execute(kept)


def scores(connection: Connection, random: np.random.Generator) -> Scores:
    """Put the list that ships in the store, for scores on it."""
    seed(connection)
    topics = tuple(connection.scalars(select(topic.c.id).order_by(topic.c.id)))
    _add_fit(connection)
    return Scores(random, topics, versions(connection))
