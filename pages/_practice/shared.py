"""The gallery: posts that departments show to everybody, with what others can take from them."""

import streamlit as st

from components.chart import below
from components.i18n import _
from components.practice.cards import Example, counted, example_table, gallery
from components.practice.lesson_form import take_back
from components.practice.words import how_words
from components.source import Source
from components.table import show_as_table
from data.filters import Filters
from metrics.expectation import PER_QUARTER
from metrics.expectation.finding import Counted
from pages._context import access
from pages._practice.deciding import decide
from pages._practice.numbers import shared_examples


def shared_section(asked: Filters, source: Source, found: Counted) -> None:
    """Draw the cards, and the same as a table and a file."""
    st.header(_("Examples that departments share"), anchor=False)
    examples = shared_examples(asked)
    if not examples:
        st.info(
            _(
                "No department shares an example of this period yet. Look at the candidates, ask the department, and "
                "share the post with what others can take from it. Or choose a longer period."
            ),
            icon=":material/info:",
        )
    else:
        st.caption(counted(len(examples), len({one.department for one in examples})))
        gallery(examples, _taken_back)
    ending("practice_shared", _("Examples that departments share"), examples, source)


def ending(name: str, title: str, examples: tuple[Example, ...] | list[Example], source: Source) -> None:
    """What stands under the cards: the same as a table, how posts are judged, the source and the file."""
    if examples:
        show_as_table(name, example_table(examples).words, title)
    with st.expander(_("How is this calculated?"), key=f"how_{name}", on_change="rerun", type="compact") as drawer:
        if drawer.open:
            st.markdown(how_words(PER_QUARTER))
    if examples:
        below(name, title, example_table(examples), source)


def _taken_back(one: Example) -> None:
    if access().may("write"):
        decide(one.id, take_back(f"back_{one.id}"))
