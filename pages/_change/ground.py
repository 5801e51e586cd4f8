"""What is known about the accounts behind a number: since when and until when they have data, and their norms."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from components.change.view import Arrival
from data.filters import Filters
from metrics.change.history import WEEK
from metrics.norms import Norm
from metrics.norms.versions import Segment, segment_of
from metrics.periods import Period
from pages._context import coverage
from pages._norms import segments
from pages._numbers import Key, key

_SLACK = WEEK  # days that an account's first post or last look may lie from the edge of the weeks shown
_STOPPED = 13 * WEEK  # an account whose data ended longer ago has stopped; until then, its data may still come
_LATER = 4 * WEEK  # an account that begins so long after the first one changes what the numbers are about


@dataclass(frozen=True)
class Reach:
    """From the first to the last day that something is known about an account; quiet is not the same as not loaded."""

    account: int
    department: int
    name: str
    platform: str
    first: int
    last: int


@dataclass(frozen=True)
class Ground:
    """The accounts with data, and the norms of those that have conversations."""

    accounts: tuple[Reach, ...]
    norms: Mapping[int, Sequence[Segment]]

    def of(self, department: int) -> "Ground":
        """That of one department."""
        mine = tuple(one for one in self.accounts if one.department == department)
        kept = {one.account for one in mine}
        return Ground(mine, {account: of for account, of in self.norms.items() if account in kept})

    def norms_on(self, day: int) -> list[Norm]:
        """The norm of each account on a day."""
        return [of[int(segment_of(of, [day])[0])][1] for of in self.norms.values()]

    def norm_changes(self, until: int) -> dict[int, Norm]:
        """The days up to one on which another norm begins for some account, with that norm."""
        starts = {day: norm for of in self.norms.values() for day, norm in of[1:]}
        return {day: norm for day, norm in sorted(starts.items()) if day <= until}

    def arrivals(self, period: Period) -> list[Arrival]:
        """The accounts whose data begin or end inside a period."""
        begin = max(period.first, min((one.first for one in self.accounts), default=0)) + _LATER
        found = []
        for one in self.accounts:
            if begin < one.first <= period.last:
                found.append(Arrival(one.first, one.name, one.platform, begins=True))
            if period.first < one.last < period.last - _STOPPED:
                found.append(Arrival(one.last + 1, one.name, one.platform, begins=False))
        return found

    def read_until(self, period: Period) -> int:
        """The last day for which the data are complete; when all accounts stopped, the last day of any."""
        missing = self.not_complete(period)
        end = period.last if missing is None else missing.first - 1
        return min(end, max((one.last for one in self.accounts), default=end))

    def covered(self, period: Period) -> Period | None:
        """The part of a period that there are data of, as the weeks are read; None when there is none."""
        first = max(period.first, min((one.first for one in self.accounts), default=period.first))
        last = self.read_until(period)
        return Period(first, last) if first <= last else None

    def has_gaps(self, period: Period) -> bool:
        """Whether the data of some account begin or end inside a period, so that its counts can be too low."""
        inside = range(period.first, period.last + 1)
        return any(
            (one.first in inside and one.first > period.first + _SLACK)
            or (one.last in inside and one.last < period.last - _SLACK)
            for one in self.accounts
        )

    def not_complete(self, period: Period) -> Period | None:
        """The last days for which not all running accounts have data; None when all reach the end.

        A drop there can be missing data. An account whose data ended long ago has stopped, and is named instead.
        """
        late = [one.last for one in self.accounts if period.last - _STOPPED <= one.last < period.last - _SLACK]
        return Period(min(late) + 1, period.last) if late else None


def ground(asked: Filters) -> Ground:
    """What is known about the accounts of a choice."""
    return _ground(key(asked))


@st.cache_resource(max_entries=64, show_spinner=False)
def _ground(key: Key) -> Ground:
    return Ground(reaches(coverage(key[2])), segments(key[2]))


def reaches(accounts: pd.DataFrame) -> tuple[Reach, ...]:
    """The accounts with data, from the table of their coverage."""
    known = accounts[accounts["first_day"].notna()]
    last = known["newest_day"] + known["days_since_newest"].fillna(0)
    columns = ("account_id", "department_id", "name", "platform", "first_day")
    rows = zip(*(known[name].tolist() for name in columns), last.tolist(), strict=True)
    return tuple(Reach(int(i), int(d), str(name), str(p), int(first), int(end)) for i, d, name, p, first, end in rows)
