"""Departments: see them, add one, rename one, merge two."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import pandas as pd
import streamlit as st

from components.escape import bare, plain
from components.i18n import _, ngettext, number
from components.select import select
from components.table import html_table


@dataclass(frozen=True)
class DepartmentAction:
    """What to do: add `name`, rename `department` to `name`, or merge `department` into `target`."""

    do: Literal["add", "rename", "merge"]
    name: str = ""
    department: int = 0
    target: int = 0


def departments_editor(departments: Sequence[tuple[int, str, int]]) -> DepartmentAction | None:
    """Draw the departments as (id, name, number of accounts) with the three forms; what the user asked for."""
    if departments:
        table = pd.DataFrame(
            [(name, number(accounts)) for _id, name, accounts in departments],
            columns=[_("Department"), _("Accounts")],
        )
        html_table(table.map(plain), _("Departments and their number of accounts"))
    else:
        st.info(_("There are no departments yet. Add the first one here, or while you load a file."))
    names = {one: bare(name) for one, name, _accounts in departments}
    action = _add()
    if names:
        with st.expander(_("Rename a department"), icon=":material/edit:"):
            action = _rename(names) or action
    if len(names) > 1:
        with st.expander(_("Merge two departments"), icon=":material/merge:"):
            counts = {one: accounts for one, _name, accounts in departments}
            action = _merge(names, counts) or action
    return action


def _add() -> DepartmentAction | None:
    with st.form("department_add", clear_on_submit=True, border=False):
        name = st.text_input(_("Name of a new department"), key="department_new", max_chars=120)
        if st.form_submit_button(_("Add department"), key="department_add_go", icon=":material/add:"):
            return DepartmentAction("add", name=name)
    return None


def _rename(names: dict[int, str]) -> DepartmentAction | None:
    with st.form("department_rename", border=False):
        which = select(_("Department to rename"), names, next(iter(names)), key="rename_which")
        name = st.text_input(_("New name"), key="rename_to", max_chars=120)
        if st.form_submit_button(_("Rename"), key="rename_go"):
            return DepartmentAction("rename", name=name, department=which)
    return None


def _merge(names: dict[int, str], counts: dict[int, int]) -> DepartmentAction | None:
    source = select(_("This department goes away"), names, next(iter(names)), key="merge_from")
    others = {one: name for one, name in names.items() if one != source}
    target = select(_("Its accounts go to"), others, next(iter(others)), key="merge_into")
    st.caption(
        ngettext(
            "{n} account moves from {source} to {target}, with its figures of the past. This cannot be undone.",
            "{n} accounts move from {source} to {target}, with their figures of the past. This cannot be undone.",
            counts[source],
            source=plain(names[source]),
            target=plain(names[target]),
        )
    )
    if st.button(_("Merge"), key="merge_go", icon=":material/merge:"):
        return DepartmentAction("merge", department=source, target=target)
    return None
