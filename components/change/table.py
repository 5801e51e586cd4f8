"""The weeks of a number as a table and as CSV: value, what is ordinary, what signals, what happened."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from components import time_axis
from components.change.margin import Noted, as_it_is, noted
from components.change.view import ChangeView
from components.change.words import level_at, ordinary_words, signal_words
from components.i18n import _
from components.number_table import Table, raw_unit
from components.values import basis_words, interval_words, value_words
from metrics.change.reading import Reading
from metrics.estimate import Estimate
from metrics.periods import to_date, week_start


@dataclass(frozen=True)
class _Week:
    monday: int
    estimate: Estimate
    reading: Reading | None
    place: int
    beside: str

    @property
    def level(self) -> tuple[float, float | None, float | None] | None:
        return None if self.reading is None else level_at(self.reading, self.place)

    @property
    def signals(self) -> str:
        """The rules that it completes; that it is not read."""
        if self.reading is None:
            return _("not read")
        return signal_words(self.reading.signals[self.place])


def change_table(view: ChangeView, departments: Mapping[int, str]) -> Table:
    """One row for each week, the newest first."""
    return Table(
        lambda: _words(view, _weeks(view, noted(view, departments))),
        lambda: _raw(view, _weeks(view, noted(view, departments, as_it_is))),
    )


def _weeks(view: ChangeView, beside: Sequence[Noted]) -> list[_Week]:
    places = {week: (reading, place) for reading in view.stretches for place, week in enumerate(reading.weeks)}
    holidays: dict[int, list[str]] = {}
    for day, name in view.beside.holidays:
        holidays.setdefault(week_start(day), []).append(name)
    rows = []
    for week in reversed(view.weeks):
        reading, place = places.get(week, (None, 0))
        estimate = view.series.get(week) or Estimate(view.values[week])
        if estimate.value is None and view.values[week] is not None:
            estimate = Estimate(view.values[week])  # a week without anything in it: none of what is counted
        happened = [f"{one.number}. {one.words}" for one in beside if one.concerns(week)] + holidays.get(week, [])
        rows.append(_Week(week, estimate, reading, place, "; ".join(happened)))
    return rows


def _words(view: ChangeView, weeks: Sequence[_Week]) -> pd.DataFrame:
    metric = view.metric
    return pd.DataFrame(
        [
            {
                _("Week"): time_axis.name_of(one.monday, "week"),
                _("Value"): value_words(metric, one.estimate),
                _("95% interval"): interval_words(metric, one.estimate),
                _("Rests on"): basis_words(metric, one.estimate),
                _("Ordinary weeks"): ordinary_words(metric, one.level),
                _("More than ordinary"): one.signals,
                _("What happened"): one.beside,
            }
            for one in weeks
        ]
    )


def _raw(view: ChangeView, weeks: Sequence[_Week]) -> pd.DataFrame:
    rows = []
    for one in weeks:
        centre, low, high = one.level or (None, None, None)
        rows.append(
            {
                _("Monday of the week"): to_date(one.monday).isoformat(),
                _("Metric code"): view.metric.id,
                _("Value"): one.estimate.value,
                _("Unit"): raw_unit(view.metric.unit),
                _("Lowest of the 95% interval"): one.estimate.low,
                _("Highest of the 95% interval"): one.estimate.high,
                _("n"): one.estimate.n,
                _("Usual level"): centre,
                _("Lower limit"): low,
                _("Upper limit"): high,
                _("More than ordinary"): one.signals,
                _("What happened"): one.beside,
            }
        )
    return pd.DataFrame(rows, dtype=object)
