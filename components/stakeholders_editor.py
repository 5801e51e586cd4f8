"""Stakeholder organisations: a table to change in place, and a form for one more."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from components.i18n import _

_BETWEEN = re.compile(r"[;\n]")


@dataclass(frozen=True)
class StakeholderRow:
    """An organisation with its other names and its policy field; `id` is None for a new one."""

    name: str
    names: tuple[str, ...] = ()
    field: str = ""
    id: int | None = None


def stakeholders_editor(rows: Sequence[StakeholderRow], turn: int) -> list[StakeholderRow] | None:
    """Draw the table; on "Save", its rows that hold any text. Another `turn` forgets what was typed."""
    with st.form(f"stakeholders_form_{turn}", border=False):
        edited = st.data_editor(
            _shown(rows),
            key=f"stakeholders_{turn}",
            num_rows="dynamic",
            hide_index=True,
            placeholder="",
            column_config=_columns(),
            alt=_("Stakeholder organisations: name, other names and policy field can be changed in place"),
        )
        st.caption(
            _(
                "Add a row at the bottom, or paste rows from a spreadsheet. To remove rows, select them and choose the "
                "bin above the table."
            )
        )
        if not st.form_submit_button(_("Save organisations"), key=f"stakeholders_save_{turn}", icon=":material/save:"):
            return None
    return list(_read(edited))


def new_stakeholder() -> StakeholderRow | None:
    """Draw a form for one more organisation; what was filled in."""
    with (
        st.expander(_("Add an organisation"), icon=":material/add:"),
        st.form("stakeholder_add", clear_on_submit=True, border=False),
    ):
        name = st.text_input(_("Name of the organisation (never of a person)"), key="stakeholder_name", max_chars=200)
        names = st.text_input(_("Other names and @handles"), key="stakeholder_names", help=_names_help())
        field = st.text_input(_("Policy field"), key="stakeholder_field", max_chars=200)
        if not st.form_submit_button(_("Add organisation"), key="stakeholder_add_go"):
            return None
        if not name.strip():
            st.error(_("Fill in the name of the organisation first."), icon=":material/error:")
            return None
    return StakeholderRow(name, split_names(names), field)


def split_names(text: str) -> tuple[str, ...]:
    """The names that were typed with semicolons between them.

    >>> split_names("@kade; De Kade;")
    ('@kade', 'De Kade')
    """
    return tuple(name.strip() for name in _BETWEEN.split(text) if name.strip())


def _shown(rows: Sequence[StakeholderRow]) -> pd.DataFrame:
    cells = [(row.id, row.name, "; ".join(row.names), row.field) for row in rows]
    frame = pd.DataFrame(cells, columns=["id", "name", "names", "field"])
    return frame.astype({"id": "Int64", "name": "object", "names": "object", "field": "object"})


def _read(edited: pd.DataFrame) -> Iterable[StakeholderRow]:
    for cells in edited.to_dict("records"):
        name, names, field = ("" if pd.isna(cells[key]) else str(cells[key]) for key in ("name", "names", "field"))
        if name.strip() or names.strip() or field.strip():
            number = None if pd.isna(cells["id"]) else int(cells["id"])
            yield StakeholderRow(name, split_names(names), field, number)


def _names_help() -> str:
    return _(
        "By which posts may mention it, with semicolons between them. With an @ it is looked for as a handle only. A "
        "name of under 4 characters counts as @handle, or in exactly these capitals."
    )


def _columns() -> dict[str, Any]:
    column = st.column_config
    return {
        "id": None,
        "name": column.TextColumn(
            _("Organisation"), required=True, max_chars=200, help=_("An organisation, not a person")
        ),
        "names": column.TextColumn(_("Other names and @handles"), width="medium", help=_names_help()),
        "field": column.TextColumn(_("Policy field"), max_chars=200),
    }
