"""Bins with the unanswered in them, and what others would report."""

import pytest

from metrics.responsiveness.distribution import PLACES, distribution
from metrics.responsiveness.others import pairs
from tests.metrics.sample_slices import DAY, posts, slice_of, with_answers

HOUR = 3600


def test_bins_and_no_answer_are_all_questions_that_are_due() -> None:
    data = with_answers(slice_of(), [600] * 5 + [2 * HOUR] * 3 + [2 * DAY] * 2, [9 * DAY] * 10 + [HOUR] * 4)
    found = distribution(data)
    assert list(found) == list(PLACES)
    assert {place: share.value for place, share in found.items() if share.value} == {
        "within_1h": 0.25,
        "within_4h": 0.15,
        "days_3": 0.1,
        "no_answer": 0.5,
    }
    assert sum(share.value or 0 for share in found.values()) == pytest.approx(1)
    assert (found["no_answer"].n, found["no_answer"].low) == (20, pytest.approx(0.2993, abs=1e-4))


def test_few_are_counted_and_nothing_is_nothing() -> None:
    few = distribution(with_answers(slice_of(), [600] * 3, [9 * DAY]))
    assert few["within_1h"].value is None
    assert few["within_1h"].reason is not None
    assert few["within_1h"].reason.english() == "3 of 4 questions: too few for a percentage."
    assert distribution(slice_of(posts(4))) == {}
    assert distribution(with_answers(slice_of(), [], [HOUR])) == {}


def test_who_leaves_out_the_unanswered_looks_fast() -> None:
    data = with_answers(slice_of(), [HOUR] * 10 + [2 * HOUR] * 8 + [40 * HOUR] * 2, [9 * DAY] * 12)
    found = pairs(data)
    # (10 x 1 + 8 x 2 + 2 x 40) / 20 = 5.3 hours; the middle two of 20 take 1 and 2 hours
    assert (found["average"].others.value, found["average"].others.n) == (pytest.approx(5.3 * HOUR, rel=0.02), 20)
    assert found["median"].others.value == pytest.approx(1.5 * HOUR, rel=0.02)
    assert (found["median"].honest.value, found["median"].honest.n) == (pytest.approx(2 * HOUR, rel=0.02), 32)
    assert (found["in_time"].others.value, found["in_time"].others.n) == (0.9, 20)
    assert (found["in_time"].honest.value, found["in_time"].honest.n) == (18 / 32, 32)


def test_without_answers_others_have_nothing_to_report() -> None:
    found = pairs(with_answers(slice_of(), [], [9 * DAY] * 12))
    for pair in found.values():
        assert pair.others.reason is not None
        assert pair.others.reason.english() == "None of the questions of this period got an answer."
    assert found["in_time"].honest.value == 0
    few = pairs(with_answers(slice_of(), [HOUR] * 9))["in_time"].others
    assert few.reason is not None and few.reason.english() == "9 of 9 questions: too few for a percentage."
