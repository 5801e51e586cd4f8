"""The registers: departments and accounts, changed one by one or from a CSV file."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from components import notice
from components.accounts_editor import AccountWish, account_remover, accounts_editor, new_account
from components.departments_editor import DepartmentAction, departments_editor
from components.escape import plain
from components.i18n import _, say
from components.load_view import Refusal
from components.progress import Tell, progress
from components.register_file import RegisterResult, register_file
from data.errors import StoreError
from data.registers import (
    accounts,
    add_account,
    add_department,
    delete_account,
    departments,
    merge_departments,
    register_from_csv,
    rename_department,
    update_account,
)
from data.registers.account_rules import InvalidValueError, checked
from pages._context import access, engine

_DEPARTMENTS, _ACCOUNTS, _FILE = "departments", "accounts", "register_file"
_TURN, _RESULT = "_accounts_turn", "_register_result"


def departments_section() -> None:
    """Draw the departments; add, rename, merge."""
    st.header(_("Departments"), anchor=False)
    notice.show(_DEPARTMENTS)
    table = departments(engine(), access())
    with st.container(key="text_departments"):
        action = departments_editor(list(table[["id", "name", "accounts"]].itertuples(index=False, name=None)))
    if action is not None:
        _try(_DEPARTMENTS, lambda tell: _do(action, tell))


def _do(action: DepartmentAction, tell: Tell) -> str:
    if action.do == "add":
        add_department(engine(), access(), action.name, progress=tell)
        return _("The department “{name}” is added.", name=plain(action.name))
    if action.do == "rename":
        rename_department(engine(), access(), action.department, action.name, tell)
        return _("The department is now called “{name}”.", name=plain(action.name))
    merge_departments(engine(), access(), action.department, action.target, tell)
    return _("The departments are merged.")


def accounts_section() -> None:
    """Draw the accounts; change in place, add, remove."""
    st.header(_("Accounts"), anchor=False)
    notice.show(_ACCOUNTS)
    table = accounts(engine(), access())
    known = departments(engine(), access())
    ids = dict(zip(known["name"], known["id"].tolist(), strict=True))
    if table.empty:
        st.info(_("There are no accounts yet. Loading a file adds them, or add one here."), icon=":material/info:")
    else:
        changes = accounts_editor(table, list(ids), st.session_state.get(_TURN, 0))
        if changes is not None:
            _change(changes, ids, dict(zip(table["id"].tolist(), table["handle"], strict=True)))
    wish = new_account(list(ids)) if ids else None
    if wish is not None:
        _try(_ACCOUNTS, lambda tell: _add(wish, ids, tell))
    gone = account_remover(list(table[["id", "platform", "handle"]].itertuples(index=False, name=None)))
    if gone is not None:
        _try(_ACCOUNTS, lambda tell: _remove(gone, tell))


def _change(changes: dict[int, dict[str, str | None]], ids: dict[str, int], handles: dict[int, str]) -> None:
    """Store the changed cells, all or none: what cannot be is said per account, and what was typed stays."""
    problems = []
    for account, values in changes.items():
        try:
            checked(values)
        except InvalidValueError as error:
            problems.append(f"- **{plain(handles[account])}**: {plain(say(error.message), 300)}")
    if problems:
        notice.tell("\n".join(problems), "problem")
        return
    _try(_ACCOUNTS, lambda tell: _store(changes, ids, tell))


def _store(changes: dict[int, dict[str, str | None]], ids: dict[str, int], tell: Tell) -> str:
    for account, values in changes.items():
        columns: dict[str, Any] = dict(values)
        if "department" in columns:
            columns["department_id"] = ids[str(columns.pop("department"))]
        update_account(engine(), access(), account, tell, **columns)
    st.session_state[_TURN] = st.session_state.get(_TURN, 0) + 1
    return _("The changes are saved.") if changes else _("Nothing was changed.")


def _add(wish: AccountWish, ids: dict[str, int], tell: Tell) -> str:
    add_account(engine(), access(), ids[wish.department], wish.platform, wish.handle, progress=tell)
    return _("The account “{handle}” is added.", handle=plain(wish.handle))


def _remove(account: int, tell: Tell) -> str:
    delete_account(engine(), access(), account, tell)
    return _("The account is removed.")


def file_section() -> None:
    """Departments and accounts from a CSV file, with the rows that are refused and why."""
    st.header(_("From a file"), anchor=False)
    notice.show(_FILE)
    content = register_file(st.session_state.get(_RESULT))
    if content is not None:
        _try(_FILE, lambda tell: _from_file(content, tell))


def _from_file(content: bytes, tell: Tell) -> str:
    report = register_from_csv(engine(), access(), content, tell)
    st.session_state[_RESULT] = RegisterResult(
        departments=report.departments_added,
        added=report.added,
        updated=report.updated,
        unchanged=report.unchanged,
        refusals=tuple(Refusal(bad.row, bad.column, bad.reason) for bad in report.rejected),
    )
    return _("The file is read.")


def _try(place: str, change: Callable[[Tell], str]) -> None:
    """Make a change and say what came of it, under the heading of its section.

    Names can change with it, and then all posts are searched for them: the bar shows how far that is.
    """
    try:
        notice.leave(place, change(progress(_("Saving"))))
    except StoreError as error:
        notice.leave(place, plain(say(error.message), 500), "problem")
    st.rerun()
