"""Things that are dear to make and the same for everyone who asks for them: made once, then looked up."""

from collections.abc import Callable, Hashable
from typing import TypeVar

import streamlit as st

from components.i18n import language

T = TypeVar("T")


def kept(key: Hashable, make: Callable[[], T]) -> T:
    """What `make` gives, made once for a key and a language. Shared between readers: never change it.

    The key holds whatever the thing depends on. Drawing a figure takes 20 to 60 ms, looking it up next to nothing.
    """
    found: T = _kept((key, language()), make)
    return found


@st.cache_resource(show_spinner=False, max_entries=400)
def _kept(key: Hashable, _make: Callable[[], T]) -> T:
    return _make()
