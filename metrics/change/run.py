"""The run chart: a line, its median, and whether the points around it look like chance. For short series too."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import median

SHIFT = 6
"""So many points in a row on one side of the median are a shift."""


@dataclass(frozen=True)
class RunChart:
    """The median, and the places in the series of the latest shift: as many points on one side, at least six.

    `shift` is empty when there is none; `side` is 1 for above the median, -1 for below.
    """

    median: float
    shift: tuple[int, ...] = ()
    side: int = 0


def run_chart(values: Sequence[float]) -> RunChart:
    """A series around its median; points on the median are passed over, as the rule has it. Needs one value.

    Where more than half lie on the median, those on it do break a run: of a number that is nearly always 1, all others
    are above, however far apart.

    Reference: Perla, Provost & Murray (2011), "The run chart: a simple analytical tool for learning from variation in
    healthcare processes".

    >>> run_chart([5, 4, 6, 5, 4, 9, 9, 8, 9, 9, 8]).median, run_chart([3, 4, 3, 4]).shift
    (8, ())
    >>> run_chart([1, 2, 1, 2, 1, 2, 5, 8, 9, 8, 9, 8, 9]).shift
    (7, 8, 9, 10, 11, 12)
    """
    if not values:
        raise ValueError("a run chart needs at least one value")
    middle = median(values)
    sides = [(place, 1 if value > middle else -1) for place, value in enumerate(values) if value != middle]
    if 2 * len(sides) < len(values):
        sides = [(place, (value > middle) - (value < middle)) for place, value in enumerate(values)]
    runs = [list(group) for side, group in groupby(sides, key=lambda point: point[1]) if side]
    long = [run for run in runs if len(run) >= SHIFT]
    if not long:
        return RunChart(middle)
    return RunChart(middle, tuple(place for place, _ in long[-1]), long[-1][0][1])
