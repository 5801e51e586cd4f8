"""The first visit, when the store is empty: two ways to start."""

from collections.abc import Callable

import streamlit as st

from components.i18n import _


def welcome(data_page: str, load_demo: Callable[[Callable[[float], None]], object]) -> None:
    """Draw the two choices. `load_demo` fills the store and reports how far it is, from 0 to 1."""
    st.markdown(
        _(
            "Answerable shows what your departments publish on social media, what people say back, and how sure "
            "you can be of each number. There is nothing loaded yet. How do you want to start?"
        )
    )
    files, demo = st.columns(2)
    with files.container(border=True, key="card_start_files", height="stretch"):
        st.header(_("Load my exports"), anchor=False)
        st.markdown(
            _(
                "Download the export files of your platforms and load them. Answerable recognises Facebook, "
                "Instagram, X, LinkedIn, YouTube and any other table. The files stay on this machine."
            )
        )
        st.page_link(data_page, label=_("Load my exports"), icon=":material/upload_file:")
    with demo.container(border=True, key="card_start_demo", height="stretch"):
        st.header(_("Explore the demo city"), anchor=False)
        st.markdown(
            _(
                "A made-up Dutch city with departments, accounts and three years of posts. Good for a first look "
                "and for workshops. Every page says that it is made up, and you can remove it with one click."
            )
        )
        if st.button(_("Explore the demo city"), key="start_demo", icon=":material/location_city:", type="primary"):
            _load(load_demo)


def no_data(data_page: str) -> None:
    """What a page says while the store is empty."""
    st.info(_("There is nothing loaded yet. Load your exports, or the demo city, to see numbers here."))
    st.page_link(data_page, label=_("Load my exports"), icon=":material/upload_file:")


def _load(load_demo: Callable[[Callable[[float], None]], object]) -> None:
    """Fill the store under a progress bar, then draw the page again with the numbers."""
    text = _("Building the demo city. This takes a minute or so.")
    bar = st.progress(0.0, text=text)

    def show(share: float) -> None:
        bar.progress(min(max(share, 0.0), 1.0), text=text)

    load_demo(show)
    st.rerun()
