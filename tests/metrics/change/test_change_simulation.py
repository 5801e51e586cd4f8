"""Do charts of change hold what they promise? Stable and shifted weeks whose truth is known, many times."""

import numpy as np
import pytest

from evals.change import CHECKS, WORLDS, World, false_alarms, found_within, pages
from metrics.change.reading import Target, read
from metrics.change.xmr import BASELINE
from metrics.estimate import Estimate
from metrics.registry import metrics
from metrics.words import Message

RUNS = 600


@pytest.mark.parametrize("name", WORLDS)
def test_a_stable_series_is_seldom_called_changed(name: str) -> None:
    assert false_alarms(WORLDS[name], BASELINE + 1, 400, seed=2) <= 0.06
    assert false_alarms(WORLDS[name], 45, 1500, seed=2) <= 0.06


@pytest.mark.slow
def test_forty_tiles_give_about_two_false_alarms() -> None:
    rng, worlds, runs = np.random.default_rng(3), list(WORLDS.values()), 400
    tiles = [bool(worlds[tile % len(worlds)].read(rng, 45).side) for _ in range(runs) for tile in range(40)]
    assert 0.8 <= 40 * np.mean(tiles) <= 2.2


@pytest.mark.parametrize("name", [name for name in WORLDS if name != "shares near 100 %"])  # these: 3 in 4
def test_a_lasting_shift_of_two_sigma_is_seen_within_six_weeks(name: str) -> None:
    assert found_within(WORLDS[name], 2, runs=RUNS, seed=4) >= 0.8


@pytest.mark.slow
def test_of_96_stable_series_about_five_are_unlikely_and_nearly_none_is_told() -> None:
    raw, told = pages(400, seed=5)
    assert 3.5 <= raw <= 5.5
    assert told <= 0.1


def test_p_values_are_spread_evenly() -> None:
    rng, worlds = (
        np.random.default_rng(6),
        [WORLDS[name] for name in ("normal", "lognormal", "times", "medians of counts")],
    )
    p = np.array([worlds[run % 4].read(rng, 28).p or 0.0 for run in range(4000)])
    for level in (0.05, 0.1, 0.3, 0.5, 0.8):
        assert np.mean(p < level) == pytest.approx(level, abs=0.025)
    assert np.mean(p < 0.001) <= 0.002
    assert CHECKS * np.mean(p < 0.05 / CHECKS) <= 0.1


@pytest.mark.parametrize("name", ["normal", "lognormal", "counts, uneven", "shares of 10 to 60", "times"])
def test_will_meet_is_followed_by_meeting(name: str) -> None:
    """For targets that a week misses never, seldom and often; a promise is judged by the twenty weeks after it."""
    rng, world = np.random.default_rng(7), WORLDS[name]
    known, after = BASELINE + 5, 20
    anything = [estimate.value for _ in range(50) for estimate in world.weeks(rng, np.zeros(40)).values()]
    kept, promised = [], 0
    for quantile in (0.0, 0.01, 0.05, 0.15, 0.3):
        value = float(np.quantile(np.array(anything, dtype=float), quantile)) * (1 if quantile else 0.9)
        target = Target(value, "at_least", Message("norm", "norm"))
        for _ in range(400):
            weeks = list(world.weeks(rng, np.zeros(known + after)).items())
            if read(metrics()[world.metric], dict(weeks[:known]), target=target).assurance == "will_meet":
                promised += 1
                kept.append(np.mean([_value(estimate) >= value for _, estimate in weeks[known:]]))
    assert promised >= 50
    assert np.mean(kept) >= 0.95


def _value(estimate: Estimate) -> float:
    assert estimate.value is not None
    return estimate.value


def test_eight_weeks_get_no_limits() -> None:
    world: World = WORLDS["normal"]
    assert world.read(np.random.default_rng(1), 8).kind == "run"
