"""The board: a column for each status. An action is moved with a list, so that it takes no drag and no mouse."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from components.box import key_of_box, reader_changed
from components.escape import bare, plain
from components.i18n import _, say
from components.plan.naming import owner_words
from metrics.actions.action import STATUSES, Action, Status
from metrics.actions.deadlines import due_words, is_late

_COLUMNS: tuple[Status, ...] = ("idea", "planned", "doing", "done")


def board(
    actions: Sequence[Action],
    departments: Mapping[int, str],
    today: int,
    move: Callable[[int, Status], None],
    details: Callable[[int], None],
) -> None:
    """Draw the columns; on a telephone they stand below each other. Both functions are callbacks of widgets."""
    for status, place in zip(_COLUMNS, st.columns(len(_COLUMNS)), strict=True):
        with place:
            _column(status, actions, departments, today, move, details)
    dropped = [one for one in actions if one.status == "dropped"]
    if dropped:
        with st.expander(_("Dropped ({n})", n=len(dropped)), icon=":material/block:"):
            for one in dropped:
                _card(one, departments, today, move, details)


def _column(
    status: Status,
    actions: Sequence[Action],
    departments: Mapping[int, str],
    today: int,
    move: Callable[[int, Status], None],
    details: Callable[[int], None],
) -> None:
    here = sorted((one for one in actions if one.status == status), key=_by_date)
    st.subheader(_("{status} ({n})", status=_(STATUSES[status]), n=len(here)), anchor=False)
    for one in here:
        _card(one, departments, today, move, details)


def _by_date(action: Action) -> tuple[bool, int, int]:
    """What is due first stands on top; without a date the oldest."""
    return (action.due_day is None, action.due_day or 0, action.id)


def _card(
    action: Action,
    departments: Mapping[int, str],
    today: int,
    move: Callable[[int, Status], None],
    details: Callable[[int], None],
) -> None:
    with st.container(border=True, gap="xsmall", key=f"card_action_{action.id}"):
        st.markdown(f"**{plain(action.title, 300)}**")
        st.caption(owner_words(action, departments))
        due = say(due_words(action, today))
        st.markdown(f":material/alarm: **{due}**" if is_late(action, today) else due)
        if action.is_registered:
            st.caption(_(":material/lock: Comparison registered"))
        key = key_of_box(f"move_{action.id}", action.status)
        st.selectbox(
            _("Status of “{title}”", title=bare(action.title, 60)),
            list(STATUSES),
            index=list(STATUSES).index(action.status),
            format_func=lambda code: _(STATUSES[code]),
            key=key,
            label_visibility="collapsed",
            on_change=_moved,
            args=(action.id, key, move),
        )
        st.button(
            _("Details"),
            key=f"details_{action.id}",
            icon=":material/edit:",
            on_click=details,
            args=(action.id,),
        )


def _moved(action: int, key: str, move: Callable[[int, Status], None]) -> None:
    if reader_changed(key):
        move(action, st.session_state[key])
