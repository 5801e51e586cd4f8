"""Accounts: one table to read and to change, with a check of every change."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from components.escape import bare
from components.i18n import _
from components.load_words import STATUSES, status_word
from components.select import select, select_or_none
from components.words import platform_name
from metrics.claims.objectives import OBJECTIVES
from metrics.platforms import NAMES

EDITABLE = ("department", "name", "owner_role", "purpose", "objective", "status", "review_date")


@dataclass(frozen=True)
class AccountWish:
    """An account to add."""

    department: str
    platform: str
    handle: str


def accounts_editor(
    accounts: pd.DataFrame, departments: Sequence[str], turn: int
) -> dict[int, dict[str, str | None]] | None:
    """Draw the accounts; on "Save", the changed values by account id.

    `accounts` has id, platform, handle and the `EDITABLE` columns (department by name). Another `turn` forgets what
    was typed. The browser limits what can be typed; the values must be checked again before they are stored.
    """
    shown = _shown(accounts)
    with st.form(f"accounts_form_{turn}", border=False):
        edited = st.data_editor(
            shown,
            key=f"accounts_{turn}",
            hide_index=True,
            placeholder="",
            disabled=["platform", "handle"],
            column_config=_columns(departments),
            alt=_(
                "Accounts: department, name, owner, purpose, objective, status and review date can be changed in place"
            ),
        )
        st.caption(_("Change a cell in place: select it and press Enter. Dates are year-month-day: 2027-01-31."))
        if not st.form_submit_button(_("Save changes"), key=f"accounts_save_{turn}", icon=":material/save:"):
            return None
    return changed(shown, edited, list(accounts["id"]))


def new_account(departments: Sequence[str]) -> AccountWish | None:
    """Draw a form for one more account; what was filled in."""
    with (
        st.expander(_("Add an account"), icon=":material/add:"),
        st.form("account_add", clear_on_submit=True, border=False),
    ):
        names, platforms = {name: bare(name) for name in departments}, {code: platform_name(code) for code in NAMES}
        department = select_or_none(_("Department"), names, key="account_department")
        platform = select_or_none(_("Platform"), platforms, key="account_platform")
        handle = st.text_input(_("Handle or name on the platform"), key="account_handle", max_chars=200)
        if not st.form_submit_button(_("Add account"), key="account_add_go"):
            return None
        if department is None or platform is None:
            st.error(_("Choose a department and a platform first."), icon=":material/error:")
            return None
    return AccountWish(department, platform, handle)


def account_remover(accounts: Sequence[tuple[int, str, str]]) -> int | None:
    """Draw a way to remove an account, as (id, platform, handle), that was added by mistake; its id."""
    if not accounts:
        return None
    labels = {one: f"{platform_name(platform)} · {bare(handle)}" for one, platform, handle in accounts}
    with st.expander(_("Remove an account"), icon=":material/delete:"):
        which = select(_("Account to remove"), labels, next(iter(labels)), key="remove_which")
        st.caption(_("Only an account without figures can be removed. Set others to “Closed” in the table."))
        return which if st.button(_("Remove this account"), key="remove_go") else None


def changed(before: pd.DataFrame, after: pd.DataFrame, ids: Sequence[int]) -> dict[int, dict[str, str | None]]:
    """The cells that differ, by account id; an emptied cell is None."""
    changes: dict[int, dict[str, str | None]] = {}
    for position, account in enumerate(ids):
        for column in EDITABLE:
            old, new = (_text(frame[column].iloc[position]) for frame in (before, after))
            if old != new:
                changes.setdefault(int(account), {})[column] = new
    return changes


def _text(value: Any) -> str | None:
    """A cell as text; empty and missing are None."""
    if value is None or pd.isna(value):
        return None
    return " ".join(str(value).split()) or None


def _shown(accounts: pd.DataFrame) -> pd.DataFrame:
    frame = accounts[["platform", "handle", *EDITABLE]].astype(object)
    frame["platform"] = [platform_name(code) for code in frame["platform"]]
    frame["handle"] = [bare(value) for value in frame["handle"]]
    return frame.where(frame.notna(), None)


def _columns(departments: Sequence[str]) -> dict[str, Any]:
    column = st.column_config
    return {
        "platform": column.TextColumn(_("Platform"), width="small"),
        "handle": column.TextColumn(_("Handle")),
        "department": column.SelectboxColumn(_("Department"), options=list(departments), required=True),
        "name": column.TextColumn(_("Name"), required=True, max_chars=200),
        "owner_role": column.TextColumn(_("Owner (role)"), max_chars=200, help=_("A role, not a person's name")),
        "purpose": column.TextColumn(_("Purpose"), max_chars=500, width="medium"),
        "objective": column.SelectboxColumn(
            _("Objective"),
            options=list(OBJECTIVES),
            format_func=lambda objective: _(OBJECTIVES[str(objective)]),
            help=_("What the account is for. Posts are held against it on the page Responsiveness."),
        ),
        "status": column.SelectboxColumn(
            _("Status"),
            options=list(STATUSES),
            format_func=lambda status: status_word(str(status)),
            required=True,
            width="small",
        ),
        "review_date": column.TextColumn(
            _("Review date"), validate=r"^\d{4}-\d{2}-\d{2}$", help=_("Year-month-day, for example 2027-01-31")
        ),
    }
