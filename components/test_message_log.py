"""The mystery shopper's log: forms to record what was asked as a test, and what came of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

import streamlit as st

from components.escape import bare, plain
from components.i18n import _
from components.log_fields import moment, no_moment, written
from components.select import select, select_or_none
from components.source import Source
from components.test_message_tables import ShopperEntry, shopper_table
from metrics.shopper import OUTCOMES

_LONGEST = 2000


@dataclass(frozen=True)
class ShopperWish:
    """What the user wants: add a test message, change one or remove one."""

    do: Literal["add", "change", "remove"]
    entry: int = 0
    account: int = 0
    asked: datetime | None = None
    question: str = ""
    outcome: str = "none"
    answered: datetime | None = None
    note: str = ""


def shopper_log(
    entries: Sequence[ShopperEntry], accounts: Mapping[int, str], zone: str, turn: int, source: Source
) -> ShopperWish | None:
    """Draw the log, newest first, with the forms; what the user asked for. Another `turn` empties the forms."""
    shopper_table(entries, source)
    wish = None
    if accounts:
        with st.expander(_("Record a test message"), icon=":material/add:"):
            st.caption(_("Ask what a resident would ask, and do not tell the colleagues who answer."))
            wish = _add(accounts, zone, turn)
    if entries:
        with st.expander(_("Fill in an answer, change or remove"), icon=":material/edit:"):
            wish = _change(entries, accounts, zone, turn) or wish
    return wish


def _add(accounts: Mapping[int, str], zone: str, turn: int) -> ShopperWish | None:
    with st.form(f"shopper_add_{turn}", border=False):
        names = {one: bare(name) for one, name in accounts.items()}
        account = select_or_none(_("Account that was asked"), names, key=f"shopper_account_{turn}")
        wish, problems = _fields(ShopperWish("add"), zone, str(turn))
        if not st.form_submit_button(_("Add to the log"), key=f"shopper_add_go_{turn}", icon=":material/add:"):
            return None
    if account is None:
        problems = [_("Choose the account that was asked."), *problems]
    return _without(problems, wish, account or 0)


def _change(entries: Sequence[ShopperEntry], accounts: Mapping[int, str], zone: str, turn: int) -> ShopperWish | None:
    known = {one.id: one for one in entries}
    labels = {one.id: bare(f"{written(one.asked)} · {one.account} · {one.question}", 100) for one in entries}
    entry = known[select(_("Test message"), labels, entries[0].id, key=f"shopper_which_{turn}")]
    with st.form(f"shopper_change_{turn}_{entry.id}", border=False):
        start = ShopperWish(
            "change",
            entry.id,
            entry.account_id,
            entry.asked,
            entry.question,
            entry.outcome,
            entry.answered,
            entry.note,
        )
        wish, problems = _fields(start, zone, f"{turn}_{entry.id}")
        with st.container(horizontal=True):
            save = st.form_submit_button(_("Save"), key=f"shopper_save_{turn}", icon=":material/save:")
            remove = st.form_submit_button(
                _("Remove from the log"), key=f"shopper_remove_{turn}", icon=":material/delete:"
            )
    if remove:
        return ShopperWish("remove", entry.id)
    return _without(problems, wish, entry.account_id) if save else None


def _fields(start: ShopperWish, zone: str, key: str) -> tuple[ShopperWish, list[str]]:
    """The fields of a message with what they hold, and a sentence for each one that cannot be read."""
    form = _("Year-month-day hour:minute, on the clock of {zone}", zone=plain(zone))
    asked = st.text_input(
        _("Sent at"),
        written(start.asked) if start.asked else "",
        key=f"shopper_asked_{key}",
        placeholder=_("YYYY-MM-DD HH:MM"),
        help=form,
    )
    question = st.text_area(_("What was asked"), start.question, key=f"shopper_question_{key}", max_chars=_LONGEST)
    words = {code: _(label) for code, label in OUTCOMES.items()}
    outcome = select(_("What came of it"), words, start.outcome, key=f"shopper_outcome_{key}")
    answered = st.text_input(
        _("Answered at (empty: no answer)"),
        written(start.answered) if start.answered else "",
        key=f"shopper_answered_{key}",
        placeholder=_("YYYY-MM-DD HH:MM"),
        help=form,
    )
    note = st.text_area(
        _("Note"),
        start.note,
        key=f"shopper_note_{key}",
        max_chars=_LONGEST,
        help=_("Who picked it up, what was said: no names of people."),
    )
    sent, replied = moment(asked), moment(answered)
    problems = [] if sent else [no_moment(asked)]
    if answered.strip() and replied is None:
        problems.append(no_moment(answered))
    typed = replace(start, question=question, outcome=outcome, answered=replied, note=note)
    return replace(typed, asked=sent), problems


def _without(problems: Sequence[str], wish: ShopperWish, account: int) -> ShopperWish | None:
    """The wish, unless something is wrong with it: that is said, and what was typed stays."""
    for problem in problems:
        st.error(problem, icon=":material/error:")
    if problems:
        return None
    return replace(wish, account=account)
