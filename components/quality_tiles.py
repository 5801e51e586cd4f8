"""The six sides of data quality as tiles: how many are in order, what that means, what to do."""

from collections.abc import Iterable

import streamlit as st

from components.i18n import _, percent, say
from components.quality_words import tally_words
from metrics.quality.summary import Aspect
from metrics.quality.verdict import SIDES


def quality_tiles(aspects: Iterable[Aspect]) -> None:
    """Draw tiles three in a row, fewer where there is no room."""
    with st.grid(3, min_column_width=165, gap="xsmall", key="tiles"):
        for aspect in aspects:
            _tile(aspect)


def _tile(aspect: Aspect) -> None:
    label = _(SIDES[aspect.side])
    with st.container(border=True, height="stretch", gap="xxsmall", key=f"card_tile_{aspect.side}"):
        if aspect.tally.n == 0:
            st.markdown(f"{label}\n\n**{_('No number')}**")
            st.markdown(say(aspect.what))
            return
        st.metric(label, tally_words(aspect.tally))
        st.markdown(say(aspect.what))
        if aspect.side == "accuracy" and aspect.tally.interval:
            low, high = map(percent, aspect.tally.interval)
            st.caption(_("95% interval {interval}", interval=_("{low} to {high}", low=low, high=high)))
        if aspect.in_order:
            st.markdown(f":green[:material/check_circle: {_('In order')}]")
        else:
            st.markdown(f":orange[:material/warning: {_('Look into this')}:] {say(aspect.what_to_do)}")
