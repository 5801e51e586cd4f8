"""What Answerable is and is not, where it comes from, under which licence, and how accessible it is."""

import streamlit as st

from components.about_text import SECTIONS
from components.i18n import _
from components.page import finding, page
from pages._context import demo


def main() -> None:
    """Draw the sections as text."""
    place = page(
        _("About Answerable"),
        question=_("What is this, what does it do with your data, and what may you expect of it?"),
        demo=demo(),
    )
    finding(
        place, _("Evidence-based social media for governments: how you listen, how you answer, and how sure we are.")
    )
    for address, heading, text in SECTIONS:
        st.header(_(heading), anchor=address)
        with st.container(key=f"text-{address}"):
            st.markdown(_(text))


main()
