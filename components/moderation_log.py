"""The log of removals: forms to add one, to write down what came of it, and to take one out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

import streamlit as st

from components.escape import bare, plain
from components.i18n import _
from components.log_fields import typed_day, typed_number
from components.moderation_tables import RemovalEntry, removal_table
from components.select import select, select_or_none
from components.source import Source
from metrics.moderation import ACTIONS, REASONS

_NEWEST = 200  # rows that can be chosen to be changed


@dataclass(frozen=True)
class RemovalWish:
    """What the user wants: add a removal, write down what came of one, or take one out."""

    do: Literal["add", "follow_up", "remove"]
    entry: int = 0
    account: int = 0
    day: date | None = None
    action: str = ""
    reason: str = ""
    rule: str = ""
    n: int = 1
    appealed: int = 0
    reversed: int = 0


def moderation_log(
    entries: Sequence[RemovalEntry], accounts: Mapping[int, str], turn: int, source: Source
) -> RemovalWish | None:
    """Draw the log, newest first, with the forms; what the user asked for. Another `turn` empties the forms."""
    removal_table(entries, source)
    wish = None
    if accounts:
        with st.expander(_("Add a removal by hand"), icon=":material/add:"):
            st.caption(_("Only counts and reasons are kept: never the comment, never who wrote it."))
            wish = _add(accounts, turn)
    if entries:
        with st.expander(_("Appeals, comments put back, remove a row"), icon=":material/edit:"):
            wish = _follow_up(entries[:_NEWEST], turn) or wish
    return wish


def _add(accounts: Mapping[int, str], turn: int) -> RemovalWish | None:
    with st.form(f"removal_add_{turn}", border=False):
        names = {one: bare(name) for one, name in accounts.items()}
        account = select_or_none(_("Account under which it stood"), names, key=f"removal_account_{turn}")
        day = st.text_input(_("Day"), key=f"removal_day_{turn}", placeholder=_("YYYY-MM-DD"))
        action = select_or_none(
            _("What was done"), {code: _(word) for code, word in ACTIONS.items()}, key=f"removal_action_{turn}"
        )
        reasons = {code: _(word) for code, word in REASONS.items()}
        reason = select(_("Reason"), reasons, "", key=f"removal_reason_{turn}")
        rule = st.text_input(_("House rule that was cited"), key=f"removal_rule_{turn}", max_chars=200)
        n = st.text_input(_("How many comments"), "1", key=f"removal_n_{turn}")
        appealed, back = _outcome_fields(0, 0, str(turn))
        if not st.form_submit_button(_("Add to the log"), key=f"removal_add_go_{turn}", icon=":material/add:"):
            return None
    found, numbers = typed_day(day), (typed_number(n), typed_number(appealed), typed_number(back))
    problems = []
    if account is None:
        problems.append(_("Choose the account under which the comment stood."))
    if found is None and day.strip():
        value = plain(day, 40)
        problems.append(_("“{value}” is not a date. Write year-month-day, for example 2027-01-31.", value=value))
    elif found is None:
        problems.append(_("Fill in the day, for example 2027-01-31."))
    if action is None:
        problems.append(_("Choose what was done: hidden or deleted."))
    if _told([*problems, *_number_problems(numbers)]) or account is None or action is None:
        return None
    number, appeals, put_back = (one or 0 for one in numbers)
    return RemovalWish("add", 0, account, found, action, reason, rule, number, appeals, put_back)


def _follow_up(entries: Sequence[RemovalEntry], turn: int) -> RemovalWish | None:
    known = {one.id: one for one in entries}
    labels = {one.id: bare(_label(one), 100) for one in entries}
    entry = known[select(_("Row of the log"), labels, entries[0].id, key=f"removal_which_{turn}")]
    with st.form(f"removal_change_{turn}_{entry.id}", border=False):
        appealed, back = _outcome_fields(entry.appealed, entry.reversed, f"{turn}_{entry.id}")
        with st.container(horizontal=True):
            save = st.form_submit_button(_("Save"), key=f"removal_save_{turn}", icon=":material/save:")
            remove = st.form_submit_button(
                _("Remove from the log"), key=f"removal_remove_{turn}", icon=":material/delete:"
            )
    if remove:
        return RemovalWish("remove", entry.id)
    numbers = (typed_number(appealed), typed_number(back))
    if not save or _told(_number_problems(numbers)):
        return None
    appeals, put_back = (one or 0 for one in numbers)
    return RemovalWish("follow_up", entry.id, appealed=appeals, reversed=put_back)


def _label(entry: RemovalEntry) -> str:
    return f"{entry.day.isoformat()} · {entry.account} · {_(ACTIONS[entry.action])} · {_(REASONS[entry.reason])}"


def _outcome_fields(appealed: int, put_back: int, key: str) -> tuple[str, str]:
    objected = st.text_input(_("How many people objected"), str(appealed), key=f"removal_appealed_{key}")
    return objected, st.text_input(_("How many comments were put back"), str(put_back), key=f"removal_back_{key}")


def _number_problems(numbers: Sequence[int | None]) -> list[str]:
    return [_("Write numbers in whole figures, for example 3.")] if None in numbers else []


def _told(problems: Sequence[str]) -> bool:
    """Say what is wrong; whether anything is."""
    for problem in problems:
        st.error(problem, icon=":material/error:")
    return bool(problems)
