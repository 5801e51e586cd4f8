"""The card of one number over time: what changed, in words and shapes; the weeks; what happened beside them."""

from collections.abc import Hashable, Mapping, Sequence

import streamlit as st

from components import sentences
from components.change.drawing import change_figure, shapes
from components.change.explained import how_it_is_made
from components.change.icons import icons_row, key_row
from components.change.margin import Noted, as_it_is, days_words, noted
from components.change.table import change_table
from components.change.view import ChangeView
from components.change.words import alt_words, remarks
from components.chart import figure_card
from components.i18n import _, ngettext, say
from components.kept import kept
from components.source import Source
from metrics.change.reading import sentence, what_to_do

_FEW = 6
"""So many things that happened are all told under the chart; of more, a drawer tells them."""


def change_card(name: str, view: ChangeView, source: Source, departments: Mapping[int, str], key: Hashable) -> None:
    """Draw the card. `source` is that of the weeks shown; `key` says what the figure depends on."""
    metric, beside = view.metric, noted(view, departments)
    drawn = any(value is not None for value in view.values.values())

    def above() -> None:
        icons_row(view.reading)
        st.markdown(say(what_to_do(metric, view.reading)))
        if drawn:
            key_row(shapes(view).values())

    def below() -> None:
        lines = remarks(view)
        if drawn and lines:
            st.caption(" ".join(lines))
        _happened(name, beside)
        how_it_is_made(name, view, source, departments)

    figure_card(
        name,
        measure=_(metric.label),
        title=say(sentence(metric, view.reading)),
        subtitle=sentences.subtitle(metric, source, list(view.series.values()), "week"),
        figure=kept((key, "change", metric.id), lambda: change_figure(view, noted(view, departments, as_it_is)))
        if drawn
        else None,
        table=change_table(view, departments),
        alt=alt_words(view),
        source=source,
        how=below,
        empty=sentences.refused_over_time(view.series.values(), "week"),
        above=above,
    )


def _happened(name: str, beside: Sequence[Noted]) -> None:
    """What the numbers on the chart stand for."""
    if not beside:
        return
    lines = "\n".join(f"{one.number}. {days_words(one.first, one.last)}: {one.words}" for one in beside)
    if len(beside) <= _FEW:
        st.markdown(f"{_('**The numbers in the chart:**')}\n\n{lines}")
        return
    label = ngettext("The number in the chart", "The {n} numbers in the chart", len(beside))
    with st.expander(label, key=f"beside_{name}", on_change="rerun", icon=":material/format_list_numbered:") as box:
        if box.open:
            st.markdown(lines)
