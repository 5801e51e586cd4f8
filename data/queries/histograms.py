"""Histograms of measures per post, per period and account."""

from collections.abc import Collection
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sqlalchemy import Engine, Select, cast, select

from data.access import Access
from data.filters import Filters
from data.queries import scope
from data.queries.frames import empty, joined, lengths, named, read, repeated, split
from data.queries.owners import OWNER, owners, places, taken
from data.queries.windows import By, windows
from data.schema import Big, rollup_post

_HISTOGRAMS = {"period": "int64", **OWNER, "measure": "str", "bucket": "int64", "n": "int64"}
_BUCKET, _PLACE, _COUNT = 12, 12, 20  # bits of a bucket, of a window, of the posts of an account in a bucket of a day
_Ints = NDArray[np.int64]


def histograms(engine: Engine, access: Access, filters: Filters, measures: Collection[str], by: By) -> pd.DataFrame:
    """How the posts spread over the values of a measure, so that a median needs no look at the posts.

    Columns: period, account_id, department_id, platform, measure, bucket, n (posts in the bucket; `bucket` is a
    step of `metrics.histogram`). One statement per measure, so that a tile pays for its own measure only, and a
    small one for the accounts. Raises `AccessDeniedError`.
    """
    known = owners(engine, access, filters)
    found = []
    for measure in measures:
        days = read(engine, _statement(access, filters, measure, by), _DAYS)
        period, account_id, bucket, n = _add_up(days, filters, by)
        row = places(known, account_id)
        found.append(_frame(known, row, measure, period, bucket, n))
    frame = empty(_HISTOGRAMS) if not found else found[0] if len(found) == 1 else pd.concat(found, ignore_index=True)
    return named(frame) if by == "window" else frame


def _frame(known: pd.DataFrame, row: _Ints, measure: str, period: _Ints, bucket: _Ints, n: _Ints) -> pd.DataFrame:
    """The rows of accounts that are known, each with its owner."""
    if (row < 0).any():
        here = row >= 0
        row, period, bucket, n = row[here], period[here], bucket[here], n[here]
    owner = {"period": period, **taken(known, row), "measure": repeated(measure, len(n))}
    return pd.DataFrame({**owner, "bucket": bucket, "n": n})


_DAYS = {"day": "int64", "keys": "object", "more": "object"}


def _statement(access: Access, filters: Filters, measure: str, by: By) -> Select[Any]:
    """A row per day, with a key of each of its accounts and buckets, and the number of posts where it is not one.

    The key of the rollup starts with measure and day, so this reads on without sorting. Nearly all hold one post.
    """
    asked = windows(filters.period, by)
    first, last = min(window.period.first for window in asked), max(window.period.last for window in asked)
    keys = rollup_post.c.account_id * (1 << _BUCKET) + rollup_post.c.bucket
    more = cast(keys, Big) * (1 << _COUNT) + rollup_post.c.n
    return (
        select(rollup_post.c.day, joined(keys).label("keys"), joined(more).filter(rollup_post.c.n > 1).label("more"))
        .where(rollup_post.c.measure == measure, rollup_post.c.day.between(first, last))
        .where(*scope.of_accounts(rollup_post.c.account_id, access, filters.departments, filters.platforms))
        .group_by(rollup_post.c.day)
    )


def _add_up(days: pd.DataFrame, filters: Filters, by: By) -> tuple[_Ints, _Ints, _Ints, _Ints]:
    """The days of each period added up: period, account, bucket and number of posts.

    Sorting numbers is ten times as fast as looking each up, so key and period go into one.
    """
    asked = sorted(windows(filters.period, by), key=lambda window: window.period.first)
    place = np.searchsorted([window.period.first for window in asked], days["day"].to_numpy(), side="right") - 1
    cells = np.sort(split(days["keys"]) << _PLACE | np.repeat(place, lengths(days["keys"])))
    first = np.flatnonzero(np.diff(cells, prepend=-1))
    n, cells = np.diff(first, append=len(cells)), cells[first]
    some = days["more"].notna().to_numpy(bool)
    if some.any():
        more, at = split(days["more"][some]), np.repeat(place[some], lengths(days["more"][some]))
        held = more >> _COUNT << _PLACE | at
        np.add.at(n, np.searchsorted(cells, held), _low(more, _COUNT) - 1)
    period = np.array([window.label for window in asked], dtype=np.int64)[_low(cells, _PLACE)]
    keys = cells >> _PLACE
    return period, keys >> _BUCKET, _low(keys, _BUCKET), n


def _low(numbers: _Ints, bits: int) -> _Ints:
    return numbers & ((1 << bits) - 1)
