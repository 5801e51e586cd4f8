"""What rose and fell: clear rises are told, chance, busy weeks, few messages and a mix of platforms are not."""

import numpy as np
import pandas as pd
import pytest

from metrics.periods import Period
from metrics.topics.changes import Shift, changes
from tests.metrics.topics.made_up import PARKING, PERIOD, TREES, WASTE, weekly, windows


def found(counts: dict[int, list[int]]) -> dict[int, Shift]:
    weeks = weekly(counts)
    return changes(windows(weeks), weeks, PERIOD, "week")


def test_a_rise_and_a_fall_by_hand() -> None:
    counts = {
        PARKING: [10, 12, 9, 11, 10, 8, 12, 10, 9, 11, 10, 12, 9, 20, 22, 19, 21, 18, 20, 23, 19, 21, 20, 22, 18, 20],
        TREES: [20, 22, 19, 21, 18, 20, 23, 19, 21, 20, 22, 18, 20, 10, 12, 9, 11, 10, 8, 12, 10, 9, 11, 10, 12, 9],
        WASTE: [30, 31, 29, 30, 32, 28, 30, 31, 29, 30, 30, 29, 31] * 2,
        0: [40] * 26,
    }
    shifts = found(counts)
    assert {topic: one.direction for topic, one in shifts.items()} == {PARKING: "up", TREES: "down", WASTE: "unclear"}
    parking = shifts[PARKING]
    assert (parking.n_now, parking.n_before) == (263, 133)
    assert parking.now == pytest.approx(263 / (263 + 133 + 390 + 520))
    assert parking.p < 0.001 < shifts[WASTE].p


def test_one_busy_week_is_no_rise() -> None:
    counts = {PARKING: [10] * 25 + [90], WASTE: [30, 31] * 13, 0: [50, 52] * 13}
    assert found(counts)[PARKING].direction == "unclear"


def test_few_messages_and_small_groups_are_not_compared() -> None:
    counts = {PARKING: [0] * 22 + [1] * 4, WASTE: [0] * 13 + [1] * 9 + [0] * 4, TREES: [3] * 13 + [0] * 13}
    counts[0] = [50] * 26
    assert set(found(counts)) == {TREES}, "four, nine; but from 39 to none is told"
    assert found(counts)[TREES].direction == "down"
    hidden = {PARKING: [5] * 13 + [1, 1, 1] + [0] * 10, 0: [50] * 26}
    assert found(hidden) == {}, "three messages may not be told"


def test_too_few_weeks() -> None:
    weeks = weekly({PARKING: [10] * 26, 0: [50] * 26})
    assert changes(windows(weeks), weeks, Period(PERIOD.last - 34, PERIOD.last), "week") == {}
    only_now = weeks[weeks["period"] >= PERIOD.first]
    assert changes(windows(only_now), only_now, PERIOD, "week") == {}


def test_a_small_change_is_not_told_however_sure() -> None:
    counts = {PARKING: [1000, 1001] * 6 + [1000] + [1030, 1031] * 6 + [1030], 0: [1000] * 26}
    assert found(counts)[PARKING].direction == "unclear"


def test_a_change_of_the_mix_of_platforms_is_none() -> None:
    """On each platform the share stays; but the one where many write about parking got busier."""
    rose = {PARKING: [10, 11] * 6 + [10] + [40, 44] * 6 + [40], 0: [10, 11] * 6 + [10] + [40, 44] * 6 + [40]}
    steady = {PARKING: [2] * 26, 0: [98] * 26}
    both = [(weekly(rose), "x"), (weekly(steady), "facebook")]
    frame = pd.concat([windows(weeks, platform) for weeks, platform in both])
    weeks = pd.concat([weeks for weeks, _ in both])
    shift = changes(frame, weeks, PERIOD, "week")[PARKING]
    assert shift.p < 0.001 and shift.now > shift.before
    assert shift.direction == "unclear"


def _simulated(random: np.random.Generator, rise: float = 1.0) -> dict[int, Shift]:
    """Twenty topics whose weeks vary more than chance alone; the first rises in the second period."""
    counts = {}
    for topic in range(21):
        busy = np.exp(random.normal(0, 0.3, 26)) * (15 if topic else 300)
        busy[13:] *= rise if topic == 1 else 1
        counts[topic] = random.poisson(busy).tolist()
    return found(counts)


def test_chance_is_rarely_told_and_a_doubling_mostly_is() -> None:
    random = np.random.default_rng(5)
    nothing = [_simulated(random) for _ in range(40)]
    told = sum(one.direction != "unclear" for shifts in nothing for one in shifts.values())
    assert sum(map(len, nothing)) == 800
    assert told <= 8, "at most 1 of 100 comparisons"
    doubled = [_simulated(random, 2.0)[1].direction for _ in range(20)]
    assert doubled.count("up") >= 14 and "down" not in doubled
