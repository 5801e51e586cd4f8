"""The work list: questions without an answer, and a random sample to check the rules with."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd
import streamlit as st

from components import notice
from components.address import choose_one
from components.answering.messages import Item, Said, message_list
from components.escape import plain
from components.formats import moment
from components.i18n import _, duration, language, ngettext, say
from components.needs_reply_measured import measured_words
from data.answering.labels import checked, label
from data.answering.learned import learns, use_model
from data.errors import StoreError
from data.filters import Filters
from data.queries.work_list import sample, waiting_list
from metrics.needs_reply.checked import ENOUGH, check, sentence
from pages._context import access, engine, settings
from pages._responsiveness import numbers as answers
from pages._work import work

ROWS = 10
_PLACE = "messages"
_ORDERS = ("newest", "oldest")


def waiting_section(asked: Filters) -> None:
    """Draw the questions that wait, ten at a time."""
    if not access().may("texts"):
        st.info(_("You may not read single messages."))
        return
    notice.show(_PLACE)
    total = int(answers.current(asked).answers["waiting"].sum())
    st.header(ngettext("{n} question waits for an answer", "{n} questions wait for an answer", total), anchor=False)
    if total == 0:
        st.info(_("Nobody who asked something in this period still waits."))
        return
    st.caption(
        _(
            "Names, addresses and numbers of people are masked. If a message is something else, say so: that counts at "
            "once."
        )
    )
    pages = [str(number) for number in range(1, -(-total // ROWS) + 1)]
    with st.container(horizontal=True):
        order = choose_one("order", _("Order"), _ORDERS, _ORDERS[0], _order, 260)
        number = int(choose_one("sheet", _("Sheet"), pages, "1", str, 120))
    rows = waiting_list(engine(), access(), asked, newest_first=order == "newest", first=(number - 1) * ROWS, rows=ROWS)
    _store(message_list("waiting", _items(rows, waits=True)), drawn=False)


def check_section(asked: Filters) -> None:
    """Draw the next messages of a random sample, and what the ones that were checked show."""
    if not access().may("texts"):
        st.info(_("You may not read single messages."))
        return
    notice.show(_PLACE)
    labels = checked(engine(), access())
    found = check(labels[labels["drawn"]])
    st.header(_("Do the rules know what needs a reply?"), anchor=False)
    st.markdown(say(sentence(found)))
    st.caption(_("These messages were drawn at random. Say of each what it is, also when the rules are right."))
    if found.n < ENOUGH:
        st.markdown(measured_words())
    else:
        _learning()
    rows = sample(engine(), access(), asked, ROWS // 2)
    if rows.empty:
        st.info(_("There are no more messages to check in this period."))
    _store(message_list("sample", _items(rows, waits=False), confirm=True), drawn=True)


def _learning() -> None:
    """Let the classes be learned from the labels, or go back to the rules; with what that would change."""
    if not access().may("administer"):
        return
    if learns(engine(), access()):
        st.markdown(_("The classes are learned from your labels, because that was better than the rules alone."))
        again, back = st.columns(2)
        if again.button(_("Learn again from all labels"), key="learn_again", icon=":material/school:"):
            _use(True)
        if back.button(_("Go back to the rules"), key="learn_back", icon=":material/undo:"):
            _use(False)
    elif st.button(_("Let the classes be learned from these labels"), key="learn", icon=":material/school:"):
        _use(True)


def _use(on: bool) -> None:
    doing = _("All messages are classed again")
    work(_PLACE, doing, lambda tell: use_model(engine(), access(), on, tell), _("All figures count by it from now on."))


def _store(said: Said | None, *, drawn: bool) -> None:
    if said is None:
        return
    try:
        label(engine(), access(), *said.key, said.intent, drawn)
    except StoreError as error:
        notice.leave(_PLACE, plain(say(error.message), 500), "problem")
    else:
        notice.leave(_PLACE, _("Noted. All figures count it from now on."))
    st.rerun()


def _items(rows: pd.DataFrame, waits: bool) -> list[Item]:
    zone = ZoneInfo(settings().time_zone)
    return [_item(row, zone, _facts(row) if waits else ()) for row in rows.itertuples()]


def _item(row: Any, zone: ZoneInfo, facts: tuple[str, ...]) -> Item:
    return Item(
        (int(row.post_id), int(row.id)),
        row.account,
        row.platform,
        moment(datetime.fromtimestamp(row.asked_ts, tz=zone), language()),
        row.text if isinstance(row.text, str) else "",
        row.permalink if isinstance(row.permalink, str) else "",
        row.intent,
        facts,
    )


def _facts(row: Any) -> tuple[str, ...]:
    late = _("deadline passed") if not pd.isna(row.due_ts) and row.due_ts <= row.until_ts else _("not due yet")
    noticed = (_("got an automatic or holding reply"),) if row.noticed else ()
    return (_("waits for {time}", time=duration(row.until_ts - row.asked_ts)), late, *noticed)


def _order(code: str) -> str:
    return _("Newest first") if code == "newest" else _("Oldest first")
