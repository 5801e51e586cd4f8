"""One number on a card, with everything that keeps it honest: period, n, interval, comparison, what is not in it."""

from collections.abc import Callable, Sequence

import streamlit as st

from components.compared import Compared, comparison_words
from components.differences import why_different
from components.download import csv_button
from components.explain import explanation
from components.i18n import _, percent, say
from components.number_table import Named, number_table
from components.source import Source
from components.values import (
    at_least_words,
    basis_words,
    interval_words,
    missing_platforms,
    platform_names,
    value_words,
)
from metrics.estimate import Estimate
from metrics.registry import Metric


def tile_grid(
    tiles: Sequence[Compared], source: Source, columns: int = 3, last: Callable[[], None] | None = None
) -> None:
    """Draw tiles three in a row (or `columns`), fewer where there is no room; `last` draws a card of words."""
    with st.grid(columns, min_column_width=165, gap="xsmall", key="tiles"):
        for content in tiles:
            tile(content, source)
        if last is not None:
            last()


def tile(content: Compared, source: Source) -> None:
    """Draw the card. A number that cannot be given shows its reason instead."""
    metric, now = content.metric, content.now
    with st.container(border=True, height="stretch", gap="xxsmall", key=f"card_tile_{metric.id}"):
        if now.reason is not None and (least := at_least_words(now.reason)):
            st.metric(_(metric.label), least[0])
            st.markdown(least[1])
        elif now.value is None:
            st.markdown(f"{_(metric.label)}\n\n**{_('No number')}**")
            st.markdown(value_words(metric, now))
        else:
            st.metric(_(metric.label), value_words(metric, now))
            st.markdown(comparison_words(content))
        st.caption(foundation(metric, now))
        with st.popover(_("How is this calculated?"), type="tertiary", key=f"how_{metric.id}"):
            _details(content, source)


def foundation(metric: Metric, now: Estimate) -> str:
    """What the number rests on, its interval, and the platforms that are not in it."""
    parts = [basis_words(metric, now)]
    if interval := interval_words(metric, now):
        parts.append(_("95% interval {interval}", interval=interval))
    if left_out := missing_platforms([now]):
        parts.append(_("without {platforms}", platforms=left_out))
    return " · ".join(parts)


def _details(content: Compared, source: Source) -> None:
    """What opens under "how is this calculated?"."""
    metric, now, change = content.metric, content.now, content.change
    lines = [explanation(metric)]
    if now.platforms:
        lines.append(_("**Platforms in this number:** {platforms}", platforms=platform_names(now.platforms)))
    if change.reason:
        lines.append(_("**Comparison:** {reason}", reason=change.reason))
    elif change.p is not None:
        lines.append(
            _("**Comparison:** chance alone gives a change this large in {share} of cases.", share=percent(change.p, 2))
        )
    lines += [f"- {say(note)}" for note in now.notes]
    st.markdown("\n\n".join(lines))
    why_different(f"tile_{metric.id}", [metric], [now], source)
    periods = [Named(_("this period"), metric, now), Named(_("the period before"), metric, content.before)]
    csv_button(f"number_{metric.id}", _(metric.label), source, number_table(_("Period"), lambda: periods).raw)
