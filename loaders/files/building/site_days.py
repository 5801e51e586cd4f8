"""Figures of websites to a batch of site-days, also where a day has several rows (hours, downloaded files)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from loaders.files.building.columns import Columns
from loaders.files.building.counts import Counts, absent
from loaders.files.building.days import days_batch
from loaders.files.building.format import Format
from loaders.files.building.not_loaded import not_loaded
from loaders.files.building.rows import Mask, Rows
from loaders.files.building.times import DAY, Times
from loaders.files.reading.table import Table
from loaders.records import Batch, FileWarning
from metrics.words import N_, Message


@dataclass(frozen=True)
class SiteDays:
    """The columns of a table of a website, each as long as the table; `figures` by metric of a site.

    `dates` and `date_column` are what the file says, for reasons; `date_column` is None when the day stands elsewhere
    than in a column.
    """

    site: "pd.Series[str]"
    times: Times
    figures: Mapping[str, Counts]
    dates: "pd.Series[str]"
    date_column: str | None


def site_days_batch(rows: Rows, form: Format, days: SiteDays, remedy: Message) -> Batch:
    """The batch of a table with one row a day; `remedy` says which export to make when no row is of use."""
    figures = days.figures or {"visits": absent(len(rows.table), "f")}
    batch = days_batch(rows, form.id, "website", days.site, days.times, figures, days.date_column, days.dates)
    if not batch.rows_kept and not batch.questions:
        batch.warnings.append(FileWarning(remedy))
    return batch


def no_days(table: Table, form: Format, remedy: Message) -> Batch:
    """The batch of a table about pages, countries or sources, which is not loaded; `remedy` says what to export."""
    reason = Message("not_by_day", N_("This table has no row for each day, so it is not loaded."))
    return replace(not_loaded(table, form, reason, remedy), kind="other")


def only_event(rows: Rows, columns: Columns, column: str, event: str) -> None:
    """Leave out the rows of a table of events that are about another event than the one of downloads."""
    others = columns.text(column).str.casefold() != event.casefold()
    text = N_("This row is about another event; only {event} is loaded, as downloads.")
    rows.reject(others, columns.header(column), Message("another_event", text, {"event": event}))


def added_up(rows: Rows, days: SiteDays) -> SiteDays:
    """The same columns, with the figures of each day in its first row; the other rows of the day are left out.

    Visitors are not added up: who comes at nine and at ten is one visitor. They are missing where a day has several
    rows, and that is told.
    """
    place = np.arange(len(rows.table))
    counted = rows.alive & days.times.known
    keys = (days.site + "|" + pd.Series(days.times.seconds // DAY).astype("str")).where(counted)
    first = pd.Series(place).groupby(keys).transform("first").fillna(-1).to_numpy(dtype=np.int64)
    later = counted & (first != place)
    several = counted & np.isin(first, first[later])
    figures = {metric: _sums(count, first, counted) for metric, count in days.figures.items()}
    if "visitors" in figures and several.any():
        figures["visitors"] = days.figures["visitors"].missing_where(several, "f")
        text = N_(
            "One person can be in several rows of a day, so visitors cannot be added up and are left out. "
            "Export by day to have them."
        )
        rows.warn(Message("visitors_not_by_day", text))
    lines = rows.table.lines
    text = N_("The figures of this row are added to those of row {row}, which is of the same day.")
    rows.reject_each(later, None, lambda i: Message("added_up", text, {"row": int(lines[first[i]])}))
    return replace(days, figures=figures)


def _sums(count: Counts, first: NDArray[np.int64], counted: Mask) -> Counts:
    """The sum of each day in its first row; missing where no row of the day has a value."""
    used = counted & count.present
    sums = np.zeros(len(first), dtype=np.int64)
    np.add.at(sums, first[used], count.values[used])
    filled = np.zeros(len(first), dtype=np.bool_)
    filled[first[used]] = True
    return Counts(np.where(filled, sums, 0), np.where(filled, ".", np.where(count.present, "e", count.reasons)))
