"""Looking again after messages were scored: do new ones still fit the found topics, and which words are typical now?"""

from collections.abc import Mapping

import numpy as np
import pandas as pd
from sqlalchemy import Connection, Engine, func, select, update

from data.access import Access
from data.kept import keep, kept
from data.schema import message_score, topic, topic_model
from data.store import writing
from data.topics.assigning import assigner, model_of
from data.topics.fits import Fit, current_fits
from data.topics.groups import Groups
from data.topics.learning import LEAST, MOST, WORDS
from data.topics.texts import counted_languages, newest, without_topic
from data.topics.topic import all_topics, words_text
from metrics.text.topics.model import DRIFTED
from metrics.text.topics.typical import typical_words

NEWEST = 500
"""Messages that drift is measured on."""
_FEWEST_NEW = 200
_FEWEST_SPOKEN = 50  # messages of a language; in fewer it may not be one that people speak here
_GREW = 1.1
_NO_TOPIC = 0  # messages about none of them say what is typical of no topic
_TYPICAL = "topics_typical"


def look_again(engine: Engine, access: Access, anew: bool = False) -> None:
    """Measure drift, and work out typical words where a topic grew by more than a tenth (or `anew`: in any case).

    For the end of scoring. A word is typical only when at least five messages of the topic use it.
    """
    access.require("write")
    with engine.connect() as connection:
        fits = [fit for fit in current_fits(connection) if fit.splits is None]
        before = {fit.id: fit.drift for fit in fits}
        drifts = {fit.id: _drift(connection, fit) for fit in fits}
        sizes = _sizes(connection)
        grown = anew or _grew(sizes, kept(connection, _TYPICAL, {}))
        typical = _typical(connection) if grown else {}
        stored = {number: one.typical for number, one in all_topics(connection).items()}
    drifts = {fit: value for fit, value in drifts.items() if value is not None and value != before[fit]}
    if not drifts and not grown:
        return
    with writing(engine) as connection:
        for fit, value in drifts.items():
            connection.execute(update(topic_model).where(topic_model.c.id == fit).values(drift=value))
        for number, words in typical.items():
            if words_text(words) != words_text(stored.get(number, {})):
                connection.execute(update(topic).where(topic.c.id == number).values(typical=words_text(words)))
        if grown:
            keep(connection, _TYPICAL, {str(number): n for number, n in sizes.items()})


def drifted(fit: Fit) -> bool:
    """Whether new messages fit the topics of a fit so much worse that they should be found again."""
    return fit.drift is not None and fit.drift > DRIFTED


def _drift(connection: Connection, fit: Fit) -> float | None:
    """How much worse the newest messages fit than those of the fit did; None when they are too few to say."""
    groups = Groups(all_topics(connection))
    found_here = {groups.root(one) for one in fit.places if one is not None}
    languages = [fit.language] if fit.language else list(counted_languages(connection))
    parts = [without_topic(connection, language, found_here, NEWEST)["text"] for language in languages]
    assign = assigner(connection)
    texts = pd.concat([assign.unmatched(one, code) for code, one in zip(languages, parts, strict=True)])
    return float(model_of(fit.content).drift(texts)) if len(texts) >= _FEWEST_NEW else None


def _sizes(connection: Connection) -> dict[int, int]:
    query = select(message_score.c.topic_id, func.count()).where(message_score.c.topic_id.is_not(None))
    rows = connection.execute(query.group_by(message_score.c.topic_id))
    return {row[0]: int(row[1]) for row in rows}


def _grew(sizes: Mapping[int, int], before: Mapping[str, int]) -> bool:
    return any(n >= LEAST and n > _GREW * before.get(str(number), 0) for number, n in sizes.items())


def _typical(connection: Connection) -> dict[int, dict[str, tuple[str, ...]]]:
    """The words that set the messages of each topic apart, by language; of languages with enough messages."""
    found: dict[int, dict[str, tuple[str, ...]]] = {}
    for language, n in counted_languages(connection).items():
        if n < _FEWEST_SPOKEN:
            continue
        rows = newest(connection, language, MOST)
        about = rows["topic_id"].fillna(_NO_TOPIC).to_numpy(np.int64)
        for number, words in typical_words(rows["text"], about, language, WORDS, LEAST).items():
            if words and number != _NO_TOPIC:
                found.setdefault(int(number), {})[language] = words
    return found
