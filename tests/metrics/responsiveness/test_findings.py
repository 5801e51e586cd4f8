"""The stories that answers tell: only those that are clear, the most useful first."""

from metrics.responsiveness.findings import findings, promises, unanswered
from metrics.slices import Slice
from tests.metrics.responsiveness.test_staffing import hours
from tests.metrics.sample_slices import DAY, slice_of, with_answers

HOUR = 3600
NAMES = {1: "Parks", 2: "Roads", 3: "Water", 4: "Taxes"}


def department(data: Slice, number: int, hours: float, answered: int, never: int, platform: str = "x") -> Slice:
    owner = {"department_id": number, "account_id": 10 * number + len(platform), "platform": platform}
    return with_answers(data, [hours * HOUR] * answered, [9 * DAY] * never, **owner)


def city() -> Slice:
    """Parks answers within two hours, and leaves 35 of 100 without an answer; the others are slower and thorough."""
    data = department(slice_of(), 1, 2, 65, 35)
    data = department(data, 2, 10, 95, 5)
    data = department(data, 3, 20, 95, 5)
    return department(data, 4, 30, 90, 10)


def test_the_fast_average_that_hides_the_unanswered_comes_first() -> None:
    slow = hours({(0, 10): (90, 90, 80, 0), (5, 10): (30, 30, 6, 0)})
    found = findings(city(), NAMES, {1: 0.8, 2: 0.8}, slow)
    assert [finding.kind for finding in found] == ["unanswered", "promise", "slow_hours"]
    assert found[0].message.english() == (
        "Parks seems fast: 2 hours on average. But 35 % of its 100 questions got no answer, against 7 % elsewhere. "
        "The average leaves these people out."
    )
    assert found[0].checks == 4
    assert found[1].message.english() == (
        "Parks promises that 80 % of the questions are answered in time. Of 100 questions it was 65 % (55 % to 74 %)."
    )
    assert found[2].message.english() == (
        "Questions asked on a Saturday wait longest: 20 % of 30 were answered in time, against 89 % at other times."
    )


def test_a_slow_department_that_leaves_more_unanswered_is_told_in_other_words() -> None:
    data = department(department(department(slice_of(), 1, 50, 65, 35), 2, 2, 95, 5), 3, 4, 95, 5)
    hidden, rest = unanswered(data, NAMES)
    assert hidden == []
    assert [finding.message.english() for finding in rest] == [
        "Parks leaves more questions without an answer: 35 % of 100, against 5 % elsewhere."
    ]


def test_a_difference_that_chance_explains_is_not_told() -> None:
    data = department(department(slice_of(), 1, 2, 40, 10), 2, 10, 42, 8)
    assert unanswered(data, NAMES) == ([], [])
    assert unanswered(department(slice_of(), 1, 2, 40, 60), NAMES) == ([], [])  # nobody to compare with
    assert findings(slice_of(), NAMES, {1: 0.8}) == []


def test_a_platform_that_points_the_other_way_takes_the_story_away() -> None:
    """Parks leaves fewer unanswered on both platforms, and more in total, for it is mostly on the one that is hard."""
    data = department(department(slice_of(), 1, 2, 110, 90, "facebook"), 1, 2, 20, 0, "x")
    data = department(department(data, 2, 20, 5, 15, "facebook"), 2, 20, 190, 10, "x")
    assert unanswered(data, NAMES) == ([], [])


def test_a_promise_that_may_hold_is_left_alone() -> None:
    data = department(slice_of(), 1, 2, 24, 6)
    assert promises(data, NAMES, {1: 0.8, 2: 0.8}) == []
    assert len(promises(data, NAMES, {1: 0.95})) == 1
