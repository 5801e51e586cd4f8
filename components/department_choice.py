"""The department of a new account: one that exists, or a new one by its name."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from components.escape import bare
from components.i18n import _
from components.select import select, select_or_none

_NEW, _EACH = "new", "each"


@dataclass(frozen=True)
class DepartmentChoice:
    """A department that exists, or the name of a new one; neither when nothing is chosen yet."""

    id: int | None = None
    name: str = ""


def department_for_all(names: Mapping[int, str]) -> DepartmentChoice | None:
    """Draw the choice of one department for all new accounts; None when each gets its own. `names` are by id."""
    words = {_EACH: _("Choose for each account")} | _departments(names)
    with st.container(horizontal=True, vertical_alignment="top"):
        chosen = select(_("Department of all new accounts"), words, _EACH, key="department_for_all")
        return None if chosen == _EACH else _named(chosen, names, "for_all")


def department_of(names: Mapping[int, str], key: str) -> DepartmentChoice:
    """Draw the choice of the department of one new account."""
    words = _departments(names)
    if names:
        chosen = select_or_none(_("Department"), words, key=f"department_{key}")
    else:
        chosen = select(_("Department"), words, _NEW, key=f"department_{key}")
    return DepartmentChoice() if chosen is None else _named(chosen, names, key)


def _departments(names: Mapping[int, str]) -> dict[int | str, str]:
    """A new one comes first, because the list may be long."""
    return {_NEW: _("New department…"), **{one: bare(name) for one, name in names.items()}}


def _named(chosen: int | str, names: Mapping[int, str], key: str) -> DepartmentChoice:
    """A department by its number, or by a typed name; a name that exists already, in any case, is that department."""
    if isinstance(chosen, int):
        return DepartmentChoice(id=chosen)
    typed = st.text_input(_("Name of the new department"), key=f"new_department_{key}", max_chars=120)
    name = " ".join(typed.split())
    known = next((one for one, known in names.items() if known.casefold() == name.casefold()), None)
    return DepartmentChoice(name=name) if known is None else DepartmentChoice(id=known)
