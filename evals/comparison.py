"""How often the comparison of departments is right: false flags, power by size of effect and of department, coverage.

`python -m evals.comparison [--runs 2000] [--json]` draws made-up organisations of ten departments with 12 to 600 cases
and a true share of 70 %, and prints how often the funnel flags whom, how far shrunken shares lie apart, how often their
intervals hold the truth, and how often the paradox check raises an alarm where there is nothing.
"""

import argparse
import json
import sys
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from metrics.comparison.funnel import FAR, funnel
from metrics.comparison.paradox import reversals
from metrics.comparison.part import Part
from metrics.comparison.shrinkage import shrunken

SIZES = np.geomspace(12, 600, 10).round().astype(int)
SHARE = 0.7
VARIATION = (0.0, 0.02, 0.04, 0.083)
"""Sd of the true shares of departments; at 0.083, limits that know chance alone flag 1.6 of ten."""

GAPS = (-0.3, -0.2, -0.1, 0.1, 0.2)
PLACES = (4, 6, 8)
"""Which departments stand out in turn: 68, 150 and 388 cases."""

MIX = np.array([[0.7, 0.2, 0.1], [0.1, 0.3, 0.6], [0.4, 0.3, 0.3], [0.2, 0.6, 0.2]])


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw and print."""
    parser = argparse.ArgumentParser(prog="python -m evals.comparison", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--runs", type=int, default=2000, help="organisations for each line")
    parser.add_argument("--json", action="store_true", help="print JSON only")
    asked = parser.parse_args(arguments)
    found = measure(asked.runs)
    if asked.json:
        print(json.dumps(found))
        return 0
    for name, lines in found.items():
        print(f"\n{name}")
        for line in lines:
            print("  " + "  ".join(f"{key} {value:.3g}" for key, value in line.items()))
    return 0


def measure(runs: int, seed: int = 1) -> dict[str, list[dict[str, float]]]:
    """All figures, as a table under each heading."""
    rng = np.random.default_rng(seed)
    return {
        "nobody stands out": [_nobody(rng, sd, runs) for sd in VARIATION],
        "one stands out": [_one(rng, sd, gap, place, runs) for sd in VARIATION[:2] for place in PLACES for gap in GAPS],
        "paradox check, departments equal inside strata": [_paradox(rng, 0.0, runs)],
        "paradox check, one lower in each stratum": [_paradox(rng, gap, runs) for gap in (0.05, 0.1, 0.15)],
    }


def _nobody(rng: np.random.Generator, sd: float, runs: int) -> dict[str, float]:
    """Flags per organisation of ten, the spread of raw and shrunken shares, and how often intervals hold the truth."""
    flags = chance = apart = 0
    held: list[bool] = []
    raw: list[float] = []
    drawn: list[float] = []
    for true in _truths(rng, sd, runs):
        parts = _parts(rng.binomial(SIZES, true), SIZES)
        flags += len(funnel(parts, share=True).flagged)
        chance += _by_chance_alone(parts)
        found = shrunken({key: part.estimate(share=True) for key, part in parts.items()}, "share")
        apart += found.distinguishable
        held += [(one.low or 0) <= true[key] <= (one.high or 0) for key, one in found.values.items()]
        for estimates, into in ((found.raw, raw), (found.values, drawn)):
            values = [one.value or 0.0 for one in estimates.values()]
            into.append(max(values) - min(values))
    return {
        "sd": sd,
        "flagged": flags / runs,
        "by_limits_of_chance_alone": chance / runs,
        "spread_raw": float(np.mean(raw)),
        "spread_shrunken": float(np.mean(drawn)),
        "told_apart": apart / runs,
        "coverage": float(np.mean(held)),
    }


def _one(rng: np.random.Generator, sd: float, gap: float, place: int, runs: int) -> dict[str, float]:
    """How often the one that stands out is flagged on its side, and how many others are."""
    sizes = SIZES.copy()
    sizes[6] = 150
    hits = others = 0
    for true in _truths(rng, sd, runs):
        true[place] = SHARE + gap
        flagged = funnel(_parts(rng.binomial(sizes, true), sizes), share=True).flagged
        side = "high" if gap > 0 else "low"
        hits += place in flagged and flagged[place].side == side
        others += len(flagged.keys() - {place})
    return {"sd": sd, "n": float(sizes[place]), "gap": gap, "found": hits / runs, "others_flagged": others / runs}


def _paradox(rng: np.random.Generator, gap: float, runs: int) -> dict[str, float]:
    """Four departments of 1,000 cases on three platforms; the second, at home where people answer more, is lower."""
    cells = (MIX * 1000).astype(int)
    rates = np.tile((0.3, 0.5, 0.8), (4, 1))
    rates[1] -= gap
    alarms = found = 0
    for _ in range(runs):
        counted = rng.binomial(cells, rates)
        pooled = {d: Part(int(counted[d].sum()), int(cells[d].sum())) for d in range(4)}
        strata = {s: _parts(counted[:, s], cells[:, s]) for s in range(3)}
        told = reversals(pooled, strata)
        alarms += bool(told)
        found += any((one.higher, one.lower) == (1, 0) for one in told)
    return {"gap": gap, "any_alarm": alarms / runs, "this_pair": found / runs}


def _truths(rng: np.random.Generator, sd: float, runs: int) -> NDArray[np.float64]:
    return np.clip(rng.normal(SHARE, sd, (runs, len(SIZES))), 0.02, 0.98)


def _parts(counted: NDArray[np.int64], sizes: NDArray[np.int64]) -> dict[int, Part]:
    return {place: Part(int(k), int(n)) for place, (k, n) in enumerate(zip(counted, sizes, strict=True))}


def _by_chance_alone(parts: dict[int, Part]) -> int:
    """How many lie outside binomial 99.8 % limits around the share of all."""
    k, n = (np.array([getattr(part, name) for part in parts.values()]) for name in ("k", "n"))
    centre = k.sum() / n.sum()
    return int((np.abs(k / n - centre) > FAR * np.sqrt(centre * (1 - centre) / n)).sum())


if __name__ == "__main__":
    sys.exit(main())
