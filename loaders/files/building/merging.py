"""Two readings of one table as one batch: its posts and its comments, or two tables that stand side by side."""

from collections.abc import Iterable
from dataclasses import replace

import pandas as pd

from loaders.records import Batch, Check

_FRAMES = ("posts", "comments", "account_days", "site_days", "audience")


def merged(first: Batch, *others: Batch) -> Batch:
    """One batch with the rows of all; name, format and platform of the first, kind of the first that has rows.

    Each row of the file must be in one of the batches only (`Table.without` parts a table), or the account of rows
    does not add up.
    """
    batches = (first, *others)
    frames = {
        name: pd.concat(parts, ignore_index=True)
        for name in _FRAMES
        if (parts := [getattr(batch, name) for batch in batches if len(getattr(batch, name))])
    }
    return replace(
        first,
        kind=next((batch.kind for batch in batches if batch.rows_kept), first.kind),
        rows_read=sum(batch.rows_read for batch in batches),
        duplicates=sum(batch.duplicates for batch in batches),
        rejected=[one for batch in batches for one in batch.rejected],
        warnings=[one for batch in batches for one in batch.warnings],
        checks=_summed(one for batch in batches for one in batch.checks),
        questions=list(dict.fromkeys(one for batch in batches for one in batch.questions)),
        **frames,
    )


def _summed(checks: Iterable[Check]) -> list[Check]:
    """One check of each name."""
    found: dict[str, Check] = {}
    for one in checks:
        before = found.get(one.name, Check(one.name, 0, 0))
        found[one.name] = Check(one.name, before.checked + one.checked, before.failed + one.failed)
    return list(found.values())
