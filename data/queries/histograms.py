"""Histograms of measures per post, per period and account."""

from collections.abc import Collection
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sqlalchemy import Engine, Select, select

from data.access import Access
from data.filters import Filters
from data.queries import scope
from data.queries.frames import empty, joined, lengths, named, read, repeated, split
from data.queries.owners import OWNER, owners, places, taken
from data.queries.windows import By, windows
from data.schema import rollup_post

_HISTOGRAMS = {"period": "int64", **OWNER, "measure": "str", "bucket": "int64", "n": "int64"}
_BUCKETS = 4096  # more than any bucket number
_BITS = 20  # of the number of posts of an account in one bucket on one day
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
        here = row >= 0
        columns = {"period": period[here], **taken(known, row[here]), "measure": repeated(measure, int(here.sum()))}
        found.append(pd.DataFrame(columns | {"bucket": bucket[here], "n": n[here]}))
    frame = pd.concat(found, ignore_index=True) if found else empty(_HISTOGRAMS)
    return named(frame) if by == "window" else frame


_DAYS = {"day": "int64", "keys": "object", "n": "object"}


def _statement(access: Access, filters: Filters, measure: str, by: By) -> Select[Any]:
    """A row per day, with its accounts and buckets (as one key) and their counts.

    The key of the rollup starts with measure and day, so this reads on without sorting.
    """
    asked = windows(filters.period, by)
    first, last = min(window.period.first for window in asked), max(window.period.last for window in asked)
    keys = rollup_post.c.account_id * _BUCKETS + rollup_post.c.bucket
    return (
        select(rollup_post.c.day, joined(keys).label("keys"), joined(rollup_post.c.n).label("n"))
        .where(rollup_post.c.measure == measure, rollup_post.c.day.between(first, last))
        .where(*scope.of_accounts(rollup_post.c.account_id, access, filters.departments, filters.platforms))
        .group_by(rollup_post.c.day)
    )


def _add_up(days: pd.DataFrame, filters: Filters, by: By) -> tuple[_Ints, _Ints, _Ints, _Ints]:
    """The days of each period added up: period, account, bucket and number of posts.

    Sorting numbers is ten times as fast as looking each up, so period, key and number go into one.
    """
    keys, n = split(days["keys"]), split(days["n"])
    asked = sorted(windows(filters.period, by), key=lambda window: window.period.first)
    place = np.searchsorted([window.period.first for window in asked], days["day"].to_numpy(), side="right") - 1
    rows = np.sort(((keys * len(asked) + np.repeat(place, lengths(days["n"]))) << _BITS) | n)
    cell, n = rows >> _BITS, rows & ((1 << _BITS) - 1)
    first = np.flatnonzero(np.diff(cell, prepend=-1))
    keys, place = np.divmod(cell[first], len(asked))
    account_id, bucket = np.divmod(keys, _BUCKETS)
    period = np.array([window.label for window in asked], dtype=np.int64)[place]
    return period, account_id, bucket, np.add.reduceat(n, first) if len(first) else n
