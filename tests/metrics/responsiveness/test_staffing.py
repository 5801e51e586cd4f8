"""Questions inside and outside opening hours, and the parts of the week that wait longest."""

from collections.abc import Mapping

import pandas as pd
import pytest

from metrics.norms import OFFICE_HOURS
from metrics.responsiveness.slow_hours import slowest
from metrics.responsiveness.staffing import Busy, by_hour, headline, staffing

COLUMNS = [f"{side}{hour:02}" for side in "adkr" for hour in range(24)]
Slots = Mapping[tuple[int, int], tuple[int, int, int, int]]


def hours(slots: Slots, account: int = 1) -> pd.DataFrame:
    """The store's frame of an account: asked, due, in time and answers given by (weekday, hour)."""
    rows = []
    for weekday in range(7):
        row = dict.fromkeys(COLUMNS, 0) | {"account_id": account, "dow": weekday}
        for (day, hour), counts in slots.items():
            if day == weekday:
                row |= {f"{side}{hour:02}": n for side, n in zip("adkr", counts, strict=True)}
        rows.append(row | {"department_id": 1, "platform": "x"})
    return pd.DataFrame(rows)


def test_inside_and_outside_by_hand() -> None:
    """Monday at 10 inside; Monday at 20 and Saturday at 11 outside; Saturday at 3 has too few to be named."""
    frame = hours({(0, 10): (40, 40, 30, 50), (0, 20): (12, 10, 2, 0), (5, 11): (20, 20, 4, 0), (5, 3): (4, 4, 1, 0)})
    found = staffing(frame, {1: OFFICE_HOURS})
    assert (found.outside.value, found.outside.n) == (pytest.approx(36 / 76), 76)
    assert (found.in_time_inside.value, found.in_time_inside.n) == (0.75, 40)
    assert (found.in_time_outside.value, found.in_time_outside.n) == (pytest.approx(7 / 34), 34)
    assert found.busiest == (Busy(5, 11, 20), Busy(0, 20, 12))
    assert headline(found).english() == (
        "47 % of 76 questions came outside opening hours. They are clearly answered in time less often: "
        "21 %, against 75 % of the others."
    )


def test_each_account_has_its_own_hours() -> None:
    frame = pd.concat([hours({(5, 11): (10, 10, 5, 0)}), hours({(5, 11): (30, 30, 15, 0)}, account=2)])
    both = staffing(frame, {1: OFFICE_HOURS, 2: {5: ("10:00", "12:00")}})
    assert (both.outside.value, both.outside.n, both.in_time_inside.n) == (0.25, 40, 30)
    assert headline(both).english() == (
        "25 % of 40 questions came outside opening hours. No clear difference in how many are in time: "
        "50 %, against 50 % of the others."
    )
    assert staffing(frame, {}).outside.value == 1  # nobody said when somebody is there


@pytest.mark.parametrize(("hour", "staffed"), [(8, False), (9, True), (16, True), (17, False)])
def test_an_hour_is_staffed_when_somebody_is_there_in_its_middle(hour: int, staffed: bool) -> None:
    found = by_hour(hours({}), {1: {0: ("08:45", "17:15")}})
    assert found.loc[(found["dow"] == 0) & (found["hour"] == hour), "staffed"].tolist() == [staffed]
    assert len(found) == 7 * 24


def test_few_and_none() -> None:
    few = staffing(hours({(0, 10): (20, 20, 10, 0), (5, 11): (5, 5, 0, 0)}), {1: OFFICE_HOURS})
    assert headline(few).english() == (
        "20 % of 25 questions came outside opening hours; too few to compare with the others."
    )
    none = staffing(hours({}), {1: OFFICE_HOURS})
    assert headline(none).english() == "Nobody asked a question in this period."
    assert none.busiest == ()


def test_the_part_of_the_week_that_waits_longest() -> None:
    workdays = {(day, 10): (50, 50, 40, 0) for day in range(5)}
    found = slowest(hours({**workdays, (5, 10): (30, 30, 6, 0), (6, 20): (9, 9, 0, 0)}))
    assert found is not None
    assert (found.when, found.own.value, found.own.n) == ("5", 0.2, 30)
    assert found.others.value == pytest.approx(200 / 259)
    assert (
        found.checks == 6
    )  # the weekdays and the Saturday; 9 in the evening are too few, also to compare the mornings with


def test_equal_parts_are_no_finding() -> None:
    assert slowest(hours({(day, hour): (20, 20, 10, 0) for day in range(7) for hour in (3, 9, 15, 21)})) is None
    assert slowest(hours({})) is None


def test_nobody_in_time_in_one_part_is_the_surest_of_all() -> None:
    found = slowest(hours({(0, 10): (5000, 5000, 5000, 0), (1, 10): (5000, 5000, 0, 0)}))
    assert found is not None and found.when == "1"
