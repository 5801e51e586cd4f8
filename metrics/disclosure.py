"""Small groups of citizens are not shown, and cannot be worked out from what is shown."""

from collections.abc import Sequence
from dataclasses import dataclass

MINIMUM = 5
"""Groups of one to four citizens are hidden."""


@dataclass(frozen=True)
class Disclosed:
    """Counts that may be shown; None is hidden."""

    cells: tuple[int | None, ...]
    total: int | None


def hide_small(cells: Sequence[int]) -> Disclosed:
    """Counts of citizens per group, and their total, with the groups under 5 hidden.

    A reader who knows the total could find a single hidden group by subtraction, and several of them when all are
    equal. So the smallest groups that are still shown are hidden too, until the hidden ones hold at least two
    different counts: then every order of them is possible. If no such groups are left, or the total itself is under
    5, the total is hidden as well. Empty groups stay 0. The rule looks at counts only, not at their place, so knowing
    it gives nothing away.

    Totals of several tables that are added up further are the cells of another call. Raises `ValueError` for
    counts below zero.

    References: Hundepool et al. (2012), "Statistical Disclosure Control", chapter 4.

    >>> hide_small([12, 3, 40])
    Disclosed(cells=(None, None, 40), total=55)
    >>> hide_small([12, 0, 40])
    Disclosed(cells=(12, 0, 40), total=52)
    >>> hide_small([3, 3])
    Disclosed(cells=(None, None), total=None)
    """
    if any(cell < 0 for cell in cells):
        raise ValueError("counts of citizens cannot be below zero")
    groups = sorted({cell for cell in cells if cell > 0})
    small = [size for size in groups if size < MINIMUM]
    hidden = set(groups[: max(2, len(small))]) if small else set()
    total = sum(cells)
    total_recovers = len(hidden) == 1 or 0 < total < MINIMUM
    return Disclosed(tuple(None if cell in hidden else cell for cell in cells), None if total_recovers else total)
