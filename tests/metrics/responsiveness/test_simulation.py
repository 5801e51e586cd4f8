"""A simulated organisation whose truth is known: do the figures of the page hold it? (METRICS 3.3)

200 questions over the 28 days before the data end; 35 % never get an answer, the others after a lognormal delay with
a median of 6 hours and a sigma of 1.3.
"""

from math import exp, log
from statistics import NormalDist

import numpy as np
import pandas as pd
import pytest
from numpy.typing import NDArray

from metrics.histogram import histogram
from metrics.intervals import wilson
from metrics.responsiveness.estimates import share_in_time, time_to_answer
from metrics.responsiveness.others import average_of_answered, in_time_of_answered
from metrics.responsiveness.promise import SHARE, promised
from metrics.responsiveness.survival import Survival, survival, survival_of
from tests.metrics.sample_slices import DAY, slice_of, with_answers

HOUR, RUNS, QUESTIONS = 3600, 400, 200
MEDIAN, SIGMA, NEVER = 6 * HOUR, 1.3, 0.35
Floats = NDArray[np.float64]


def share_within(seconds: float, never: float = NEVER, median: float = MEDIAN) -> float:
    """The truth: which share of all questions gets an answer within a time."""
    return (1 - never) * NormalDist().cdf(log(seconds / median) / SIGMA)


TRUE_SHARE = share_within(DAY)
TRUE_MEDIAN = MEDIAN * exp(SIGMA * NormalDist().inv_cdf(0.5 / (1 - NEVER)))


def worlds(seed: int, never: float = NEVER, median: float = MEDIAN, n: int = QUESTIONS) -> tuple[Floats, Floats]:
    """Seconds to the answer (infinite: never) and age of each question, a row per run."""
    rng = np.random.default_rng(seed)
    times = rng.lognormal(log(median), SIGMA, (RUNS, n))
    times[rng.random((RUNS, n)) < never] = np.inf
    return times, rng.uniform(0, 28 * DAY, (RUNS, n))


@pytest.fixture(scope="module")
def runs() -> list[tuple[Floats, Floats]]:
    """What the data show in each run: seconds to the answers given by now, and ages of the waiting."""
    times, ages = worlds(seed=2026)
    return [(time[time <= age], age[time > age]) for time, age in zip(times, ages, strict=True)]


def test_the_truth_is_56_percent_and_15_and_a_half_hours() -> None:
    assert (round(TRUE_SHARE, 2), round(TRUE_MEDIAN / HOUR, 1)) == (0.56, 15.6)


def test_the_interval_of_the_mature_cohort_covers_the_truth_in_93_to_97_percent() -> None:
    times, ages = worlds(seed=2026)
    due = ages > DAY
    k, n = (due & (times <= DAY)).sum(axis=1), due.sum(axis=1)
    bounds = np.array([wilson(int(part), int(whole)) for part, whole in zip(k, n, strict=True)])
    held = np.mean((bounds[:, 0] <= TRUE_SHARE) & (bounds[:, 1] >= TRUE_SHARE))
    assert 0.93 <= held <= 0.97
    assert np.mean(k / n) == pytest.approx(TRUE_SHARE, abs=0.01)


def test_the_answered_only_figure_reads_87_percent(runs: list[tuple[Floats, Floats]]) -> None:
    shares = [np.mean(times <= DAY) for times, _ages in runs]
    assert np.mean(shares) == pytest.approx(0.87, abs=0.01)
    assert min(shares) > TRUE_SHARE + 0.1  # it flatters in every single run
    assert np.mean([np.median(times) for times, _ages in runs]) == pytest.approx(5.7 * HOUR, rel=0.05)


def test_the_median_with_the_waiting_covers_the_truth(runs: list[tuple[Floats, Floats]]) -> None:
    for read in (survival_of, from_buckets):
        found = [read(times, ages).quantile(0.5) for times, ages in runs]
        held = [(one.low or 0) <= TRUE_MEDIAN <= (one.high or np.inf) for one in found]
        assert 0.93 <= np.mean(held) <= 0.98
        assert np.median([one.value or np.inf for one in found]) == pytest.approx(TRUE_MEDIAN, rel=0.05)


def test_the_share_within_a_day_covers_the_truth(runs: list[tuple[Floats, Floats]]) -> None:
    bounds = [survival_of(times, ages).within(DAY) or (0.0, 0.0, 0.0) for times, ages in runs]
    assert 0.93 <= np.mean([low <= TRUE_SHARE <= high for _share, low, high in bounds]) <= 0.97


def test_the_page_says_the_same(runs: list[tuple[Floats, Floats]]) -> None:
    """The numbers of the page on some of the runs, through the frames of the store."""
    for times, ages in runs[:5]:
        data = with_answers(slice_of(), np.rint(times).tolist(), np.rint(ages).tolist())
        assert (in_time_of_answered(data).value or 0) > 0.8 > (share_in_time(data).high or 1)
        honest, others = time_to_answer(data, 0.5), average_of_answered(data)
        assert honest.value == pytest.approx(survival_of(times, ages).quantile(0.5).value, rel=0.021)
        assert others.value == pytest.approx(np.mean(times), rel=0.02)


@pytest.mark.parametrize("never", [0.0, 0.05, 0.1, 0.15, 0.35])
@pytest.mark.parametrize("n", [40, 200])
def test_a_promise_is_seldom_more_than_is_true(never: float, n: int) -> None:
    """The worst case: 79 % are answered within a day, so a promise of a day or less is false, and only just."""
    median = DAY / exp(SIGMA * NormalDist().inv_cdf(min(0.79 / (1 - never), 0.999)))
    times, ages = worlds(seed=n, never=never, median=median, n=n)
    made = [promised(from_buckets(time[time <= age], age[time > age])) for time, age in zip(times, ages, strict=True)]
    false = [seconds is not None and share_within(seconds, never, median) < SHARE for seconds in made]
    assert np.mean(false) <= 0.05


def test_a_promise_that_is_well_kept_is_made() -> None:
    """95 of 100 are answered, half of these within an hour: 8 of 10 is true from 3.7 hours on."""
    times, ages = worlds(seed=1, never=0.05, median=HOUR)
    made = [promised(from_buckets(time[time <= age], age[time > age])) for time, age in zip(times, ages, strict=True)]
    assert np.mean([seconds is not None and seconds <= DAY for seconds in made]) >= 0.95


def from_buckets(times: Floats, ages: Floats) -> Survival:
    return survival(histogram(np.rint(times)), pd.DataFrame({"age_s": ages, "n": 1}))
