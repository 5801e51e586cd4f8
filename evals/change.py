"""How often charts of change cry wolf, and how soon they see a change: `python -m evals.change [--runs N]`.

Made-up weeks whose truth is known. A stable series that is called changed is a false alarm; a shift of two sigma should
be seen within six weeks.
"""

import argparse
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import polygamma

from metrics.change.reading import Reading, read
from metrics.change.xmr import BASELINE
from metrics.comparison.multiple import clear_among
from metrics.estimate import Estimate
from metrics.registry import metrics

Floats = NDArray[np.float64]
MONDAY = 18_267  # 6 January 2020
RUNS = 1000
CHECKS = 96


@dataclass(frozen=True)
class World:
    """Weeks of one metric. `draw` gets a generator and, for each week, by how many sigma its level is raised."""

    metric: str
    draw: Callable[[np.random.Generator, Floats], tuple[Floats, Floats]]  # values, and what each rests on

    def weeks(self, rng: np.random.Generator, raised: Floats) -> dict[int, Estimate]:
        """The estimates by Monday."""
        values, cases = self.draw(rng, raised)
        pairs = zip(values.tolist(), cases.astype(int).tolist(), strict=True)
        return {MONDAY + 7 * place: Estimate(value, n) for place, (value, n) in enumerate(pairs)}

    def read(self, rng: np.random.Generator, weeks: int, raised: Floats | None = None) -> Reading:
        """The reading of one draw."""
        return read(metrics()[self.metric], self.weeks(rng, np.zeros(weeks) if raised is None else raised))


def normal(rng: np.random.Generator, raised: Floats) -> tuple[Floats, Floats]:
    """Followers gained: losses are possible."""
    return rng.normal(40 + 12 * raised, 12), np.full(len(raised), 5)


def lognormal(rng: np.random.Generator, raised: Floats) -> tuple[Floats, Floats]:
    """Interactions: a few weeks have most of them."""
    return np.round(rng.lognormal(5 + 1.2 * raised, 1.2)), np.full(len(raised), 12)


def negative_binomial(mean: float, shape: float) -> Callable[..., tuple[Floats, Floats]]:
    """Counts that vary more than chance; `shape` is how even the weeks are."""
    sigma = float(np.sqrt(1 / mean + polygamma(1, shape)))  # on the log scale

    def draw(rng: np.random.Generator, raised: Floats) -> tuple[Floats, Floats]:
        rates = rng.gamma(shape, mean / shape, len(raised)) * np.exp(sigma * raised)
        return rng.poisson(rates).astype(float), np.full(len(raised), 10)

    return draw


def poisson(mean: float) -> Callable[..., tuple[Floats, Floats]]:
    """Counts by pure chance."""

    def draw(rng: np.random.Generator, raised: Floats) -> tuple[Floats, Floats]:
        return rng.poisson(mean * np.exp(raised / np.sqrt(mean))).astype(float), np.full(len(raised), 10)

    return draw


def shares(share: float, between: float, fewest: int, most: int) -> Callable[..., tuple[Floats, Floats]]:
    """Shares of a varying number of cases; `between` is the correlation of two cases of one week."""

    def draw(rng: np.random.Generator, raised: Floats) -> tuple[Floats, Floats]:
        n = rng.integers(fewest, most + 1, len(raised))
        sigma = np.sqrt(share * (1 - share) * (between + (1 - between) / n.mean()))
        level = np.clip(share + (sigma if share < 0.5 else -sigma) * raised, 0.001, 0.999)
        spread = 1 / between - 1 if between else np.inf
        true = rng.beta(level * spread, (1 - level) * spread) if between else level
        return rng.binomial(n, true) / n, n.astype(float)

    return draw


def medians(rng: np.random.Generator, raised: Floats) -> tuple[Floats, Floats]:
    """Likes per post, the median of twelve posts."""
    posts = np.round(rng.lognormal(2 + 0.4 * raised[:, None], 1, (len(raised), 12)))
    return np.median(posts, axis=1), np.full(len(raised), 12)


def durations(rng: np.random.Generator, raised: Floats) -> tuple[Floats, Floats]:
    """Seconds to an answer, the median of twenty questions."""
    times = rng.lognormal(10 + 0.36 * raised[:, None], 1.3, (len(raised), 20))
    return np.median(times, axis=1), np.full(len(raised), 20)


def rates(rng: np.random.Generator, raised: Floats) -> tuple[Floats, Floats]:
    """Engagement rates of about half a percent."""
    return rng.lognormal(np.log(0.005) + 0.6 * raised, 0.6), np.full(len(raised), 10)


WORLDS: dict[str, World] = {
    "normal": World("audience_growth", normal),
    "lognormal": World("interactions", lognormal),
    "counts, uneven": World("messages", negative_binomial(40, 2)),
    "counts, very uneven": World("messages", negative_binomial(40, 1)),
    "counts, few and uneven": World("messages", negative_binomial(10, 3)),
    "counts, chance, 20": World("posts", poisson(20)),
    "counts, chance, 8": World("posts", poisson(8)),
    "counts, chance, 5": World("posts", poisson(5)),
    "counts, chance, 2": World("posts", poisson(2)),
    "counts, chance, 0.2": World("posts", poisson(0.2)),
    "shares of 10 to 60": World("within_norm", shares(0.7, 0.02, 10, 60)),
    "shares near 100 %": World("within_norm", shares(0.95, 0.02, 10, 60)),
    "shares of 400 to 4000": World("topic_share", shares(0.3, 0.01, 400, 4000)),
    "medians of counts": World("applause", medians),
    "times": World("response_median", durations),
    "rates": World("er_reach_pooled", rates),
}


def false_alarms(world: World, weeks: int, runs: int = RUNS, seed: int = 1) -> float:
    """The share of stable series of so many weeks whose newest week is called changed."""
    rng = np.random.default_rng(seed)
    return float(np.mean([bool(world.read(rng, weeks).side) for _ in range(runs)]))


def found_within(world: World, sigmas: float, weeks: int = 6, runs: int = RUNS, seed: int = 1) -> float:
    """The share of series with a lasting shift that are called changed in one of the weeks after it."""
    rng = np.random.default_rng(seed)
    raised = np.repeat([0.0, sigmas], [BASELINE + 10, weeks])
    return float(np.mean([any(world.read(rng, 0, raised).signals[-weeks:]) for _ in range(runs)]))


def pages(runs: int, weeks: int = 40, seed: int = 1) -> tuple[float, float]:
    """Of pages with 96 stable series: how many have p under 5 %, and how many are told after correction."""
    rng, worlds = np.random.default_rng(seed), list(WORLDS.values())
    raw, told = 0, 0
    for _ in range(runs):
        found = [worlds[check % len(worlds)].read(rng, weeks).p for check in range(CHECKS)]
        known = [p for p in found if p is not None]
        raw += sum(p < 0.05 for p in known)
        told += len(clear_among(known))
    return raw / runs, told / runs


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=RUNS)
    runs = parser.parse_args().runs
    print(f"{runs} series each. Newest week of a stable series called changed, by weeks in all; shift of 2 sigma seen")
    print(f"{'':26}{'13':>8}{'16':>8}{'21':>8}{'30':>8}{'60':>8}{'  within 6 weeks'}")
    for name, world in WORLDS.items():
        alarms = "".join(f"{false_alarms(world, weeks, runs):8.1%}" for weeks in (13, 16, 21, 30, 60))
        print(f"{name:26}{alarms}{found_within(world, 2, runs=runs):12.1%}")
    raw, told = pages(max(1, runs // 10))
    print(f"Of {CHECKS} stable series a page: {raw:.1f} with p under 5 %, {told:.2f} told after correction")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
