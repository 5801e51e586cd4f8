"""How often a list of signals cries wolf, and which shifts it finds: `python -m evals.signals [--runs N]`.

Pages with 96 checks of stable series whose weeks resemble each other (autocorrelation 0.3), and one series that shifts
among them.
"""

import argparse
from collections.abc import Callable

import numpy as np

from evals.change import CHECKS, MONDAY, Floats
from metrics.change.reading import read
from metrics.estimate import Estimate
from metrics.registry import metrics
from metrics.signals.checks import Check, check, checked

RUNS = 400
WEEKS = 40
ALIKE = 0.3


def waves(rng: np.random.Generator, weeks: int, alike: float = ALIKE) -> Floats:
    """Normal points of which each resembles the one before; mean 0, spread 1."""
    found = rng.normal(size=weeks)
    for place in range(1, weeks):
        found[place] = alike * found[place - 1] + np.sqrt(1 - alike**2) * found[place]
    return found


def skewed(rng: np.random.Generator, wave: Floats) -> tuple[Floats, Floats]:
    """Interactions."""
    values = np.round(np.exp(5 + 0.6 * wave)).astype(np.float64)
    return values, np.full(len(wave), 12.0)


def counted(rng: np.random.Generator, wave: Floats) -> tuple[Floats, Floats]:
    """Posts: the level of a week moves, and chance counts."""
    return rng.poisson(14 * np.exp(0.3 * wave)).astype(float), np.full(len(wave), 10.0)


def shared(rng: np.random.Generator, wave: Floats) -> tuple[Floats, Floats]:
    """Answers in time, of 15 to 60 questions a week."""
    n = rng.integers(15, 61, len(wave))
    return rng.binomial(n, 1 / (1 + np.exp(-0.9 - 0.5 * wave))) / n, n.astype(float)


WORLDS: dict[str, tuple[Callable[[np.random.Generator, Floats], tuple[Floats, Floats]], float]] = {
    "interactions": (skewed, 1.0),
    "posts": (counted, 1.34),
    "within_norm": (shared, -1.23),
}
"""By metric: its weeks, and how far a wave must move for one sigma of all that makes weeks differ, chance included.
What is answered in time falls."""


def one(rng: np.random.Generator, metric: str, raised: float = 0.0, newest: int = 0, alike: float = ALIKE) -> Check:
    """A check of a series, of which the `newest` weeks are raised by so many sigma; weeks before them: 40."""
    level = np.repeat([0.0, raised], [WEEKS, newest])
    draw, sigma = WORLDS[metric]
    values, cases = draw(rng, waves(rng, len(level), alike) + sigma * level)
    pairs = zip(values.tolist(), cases.astype(int).tolist(), strict=True)
    weeks = {MONDAY + 7 * place: Estimate(value, n) for place, (value, n) in enumerate(pairs)}
    found = check(metric, 1, read(metrics()[metric], weeks))
    assert found is not None
    return found


def pages(runs: int, seed: int = 1, alike: float = ALIKE) -> tuple[float, float]:
    """Of pages with 96 checks of stable series: how many have p under 5 %, and how many signals are listed."""
    rng, names = np.random.default_rng(seed), list(WORLDS)
    raw, told = 0, 0
    for _ in range(runs):
        found = [one(rng, names[place % len(names)], alike=alike) for place in range(CHECKS)]
        raw += sum(each.p < 0.05 for each in found)
        told += len(checked({(each.metric, n): each.reading for n, each in enumerate(found)}, found[0].week).signals)
    return raw / runs, told / runs


def found_alone(metric: str, sigmas: float, newest: int, runs: int = RUNS, seed: int = 1) -> tuple[float, float]:
    """How often a shift is listed when it is the only one among 96 checks; and by its newest week alone."""
    rng, line = np.random.default_rng(seed), 0.05 / CHECKS
    drawn = [one(rng, metric, sigmas, newest) for _ in range(runs)]
    listed = [each.p < line and bool(each.reading.side) for each in drawn]
    return float(np.mean(listed)), float(np.mean([(each.reading.p or 1.0) < line for each in drawn]))


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=RUNS)
    runs = parser.parse_args().runs
    for alike in (0.0, ALIKE, 0.5):
        raw, told = pages(runs, alike=alike)
        print(f"Autocorrelation {alike}: of {CHECKS} stable series {raw:.1f} with p under 5 %, {told:.3f} listed")
    print("The only shift among them is listed (by its newest week alone):")
    for metric in WORLDS:
        for sigmas in (2, 3, 4):
            found = [found_alone(metric, sigmas, newest, runs) for newest in (1, 6, 12)]
            cells = "".join(f"  {listed:5.0%} ({week:4.0%})" for listed, week in found)
            print(f"{metric:14}{sigmas} sigma, 1, 6 and 12 weeks:{cells}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
