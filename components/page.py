"""The frame of a page: what it asks, what it found, what a reader must know to judge that.

Every page opens with `page`. There is one h1, so a page's own headings start at `st.header`.
"""

from collections.abc import Iterable

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.i18n import _


def page(title: str, *, question: str, demo: bool = False) -> DeltaGenerator:
    """Open a page: its name, the question it answers, and an empty place for the finding.

    The finding is known only after the numbers are, so the place is returned for `finding` to fill. `demo` marks
    the page as made-up data; every page with numbers passes it.
    """
    if demo:
        ribbon()
    st.title(title, anchor=False)
    with st.container(key="question"):
        st.markdown(question)
    return st.empty()


def finding(place: DeltaGenerator, sentence: str) -> None:
    """Put the page's finding, one sentence, under its title."""
    with place.container(key="finding"):
        st.markdown(sentence)


def finding_slot(place: DeltaGenerator) -> DeltaGenerator:
    """A place under the title for a finding that changes while the rest of the page stands still (`st.fragment`)."""
    with place.container(key="finding"):
        return st.empty()


def notes(sentences: Iterable[str]) -> None:
    """Remarks that a reader needs to judge the numbers: what is left out, what cannot be compared."""
    lines = list(sentences)
    if lines:
        with st.container(key="notes"):
            st.markdown("\n".join(f"- {line}" for line in lines))


def ribbon() -> None:
    """Say that the numbers are made up, where nobody can miss it and no picture or print loses it."""
    with st.container(key="demo-ribbon"):
        st.markdown(_(":material/science: **Demo city: made-up data.** Its people and organisation do not exist."))


def failure(reference: str) -> None:
    """Say that the page broke off, without details; `reference` leads to them in the server's log."""
    with st.container(key="failure"):
        st.error(
            _(
                "This page could not be shown. Your data is safe. Try again; if it happens again, give reference "
                "{reference} to whoever runs Answerable for you.",
                reference=reference,
            ),
            icon=":material/error:",
        )
