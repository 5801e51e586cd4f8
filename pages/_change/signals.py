"""The numbers that changed: each that is watched is read, and chance is allowed for."""

import streamlit as st

from components.change.icons import icons_row
from components.change.view import ChangeView
from components.i18n import _, ngettext, say
from data.filters import Filters
from metrics.change.reading import sentence, what_to_do
from metrics.comparison.multiple import clear_among
from metrics.signals.changes import WATCHED
from pages._change.history import change_view, followed


def watched(asked: Filters) -> list[ChangeView]:
    """The numbers that are watched."""
    return [change_view(asked, metric.id) for metric in followed() if metric.id in WATCHED]


def changed(views: list[ChangeView]) -> list[ChangeView]:
    """Those whose newest week is more than chance when so many are looked at, the surest first."""
    tested = sorted(
        ((view.reading.p, place) for place, view in enumerate(views) if view.reading.p is not None),
    )
    return [views[place] for _p, place in tested[: len(clear_among([p for p, _place in tested]))]]


def signals_headline(asked: Filters) -> str:
    """The finding of the page."""
    views = watched(asked)
    found, n = changed(views), sum(view.reading.p is not None for view in views)
    if not n:
        return _("There are too few weeks to say whether anything changed.")
    if not found:
        return ngettext(
            "The number that is watched did not change more than chance explains.",
            "None of the {n} numbers that are watched changed more than chance explains.",
            n,
        )
    return ngettext(
        "{k} number changed more than chance explains, of the {n} that are watched.",
        "{k} numbers changed more than chance explains, of the {n} that are watched.",
        len(found),
        k=len(found),
        n=n,
    )


def signals_view(asked: Filters) -> None:
    """Draw what changed, with what to do about it."""
    st.header(_("What changed"), anchor=False)
    views = watched(asked)
    found = changed(views)
    for view in found:
        with st.container(border=True, key=f"card_signal_{view.metric.id}"):
            st.markdown(f"**{say(sentence(view.metric, view.reading))}**")
            icons_row(view.reading)
            st.markdown(say(what_to_do(view.metric, view.reading)))
    if not found:
        text = _("Nothing needs a look. Small ups and downs are ordinary: do not act on them.")
        st.info(text, icon=":material/check:")
    tested = sum(view.reading.p is not None for view in views)
    st.caption(
        ngettext(
            "{n} number was checked, for its newest week.",
            "{n} numbers were checked, each for its newest week. The test allows for that many.",
            tested,
        )
    )
