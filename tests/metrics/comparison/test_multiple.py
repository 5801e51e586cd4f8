"""Many checks at once: what chance alone shows before and after the correction."""

import numpy as np
from statsmodels.stats.multitest import multipletests

from metrics.comparison.multiple import clear_among


def test_96_checks_without_any_difference() -> None:
    rng = np.random.default_rng(1)
    pages = rng.uniform(size=(2000, 96))
    assert 4.5 <= (pages < 0.05).sum(axis=1).mean() <= 5.1
    assert np.mean([len(clear_among(page.tolist())) for page in pages]) <= 0.1  # 0.05


def test_it_is_the_correction_of_benjamini_and_hochberg() -> None:
    rng = np.random.default_rng(2)
    for _ in range(50):
        p = np.append(rng.uniform(size=60), rng.uniform(0, 0.01, size=8))
        told = multipletests(p, alpha=0.05, method="fdr_bh")[0]
        assert clear_among(p.tolist()) == set(np.flatnonzero(told).tolist())


def test_nothing_to_check() -> None:
    assert clear_among([]) == set() == clear_among([1.0])
