"""Finding topics in the messages that no words of the list match, and keeping what people made of earlier ones."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sqlalchemy import Connection, Engine

from data.access import Access
from data.bulk import Progress, silent
from data.locks import only_one
from data.registers.department_register import require_all_departments
from data.store import writing
from data.topics.assigning import Assigner, assigner
from data.topics.carrying import same_topics
from data.topics.fits import current_fits, replace_fits
from data.topics.groups import Groups
from data.topics.learning import MOST, Learned, enough, keep_groups, learn, within
from data.topics.leaving import leave
from data.topics.looking import look_again
from data.topics.seeding import raise_version, ready
from data.topics.texts import counted_languages, without_topic
from data.topics.topic import all_topics

WORK = "topics"
"""The name of the lock under which topics are found and split."""
_MOST_GROUPS = 1_000


@dataclass(frozen=True)
class Fitted:
    """What came of looking for topics: how many by language ("" for all), and what became of those of before.

    `too_few` are the messages without a topic by language, where they were too few to find any in. `known` were there
    before; `by_words` were not found again and stay, known by their words.
    """

    found: Mapping[str, int]
    too_few: Mapping[str, int]
    known: int = 0
    by_words: tuple[str, ...] = ()


def fit(engine: Engine, access: Access, progress: Progress = silent, k: int | None = None) -> Fitted:
    """Find topics in the newest messages that the list does not match, `k` in each language or as many as are steady.

    Own posts are not read: they would teach the words of the organisation, not of citizens. Languages with too few
    such messages (`learning.enough`) keep the topics that they have. All messages are assigned to topics afterwards.
    Raises `StoreError` when somebody is at it already, and `AccessDeniedError`.
    """
    from data import scoring  # it assigns messages to topics, so it knows this package

    require_all_departments(access)
    with only_one(engine, WORK, access.who):
        ready(engine)
        scoring.score(engine, access, within(progress, 0.0, 0.2))
        with engine.connect() as connection:
            assign = assigner(connection)
            groups = Groups(all_topics(connection))
            texts, too_few = _texts(connection, assign, groups)
        progress(0.25)
        if not texts:
            return Fitted({}, too_few)
        learned = learn(texts, k, within(progress, 0.25, 0.6))
        known = _known(assign, groups, learned)
        with writing(engine) as connection:
            stay = _store(connection, access, learned, known, assign)
            now = {one.language: one.topics for one in current_fits(connection) if one.splits is None}
        scoring.score(engine, access, within(progress, 0.6, 0.9))
        look_again(engine, access, anew=True)
        progress(1.0)
    return Fitted({one.language: now[one.language] for one in learned}, too_few, len(known), stay)


def _texts(
    connection: Connection, assign: Assigner, groups: Groups
) -> tuple[dict[str, "pd.Series[str]"], dict[str, int]]:
    """The texts to learn from by language, and how many there are where they are too few."""
    found_here = {groups.root(one.id) for one in groups.topics.values() if one.model_id is not None}
    counted = counted_languages(connection)
    texts = {one: _unmatched(connection, assign, one, found_here, n) for one, n in counted.items()}
    fit_for = enough(texts)
    few = {one: len(those) for one, those in texts.items() if one not in fit_for}
    return {one: those for one, those in texts.items() if one in fit_for}, few


def _unmatched(
    connection: Connection, assign: Assigner, language: str, found_here: Collection[int], n: int
) -> "pd.Series[str]":
    """The newest messages of a language that no words match, at most `MOST`.

    What stands under a found topic can be there by words (two topics were merged), so the words are looked for again.
    """
    parts: list[pd.Series[str]] = []
    for offset in range(0, n, MOST):
        read = without_topic(connection, language, found_here, MOST, offset)["text"]
        parts.append(assign.unmatched(read, language))
        if len(read) < MOST or sum(map(len, parts)) >= MOST:
            break
    return pd.concat(parts, ignore_index=True).head(MOST) if parts else pd.Series([], dtype=object)


def _known(assign: Assigner, groups: Groups, learned: Sequence[Learned]) -> dict[int, int]:
    """The topic of before that each new group (`_group`) is, for those that are one."""
    old: list[NDArray[Any]] = []
    new: list[int | None] = []
    for number, one in enumerate(learned):
        old.append(assign.raw(one.texts, one.languages))
        new += [None if place < 0 else _group(number, int(place)) for place in one.places]
    merged = {root: [one.id for one in groups.merged_into(root)] for root in set(map(groups.root, groups.topics))}
    return same_topics(np.concatenate(old), np.array(new, dtype=object), merged)


def _group(number: int, place: int) -> int:
    """A number for a group of one of several fits."""
    return number * _MOST_GROUPS + place


def _store(
    connection: Connection,
    access: Access,
    learned: Sequence[Learned],
    known: Mapping[int, int],
    assign: Assigner,
) -> tuple[str, ...]:
    """Put the fits and their topics in the place of those of before; what those are called that stay by their words."""
    languages = {one.language for one in learned}
    before = [fit for fit in assign.fits if fit.splits is None and _replaces(languages, fit.language)]
    for number, one in enumerate(learned):
        places = range(one.model.k)
        again = {place: known[_group(number, place)] for place in places if _group(number, place) in known}
        keep_groups(connection, access, one, again)
    ids = [fit.id for fit in before]
    gone = [one.id for one in all_topics(connection).values() if one.model_id in ids]
    stay = leave(connection, gone)
    replace_fits(connection, ids)
    raise_version(connection)
    return stay


def _replaces(languages: Collection[str], language: str) -> bool:
    return language in languages or "" in languages or language == ""
