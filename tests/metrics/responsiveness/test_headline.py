"""The first sentence of the page, in every situation."""

import pytest

from metrics.responsiveness.headline import headline
from metrics.slices import Slice
from tests.metrics.sample_slices import DAY, posts, slice_of, with_answers

HOUR = 3600


def asked(in_time: int, late: int, waiting: int, oldest: float = 9 * DAY, young: int = 0) -> Slice:
    ages = [2 * DAY] * (waiting - 1) + [oldest] * min(waiting, 1) + [HOUR] * young
    return with_answers(slice_of(), [HOUR] * in_time + [3 * DAY] * late, ages)


def test_in_time_waiting_and_the_oldest() -> None:
    assert headline(asked(81, 31, 31, young=4)).english() == (
        "Of 143 questions whose deadline has passed, 81 (57 %, 48 % to 64 %) were answered in time; "
        "31 are still waiting, the oldest 9 days."
    )


@pytest.mark.parametrize(
    ("in_time", "late", "ending"),
    [
        (190, 10, "answered in time: the target of 80 % is clearly met; none is still waiting."),
        (140, 60, "answered in time: the target of 80 % is clearly missed; none is still waiting."),
        (24, 6, "answered in time: it is not clear whether the target of 80 % is met; none is still waiting."),
    ],
)
def test_a_target_is_judged_by_the_interval(in_time: int, late: int, ending: str) -> None:
    assert headline(asked(in_time, late, 0), target=0.8).english().endswith(ending)


def test_without_a_norm_a_day_counts_and_no_target_is_judged() -> None:
    assert headline(asked(10, 5, 1), norm_set=False, target=0.8).english() == (
        "Of 16 questions that are more than 24 hours old, 10 (62 %, 39 % to 82 %) were answered within 24 hours; "
        "1 is still waiting, for 9 days. No norm is set yet."
    )


def test_few_questions_are_counted() -> None:
    assert headline(asked(7, 0, 2), target=0.8).english() == (
        "7 of 9 questions whose deadline has passed were answered in time, too few for a percentage; "
        "2 are still waiting, the oldest 9 days."
    )
    assert headline(asked(0, 0, 1)).english() == (
        "0 of 1 question whose deadline has passed was answered in time, too few for a percentage; "
        "1 is still waiting, for 9 days."
    )


def test_nothing_due_nothing_asked_nothing_loaded() -> None:
    assert headline(asked(0, 0, 0, young=3)).english() == (
        "3 questions were asked, and no deadline has passed yet; waiting now: 3."
    )
    assert headline(asked(0, 0, 0)).english() == "Nobody asked a question in this period."
    assert headline(slice_of(posts(3))).english() == (
        "Not in the data of Facebook: the messages of citizens and the answers to them."
    )
