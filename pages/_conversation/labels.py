"""Label messages, so that the machine can be corrected."""

from typing import cast

import streamlit as st

from components import notice
from components.address import choose_one
from components.escape import plain
from components.i18n import _, ngettext, period, say
from components.labelling.results import agreement_card, labels_card
from components.labelling.start import start_button, what_is_drawn, why
from components.source import Source
from data.errors import StoreError
from data.filters import Filters
from data.labelling import RoundState, calibrated, round_state, rounds, start_round
from metrics.periods import Period
from metrics.text.labels import TASKS, TaskCode
from pages._context import access, engine
from pages._conversation.label_files import files
from pages._conversation.labelling import desk_section
from pages._conversation.layer import layer_section

_PLACE = "labels"
_LABELLERS = ("1", "2")


def labels_section(asked: Filters, source: Source) -> None:
    """Draw what can be labelled, the message that is next, and what the labels show so far."""
    st.header(_("Label messages"), anchor=False)
    if not access().may("texts") or not access().may("write"):
        st.info(_("You may not read single messages, or not change anything. Somebody else has to label them."))
        return
    notice.show(_PLACE)
    why()
    task = cast(TaskCode, choose_one("task", _("What to label"), list(TASKS), "tone", _task, 260))
    known = rounds(engine(), access(), task)
    what_is_drawn()
    if not known:
        if start_button(again=False):
            _start(task, asked)
    else:
        state = round_state(engine(), access(), known[0].id)
        _round(state, asked, source)
        files(state.round)


def _round(state: RoundState, asked: Filters, source: Source) -> None:
    """The newest round: go on with it, what it shows, and a new one when it is done or old."""
    task = state.round.task
    drawn = period(Period(state.round.first_day, state.round.last_day))
    st.caption(ngettext("{n} message of {period}", "{n} messages of {period}", state.total, period=drawn))
    labeller = 1
    if state.second_total:
        labeller = int(choose_one("labeller", _("Who labels"), _LABELLERS, "1", _labeller, 260))
    desk_section(state, labeller)
    labels_card(task, state.classes, calibrated(engine(), access(), task).found, source)
    if state.second_total:
        agreement_card(state.agreement, state.second_done, state.second_total)
    if state.lacking is None:
        layer_section(task)
    if state.old is not None:
        st.warning(say(state.old))
    finished = state.done in (0, state.total) or state.old is not None
    if finished and start_button(again=True):
        _start(task, asked)


def _start(task: TaskCode, asked: Filters) -> None:
    try:
        start_round(engine(), access(), task, asked)
    except StoreError as error:
        notice.leave(_PLACE, plain(say(error.message), 500), "problem")
    st.rerun()


def _task(code: str) -> str:
    return _(TASKS[cast(TaskCode, code)].name)


def _labeller(code: str) -> str:
    return _("The first person") if code == "1" else _("A second person")
