"""Many metrics for several departments: a table to read and a CSV to take along."""

from collections.abc import Collection, Hashable, Mapping, Sequence

import pandas as pd
import streamlit as st

from components.chart import below
from components.differences import why_different
from components.escape import plain
from components.i18n import _
from components.kept import kept
from components.number_table import Named, Table, number_table
from components.source import Source
from components.table import html_table
from components.values import full_words
from metrics.estimate import Estimate
from metrics.registry import Metric
from metrics.words import N_

_SHORT = {
    "no_posts": N_("no posts"),
    "not_reported": N_("not reported"),
    "too_few_posts": N_("too few posts"),
    "choose_one_platform": N_("choose one platform"),
    "no_followers": N_("followers not known"),
    "no_website_data": N_("no website data"),
}
"""Reasons in as few words as a cell has room for; the CSV has them in full."""

Cells = Mapping[str, Mapping[str, Estimate]]
"""The numbers by department name and metric id."""


def overview_table(
    name: str,
    title: str,
    listed: Sequence[Metric],
    cells: Cells,
    source: Source,
    key: Hashable,
    unfair: Collection[str] = (),
) -> None:
    """A row for each metric, a column for each department in the order given; each cell with interval and n.

    `key` holds whatever the cells depend on. The rows of `unfair` metrics, on which departments may not be compared,
    say so.
    """
    with st.container(border=True, key=f"card_{name}"):
        st.header(title, anchor=False)
        st.caption(_("Each cell: the number, its 95% interval where it has one, and what it rests on."))
        html_table(kept((key, "all numbers"), lambda: cells_in_words(listed, cells, unfair)), title)
        why_different(name, listed, (one for row in cells.values() for one in row.values()), source)
        table = number_table(_("Department"), lambda: _rows(listed, cells), several_metrics=True)
        below(name, title, Table(table.words, lambda: marked(table.raw(), unfair)), source)


def cells_in_words(listed: Sequence[Metric], cells: Cells, unfair: Collection[str] = ()) -> pd.DataFrame:
    """The table as people read it: short reasons where there is no number."""
    table = {_("Metric"): [_row_name(metric, metric.id in unfair) for metric in listed]}
    for department, numbers in cells.items():
        table[plain(department)] = [_cell(metric, numbers[metric.id]) for metric in listed]
    return pd.DataFrame(table)


def marked(rows: pd.DataFrame, unfair: Collection[str]) -> pd.DataFrame:
    """The rows of the CSV, each with whether departments may be compared on its metric."""
    said = [_("no") if code in unfair else _("yes") for code in rows[_("Metric code")]]
    return rows.assign(**{_("Departments may be compared"): said})


def _row_name(metric: Metric, unfair: bool) -> str:
    label = _(metric.label)
    return _("{metric} (do not compare: the quality of the data differs)", metric=label) if unfair else label


def _cell(metric: Metric, estimate: Estimate) -> str:
    """The number in bold with its interval and its basis, or the reason why there is none."""
    short = _SHORT.get(estimate.reason.code) if estimate.reason else None
    return _(short) if short else full_words(metric, estimate, "**")


def _rows(listed: Sequence[Metric], cells: Cells) -> list[Named]:
    return [Named(department, metric, numbers[metric.id]) for department, numbers in cells.items() for metric in listed]
