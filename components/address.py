"""Choices that live in the page's address as stable codes, so that a link shows what its sender saw.

Streamlit can bind a widget to the address, and then the back button, links and the menu just work. But it writes the
label as the reader sees it, and a link sent from a Dutch page would not open on an English one. So the bound widget is
a text field that nobody sees and that holds codes; the box that people use writes into it. A choice at its default is
left out of the address.

Nobody types in that field, so what the browser sends for it is at best what the page told it, and at worst what it
showed before a button was pressed. So the session holds the choice, and the field only brings it to the address. What
the address says counts when it is opened, and after the browser's buttons back and forward.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal

import streamlit as st

from components.box import key_of_box, reader_changed

_CARRIED, _SENT = "address_carried", "address_sent"
_LINK = "to_"
_SEPARATOR = "-"


def carry(keys: Iterable[str]) -> None:
    """Keep choices while the reader goes from page to page. The frame calls this once, before a page is drawn."""
    names = tuple(keys)
    st.session_state[_CARRIED] = names
    sent = [name for name in st.query_params if name.startswith(_LINK)]
    st.session_state[_SENT] = {name.removeprefix(_LINK): st.query_params.pop(name) for name in sent}
    for key in names:
        _field(key)


def choose_one(
    key: str,
    label: str,
    codes: Sequence[str],
    default: str,
    name: Callable[[str], str],
    width: int | Literal["stretch"] = "stretch",
) -> str:
    """One code out of a list, in a select box; `key` is its name in the address.

    A code in the address that is not on the list counts as not given.
    """
    given = _given(key)
    chosen = given if given in codes else default
    box = key_of_box(f"{key}_box", chosen)
    st.session_state[box] = chosen
    st.selectbox(label, codes, key=box, format_func=name, width=width, on_change=_write_one, args=(key, box, default))
    return chosen


def choose_many(
    key: str, label: str, codes: Sequence[str], name: Callable[[str], str], everything: str
) -> tuple[str, ...]:
    """Any number of codes out of a list; none chosen means all, and the box then says `everything`."""
    given = _given(key).split(_SEPARATOR)
    chosen = tuple(code for code in codes if code in given)
    box = key_of_box(f"{key}_box", list(chosen))
    st.session_state[box] = list(chosen)
    st.multiselect(
        label, codes, key=box, format_func=name, placeholder=everything, on_change=_write_many, args=(key, box)
    )
    return chosen


def typed(key: str, label: str, *, longest: int, hint: str = "") -> str:
    """What the reader typed to search for, in a field that is bound to the address; `hint` stands in an empty field."""
    _take_sent(key)
    return st.text_input(label, key=key, bind="query-params", type="search", max_chars=longest, placeholder=hint) or ""


def sent_along(choices: Mapping[str, str]) -> dict[str, str]:
    """What a link of one page says in its address so that another page opens with these choices.

    A choice that was made before would win, and Streamlit drops what both pages call by the same name. So a link has
    names of its own, which `carry` turns into choices, once.

    >>> sent_along({"view": "promise"})
    {'to_view': 'promise'}
    """
    return {f"{_LINK}{key}": code for key, code in choices.items()}


def go(**choices: str) -> None:
    """Choose by code instead of in a box; for callbacks, which run before anything is drawn."""
    for key, code in choices.items():
        st.session_state[key] = st.session_state[_held(key)] = code


def forget(keys: Iterable[str]) -> None:
    """Set choices back to their defaults; for a button's `on_click`."""
    go(**dict.fromkeys(keys, ""))


def _given(key: str) -> str:
    """What stands in the address. A choice that the frame does not carry is kept as long as its page is shown."""
    if key not in st.session_state.get(_CARRIED, ()):
        _field(key)
    return str(st.session_state[key])


def _field(key: str) -> None:
    """The text field that is bound to the address; the style sheet hides it from everyone, screen readers too."""
    _take_sent(key)
    held = _held(key)
    if key in st.session_state and st.session_state.get(held, st.session_state[key]) != st.session_state[key]:
        st.session_state[key] = st.session_state[held]
    with st.container(key=f"address_{key}"):
        st.text_input(key, key=key, bind="query-params", label_visibility="collapsed")
    st.session_state[held] = st.session_state[key]


def _take_sent(key: str) -> None:
    sent = st.session_state.get(_SENT, {})
    if key in sent:
        go(**{key: sent[key]})


def _held(key: str) -> str:
    return f"_{key}_held"


def _write_one(key: str, box: str, default: str) -> None:
    if reader_changed(box):
        chosen = st.session_state[box]
        go(**{key: "" if chosen == default else chosen})


def _write_many(key: str, box: str) -> None:
    if reader_changed(box):
        go(**{key: _SEPARATOR.join(st.session_state[box])})
