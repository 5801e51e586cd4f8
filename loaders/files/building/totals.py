"""A count that should be the sum of others: where it is not, the row has shifted cells or another definition."""

from collections.abc import Sequence

import numpy as np

from loaders.files.building.counts import Counts, total
from loaders.files.building.posts import misfit
from loaders.files.building.rows import Rows
from metrics.words import N_, Message


def check_total(rows: Rows, stated: Counts | None, parts: Sequence[Counts]) -> None:
    """Compare the file's own total of reactions, comments and shares with their sum.

    In a row with too few cells a difference settles that its cells are shifted, and the row is left out; elsewhere
    it is told. Nothing happens where the file has no total.
    """
    if stated is None or not parts:
        return
    computed = total(parts)
    both = stated.present & computed.present
    differ = both & (stated.values != computed.values)
    rows.reject(differ & rows.table.short, None, misfit())
    differ &= ~rows.table.short
    rows.check("parts_and_total", both, differ)
    if differ.any():
        n = int(np.count_nonzero(differ))
        rows.warn(
            Message(
                "total_differs",
                N_("{n} post has a total that is not the sum of its reactions, comments and shares."),
                {"n": n},
                plural=N_("{n} posts have a total that is not the sum of their reactions, comments and shares."),
                count=n,
            ),
            differ,
        )
