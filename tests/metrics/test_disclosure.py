"""Hiding small groups: no hidden number can be worked out, whatever else is shown."""

from collections import defaultdict
from itertools import permutations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.disclosure import MINIMUM, Disclosed, hide_small

tables = st.lists(st.integers(0, 12), min_size=1, max_size=6)


@pytest.mark.parametrize(
    ("cells", "shown", "total"),
    [
        ([12, 8, 40], (12, 8, 40), 60),
        ([12, 3, 40], (None, None, 40), 55),  # 3 alone would follow from the total, so 12 goes too
        ([3, 4, 40], (None, None, 40), 47),
        ([4, 4, 40], (None, None, None), 48),  # 4 and 4 would follow from 8
        ([2, 0, 0], (None, 0, 0), None),
        ([1, 2, 0], (None, None, 0), None),  # the total is a small group itself
        ([0, 0], (0, 0), 0),
    ],
)
def test_by_hand(cells: list[int], shown: tuple[int | None, ...], total: int | None) -> None:
    assert hide_small(cells) == Disclosed(shown, total)


@pytest.mark.parametrize("size", [1, 2, 3, 4])
def test_nothing_hidden_can_be_worked_out_by_someone_who_knows_the_rule(size: int) -> None:
    """Of every table up to 8 a group: at least two values of a hidden cell lead to what is shown."""
    possible: dict[Disclosed, list[set[int]]] = defaultdict(lambda: [set() for _ in range(size)])
    for cells in product(range(9), repeat=size):
        for values, cell in zip(possible[hide_small(cells)], cells, strict=True):
            values.add(cell)
    for shown, values in possible.items():
        for cell, candidates in zip(shown.cells, values, strict=True):
            assert candidates == {cell} if cell is not None else len(candidates) >= 2
        if shown.total is None:
            assert len({sum(cells) for cells in product(*values)}) >= 2


@given(tables)
def test_no_small_group_is_shown(cells: list[int]) -> None:
    found = hide_small(cells)
    assert not any(cell is not None and 0 < cell < MINIMUM for cell in (*found.cells, found.total))


@given(tables)
def test_what_is_shown_is_true(cells: list[int]) -> None:
    found = hide_small(cells)
    assert all(shown in (None, cell) for shown, cell in zip(found.cells, cells, strict=True))
    assert found.total in (None, sum(cells))


@given(tables)
def test_subtraction_leaves_more_than_one_answer(cells: list[int]) -> None:
    """The hidden counts in any other order give the same picture."""
    found = hide_small(cells)
    hidden = [place for place, cell in enumerate(found.cells) if cell is None]
    if not hidden or found.total is None:
        return
    answers = defaultdict(set)
    for order in permutations(cells[place] for place in hidden):
        other = list(cells)
        for place, cell in zip(hidden, order, strict=True):
            other[place] = cell
            answers[place].add(cell)
        assert hide_small(other) == found
    assert all(len(candidates) >= 2 for candidates in answers.values())


@given(st.lists(st.integers(MINIMUM, 1000) | st.just(0), max_size=6))
def test_large_groups_are_all_shown(cells: list[int]) -> None:
    assert hide_small(cells) == Disclosed(tuple(cells), sum(cells))


def test_counts_below_zero_are_refused() -> None:
    with pytest.raises(ValueError, match="below zero"):
        hide_small([1, -1])
