"""The six times of posting."""

from collections import Counter

import pandas as pd
import pytest

from metrics.content.slots import SLOTS, slots

FRIDAY, SATURDAY, SUNDAY, MONDAY = 20_728, 20_729, 20_730, 20_731


@pytest.mark.parametrize(
    ("day", "hour", "expected"),
    [
        (FRIDAY, 6, "week_morning"),
        (FRIDAY, 11, "week_morning"),
        (FRIDAY, 12, "week_afternoon"),
        (FRIDAY, 23, "week_evening"),
        (SATURDAY, 17, "weekend_afternoon"),
        (SATURDAY, 18, "weekend_evening"),
        (SUNDAY, 9, "weekend_morning"),
        (MONDAY, 18, "week_evening"),
    ],
)
def test_day_and_hour(day: int, hour: int, expected: str) -> None:
    assert slots(pd.Series([day]), pd.Series([hour], dtype="Int64")).tolist() == [expected]


def test_nights_and_unknown_hours_belong_to_none() -> None:
    hours = pd.Series([*range(24), None], dtype="Int64")
    found = slots(pd.Series([MONDAY] * 25), hours)
    assert found[:6].isna().all()
    assert found[24:].isna().all()
    assert Counter(found.dropna()) == dict.fromkeys(list(SLOTS)[:3], 6)
