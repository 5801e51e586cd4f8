"""Found topics: what people made of them survives another search, and messages are counted by them."""

import json
from collections import Counter
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from sqlalchemy import Engine, func, select, update

from data import scoring, topics
from data.access import LOCAL_ADMINISTRATOR as ME
from data.errors import StoreError
from data.locks import only_one
from data.schema import comment, message_score, topic, topic_model
from data.store import writing
from data.topics import looking
from data.topics.carrying import same_topics
from data.topics.fitting import WORK
from data.topics.learning import keep_groups, learn
from data.topics.topic import Topic
from metrics.text.topics import semantic
from tests.data.topics.town import NO_WORDS, add, fill, messages, said


@pytest.fixture(autouse=True)
def each_language_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether the optional extra is installed or not."""
    monkeypatch.setattr(semantic, "available", lambda: False)


def refused(code: str) -> "pytest.RaisesExc[StoreError]":
    return pytest.raises(StoreError, check=lambda error: error.message.code == code and bool(error.message.english()))


def found(store: Engine) -> list[Topic]:
    return [one for one in topics.topics(store, ME) if one.model_id is not None]


def is_about(store: Engine) -> dict[int, str]:
    """What most messages of each found topic are really about."""
    query = select(message_score.c.topic_id, comment.c.text).join(comment, comment.c.id == message_score.c.id)
    truth: dict[int, Counter[str]] = {}
    with store.connect() as connection:
        for number, text in connection.execute(query.where(message_score.c.topic_id.is_not(None))):
            for name, texts in NO_WORDS.items():
                if any(text.startswith(one) for one in texts):
                    truth.setdefault(number, Counter())[name] += 1
    return {number: counted.most_common(1)[0][0] for number, counted in truth.items()}


def topic_of(store: Engine, name: str) -> int:
    return next(number for number, about in is_about(store).items() if about == name)


def test_topics_are_found_and_messages_counted_by_them(store: Engine) -> None:
    fill(store)
    told: list[float] = []
    done = topics.fit(store, ME, told.append, k=3)
    assert done.found == {"en": 3} and done.known == 0 and told == sorted(told) and told[-1] == 1.0
    assert sorted(is_about(store).values()) == ["bridge", "choir", "geese"]
    assert all(one.origin == "found" and one.kind == "tfidf" and one.stability is not None for one in found(store))
    listed = topics.listed(store, ME)
    assert sum(listed.sizes.values()) + listed.without == 3 * 90 + 12
    assert [listed.sizes.get(one.id, 0) for one in listed.shown()] == [90, 90, 90, 12, 0, 0]
    with store.connect() as connection:
        [model] = connection.execute(select(topic_model)).all()
        versions = set(connection.scalars(select(message_score.c.topics_version)))
        assert versions == {topics.topics_version(connection)}
    assert (model.status, model.n, model.k, model.language) == ("current", 270, 3, "en")


def test_what_people_made_survives_another_search(store: Engine) -> None:
    fill(store)
    topics.fit(store, ME, k=3)
    bridge, geese, choir = (topic_of(store, name) for name in ("bridge", "geese", "choir"))
    topics.change_topic(store, ME, bridge, {"names": {"en": "Bridge", "nl": "Brug"}, "owner_id": 2, "pinned": True})
    topics.switch_off(store, ME, geese)
    add(store, messages(30, seed=2, start=5000))
    done = topics.fit(store, ME, k=3)
    assert done.known == 3 and done.by_words == ()
    assert topic_of(store, "bridge") == bridge and topic_of(store, "choir") == choir
    assert geese not in is_about(store), "it is found again, and still switched off"
    again = next(one for one in found(store) if one.id == bridge)
    assert (again.label("nl"), again.owner_id, again.pinned) == ("Brug", 2, True)
    with store.connect() as connection:
        states = connection.execute(select(topic_model.c.status, func.length(topic_model.c.content))).all()
        assert connection.scalar(select(func.count()).where(topic.c.origin == "found")) == 3
    assert sorted(state for state, _size in states) == ["current", "replaced"]
    assert next(size for state, size in states if state == "replaced") == 0


def test_merged_found_topics_stay_one(store: Engine) -> None:
    fill(store)
    topics.fit(store, ME, k=3)
    bridge, geese = topic_of(store, "bridge"), topic_of(store, "geese")
    parking = next(one.id for one in topics.topics(store, ME) if one.code == "parking")
    topics.merge(store, ME, bridge, parking)
    scoring.score(store, ME)
    assert topics.listed(store, ME).sizes[parking] > 90
    topics.fit(store, ME, k=3)
    listed = topics.listed(store, ME)
    assert listed.groups.root(bridge) == parking and listed.sizes[parking] > 90
    topics.merge(store, ME, bridge, geese)
    scoring.score(store, ME)
    topics.fit(store, ME, k=2)  # the two that people took together are now one to the fit as well, or are not
    assert geese in topics.listed(store, ME).groups.topics


def test_what_is_not_found_again_goes_unless_people_made_something_of_it(store: Engine) -> None:
    fill(store)
    topics.fit(store, ME, k=3)
    bridge, geese = topic_of(store, "bridge"), topic_of(store, "geese")
    topics.pin(store, ME, bridge)
    gone = comment.c.text.like("%bridge%") | comment.c.text.like("%geese%")
    with writing(store) as connection:  # as if retention took them
        connection.execute(update(comment).where(gone).values(text="flower bulbs planted along the ring road"))
    scoring.score(store, ME)
    done = topics.fit(store, ME, k=2)
    assert len(done.by_words) == 1
    here = {one.id: one for one in topics.topics(store, ME)}
    assert geese not in here
    kept = here[bridge]
    assert kept.model_id is None and kept.origin == "found" and {"canal", "bridge"} & set(kept.words["en"])
    add(store, [said(7000, "again that canal bridge")])
    assert topics.listed(store, ME).sizes[bridge] == 1


def test_too_few_messages_change_nothing(store: Engine) -> None:
    fill(store, n=10)
    done = topics.fit(store, ME)
    assert done.found == {} and done.too_few["en"] >= 30
    assert found(store) == []
    topics.fit(store, ME)


def test_without_any_message(store: Engine) -> None:
    assert topics.fit(store, ME).found == {}
    topics.look_again(store, ME)


def test_one_at_a_time(store: Engine) -> None:
    fill(store)
    with only_one(store, WORK, "jo"), refused("work_taken"):
        topics.fit(store, ME)
    topics.fit(store, ME, k=2)


def test_a_split_and_taking_it_back(store: Engine) -> None:
    fill(store)
    whole = topics.add(store, ME, {"en": "Outside"}, {"en": ["bridge*", "drawbridge*", "geese", "choir", "boats"]})
    scoring.score(store, ME)
    before = topics.listed(store, ME).sizes[whole]
    assert topics.split(store, ME, whole, 3) == 3
    parts = [one for one in topics.topics(store, ME) if one.part_of == whole]
    sizes = topics.listed(store, ME).sizes
    assert len(parts) == 3 and sum(sizes[one.id] for one in parts) + sizes.get(whole, 0) == before
    assert {is_about(store)[one.id] for one in parts} == set(NO_WORDS)
    topics.rename(store, ME, parts[0].id, {"en": "Part"})
    with refused("topic_split"):
        topics.split(store, ME, whole, 2)
    with refused("topic_part"):
        topics.merge(store, ME, whole, parts[0].id)
    topics.switch_off(store, ME, whole)
    assert not [one for one in topics.topics(store, ME) if one.part_of == whole]
    topics.restore(store, ME, whole)
    other = topics.add(store, ME, {"en": "Swans"}, {"en": ["swan*"]})
    topics.merge(store, ME, other, parts[1].id)
    topics.unsplit(store, ME, whole)
    scoring.score(store, ME)
    listed = topics.listed(store, ME)
    assert listed.sizes[whole] == before and listed.groups.root(other) == whole
    assert not [one for one in topics.topics(store, ME) if one.part_of == whole]


@pytest.mark.parametrize(("k", "code"), [(1, "topic_parts"), (9, "topic_parts"), (2, "topic_split_few")])
def test_a_split_that_cannot_be(store: Engine, k: int, code: str) -> None:
    fill(store, n=5)
    with refused(code):
        topics.split(store, ME, next(one.id for one in topics.topics(store, ME) if one.code == "parking"), k)


def test_typical_words_are_words_of_many(store: Engine) -> None:
    fill(store, parking=40)
    add(store, [said(6000 + i, "parking [handle] @jan zwijndrecht https://x.example/abcd") for i in range(4)])
    topics.fit(store, ME, k=3)
    about = is_about(store)
    typical = {one.code or about.get(one.id): one.typical["en"] for one in topics.topics(store, ME) if one.typical}
    assert "geese" in typical["geese"] and "choir" in typical["choir"] and "parking" in typical["parking"]
    every = {word for words in typical.values() for word in words}
    assert not every & {"zwijndrecht", "handle", "jan", "example", "abcd", "https"}
    with store.connect() as connection:
        for number, words in connection.execute(select(topic.c.id, topic.c.typical)):
            texts = connection.scalars(
                select(func.lower(comment.c.text))
                .join(message_score, message_score.c.id == comment.c.id)
                .where(message_score.c.topic_id == number)
            ).all()
            for word in (word for some in json.loads(words).values() for word in some):
                assert sum(word in text for text in texts) >= 5, word


def test_typical_words_follow_when_a_topic_grows(store: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(store)
    topics.fit(store, ME, k=3)
    calls: list[int] = []
    really = looking._typical
    monkeypatch.setattr(looking, "_typical", lambda connection: calls.append(1) or really(connection))
    topics.look_again(store, ME)
    add(store, messages(2, seed=3, start=5000))
    topics.look_again(store, ME)
    assert calls == []
    add(store, messages(20, ("geese",), seed=4, start=6000))
    topics.look_again(store, ME)
    assert calls == [1]


def test_new_messages_that_fit_worse_are_drift(store: Engine) -> None:
    fill(store)
    topics.fit(store, ME, k=3)
    with store.connect() as connection:
        [fit] = topics.current_fits(connection)
    assert fit.drift is not None and not topics.drifted(fit)
    add(store, [said(6000 + i, f"tulip fields {i} bloom behind dunes, heaven for painters") for i in range(900)])
    topics.look_again(store, ME)
    with store.connect() as connection:
        [fit] = topics.current_fits(connection)
    assert topics.drifted(fit)


def test_each_topic_is_carried_once_and_the_largest_overlap_first() -> None:
    old = np.array([1] * 10 + [2] * 10 + [None] * 4, dtype=object)
    new = np.array([5] * 9 + [6] * 11 + [None] * 4, dtype=object)
    assert same_topics(old, new, {}) == {5: 1, 6: 2}
    assert same_topics(old, np.full(24, 5, dtype=object), {}) == {}, "half of it is not enough"
    assert same_topics(old, np.array([5] * 20 + [None] * 4, dtype=object), {2: [1]}) == {5: 2}


@pytest.mark.skipif(not semantic.available(), reason="needs the optional extra, requirements-semantic.txt")
def test_one_fit_across_languages_takes_the_place_of_one_for_each(
    store: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(store)
    topics.fit(store, ME, k=3)
    assert [one.kind for one in found(store)] == ["tfidf"] * 3
    monkeypatch.setattr(semantic, "available", lambda: True)
    geese = topic_of(store, "geese")
    topics.rename(store, ME, geese, {"en": "Geese"})
    dutch = ("de ganzen bij het meer poepen het hele weiland onder", "wat een ganzen op het weiland bij het meer")
    add(store, [said(6000 + i, dutch[i % 2]) for i in range(60)])
    done = topics.fit(store, ME, k=3)
    assert done.found == {"": 3} and done.known == 3
    assert {one.kind for one in found(store)} == {"semantic"}
    assert topics.listed(store, ME).groups.topics[geese].label("en") == "Geese"
    typical = next(one.typical for one in found(store) if one.id == geese)
    assert "geese" in typical["en"] and "ganzen" in typical["nl"]


def test_a_group_of_a_few_messages_is_no_topic(store: Engine) -> None:
    texts = pd.Series([row["text"] for row in messages(90)])
    [learned] = learn({"en": texts}, 3, lambda _: None)
    of_first = np.flatnonzero(learned.places == 0)
    places = learned.places.copy()
    places[of_first[4:]] = -1
    with writing(store) as connection:
        keep_groups(connection, ME, replace(learned, places=places))
        [fit] = topics.current_fits(connection)
        assign = topics.assigner(connection)
    assert len(found(store)) == fit.topics == 2 and fit.k == 3
    about = assign(texts, learned.languages)
    assert set(about[of_first]) == {None} and None not in about[learned.places > 0]
