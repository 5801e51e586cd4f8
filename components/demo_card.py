"""The demo city: load it with one click, remove it with one click."""

from typing import Literal

import streamlit as st

from components.i18n import _


def demo_card(loaded: bool) -> Literal["load", "remove"] | None:
    """Draw the card; what the user asked for."""
    with st.container(border=True, key="card_demo"):
        if loaded:
            st.markdown(
                _(
                    "The demo city is loaded. Everything in it is made up, and every page says so. "
                    "Removing it leaves your own figures as they are."
                )
            )
            return (
                "remove" if st.button(_("Remove the demo city"), key="demo_remove", icon=":material/delete:") else None
            )
        st.markdown(
            _(
                "A made-up Dutch city: 8 departments, 25 accounts, three years of posts and comments. "
                "Good for learning and for workshops. You can remove it at any time."
            )
        )
        return "load" if st.button(_("Load the demo city"), key="demo_load", icon=":material/location_city:") else None
