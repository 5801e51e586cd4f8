"""Asking a platform while a reader waits: only a button does so, and no failure is more than a sentence."""

from collections.abc import Callable
from typing import TypeVar

import streamlit as st

from components import notice
from components.escape import plain
from components.i18n import _, say
from data.errors import StoreError
from loaders.apis.client import ApiError

T = TypeVar("T")
PLACE = "connections"
"""Where the page says what a button did."""
_LONG = 800


def ask(task: Callable[[], T]) -> T | None:
    """What a platform answers; None, and said in place, when it does not give it."""
    try:
        with st.spinner(_("Asking the platform…")):
            return task()
    except (ApiError, StoreError) as error:
        notice.tell(plain(say(error.message), _LONG), "problem")
        return None
