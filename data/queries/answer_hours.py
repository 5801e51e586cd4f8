"""When citizens ask and the organisation answers: by weekday and hour."""

import numpy as np
import pandas as pd
from sqlalchemy import Engine, cast, select

from data.access import Access
from data.filters import Filters
from data.queries import scope
from data.queries.frames import joined, read, unfolded
from data.queries.owners import owners, places, taken
from data.schema import Big, rollup_answer_hour

_HOURS = tuple(f"{side}{hour:02}" for side in "adkr" for hour in range(24))
_PAIRS = tuple((_HOURS[place], _HOURS[place + 24]) for place in (*range(24), *range(48, 72)))
_BITS = 31  # of a count of one day: two of them are read as one number, which halves the time
_DAYS = 7
_COUNTS = rollup_answer_hour.c
_NUMBERS = {"account_id": _COUNTS.account_id} | {
    low: _COUNTS[low] + cast(_COUNTS[high], Big) * (1 << _BITS) for low, high in _PAIRS
}
_TEXTS = [joined(number).label(name) for name, number in _NUMBERS.items()]  # to make them takes a while: once


def hours(engine: Engine, access: Access, filters: Filters) -> pd.DataFrame:
    """Questions and replies by weekday and hour of the organisation's time zone, per account.

    Columns: account_id, department_id, platform, dow (0 Monday), then a00..a23 questions, d00..d23 of these with a
    deadline that has passed, k00..k23 of these answered in time, r00..r23 replies. Two statements; raises
    `AccessDeniedError`.
    """
    here = scope.of_accounts(_COUNTS.account_id, access, filters.departments, filters.platforms)
    statement = (
        select(_COUNTS.day, *_TEXTS)
        .where(_COUNTS.day.between(filters.period.first, filters.period.last), *here)
        .group_by(_COUNTS.day)
    )
    rows = unfolded(read(engine, statement, {"day": "int64", **dict.fromkeys(_NUMBERS, "object")}), _NUMBERS)
    known = owners(engine, access, filters)
    owner, dow = places(known, rows["account_id"]), (rows["day"] + 3) % _DAYS
    known_row = owner >= 0
    cells, group = np.unique((owner * _DAYS + dow)[known_row], return_inverse=True)
    sums = {}
    for low, high in _PAIRS:
        packed = rows[low][known_row]
        for name, values in ((low, packed & ((1 << _BITS) - 1)), (high, packed >> _BITS)):
            sums[name] = np.bincount(group, weights=values, minlength=len(cells)).astype(np.int64)
    owner, dow = np.divmod(cells, _DAYS)
    return pd.DataFrame({**taken(known, owner), "dow": dow, **{name: sums[name] for name in _HOURS}})
