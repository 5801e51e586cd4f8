"""The clock of opening hours, against moments counted by hand and against a count minute by minute."""

from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import holidays as calendars
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.norms import OFFICE_HOURS
from metrics.norms.clock import Clock, NeverOpenError

AMSTERDAM = "Europe/Amsterdam"
ALL_DAY = dict.fromkeys(range(7), ("00:00", "24:00"))
HOUR, MINUTE = 3600, 60


def at(text: str, zone: str = AMSTERDAM, fold: int = 0) -> int:
    """The moment of a local time; `fold` 1 is the second time it comes."""
    return int(datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone), fold=fold).timestamp())


def clock(hours: dict[int, tuple[str, str]] = OFFICE_HOURS, zone: str = AMSTERDAM, holidays: str = "NL") -> Clock:
    return Clock(hours, zone, holidays, at("2026-01-01"), at("2026-12-31"))


def hours_between(made: Clock, start: int, end: int) -> float:
    return float(made.seconds_between(start, end)) / HOUR


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2026-09-04 16:00", "2026-09-07 10:00", 2),  # Friday afternoon to Monday morning
        ("2026-09-07 10:00", "2026-09-04 16:00", 0),  # an end before the start
        ("2026-09-05 11:00", "2026-09-06 20:00", 0),  # within a weekend
        ("2026-09-07 08:00", "2026-09-07 18:00", 8),
        ("2026-09-07 12:00", "2026-09-07 12:30", 0.5),
        ("2026-09-07 17:00", "2026-09-08 09:00", 0),
        ("2026-04-02 16:00", "2026-04-07 10:00", 2),  # Good Friday and Easter Monday are not worked
        ("2026-04-26 20:00", "2026-04-28 09:30", 0.5),  # King's Day, Monday 27 April 2026
        ("2025-04-25 16:30", "2025-04-28 09:30", 1),  # in 2025 on Saturday the 26th, because the 27th is a Sunday
        ("2026-12-24 16:00", "2026-12-28 10:00", 2),  # Christmas
        ("2026-08-31 09:00", "2026-09-30 17:00", 23 * 8),  # working days of a month and a day
    ],
)
def test_working_hours_counted_by_hand(start: str, end: str, expected: float) -> None:
    assert hours_between(clock(), at(start), at(end)) == expected


@pytest.mark.parametrize(
    ("start", "hours", "expected"),
    [
        ("2026-09-04 16:00", 2, "2026-09-07 10:00"),
        ("2026-09-04 16:00", 1, "2026-09-04 17:00"),  # not Monday at nine
        ("2026-09-04 16:00", 0, "2026-09-04 16:00"),
        ("2026-09-05 12:00", 0, "2026-09-07 09:00"),
        ("2026-09-04 17:00", 0, "2026-09-07 09:00"),
        ("2026-04-27 03:00", 0, "2026-04-28 09:00"),  # the night of a holiday: the next opening
        ("2026-04-27 03:00", 4, "2026-04-28 13:00"),
        ("2026-04-02 18:00", 8, "2026-04-07 17:00"),  # over Easter
        ("2026-09-07 09:00", 40, "2026-09-11 17:00"),
        ("2026-09-07 09:00", 41, "2026-09-14 10:00"),
    ],
)
def test_the_moment_after_so_many_working_hours(start: str, hours: int, expected: str) -> None:
    assert int(clock().after(at(start), hours * HOUR)) == at(expected)


@pytest.mark.parametrize(
    ("start", "days", "expected"),
    [
        ("2026-09-07 10:00", 0, "2026-09-07 17:00"),
        ("2026-09-07 07:00", 0, "2026-09-07 17:00"),  # before opening is the same day
        ("2026-09-07 17:00", 0, "2026-09-08 17:00"),  # at closing time it is too late for that day
        ("2026-09-07 10:00", 1, "2026-09-08 17:00"),
        ("2026-09-04 16:00", 2, "2026-09-08 17:00"),
        ("2026-09-05 12:00", 1, "2026-09-08 17:00"),  # a Saturday: the clock starts on Monday
        ("2026-04-27 12:00", 0, "2026-04-28 17:00"),  # King's Day
        ("2026-04-02 12:00", 1, "2026-04-07 17:00"),  # the Thursday before Easter
    ],
)
def test_closing_time_of_a_working_day(start: str, days: int, expected: str) -> None:
    assert int(clock().closing(at(start), days)) == at(expected)


def test_a_day_has_23_or_25_hours_when_summer_time_begins_or_ends() -> None:
    made = clock(ALL_DAY, holidays="")
    assert hours_between(made, at("2026-03-29"), at("2026-03-30")) == 23
    assert hours_between(made, at("2026-10-25"), at("2026-10-26")) == 25
    assert int(made.after(at("2026-03-28 12:00"), 24 * HOUR)) == at("2026-03-29 13:00")
    assert int(made.after(at("2026-10-24 12:00"), 24 * HOUR)) == at("2026-10-25 11:00")


def test_hours_until_midnight_and_on_from_it_do_not_overlap_or_leave_a_gap() -> None:
    made = clock({5: ("20:00", "24:00"), 6: ("00:00", "04:00")}, holidays="")
    assert hours_between(made, at("2026-09-05"), at("2026-09-07")) == 8
    assert hours_between(made, at("2026-03-28"), at("2026-03-30")) == 7  # four hours, and three of the short night
    assert hours_between(made, at("2026-10-24"), at("2026-10-26")) == 9
    assert int(made.closing(at("2026-09-05 21:00"), 0)) == at("2026-09-06 00:00")


def test_a_time_that_the_clock_skips_or_shows_twice() -> None:
    made = clock({6: ("02:30", "05:00")}, holidays="")
    skipped = at("2026-03-29 00:00")
    assert int(made.after(skipped, 0)) == at("2026-03-29 03:00")  # 02:30 does not exist: when the clock jumps to 3
    assert hours_between(made, skipped, at("2026-03-30")) == 2
    twice = at("2026-10-25 00:00")
    assert int(made.after(twice, 0)) == at("2026-10-25 02:30", fold=0)
    assert hours_between(made, twice, at("2026-10-26")) == 3.5
    until = clock({6: ("00:00", "02:30")}, holidays="")
    assert int(until.closing(twice, 0)) == at("2026-10-25 02:30", fold=1)
    assert hours_between(until, twice, at("2026-10-26")) == 3.5
    only = clock({6: ("02:10", "02:50")}, holidays="")
    assert int(only.closing(at("2026-03-29 00:00"), 0)) == at("2026-04-05 02:50")  # that Sunday it never opens


def test_opening_hours_are_local() -> None:
    moment = at("2026-07-06 08:30")  # Monday, 07:30 in London
    assert int(clock(holidays="").after(moment, 0)) == moment + 30 * MINUTE
    assert int(clock(holidays="", zone="Europe/London").after(moment, 0)) == moment + 90 * MINUTE
    assert int(clock(holidays="", zone="Asia/Kathmandu").closing(moment, 0)) == at("2026-07-06 17:00", "Asia/Kathmandu")


def test_a_day_that_a_country_skipped_was_no_working_day() -> None:
    samoa = "Pacific/Apia"  # it went from 29 to 31 December 2011
    start, end = at("2011-12-28", samoa), at("2012-01-02", samoa)
    assert hours_between(clock(dict.fromkeys(range(7), ("09:00", "17:00")), samoa, ""), start, end) == 4 * 8
    assert hours_between(clock(ALL_DAY, samoa, ""), start, end) == 4 * 24


def test_holidays_are_those_of_the_country_or_its_part() -> None:
    epiphany = at("2026-01-06 12:00")  # a holiday in Bavaria
    assert int(clock(holidays="DE-BY").after(epiphany, 0)) == at("2026-01-07 09:00")
    assert int(clock(holidays="DE").after(epiphany, 0)) == epiphany
    assert int(clock(holidays="").after(at("2026-04-27 12:00"), 0)) == at("2026-04-27 12:00")


def test_it_works_itself_out_further_than_it_was_made_for() -> None:
    narrow = Clock(OFFICE_HOURS, AMSTERDAM, "NL", at("2026-09-07"), at("2026-09-07"))
    assert hours_between(narrow, at("2025-04-25 16:30"), at("2026-04-28 09:30")) == hours_between(
        clock(), at("2025-04-25 16:30"), at("2026-04-28 09:30")
    )
    assert int(narrow.after(at("2026-09-07 09:00"), 2080 * HOUR)) == int(
        clock().after(at("2026-09-07 09:00"), 2080 * HOUR)
    )
    assert int(narrow.closing(at("2031-12-24 12:00"), 1)) == at("2031-12-29 17:00")


def test_a_closing_time_that_comes_twice_is_over_at_its_first_coming() -> None:
    night = {6: ("00:00", "02:00")}  # on Sunday 25 October 2026, 02:00 comes twice in Amsterdam
    made = clock(night)
    assert hours_between(made, at("2026-10-25 00:00"), at("2026-10-25 12:00")) == 2
    longer = clock({6: ("00:00", "02:30")})
    assert hours_between(longer, at("2026-10-25 00:00"), at("2026-10-25 12:00")) == 3.5


def test_arrays_in_arrays_out() -> None:
    made = clock()
    starts = np.array([at("2026-09-04 16:00"), at("2026-04-27 03:00")])
    assert made.after(starts, np.array([2 * HOUR, 0])).tolist() == [at("2026-09-07 10:00"), at("2026-04-28 09:00")]
    assert made.closing(starts, 0).tolist() == [at("2026-09-04 17:00"), at("2026-04-28 17:00")]
    nothing = np.array([], dtype=np.int64)
    assert made.seconds_between(nothing, nothing).tolist() == []
    assert made.after(nothing, nothing).tolist() == []
    assert made.closing(nothing, 3).tolist() == []


@pytest.mark.parametrize("hours", [{}, {0: ("09:00", "09:00")}])
def test_a_clock_that_never_runs_is_refused(hours: dict[int, tuple[str, str]]) -> None:
    with pytest.raises(NeverOpenError) as refused:
        clock(hours)
    assert refused.value.message.code == "never_open"
    assert "opening hours" in str(refused.value)


# Against a count minute by minute ------------------------------------------------------------------------

_DAYS = 28
_SPANS = {  # four weeks each: both changes of summer time, with Easter, King's Day or All Saints in them
    AMSTERDAM: ("2026-03-16", "2026-10-12", "2026-04-13"),
    "America/New_York": ("2026-02-23", "2026-10-19", "2026-06-22"),
    "Africa/Cairo": ("2026-04-13", "2026-10-19", "2026-01-05"),  # it changes at midnight
}
_CODES = ("", "NL", "DE-BY", "US")
_TIMES = [f"{hour:02}:{minute:02}" for hour in range(24) for minute in (0, 15, 30, 59)] + ["24:00"]


@cache
def local_minutes(zone: str, first: str) -> tuple[np.ndarray, np.ndarray]:
    """The local date (as an ordinal) and the minute of the day of every minute of a span."""
    start = datetime.fromisoformat(first).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    local = [(start + timedelta(minutes=n)).astimezone(ZoneInfo(zone)) for n in range(_DAYS * 24 * 60)]
    return np.array([one.toordinal() for one in local]), np.array([one.hour * 60 + one.minute for one in local])


def open_minutes(hours: dict[int, tuple[str, str]], zone: str, code: str, first: str) -> np.ndarray:
    """Whether each minute is open: on each day, from the first minute that shows a time in the hours to the last."""
    country, _, part = code.partition("-")
    closed = calendars.country_holidays(country, subdiv=part or None, years=2026) if code else {}
    dates, minutes = local_minutes(zone, first)
    found = np.zeros(_DAYS * 24 * 60, dtype=bool)
    for ordinal in range(dates[0], dates[-1] + 1):
        day = date.fromordinal(ordinal)
        if day.weekday() in hours and day not in closed:
            start, end = (int(time[:2]) * 60 + int(time[3:]) for time in hours[day.weekday()])
            shown = np.flatnonzero((dates == ordinal) & (minutes >= start) & (minutes < end))
            if len(shown):
                found[shown[0] : shown[-1] + 1] = True
    return found


@st.composite
def schedules(draw: st.DrawFn) -> tuple[dict[int, tuple[str, str]], str, str, str]:
    """Opening hours, a time zone, holidays and the first day of a span."""
    pair = st.lists(st.sampled_from(_TIMES), min_size=2, max_size=2, unique=True).map(lambda two: tuple(sorted(two)))
    hours = draw(st.dictionaries(st.integers(0, 6), pair, min_size=1))
    zone = draw(st.sampled_from(sorted(_SPANS)))
    return hours, zone, draw(st.sampled_from(_CODES)), draw(st.sampled_from(_SPANS[zone]))


@settings(max_examples=1000)
@given(schedules(), st.lists(st.integers(0, _DAYS * 24 * 60 - 1), min_size=3, max_size=8))
def test_any_schedule_is_counted_as_minute_by_minute(
    schedule: tuple[dict[int, tuple[str, str]], str, str, str], minutes: list[int]
) -> None:
    hours, zone, code, first = schedule
    origin = at(first, zone)
    made = Clock(hours, zone, code, origin, origin)
    before = np.concatenate([[0], np.cumsum(open_minutes(hours, zone, code, first))])
    picked = np.sort(np.array(minutes))
    moments = origin + picked * MINUTE
    counted = made.seconds_between(moments[:-1], moments[1:])
    assert (counted == (before[picked[1:]] - before[picked[:-1]]) * MINUTE).all()
    assert counted.sum() == made.seconds_between(moments[0], moments[-1])  # it adds up
    assert (made.seconds_between(moments[1:], moments[:-1]) == 0).all()  # and never goes back


@settings(max_examples=1000)
@given(schedules(), st.integers(0, _DAYS * 86_400), st.integers(0, 200_000), st.integers(0, 100_000))
def test_after_is_the_other_way_round(
    schedule: tuple[dict[int, tuple[str, str]], str, str, str], offset: int, seconds: int, more: int
) -> None:
    hours, zone, code, first = schedule
    start = at(first, zone) + offset
    made = Clock(hours, zone, code, start, start)
    end = made.after(start, seconds)
    assert end >= start
    assert made.seconds_between(start, end) == seconds
    if seconds:
        assert made.seconds_between(start, end - 1) == seconds - 1  # it is the first such moment
    assert made.after(start, seconds + more) >= end
    assert made.seconds_between(start, end + more) >= seconds


@settings(max_examples=200)
@given(schedules(), st.integers(0, _DAYS * 86_400), st.integers(0, 6))
def test_closing_times_follow_each_other(
    schedule: tuple[dict[int, tuple[str, str]], str, str, str], offset: int, days: int
) -> None:
    hours, zone, code, first = schedule
    start = at(first, zone) + offset
    made = Clock(hours, zone, code, start, start)
    closings = [int(made.closing(start, n)) for n in range(days + 2)]
    assert closings == sorted(set(closings))
    assert start < closings[0]
    assert closings[days + 1] == int(made.closing(closings[days], 0))  # at closing time the next day begins
    opens = int(made.after(start, 0))
    assert opens < closings[0]
    assert made.seconds_between(opens, closings[0]) == closings[0] - opens  # one stretch without a break
