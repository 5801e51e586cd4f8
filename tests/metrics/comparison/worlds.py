"""Made-up organisations of which the truth is known: ten departments with 12 to 600 cases.

`ORDINARY` is how much departments ordinarily differ (sd of the true shares): with it, limits that know chance alone
flag about 1.6 of ten departments, as METRICS 3.4 has it.
"""

import numpy as np
from numpy.typing import NDArray

from metrics.comparison.part import Part

SIZES = np.geomspace(12, 600, 10).round().astype(int)  # 12 19 29 44 68 105 163 252 388 600
ORDINARY = 0.083
SHARE = 0.7

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


def truths(rng: np.random.Generator, sd: float, runs: int, sizes: Ints = SIZES) -> Floats:
    """The true shares of the departments in each run."""
    return np.clip(rng.normal(SHARE, sd, (runs, len(sizes))), 0.02, 0.98)


def parts(counted: Ints, sizes: Ints = SIZES) -> dict[int, Part]:
    """The departments of one run, by their place."""
    return {place: Part(int(k), int(n)) for place, (k, n) in enumerate(zip(counted, sizes, strict=True))}
