"""Opening hours, nights, and the calendar of the three years."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.demo.calendar import Calendar
from loaders.demo.city import Habit
from loaders.demo.rhythm import DAY, OpeningHours, wake

_CALENDAR = Calendar(date(2026, 9, 30))
_OFFICE = OpeningHours(Habit(1, 60, 1, opens=9, closes=17), _CALENDAR)


def _at(day: date, hour: int, minute: int = 0) -> int:
    return _CALENDAR.number(day) * DAY + hour * 60 + minute


@pytest.mark.parametrize(
    ("start", "minutes", "moment"),
    [
        ((date(2026, 9, 28), 10, 0), 60, (date(2026, 9, 28), 11, 0)),  # within a Monday
        ((date(2026, 9, 28), 16, 30), 60, (date(2026, 9, 29), 9, 30)),  # over the night
        ((date(2026, 9, 25), 20, 0), 30, (date(2026, 9, 28), 9, 30)),  # Friday evening: Monday
        ((date(2026, 9, 28), 7, 0), 10, (date(2026, 9, 28), 9, 10)),  # before opening
        ((date(2026, 4, 24), 16, 0), 120, (date(2026, 4, 28), 10, 0)),  # King's Day is a Monday
    ],
)
def test_the_clock_only_runs_while_open(
    start: tuple[date, int, int], minutes: int, moment: tuple[date, int, int]
) -> None:
    assert _OFFICE.after(np.array([_at(*start)]), np.array([minutes])).tolist() == [_at(*moment)]


def test_beyond_the_last_day_nothing_is_answered() -> None:
    assert _OFFICE.after(np.array([_at(date(2026, 9, 30), 16)]), np.array([600]))[0] > _CALENDAR.days * DAY


@given(st.lists(st.integers(0, 1000 * DAY), min_size=1, max_size=20), st.integers(1, 5000))
def test_an_answer_comes_after_the_question_and_in_order(starts: list[int], minutes: int) -> None:
    asked = np.sort(np.array(starts))
    answered = _OFFICE.after(asked, np.full(len(asked), minutes))
    assert (answered >= asked + minutes).all() or (answered > asked).all()
    assert (np.diff(answered) >= 0).all()


def test_nobody_writes_in_the_small_hours() -> None:
    of_day = wake(np.arange(DAY)) % DAY
    assert not ((of_day >= 30) & (of_day < 6 * 60 + 30)).any()


def test_the_calendar_has_holidays_a_storm_elections_and_the_event() -> None:
    assert (_CALENDAR.first, _CALENDAR.days) == (date(2023, 10, 1), 1096)
    assert _CALENDAR.public_holiday[_CALENDAR.number(date(2025, 12, 25))]
    assert _CALENDAR.school_holiday[_CALENDAR.number(date(2026, 8, 1))]
    assert np.flatnonzero(_CALENDAR.storm).tolist() == [_CALENDAR.number(date(2026, 1, day)) for day in (8, 9)]
    assert _CALENDAR.election[_CALENDAR.number(date(2026, 3, 18))] == 1.0
    assert _CALENDAR.event[_CALENDAR.number(date(2025, 12, 20))] == 1.0  # the third Saturday of December


def test_a_leap_day_can_be_the_end() -> None:
    assert Calendar(date(2028, 2, 29)).first == date(2025, 3, 1)
