"""Choices that live in the page's address as stable codes, so that a link shows what its sender saw.

Streamlit can bind a widget to the address by itself, but then the address holds the label as the reader sees it,
and a link sent from a Dutch page would not work on an English one. Here the address holds codes. A choice at its
default is left out of the address.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx


def choose_one(
    key: str,
    label: str,
    codes: Sequence[str],
    default: str,
    name: Callable[[str], str],
    width: int | Literal["stretch"] = "stretch",
) -> str:
    """One code out of a list, in a select box, kept in the address under `key`."""
    chosen = pick_one(key, label, codes, default, name, width)
    remember({key: [] if chosen == default else [chosen]})
    return chosen


def pick_one(
    key: str,
    label: str,
    codes: Sequence[str],
    default: str,
    name: Callable[[str], str],
    width: int | Literal["stretch"] = "stretch",
) -> str:
    """The select box alone, for several choices that are remembered together.

    A code in the address that is not on the list counts as not given.
    """
    given = next((code for code in _given(key) if code in codes), default)
    kept = given if _address_decides(key) else st.session_state[key]
    # Set on every run: on another page the box is a new one, and would start at its first option.
    st.session_state[key] = kept if kept in codes else given
    st.selectbox(label, codes, key=key, format_func=name, persist_state="session", width=width)
    return str(st.session_state[key])


def pick_many(
    key: str, label: str, codes: Sequence[str], name: Callable[[str], str], everything: str
) -> tuple[str, ...]:
    """Any number of codes out of a list, to be remembered; none means all, and the box then says `everything`."""
    kept = _given(key) if _address_decides(key) else st.session_state[key]
    st.session_state[key] = [code for code in codes if code in kept]
    st.multiselect(label, codes, key=key, format_func=name, placeholder=everything, persist_state="session")
    return tuple(code for code in codes if code in st.session_state[key])


def remember(choices: Mapping[str, Sequence[str]]) -> None:
    """Write choices into the address, all at once, so that the back button undoes them at once.

    A choice at its default is given as an empty list.
    """
    for key in [key for key, codes in choices.items() if not codes and key in st.query_params]:
        del st.query_params[key]
    news = {key: list(codes) for key, codes in choices.items() if codes and list(codes) != _given(key)}
    if news:
        st.query_params.update(news)


def forget(keys: Iterable[str]) -> None:
    """Set choices back to their defaults; for a button's `on_click`."""
    for key in keys:
        st.session_state.pop(key, None)
        st.query_params.pop(key, None)


def _given(key: str) -> list[str]:
    return st.query_params.get_all(key)


def _address_decides(key: str) -> bool:
    """Whether the address is news: a first visit, the browser's back button, or a link with this choice in it.

    In all other runs the widget is ahead of the address: the reader may click faster than the browser reports
    its new address.
    """
    context = get_script_run_ctx()
    page = context.page_script_hash if context else ""
    seen = f"_{key}_page"
    moved = st.session_state.get(seen) != page
    st.session_state[seen] = page
    went_back = bool(context and context.is_history_navigation)
    return key not in st.session_state or went_back or (moved and key in st.query_params)
