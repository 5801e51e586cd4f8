"""Which rollup rows make up a period.

A period is read from the rollup of weeks or of months where it holds whole ones, and from that of days at its loose
ends: thirteen weeks then take a seventh of the rows.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import ColumnElement, Subquery, Table, cast, func, literal, select, true, union_all

from data.access import Access
from data.filters import Filters
from data.queries import scope
from data.queries.windows import By, Window, month_number, whole_months, whole_weeks, windows
from data.schema import rollup_day, rollup_month, rollup_week
from metrics.periods import Period, week_start


class Part(NamedTuple):
    """A range of one rollup, and the period that its rows are reported under; `only` keeps some of its rows."""

    rollup: Table
    time: ColumnElement[int]
    first: int
    last: int
    label: ColumnElement[int]
    only: ColumnElement[bool] = true()


class Grain(NamedTuple):
    """A rollup of something longer than a day, and the rollup of the days it was added up from."""

    daily: Table
    rollup: Table
    time: ColumnElement[int]
    number: Callable[[int], int]  # what `time` is for a day
    whole: Callable[[Period], tuple[Period | None, list[Period]]]
    days: int  # about how many days a row holds


WEEKS = Grain(rollup_day, rollup_week, rollup_week.c.week, week_start, whole_weeks, 7)
MONTHS = Grain(rollup_day, rollup_month, rollup_month.c.month, month_number, whole_months, 30)


def by_day_and_month(months: Grain, period: Period, by: By) -> list[Part]:
    """The parts of a rollup that is kept by day and by month: its weeks are added up from days."""
    if by == "week":
        day = months.daily.c.day
        return [Part(months.daily, day, period.first, period.last, day - (day + 3) % 7)]
    if by == "month":
        return of_grain(months, period)
    return of_windows(windows(period, by), (months,))


def of_windows(windows: Iterable[Window], grains: Sequence[Grain] = (WEEKS, MONTHS)) -> list[Part]:
    """The windows, each under its own label, from the grain that takes the fewest rows."""
    found = []
    for window in windows:
        grain = min(grains, key=lambda grain: _rows(grain, window.period))
        found += [part._replace(label=literal(window.label)) for part in of_grain(grain, window.period)]
    return found


def of_grain(grain: Grain, period: Period) -> list[Part]:
    """The weeks or months of a period, each under its number (of a week, the day number of its Monday)."""
    whole, ends = grain.whole(period)
    day = grain.daily.c.day
    found = [Part(grain.daily, day, end.first, end.last, literal(grain.number(end.first))) for end in ends]
    if whole:
        found.append(Part(grain.rollup, grain.time, grain.number(whole.first), grain.number(whole.last), grain.time))
    return found


def _rows(grain: Grain, period: Period) -> int:
    whole, ends = grain.whole(period)
    return sum(end.days for end in ends) + (whole.days // grain.days if whole else 0)


def add_up(
    parts: Iterable[Part],
    access: Access,
    filters: Filters,
    columns: Sequence[str],
    keys: Sequence[str] = ("account_id",),
) -> Subquery:
    """The sums of these columns per `period` (the labels) and keys of the rollup, for the accounts in scope."""
    return summed(rows_of(parts, access, filters, (*keys, *columns)), columns, keys)


def each(parts: Iterable[Part], access: Access, filters: Filters, columns: Sequence[str]) -> Subquery:
    """The same per account for parts of which no two share a label (`of_grain`).

    A part that is labelled by the time of its rows has one row per period and account: it is handed over as it is,
    which takes a third of adding up rows that stand alone.
    """
    names = ("account_id", *columns)
    rows = [(part, rows_of([part], access, filters, names)) for part in parts]
    found = (one if part.label is part.time else summed(one, columns, ("account_id",)) for part, one in rows)
    return union_all(*(select(*one.c) for one in found)).subquery()


def rows_of(
    parts: Iterable[Part],
    access: Access,
    filters: Filters,
    names: Sequence[str],
    accounts: Collection[int] | None = None,
) -> Subquery:
    """The rollup's rows, with their `period` and these columns; `accounts` leaves only these of those in scope."""
    return union_all(
        *(
            select(part.label.label("period"), *(part.rollup.c[name] for name in names)).where(
                *kept(part, access, filters, accounts)
            )
            for part in parts
        )
    ).subquery()


def kept(
    part: Part, access: Access, filters: Filters, accounts: Collection[int] | None = None
) -> list[ColumnElement[bool]]:
    """The conditions that a row of the rollup is in a part, and of an account in scope."""
    account_id = part.rollup.c.account_id
    here = scope.of_accounts(account_id, access, filters.departments, filters.platforms)
    listed = [] if accounts is None else [account_id.in_(sorted(accounts))]
    return [part.time.between(part.first, part.last), part.only, *here, *listed]


def summed(rows: Subquery, columns: Sequence[str], keys: Sequence[str]) -> Subquery:
    """The sums of these columns per `period` and keys."""
    by = [rows.c[name] for name in ("period", *keys)]
    sums = (cast(func.sum(rows.c[name]), rows.c[name].type).label(name) for name in columns)
    return select(*by, *sums).group_by(*by).subquery()
