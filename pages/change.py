"""What really changed? Numbers over the weeks, with the limits of their ordinary variation and what happened beside."""

import streamlit as st

from components import notice
from components.address import choose_one
from components.i18n import _
from components.page import finding, page
from components.welcome import no_data
from metrics.words import N_
from pages._change.chart import PLACE, chart_headline, chart_view, number_choice
from pages._change.events import events_headline, events_view
from pages._change.signals import signals_headline, signals_view
from pages._context import demo, filters

VIEWS = {"signals": N_("What changed"), "chart": N_("One number"), "events": N_("Events")}


def main() -> None:
    """Draw the page: the finding, then one view."""
    place = page(
        _("Change"),
        question=_("What really changed? Decide what to look into, and leave the rest."),
        demo=demo(),
    )
    asked = filters()
    if asked is None:
        no_data("data.py")
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        view = choose_one("view", _("Show"), list(VIEWS), "signals", lambda code: _(VIEWS[code]), 300)
        metric = number_choice(asked) if view == "chart" else ""
    notice.show(PLACE)
    if view == "chart":
        finding(place, chart_headline(asked, metric))
        chart_view(asked, metric)
    elif view == "events":
        finding(place, events_headline())
        events_view(asked)
    else:
        finding(place, signals_headline(asked))
        signals_view(asked)


main()
