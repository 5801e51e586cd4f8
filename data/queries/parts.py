"""Which rollup rows make up a period.

A window is read from the monthly rollup where it holds whole months and from the daily one at its loose ends: a
quarter then takes a third of the rows.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import ColumnElement, Subquery, Table, cast, func, literal, select, union_all

from data.access import Access
from data.filters import Filters
from data.queries import scope
from data.queries.windows import Window, month_number, whole_months
from data.schema import rollup_day, rollup_month
from metrics.periods import Period


class Part(NamedTuple):
    """A range of one rollup, and the period that its rows are reported under."""

    rollup: Table
    time: ColumnElement[int]
    between: Period  # days, or months as the store counts them
    label: ColumnElement[int]


def of_windows(windows: Iterable[Window]) -> list[Part]:
    """The windows, each under its own label."""
    found = []
    for window in windows:
        whole, ends = whole_months(window.period)
        label = literal(window.label)
        if whole:
            found.append(Part(rollup_month, rollup_month.c.month, _months(whole), label))
        found += [Part(rollup_day, rollup_day.c.day, end, label) for end in ends]
    return found


def of_weeks(period: Period) -> list[Part]:
    """The weeks of a period, each under the day number of its Monday."""
    day = rollup_day.c.day
    return [Part(rollup_day, day, period, day - (day + 3) % 7)]


def of_months(period: Period) -> list[Part]:
    """The months of a period, each under its month number."""
    whole, ends = whole_months(period)
    month = rollup_month.c.month
    found = [Part(rollup_day, rollup_day.c.day, end, literal(month_number(end.first))) for end in ends]
    return [Part(rollup_month, month, _months(whole), month), *found] if whole else found


def add_up(parts: Iterable[Part], access: Access, filters: Filters, columns: Sequence[str]) -> Subquery:
    """The sums of these columns per `period` (the labels) and `account_id`, for the accounts in scope."""
    rows = union_all(
        *(
            select(part.label.label("period"), part.rollup.c.account_id, *(part.rollup.c[name] for name in columns))
            .where(part.time.between(part.between.first, part.between.last))
            .where(*scope.of_accounts(part.rollup.c.account_id, access, filters.departments, filters.platforms))
            for part in parts
        )
    ).subquery()
    sums = (cast(func.sum(rows.c[name]), rollup_day.c[name].type).label(name) for name in columns)
    return select(rows.c.period, rows.c.account_id, *sums).group_by(rows.c.period, rows.c.account_id).subquery()


def _months(whole: Period) -> Period:
    return Period(month_number(whole.first), month_number(whole.last))
