"""What is normal for a series of daily counts: how many to expect in the days up to each day, and how far it strays.

Everything is worked out for many days at once, each as if it were the newest one, so that the past can be looked
through with the rule of today.
"""

from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

Floats = NDArray[np.float64]
WINDOWS = (1, 7, 28)
"""Lengths in days: a sudden burst, a busy week, a matter that grows."""

WEEKS = 26
"""So many weeks say what is normal."""

GAP = 42
"""Days before the newest one that do not belong to them: a slow rise would hide itself in its own past."""

FEWEST_WEEKS = 8
HISTORY = 7 * WEEKS + GAP
"""Days, up to and including the newest one, that a judgement rests on."""

_KNOWN_SHARE = 0.5  # of the days of a window, and of a week, that must be covered
_FAR = 2.58  # a week further from normal than this counts for less: Farrington's rule for earlier outbreaks
_ROUNDS = 6
_FLAT = 5.0  # messages by which weekdays are pulled towards a flat week, so that a few messages make no pattern
_AT_LEAST = 1.0  # message that a baseline without any is taken to hold: what never happened can still happen
_STICKIEST = 0.8
_PRIOR = 16.0  # weeks that the usual spread weighs, beside the weeks of the series itself
USUAL_SPREAD = 3.0
"""Variance over mean of a week where nothing is known: messages come in threes or so."""


@dataclass(frozen=True)
class Expected:
    """For each day asked for (rows) and window (columns): what was seen, what was to be expected, and its variance.

    NaN where it cannot be told: fewer than eight weeks before, or too few covered days in the window. `daily` is the
    expected count on each weekday, counted back from the day itself (0: that day, 6: six days earlier). `freedom` is
    what the variance of each window rests on, in degrees of freedom; `spread` is the variance over the mean of the
    series' own weeks, and `past` how many messages they hold.
    """

    observed: Floats
    mean: Floats
    variance: Floats
    freedom: Floats
    daily: Floats
    spread: Floats
    past: Floats


def expected(
    counts: Floats, known: NDArray[np.bool_], days: NDArray[np.int64], usual_spread: float = USUAL_SPREAD
) -> Expected:
    """What to expect on and before the places `days` of a series with one count a day.

    Days that are not `known` (no export covers them) are left out, not taken for zero. The level is the mean of the
    known days of 26 weeks that end six weeks earlier, so all windows are held against the same past; weeks far above
    it count for less. Each weekday has its own share. The spread is that of
    whole weeks around the level, at least Poisson's; four weeks stray further than four single weeks
    would when a busy week tends to follow a busy week. A series says little about its own spread, least of all when
    messages are rare, so it is drawn towards `usual_spread`, that of other series (empirical Bayes).

    References: Noufaily et al. (2013), "An improved algorithm for outbreak detection in multiple surveillance systems";
    Farrington et al. (1996), "A statistical algorithm for the early detection of outbreaks of infectious disease".
    """
    here = np.asarray(known, dtype=np.float64)
    filled = np.where(known, counts, 0.0).astype(np.float64)
    seen, there = (_history(values, days) for values in (filled, here))
    past, covered = (part[:, :-GAP].reshape(len(days), WEEKS, 7) for part in (seen, there))
    level, share, trust, own, stick = _fit(past, covered)
    enough = (covered.sum(axis=2) >= 7 * _KNOWN_SHARE).sum(axis=1) >= FEWEST_WEEKS
    daily = level[:, None] * share
    rests_on = np.maximum((trust[:, :, None] * covered * daily[:, None, :]).sum(axis=(1, 2)), _AT_LEAST)
    freedom = np.maximum(trust.sum(axis=1) - 1, 2)
    spread = _drawn(own, freedom, _PRIOR, usual_spread)
    single = _single_days(past, covered, daily, trust, usual_spread)
    columns = [_window(seen, there, daily, length) for length in WINDOWS]
    observed, mean, usable = (np.stack(part, axis=1) for part in zip(*columns, strict=True))
    spreads = np.stack([single, spread, spread * stick], axis=1)
    variance = spreads * mean * (1 + mean / rests_on[:, None])
    told = usable & enough[:, None]
    blank = np.where(told, 0.0, np.nan)
    rested = np.stack([2 * freedom, freedom, freedom], axis=1) + _PRIOR
    held = (trust[:, :, None] * past).sum(axis=(1, 2))
    return Expected(observed + blank, mean + blank, variance + blank, rested, daily[:, ::-1], own, held)


def _history(values: Floats, days: NDArray[np.int64]) -> Floats:
    """The days that each judgement rests on, a row for each; before the series begins nothing is covered."""
    padded = np.concatenate([np.zeros(HISTORY - 1), values])
    return np.asarray(sliding_window_view(padded, HISTORY)[days])


def _fit(past: Floats, covered: Floats) -> tuple[Floats, Floats, Floats, Floats, Floats]:
    """Level a day, share of each weekday, trust in each week, spread of weeks, how much four weeks stick together."""
    trust = (covered.sum(axis=2) >= 7 * _KNOWN_SHARE).astype(np.float64)
    whole = trust.copy()
    for _ in range(_ROUNDS):
        weight = trust[:, :, None] * covered
        total = (weight * past).sum(axis=(1, 2))
        level = np.maximum(total, _AT_LEAST) / np.maximum(weight.sum(axis=(1, 2)), 1)
        flat = level[:, None] * weight.sum(axis=1)
        share = ((weight * past).sum(axis=1) + _FLAT) / (flat + _FLAT)
        means = (covered * (level[:, None] * share)[:, None, :]).sum(axis=2)
        rest = (past.sum(axis=2) - means) / np.sqrt(np.maximum(means, 1e-12))
        rest = np.where(whole > 0, rest, 0.0)
        freedom = np.maximum(trust.sum(axis=1) - 1, 1)
        spread = (trust * rest**2).sum(axis=1) / freedom
        far = rest / np.sqrt(np.maximum(spread, 1.0))[:, None]
        trust = whole * np.where(far > _FAR, (_FAR / np.maximum(far, _FAR)) ** 2, 1.0)
    return level, share, trust, spread, _sticking(rest * np.sqrt(trust), whole)


def _sticking(rest: Floats, whole: Floats) -> Floats:
    """How many times the variance of four weeks in a row exceeds that of four weeks from anywhere.

    From the correlation `r` of a week with the next: `1 + 2 (3r + 2r² + r³) / 4`.
    """
    both = whole[:, 1:] * whole[:, :-1]
    lagged = (both * rest[:, 1:] * rest[:, :-1]).sum(axis=1)
    n = np.maximum(whole.sum(axis=1), 2)
    r = lagged / np.maximum((rest**2).sum(axis=1), 1e-12)
    r = np.clip((r * n + 1) / np.maximum(n - 3, 1), 0.0, _STICKIEST)
    return np.asarray(1 + 2 * (3 * r + 2 * r**2 + r**3) / 4)


def _drawn(own: Floats, freedom: Floats, prior: float, usual: float) -> Floats:
    """A spread drawn towards the usual one, by how much it rests on; never below that of Poisson counts."""
    return np.asarray(np.maximum((own * freedom + prior * usual) / (freedom + prior), 1.0))


def _single_days(past: Floats, covered: Floats, daily: Floats, trust: Floats, usual: float) -> Floats:
    """Variance over mean of single days."""
    weight = trust[:, :, None] * covered
    means = daily[:, None, :]
    squares = (weight * (past - means) ** 2 / np.maximum(means, 1e-12)).sum(axis=(1, 2))
    n = np.maximum(weight.sum(axis=(1, 2)) - 7, 1)
    return _drawn(squares / n, n, 7 * _PRIOR, usual)


def _window(seen: Floats, there: Floats, daily: Floats, length: int) -> tuple[Floats, Floats, NDArray[np.bool_]]:
    """What was seen and expected in the last so many days, and whether enough of them, and the last, are covered."""
    weeks = -(-length // 7)
    pattern = np.tile(daily, (1, weeks))[:, -length:]
    last = there[:, -length:]
    usable = (last.sum(axis=1) >= _KNOWN_SHARE * length) & (last[:, -1] > 0)
    return seen[:, -length:].sum(axis=1), (last * pattern).sum(axis=1), usable
