"""What a form was filled with when its reader opened it, to know later what the reader changed."""

from typing import TypeVar

import streamlit as st

T = TypeVar("T")


def first_drawn(field: str, start: T) -> T:
    """What a form was filled with when this reader opened it: what it shows may have been changed since by others.

    What differs from it is what this reader changed. `field` is the key of one of the form's fields.
    """
    kept = f"_{field}_start"
    if field not in st.session_state:  # its fields are drawn anew
        st.session_state[kept] = start
    found: T = st.session_state[kept]
    return found
