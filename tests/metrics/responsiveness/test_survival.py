"""The curve of Kaplan and Meier agrees with two libraries, and with itself when read from buckets."""

from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest
from numpy.typing import NDArray
from scipy.stats import CensoredData, ecdf
from statsmodels.duration.survfunc import SurvfuncRight

from metrics.histogram import histogram
from metrics.intervals import wilson
from metrics.responsiveness.survival import Survival, survival, survival_of

DAY, HOUR = 86_400, 3_600
Draw = Callable[[np.random.Generator, int], NDArray[np.float64]]

SHAPES: dict[str, Draw] = {
    "long tail": lambda rng, n: rng.lognormal(np.log(6 * HOUR), 1.3, n),
    "within an hour": lambda rng, n: rng.exponential(20 * 60, n),
    "spread evenly": lambda rng, n: rng.uniform(0, 10 * DAY, n),
    "at once or next day": lambda rng, n: np.where(rng.random(n) < 0.4, rng.gamma(2, 600, n), rng.normal(DAY, HOUR, n)),
}
BORDER = {"within an hour": HOUR}  # where the curve is compared; a day for the others


def drawn(shape: str, seed: int, n: int = 300, never: float = 0.2) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Seconds to the answers given and ages of those waiting, asked evenly over the last 28 days."""
    rng = np.random.default_rng(seed)
    times = np.where(rng.random(n) < never, np.inf, np.rint(np.maximum(SHAPES[shape](rng, n), 1)))
    ages = np.rint(rng.uniform(0, 28 * DAY, n))
    return times[times <= ages], ages[times > ages]


def from_buckets(times: NDArray[np.float64], ages: NDArray[np.float64]) -> Survival:
    return survival(histogram(times), pd.DataFrame({"age_s": ages, "n": 1}))


def test_five_questions_by_hand() -> None:
    """Answers after 1, 2 and 4 hours, one that has waited 3 and one that has waited 9 hours."""
    curve = survival_of([HOUR, 2 * HOUR, 4 * HOUR], [9 * HOUR, 3 * HOUR])
    assert curve.at_risk.tolist() == [5, 4, 2]
    assert curve.waiting.tolist() == pytest.approx([0.8, 0.6, 0.3])
    assert (curve.n, curve.answered, curve.longest) == (5, 3, 9 * HOUR)
    assert curve.quantile(0.5).value == 4 * HOUR
    assert curve.quantile(0.2).value == HOUR
    never = curve.quantile(0.9)
    assert (never.value, never.low, never.high, never.longest) == (None, None, None, 9 * HOUR)
    share, low, high = curve.within(2 * HOUR) or ()
    # Greenwood: 1/(5x4) + 1/(4x3) = 0.1333; exp(1.96 x 0.3651 / |ln 0.6|) = 4.0592; 0.6^4.0592 and 0.6^(1/4.0592)
    assert (share, low, high) == (
        pytest.approx(0.4),
        pytest.approx(1 - 0.8818, abs=2e-4),
        pytest.approx(0.8743, abs=2e-4),
    )
    assert curve.within(10 * HOUR) is None  # nobody was followed for so long


@pytest.mark.parametrize("shape", SHAPES)
def test_it_agrees_with_scipy_and_statsmodels(shape: str) -> None:
    times, ages = drawn(shape, seed=3)
    curve = survival_of(times, ages)
    seconds, answered = np.concatenate([times, ages]), np.repeat([1, 0], [len(times), len(ages)])
    theirs = SurvfuncRight(seconds, answered)
    assert curve.times.tolist() == theirs.surv_times.tolist()
    assert curve.waiting == pytest.approx(theirs.surv_prob)
    for share in (0.251, 0.503, 0.703):  # at a share that the curve just touches, statsmodels takes the next time
        found = curve.quantile(share)
        assert found.value == pytest.approx(theirs.quantile(share))
        low, high = theirs.quantile_ci(share, method="cloglog")
        assert (found.low, found.high or np.inf) == (pytest.approx(low), pytest.approx(high))
    other = ecdf(CensoredData.right_censored(seconds, answered == 0)).sf
    interval = other.confidence_interval(method="log-log")
    for moment in np.quantile(times, [0.1, 0.5, 0.8]):
        expected = [1 - part.evaluate(moment) for part in (other, interval.high, interval.low)]
        assert curve.within(moment) == pytest.approx(expected)


@pytest.mark.parametrize("shape", SHAPES)
def test_buckets_are_within_two_percent_of_the_exact_curve(shape: str) -> None:
    """Where the curve comes within 0.1 percentage point of the share, also of the time at that share."""
    strictly = []
    for seed in range(40):
        times, ages = drawn(shape, seed, n=500, never=0.05)
        exact, rough = survival_of(times, ages), from_buckets(times, ages)
        for share in (0.5, 0.9):
            read = rough.quantile(share).value
            right, least, most = (exact.quantile(share + shift).value for shift in (0, -0.001, 0.001))
            assert read is not None and right is not None and least is not None and most is not None
            assert least * 0.98 <= read <= most * 1.02
            strictly.append(abs(read / right - 1) <= 0.02)
        edge = BORDER.get(shape, DAY)
        nearby = np.mean((times > edge / 1.04) & (times < edge * 1.04))  # a bucket may put these on the other side
        assert abs((rough.within(edge) or ())[0] - (exact.within(edge) or ())[0]) <= nearby + 0.002
    assert np.mean(strictly) >= 0.97


def test_without_an_answer_there_is_only_a_lower_bound() -> None:
    curve = survival_of([], [DAY, 2 * DAY, 5 * DAY])
    assert curve.quantile(0.5).value is None and curve.quantile(0.5).longest == 5 * DAY
    assert curve.within(2 * DAY) == (0.0, *wilson(0, 2))  # two of them have waited so long
    assert curve.within(6 * DAY) is None


def test_without_questions_there_is_no_curve() -> None:
    curve = survival_of([], [])
    assert (curve.n, curve.within(DAY), curve.quantile(0.5).value) == (0, None, None)


def test_when_all_are_answered_the_end_has_the_interval_of_a_share() -> None:
    curve = survival_of([HOUR] * 20, [])
    assert curve.within(HOUR) == pytest.approx((1.0, wilson(20, 20)[0], 1.0))
    assert curve.within(9 * DAY) == curve.within(HOUR)
    assert curve.quantile(0.9).high is None  # 20 of 20 does not yet show that 9 of 10 are answered within the hour
    assert curve.quantile(0.5).high == HOUR


def test_an_answer_at_once_takes_no_time() -> None:
    assert from_buckets(np.zeros(12), np.array([0.0])).quantile(0.5).value == 0
