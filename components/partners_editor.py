"""Which departments work with which others: a table to change in place, and a form for one more."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd
import streamlit as st

from components.escape import bare
from components.i18n import _
from components.select import distinct, select_or_none

_MOST_TIMES = 1_000


class PartnerRow(NamedTuple):
    """A department (by id), the department that it works with, and how often a quarter posts should show that."""

    department: int
    partner: int
    times: int


def partners_editor(
    rows: Sequence[PartnerRow], departments: Mapping[int, str], turn: int
) -> tuple[list[PartnerRow], list[str]] | None:
    """Draw the table; on "Save", its rows and a sentence for each row that is not complete.

    `departments` are names by id. Another `turn` forgets what was typed.
    """
    names = distinct({number: bare(name) for number, name in departments.items()})
    with st.form(f"partners_form_{turn}", border=False):
        edited = st.data_editor(
            _shown(rows, names),
            key=f"partners_{turn}",
            num_rows="dynamic",
            hide_index=True,
            placeholder="",
            column_config=_columns(list(names.values())),
            alt=_("Partner departments: department, partner and times a quarter can be changed in place"),
        )
        st.caption(_("Add a row at the bottom. To remove rows, select them and choose the bin above the table."))
        if not st.form_submit_button(_("Save partners"), key=f"partners_save_{turn}", icon=":material/save:"):
            return None
    return _read(edited, {name: number for number, name in names.items()})


def new_partner(departments: Mapping[int, str]) -> PartnerRow | None:
    """Draw a form for one more row; what was filled in."""
    names = {number: bare(name) for number, name in departments.items()}
    with (
        st.expander(_("Add a partner"), icon=":material/add:"),
        st.form("partner_add", clear_on_submit=True, border=False),
    ):
        department = select_or_none(_("Department"), names, key="partner_department")
        partner = select_or_none(_("Works with"), names, key="partner_partner")
        times = st.number_input(_("Times a quarter"), 1, _MOST_TIMES, 3, key="partner_times", width=320)
        if not st.form_submit_button(_("Add partner"), key="partner_add_go"):
            return None
        if department is None or partner is None:
            st.error(_("Choose two departments first."), icon=":material/error:")
            return None
    return PartnerRow(department, partner, int(times))


def _shown(rows: Sequence[PartnerRow], names: Mapping[int, str]) -> pd.DataFrame:
    cells = [(names[row.department], names[row.partner], row.times) for row in rows]
    frame = pd.DataFrame(cells, columns=["department", "partner", "times"])
    return frame.astype({"department": "object", "partner": "object", "times": "Int64"})


def _read(edited: pd.DataFrame, numbers: Mapping[str, int]) -> tuple[list[PartnerRow], list[str]]:
    rows, problems = [], []
    for line, cells in enumerate(edited.to_dict("records"), start=1):
        if any(pd.isna(cell) for cell in cells.values()):
            problems.append(_("Row {n}: choose both departments and fill in how often.", n=line))
        elif not {cells["department"], cells["partner"]} <= numbers.keys():
            problems.append(_("Row {n}: choose departments from the list.", n=line))
        else:
            rows.append(PartnerRow(numbers[cells["department"]], numbers[cells["partner"]], int(cells["times"])))
    return rows, problems


def _columns(names: list[str]) -> dict[str, Any]:
    column = st.column_config
    return {
        "department": column.SelectboxColumn(_("Department"), options=names, required=True),
        "partner": column.SelectboxColumn(_("Works with"), options=names, required=True),
        "times": column.NumberColumn(
            _("Times a quarter"),
            min_value=1,
            max_value=_MOST_TIMES,
            step=1,
            default=3,
            required=True,
            help=_("How often in three months posts should name the partner."),
        ),
    }
