"""The run chart, by hand and on series of which the truth is known."""

import numpy as np
import pytest

from metrics.change.run import SHIFT, run_chart


def test_points_on_the_median_neither_break_nor_lengthen_a_run() -> None:
    found = run_chart([1, 1, 1, 5, 9, 9, 9, 5, 9, 9, 9, 1, 1, 1])
    assert found.median == 5
    assert (found.shift, found.side) == ((4, 5, 6, 8, 9, 10), 1)


def test_five_on_one_side_are_no_shift() -> None:
    assert run_chart([1, 9, 1, 9, 9, 9, 9, 9, 1, 1, 1, 1, 1, 9]).shift == ()


def test_all_equal_is_no_shift() -> None:
    assert run_chart([3.0] * 20).shift == ()


def test_a_number_that_hardly_ever_moves_has_no_shift() -> None:
    assert run_chart([1.0] * 20 + [2.0, 1.0] * 8).shift == ()
    assert run_chart([1.0] * 20 + [2.0] * 6).shift == tuple(range(20, 26))


def test_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        run_chart([])


def test_stable_short_series_seldom_show_a_shift() -> None:
    rng = np.random.default_rng(1)
    shifts = [bool(run_chart(rng.normal(size=11).tolist()).shift) for _ in range(2000)]
    assert np.mean(shifts) < 0.08
    late = [run_chart([*rng.normal(size=6), *(rng.normal(size=6) + 4)]) for _ in range(200)]
    assert np.mean([len(found.shift) >= SHIFT and found.side == 1 for found in late]) > 0.95
