"""Signals in time, late and never acknowledged, counted from the day on which their figures came in."""

import pytest

from metrics.claims.handled import IN_TIME, Signalled, handled

WEEK, CAME_IN = 20_716, 20_730  # a Monday; an export of a month later
TODAY = CAME_IN + 40
IMPORTS = [(WEEK - 1, WEEK), (WEEK + 2, WEEK + 3), (WEEK + 20, CAME_IN), (WEEK + 50, CAME_IN + 30)]


def told(series: str, day: int, acknowledged: int | None, today: int = TODAY) -> list[tuple[int | None, bool]]:
    found = handled([Signalled(series, day, acknowledged)], IMPORTS, {8: 3}, today)
    return [(one.department_id, one.in_time) for one in found]


@pytest.mark.parametrize(
    ("acknowledged", "expected"),
    [
        (CAME_IN, [(3, True)]),
        (CAME_IN + IN_TIME, [(3, True)]),
        (CAME_IN + IN_TIME + 1, [(3, False)]),
        (None, [(3, False)]),
    ],
)
def test_the_time_begins_when_the_whole_week_is_in(acknowledged: int | None, expected: list[object]) -> None:
    assert told("number:posts:3:x", WEEK, acknowledged) == expected


def test_what_is_not_due_too_old_or_of_unknown_time_does_not_count() -> None:
    assert told("number:posts:3", WEEK, None, CAME_IN + IN_TIME) == []
    assert told("number:posts:3", WEEK, CAME_IN, CAME_IN + 91) == []
    assert told("number:posts:3", WEEK + 60, TODAY) == []


def test_each_signal_counts_for_its_department() -> None:
    assert told("number:visitors:0", WEEK, CAME_IN) == [(None, True)]
    assert told("volume:8", WEEK + 2, WEEK + 4) == [(3, True)], "messages are watched by day"
    assert told("volume:9", WEEK, CAME_IN) == told("topic:3", WEEK, CAME_IN) == [(None, True)]
