"""The leave of a department: who may give it, what everybody then sees, and what it says of who and when."""

import pytest
from sqlalchemy import Engine

from data import practice
from data.access import LOCAL_ADMINISTRATOR as ME
from data.access import Access, AccessDeniedError
from data.errors import StoreError
from data.queries.practice import cards, exceeding, shared
from data.standouts import refresh
from data.undo import undo
from metrics.periods import Period
from tests.data.queries.stored_figures import NOBODY, ROADS_ONLY, only
from tests.data.standouts.busy import HITS, key, load_busy
from tests.loaders.sample_batches import registers

ALL = Period(20_000, 21_500)
LARGE, SMALL = key(HITS[0]), key(HITS[1])
GREEN_ONLY = Access("sam", "administrator", frozenset({2}))


@pytest.fixture(autouse=True)
def _busy(store: Engine) -> None:
    registers(store)
    load_busy(store)
    refresh(store, ME)


def test_a_shared_post_is_seen_by_everybody_with_its_lesson(store: Engine) -> None:
    practice.share(store, GREEN_ONLY, SMALL, "  Ask one\nquestion. ", made_ts=1_790_000_000)
    for reader in (ME, GREEN_ONLY, ROADS_ONLY):
        row = shared(store, reader, only(ALL)).iloc[0]
        assert (row["post_id"], row["lesson"], row["who"]) == (SMALL, "Ask one question.", "sam")
        assert (row["account"], row["platform"], row["interactions"]) == ("green", "x", 100)
        assert row["made_ts"] == 1_790_000_000 and row["low"] <= row["expected"] <= row["high"]
    assert shared(store, ME, only(ALL, departments=(1,))).empty
    assert shared(store, ME, only(Period(20_000, 20_001))).empty


def test_only_who_may_write_for_the_department_decides(store: Engine) -> None:
    for act in (practice.keep_to_ourselves, practice.withdraw, lambda *a: practice.share(*a, "Lesson")):
        for reader in (ROADS_ONLY, NOBODY):
            with pytest.raises(AccessDeniedError):
                act(store, reader, SMALL)
    assert shared(store, ME, only(ALL)).empty


def test_candidates_are_seen_by_their_own_department_only(store: Engine) -> None:
    assert SMALL not in exceeding(store, ROADS_ONLY, only(ALL))["post_id"].tolist()
    assert cards(store, ROADS_ONLY, [SMALL, LARGE])["post_id"].tolist() == [LARGE]
    assert cards(store, ME, []).empty


def test_a_decision_is_taken_back_before_another_one_is_made(store: Engine) -> None:
    practice.share(store, ME, LARGE, "First")
    for again in (
        lambda: practice.share(store, ME, LARGE, "Second"),
        lambda: practice.keep_to_ourselves(store, ME, LARGE),
    ):
        with pytest.raises(StoreError, match="decided about this post already"):
            again()
    assert shared(store, ME, only(ALL))["lesson"].tolist() == ["First"]
    practice.withdraw(store, ME, LARGE)
    assert _status(store) is None
    practice.keep_to_ourselves(store, ME, LARGE)
    assert shared(store, ME, only(ALL)).empty
    assert _status(store) == "kept"


def _status(store: Engine) -> object:
    rows = exceeding(store, ME, only(ALL)).set_index("post_id")
    return rows["status"][LARGE]


@pytest.mark.parametrize("lesson", ["", " \n ", "x" * (practice.LONGEST + 1)])
def test_a_lesson_is_needed_and_has_a_length(store: Engine, lesson: str) -> None:
    with pytest.raises(StoreError):
        practice.share(store, ME, LARGE, lesson)
    assert shared(store, ME, only(ALL)).empty


def test_a_post_that_is_not_there_cannot_be_shared(store: Engine) -> None:
    with pytest.raises(StoreError):
        practice.share(store, ME, 12, "Lesson")


def test_a_shared_post_goes_with_its_import_and_comes_back_with_it(store: Engine) -> None:
    practice.share(store, ME, LARGE, "Lesson")
    undo(store, ME, 1)
    assert shared(store, ME, only(ALL)).empty
    load_busy(store)
    assert shared(store, ME, only(ALL))["post_id"].tolist() == [LARGE]


def test_a_shared_post_stays_when_it_no_longer_stands_out(store: Engine) -> None:
    practice.share(store, ME, LARGE, "Lesson")
    load_busy(store, hits=())
    refresh(store, ME)
    row = shared(store, ME, only(ALL)).iloc[0]
    assert row["lesson"] == "Lesson" and row["surprise"] != row["surprise"]
