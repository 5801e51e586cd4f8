"""Messages go to the topics of the list first, then to the found ones; merging and switching off count."""

import pickle

import numpy as np
import pandas as pd
import pytest
from sqlalchemy import Engine

from data import topics
from data.access import LOCAL_ADMINISTRATOR as ME
from data.topics import Assigner
from tests.data.topics.town import NO_WORDS, fill

TEXTS = pd.Series(["The ferry is late", "Tunnel closed", "nothing at all", "", "no ferry and no boat but a tunnel"])
ENGLISH = np.full(len(TEXTS), "en", dtype=object)


@pytest.fixture
def three(store: Engine) -> tuple[int, int]:
    topics.ready(store)
    ferry = topics.add(store, ME, {"en": "Ferry"}, {"en": ["ferry", "boat"]})
    return ferry, topics.add(store, ME, {"en": "Tunnel"}, {"en": ["tunnel"]})


def assigned(store: Engine, texts: "pd.Series[str]" = TEXTS) -> list[int | None]:
    with store.connect() as connection:
        assign: Assigner = pickle.loads(pickle.dumps(topics.assigner(connection)))
    return assign(texts, np.full(len(texts), "en", dtype=object)).tolist()


def test_by_words(store: Engine, three: tuple[int, int]) -> None:
    ferry, tunnel = three
    assert assigned(store) == [ferry, tunnel, None, None, ferry]
    assert assigned(store, TEXTS.head(0)) == []


def test_merged_switched_off_and_back(store: Engine, three: tuple[int, int]) -> None:
    ferry, tunnel = three
    topics.merge(store, ME, ferry, tunnel)
    assert assigned(store) == [tunnel, tunnel, None, None, tunnel]
    topics.switch_off(store, ME, tunnel)
    assert assigned(store) == [None] * 5
    topics.restore(store, ME, tunnel)
    topics.unmerge(store, ME, ferry)
    topics.switch_off(store, ME, ferry)
    assert assigned(store) == [None, tunnel, None, None, tunnel]


def test_what_no_words_match_goes_to_the_found_topics_of_its_language(store: Engine, three: tuple[int, int]) -> None:
    fill(store)
    topics.fit(store, ME, k=3)
    texts = pd.Series([*(group[0] for group in NO_WORDS.values()), "the ferry to the choir concert"])
    with store.connect() as connection:
        assign = topics.assigner(connection)
    *found, last = assign(texts, np.full(len(texts), "en", dtype=object))
    assert len(set(found)) == 3 and None not in found and last == three[0]
    assert assign(texts, np.full(len(texts), "fi", dtype=object)).tolist() == [None, None, None, three[0]]
    one = found[0]
    topics.merge(store, ME, one, three[1])
    assert assigned(store, texts)[0] == three[1]
    topics.unmerge(store, ME, one)
    topics.switch_off(store, ME, one)
    assert assigned(store, texts) == [None, *found[1:], three[0]]
