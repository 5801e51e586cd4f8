"""The time of the year: learnt from earlier years only, and false alarms of seasonal series."""

import numpy as np
import pytest
from numpy.typing import NDArray

from metrics.change.reading import Reading, read
from metrics.change.xmr import xmr
from metrics.estimate import Estimate
from metrics.registry import metrics
from metrics.seasonality.yearly import CYCLE, yearly

MONDAY = 18_267
THREE_YEARS = 3 * CYCLE
Floats = NDArray[np.float64]


def visits(rng: np.random.Generator, weeks: int, raised: float = 0.0) -> Floats:
    """Visits of a website with quiet summers: the season moves them by a factor of up to seven."""
    place = np.arange(weeks) + rng.uniform(0, CYCLE)
    level = 7 + rng.uniform(0.3, 1.0) * np.sin(2 * np.pi * place / CYCLE)
    level[-6:] += 0.3 * raised
    return np.round(rng.lognormal(level, 0.3))


def reading(values: Floats, since: int | None = None) -> Reading:
    weeks = {MONDAY + 7 * place: Estimate(value, 7) for place, value in enumerate(values.tolist())}
    return read(metrics()["visits"], weeks, since=since)


def test_the_season_of_a_week_comes_from_earlier_years_alone() -> None:
    rng = np.random.default_rng(1)
    points = np.tile(3 * np.sin(2 * np.pi * np.arange(CYCLE) / CYCLE), 3) + rng.normal(5, 1, THREE_YEARS)
    changed = points.copy()
    changed[104:] += 50
    assert yearly(points.tolist())[:104] == [None] * 104
    assert None not in yearly(points.tolist())[104:]
    assert yearly(points.tolist()) == yearly(changed.tolist())


def test_a_known_season_is_found_whatever_the_trend() -> None:
    season = np.sin(2 * np.pi * np.arange(CYCLE) / CYCLE)
    points = np.tile(season, 4) + np.linspace(0, 3, 4 * CYCLE)
    found = np.array(yearly(points.tolist())[104:], dtype=float)
    assert found == pytest.approx(np.tile(season, 2), abs=0.06)


def test_one_odd_week_does_not_become_a_season() -> None:
    points = np.tile(np.sin(2 * np.pi * np.arange(CYCLE) / CYCLE), 3) + np.random.default_rng(2).normal(0, 0.1, 156)
    odd = points.copy()
    odd[20] += 30
    usual, found = yearly(points.tolist())[104 + 21], yearly(odd.tolist())[104 + 21]
    assert usual is not None
    assert found == pytest.approx(usual, abs=0.5)


def test_years_that_do_not_resemble_each_other_have_no_season() -> None:
    rng = np.random.default_rng(7)
    found = 0
    for _ in range(400):
        noise = rng.normal(0, 1, THREE_YEARS)
        noise[1:] += 0.3 * noise[:-1]  # a busy week tends to be followed by a busy week
        found += yearly(noise.tolist())[-1] is not None
    assert found / 400 <= 0.03
    words = reading(np.round(rng.lognormal(5, 0.3, THREE_YEARS))).seasonal
    assert words is not None
    assert "do not resemble each other" in words.english()


def test_a_series_full_of_gaps_has_no_season() -> None:
    points: list[float | None] = [1.0, None] * 78
    assert set(yearly(points)) == {None}


def test_nothing_varies() -> None:
    assert set(yearly([2.0] * THREE_YEARS)[104:]) == {0.0}


def test_limits_follow_the_season_once_there_are_two_years_and_twelve_weeks() -> None:
    values = visits(np.random.default_rng(3), THREE_YEARS)
    found = reading(values)
    assert found.seasonal is not None
    assert found.seasonal.code == "season_out"
    assert found.baseline == (MONDAY + 104 * 7, MONDAY + 123 * 7)
    assert len(found.weeks) == THREE_YEARS
    assert set(found.low[:104]) == {None}
    judged = [value for value in found.low[104:] if value is not None]
    assert max(judged) > 1.3 * min(judged)
    assert reading(values[:115]).seasonal != found.seasonal


def test_a_recorded_change_begins_a_baseline_but_not_the_season() -> None:
    found = reading(visits(np.random.default_rng(3), THREE_YEARS), since=MONDAY + 130 * 7)
    assert found.seasonal is not None
    assert found.seasonal.code == "season_out"
    assert found.weeks[0] == MONDAY + 130 * 7


def test_soon_after_a_recorded_change_the_season_is_not_denied() -> None:
    found = reading(visits(np.random.default_rng(3), THREE_YEARS), since=MONDAY + (THREE_YEARS - 6) * 7)
    assert found.seasonal is not None
    assert found.seasonal.english().startswith("The time of the year is taken out when 12 weeks stand behind")


def test_with_less_the_same_week_a_year_before_stands_beside_it() -> None:
    values = visits(np.random.default_rng(4), 60)
    found = reading(values)
    assert found.seasonal is not None
    assert f"{values[7]:.0f}" in found.seasonal.english()
    assert reading(values[:40]).seasonal is None


def test_false_alarms_of_a_seasonal_series() -> None:
    rng, runs, plain, ours = np.random.default_rng(5), 400, 0, 0
    for _ in range(runs):
        values = visits(rng, THREE_YEARS)
        plain += bool(xmr(values.tolist(), scale="log").signals[-1])
        ours += bool(reading(values).side)
    assert plain / runs > 0.4
    assert ours / runs <= 0.06


@pytest.mark.slow
def test_a_shift_is_seen_through_the_season() -> None:
    rng, runs = np.random.default_rng(6), 400
    found = [any(reading(visits(rng, THREE_YEARS, raised=2)).signals[-6:]) for _ in range(runs)]
    assert np.mean(found) >= 0.5
    found = [any(reading(visits(rng, THREE_YEARS, raised=3)).signals[-6:]) for _ in range(runs)]
    assert np.mean(found) >= 0.8
