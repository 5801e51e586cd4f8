"""The message that is next, and what the buttons under it do. Drawn anew by itself, so that a label costs little."""

from datetime import datetime
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

import streamlit as st

from components import notice
from components.escape import plain
from components.formats import moment
from components.i18n import _, language, say
from components.labelling.desk import LabelItem, desk, keys_switch, progress
from data.errors import StoreError
from data.labelling import RoundState, next_items, save_label, undo_last
from metrics.text.labels import TASKS, TaskCode
from metrics.words import N_
from pages._context import access, engine, settings

_PLACE = "label_desk"
_DONE, _COUNTED = "_labels_done", "_labels_counted"  # labels so far, and as the rest of the page shows them
_QUESTIONS: dict[TaskCode, str] = {
    "tone": N_("How does this message sound?"),
    "needs_reply": N_("What is this message?"),
}


def desk_section(state: RoundState, labeller: int) -> None:
    """Draw the next message for a labeller. The rest of the page counts labels when the reader asks for it."""
    done, total = (state.second_done, state.second_total) if labeller == 2 else (state.done, state.total)
    st.session_state[_DONE] = st.session_state[_COUNTED] = done
    _desk(state.round.id, state.round.task, labeller, total)


@st.fragment
def _desk(round_id: int, task: TaskCode, labeller: int, total: int) -> None:
    notice.show(_PLACE)
    done = int(st.session_state[_DONE])
    progress(done, total)
    found = next_items(engine(), access(), round_id, labeller)
    if found.empty:
        if done != st.session_state[_COUNTED]:
            st.rerun()  # the last label: the whole page counts
        st.success(_("All messages are labelled."), icon=":material/check_circle:")
        st.button(_("Take back the last label"), key="label_undo", on_click=_undo, args=(round_id, labeller))
    else:
        item = _item(next(found.itertuples()))
        keys = keys_switch()
        undo = partial(_undo, round_id, labeller) if done else None
        say_it = partial(_say, round_id, item.place, labeller)
        desk(item, done + 1, _(_QUESTIONS[task]), TASKS[task].values, say_it, undo, keys=keys)
    if st.button(_("Show what the labels say so far"), key="labels_fresh", icon=":material/refresh:"):
        st.rerun()


def _say(round_id: int, place: int, labeller: int, value: str) -> None:
    try:
        save_label(engine(), access(), round_id, place, value, labeller)
    except StoreError as error:
        notice.leave(_PLACE, plain(say(error.message), 500), "problem")
    else:
        st.session_state[_DONE] += 1


def _undo(round_id: int, labeller: int) -> None:
    try:
        place = undo_last(engine(), access(), round_id, labeller)
    except StoreError as error:
        notice.leave(_PLACE, plain(say(error.message), 500), "problem")
    else:
        st.session_state[_DONE] -= place is not None


def _item(row: Any) -> LabelItem:
    when = moment(datetime.fromtimestamp(row.published_ts, tz=ZoneInfo(settings().time_zone)), language())
    return LabelItem(int(row.place), row.account, row.platform, when, row.text if isinstance(row.text, str) else "")
