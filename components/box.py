"""Boxes that show what the page or the store knows: tell what a reader chose from what a slow browser still shows.

With every click the browser sends what all boxes hold. When the page has set a box to something else in the meantime
(a button did, or a colleague) and the browser has not drawn that yet, the old value comes in. To Streamlit that is a
change like any other: it calls `on_change`, and something would be saved that nobody chose. So a box gets another key
when something else than its reader changes what it shows, and what comes in is held against what that key last had.
"""

import streamlit as st


def key_of_box(name: str, shown: object) -> str:
    """The key of a box that is to show this; the box itself still has to be told to.

    The key stays the same when the reader made the change, so that the focus stays in the box.
    """
    turn = int(st.session_state.get(f"_{name}_turn", 0))
    key = _key(name, turn)
    if _differ(st.session_state.get(key, shown), shown):
        turn += 1
        st.session_state[f"_{name}_turn"] = turn
        key = _key(name, turn)
    st.session_state[_known(key)] = shown
    return key


def reader_changed(key: str) -> bool:
    """Whether the reader chose something else in a box: the first question that its `on_change` asks, once."""
    chosen = st.session_state[key]
    changed = _differ(chosen, st.session_state.get(_known(key)))
    st.session_state[_known(key)] = chosen
    return changed


def _key(name: str, turn: int) -> str:
    return f"{name}_{turn}" if turn else name


def _known(key: str) -> str:
    return f"_{key}_known"


def _differ(one: object, other: object) -> bool:
    """A box for several things holds them in the order in which they were chosen, which says nothing."""
    if isinstance(one, list) and isinstance(other, list):
        return set(one) != set(other)
    return one != other
