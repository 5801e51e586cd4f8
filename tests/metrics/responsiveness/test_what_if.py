"""Another norm and other opening hours, on questions whose answers can be counted by hand."""

from collections.abc import Sequence
from datetime import UTC, datetime

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.norms import OFFICE_HOURS, Norm
from metrics.norms.clock import NeverOpenError
from metrics.responsiveness.what_if import another_norm, other_hours

HOUR, DAY = 3600, 86_400
MONDAY = int(datetime(2026, 9, 7, tzinfo=UTC).timestamp())  # midnight; the tests are in UTC
UNTIL = MONDAY + 28 * DAY


def at(day: int, hour: float) -> int:
    return MONDAY + day * DAY + round(hour * HOUR)


def norm(unit: str, amount: float) -> Norm:
    return Norm(unit, amount, time_zone="UTC")  # type: ignore[arg-type]


def cases(asked: Sequence[int], answered: Sequence[int | None], until: int = UNTIL) -> pd.DataFrame:
    return pd.DataFrame({"asked_ts": asked, "answered_ts": pd.array(list(answered), dtype="Int64"), "until_ts": until})


# ten asked on Friday at 16:00 and answered on Monday at 10:00: two working hours, 66 on the clock; ten never answered
FRIDAY = cases([at(4, 16)] * 20, [at(7, 10)] * 10 + [None] * 10)


def test_the_same_answers_by_another_norm() -> None:
    found = another_norm(FRIDAY, norm("hours", 24), norm("working_hours", 4))
    assert (found.before.value, found.after.value, found.after.n) == (0.0, 0.5, 20)
    assert found.message.english() == ("More in time: 50 % (30 % to 70 %) of 20 questions, against 0 % of 20 as it is.")
    back = another_norm(FRIDAY, norm("working_days", 1), norm("working_hours", 1))
    assert (back.before.value, back.after.value) == (0.5, 0.0)
    assert back.message.english().startswith("Fewer in time: 0 % (0 % to 16 %)")
    assert another_norm(FRIDAY, norm("hours", 66), norm("hours", 72)).message.english().startswith("As many in time")


def test_a_longer_norm_does_not_judge_the_newest_questions() -> None:
    fresh = cases([at(0, 9)] * 20 + [at(1, 9)] * 5, [at(0, 10)] * 20 + [None] * 5, until=at(1, 12))
    found = another_norm(fresh, norm("hours", 2), norm("hours", 24))
    assert (found.before.n, found.before.value) == (25, 0.8)
    assert (found.after.n, found.after.value) == (20, 1.0)
    too_long = another_norm(fresh, norm("hours", 2), norm("hours", 500))
    assert too_long.message.english() == "No question of this period has passed its deadline yet."


def test_an_answer_takes_as_many_open_hours_at_other_hours() -> None:
    """Open on Saturday too: two hours after Friday 16:00 is Saturday at 10:00, within 24 hours."""
    saturdays = {**OFFICE_HOURS, 5: ("09:00", "17:00")}
    found = other_hours(FRIDAY, norm("hours", 24), saturdays)
    assert (found.before.value, found.after.value, found.after.n) == (0.0, 0.5, 20)  # the unanswered stay so
    assert "Questions without an answer stay without one." in found.assumed.english()


def test_deadlines_stay_where_they_are() -> None:
    """Within 4 working hours of Friday 16:00 is Monday at 12:00, also when Saturday is opened."""
    found = other_hours(FRIDAY, norm("working_hours", 1), {**OFFICE_HOURS, 5: ("09:00", "17:00")})
    assert (found.before.value, found.after.value) == (0.0, 0.0)  # due at 17:00 on Friday, answered on Saturday at 10
    evenings = dict.fromkeys(range(5), ("09:00", "21:00"))
    assert other_hours(FRIDAY, norm("hours", 2), evenings).after.value == 0.5  # answered on Friday at 18:00


def test_an_answer_outside_opening_hours_stays_where_it_is() -> None:
    night = cases([at(0, 20)] * 10, [at(0, 23)] * 10)
    found = other_hours(night, norm("hours", 2), dict.fromkeys(range(7), ("00:00", "24:00")))
    assert (found.before.value, found.after.value) == (0.0, 0.0)


def test_shorter_hours_make_answers_later() -> None:
    found = other_hours(FRIDAY, norm("hours", 70), {0: ("12:00", "13:00"), 3: ("12:00", "13:00")})
    assert (found.before.value, found.after.value) == (0.5, 0.0)  # Monday and Thursday an hour each


def test_nothing_to_judge() -> None:
    assert another_norm(cases([], []), norm("hours", 4), norm("hours", 8)).message.code == "no_questions"
    few = other_hours(FRIDAY.head(9), norm("hours", 70), OFFICE_HOURS)
    assert few.message.english() == "9 of 9 questions: too few for a percentage."
    with pytest.raises(NeverOpenError):
        other_hours(FRIDAY, norm("hours", 24), {})


@given(st.lists(st.tuples(st.integers(0, 20 * DAY), st.integers(0, 7 * DAY)), min_size=10, max_size=40))
def test_longer_hours_never_answer_anybody_later(moments: list[tuple[int, int]]) -> None:
    asked = [MONDAY + start for start, _wait in moments]
    answered = [MONDAY + start + wait for start, wait in moments]
    longer = dict.fromkeys(range(7), ("08:00", "20:00"))
    found = other_hours(cases(asked, answered), norm("hours", 24), longer)
    same = other_hours(cases(asked, answered), norm("hours", 24), OFFICE_HOURS)
    assert found.before.value is not None and found.after.value is not None
    assert found.after.value >= found.before.value
    assert np.isclose(same.after.value or 0, same.before.value or 0)
