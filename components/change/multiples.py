"""One number over time for each department: small panels with their own limits, in alphabetical order."""

from collections.abc import Hashable, Mapping

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from components import sentences, time_axis
from components.change.drawing import dots, limits, scale_for, shapes
from components.change.icons import OF_VARIATION, key_row
from components.change.table import change_table
from components.change.view import ChangeView
from components.chart import figure_card
from components.differences import calculation
from components.escape import bare, plain
from components.figures.control_multiples import Panel, control_multiples, values_of
from components.i18n import _, say
from components.kept import kept
from components.number_table import Table
from components.source import Source
from components.values import in_unit
from metrics.change.reading import Variation, sentence, variation_words
from metrics.comparison.multiple import clear_among
from metrics.registry import Metric

_CHANGED: tuple[Variation, ...] = ("improving", "concerning", "higher", "lower")


def change_multiples_card(
    name: str, metric: Metric, views: Mapping[str, ChangeView], source: Source, key: Hashable
) -> None:
    """Draw the card for departments by name, at most `components.figures.control_multiples.MOST_PANELS`."""
    drawn = any(value is not None for view in views.values() for value in view.values.values())
    estimates = [one for view in views.values() for one in view.series.values()]

    def above() -> None:
        if drawn:
            key_row({kind for view in views.values() for kind in shapes(view).values()})

    def below() -> None:
        if drawn:
            _about_limits(views)
        calculation(name, metric, estimates, source)

    figure_card(
        name,
        measure=_(metric.label),
        title=multiples_title(metric, views),
        subtitle=sentences.subtitle(metric, source, estimates, "week"),
        figure=kept((key, "changes", metric.id), lambda: _figure(metric, views)) if drawn else None,
        table=_table(views),
        alt=_alt(metric, views),
        source=source,
        how=below,
        empty=sentences.refused_over_time(estimates, "week"),
        above=above,
    )


def _about_limits(views: Mapping[str, ChangeView]) -> None:
    """Where the limits come from, and which panels chance can have marked."""
    if len(views) == 1:
        st.caption(
            _(
                "The limits are from the first weeks of this department. The page Change shows what happened beside "
                "them, and how limits are made."
            )
        )
        return
    st.caption(
        _(
            "Each department has limits of its own, from its own first weeks. The page Change shows one with what "
            "happened, and how limits are made."
        )
    )
    alone = only_alone(views)
    if alone:
        st.caption(
            _(
                "Looked at alone, {departments} changed. Among {n} departments that can be chance.",
                departments=tuple(plain(who) for who in alone),
                n=_judged(views),
            )
        )


def changed(views: Mapping[str, ChangeView]) -> list[str]:
    """The departments whose newest week is more than chance, also when so many departments are looked at."""
    tested = [(who, view.reading.p) for who, view in views.items() if view.reading.p is not None]
    tested.sort(key=lambda row: (row[1], row[0]))
    passed = len(clear_among([p for _who, p in tested]))
    return sorted(who for who, _p in tested[:passed] if views[who].reading.variation in _CHANGED)


def only_alone(views: Mapping[str, ChangeView]) -> list[str]:
    """The departments whose panel shows a change that is not clear among so many departments."""
    clear = changed(views)
    return sorted(who for who, view in views.items() if view.reading.variation in _CHANGED and who not in clear)


def multiples_title(metric: Metric, views: Mapping[str, ChangeView]) -> str:
    """How many departments changed, held to the number of departments that were looked at."""
    label, n = _(metric.label), _judged(views)
    if n == 1 == len(views):
        return _title_of_one(metric, *views.values())
    if not n:
        return sentences.multiples_title(metric, "week")
    found = changed(views)
    if not found and only_alone(views):
        return _("{metric}: no change is clear among {n} departments", metric=label, n=n)
    if not found:
        return _("{metric}: no department changed more than chance explains", metric=label)
    if len(found) == 1:
        return _("{metric}: {department} changed", metric=label, department=plain(found[0]))
    return _("{metric}: {k} of {n} departments changed", metric=label, k=len(found), n=n)


def _title_of_one(metric: Metric, view: ChangeView) -> str:
    """What its newest week says; beside what changed since the period before, the two must not seem to disagree."""
    if view.reading.variation == "common_cause":
        return _("{metric}: the newest week is an ordinary one", metric=_(metric.label))
    return say(sentence(metric, view.reading))


def _judged(views: Mapping[str, ChangeView]) -> int:
    return sum(view.reading.variation != "too_few" for view in views.values())


def _figure(metric: Metric, views: Mapping[str, ChangeView]) -> go.Figure:
    panels = [_panel(who, view) for who, view in views.items()]
    first = next(view for view in views.values() if view.weeks)
    weeks = sorted({week for view in views.values() for week in view.weeks})
    scale = scale_for(first, values_of(panels))
    return control_multiples(panels, time_axis.labels(weeks, "week"), in_unit(metric.unit), scale)


def _panel(who: str, view: ChangeView) -> Panel:
    if not any(value is not None for value in view.values.values()):
        return Panel(bare(who), "", (), empty=sentences.refused_over_time(view.series.values(), "week"))
    reading = view.reading
    shape = OF_VARIATION[reading.variation]
    return Panel(bare(who), say(variation_words(reading)), dots(view, said=False), limits(view), shape=shape)


def _table(views: Mapping[str, ChangeView]) -> Table:
    """The weeks of each department under each other."""

    def joined(raw: bool) -> pd.DataFrame:
        frames = []
        for who, view in views.items():
            one = change_table(view, {})
            frame = one.raw() if raw else one.words()
            frame.insert(0, _("Department"), who if raw else plain(who))
            frames.append(frame.drop(columns=_("What happened"), errors="ignore"))
        return pd.concat(frames, ignore_index=True) if frames else pd.DataFrame()

    return Table(lambda: joined(raw=False), lambda: joined(raw=True))


def _alt(metric: Metric, views: Mapping[str, ChangeView]) -> str:
    said = "; ".join(f"{bare(who)}: {say(variation_words(view.reading))}" for who, view in views.items())
    return _("Small charts of {metric} by week, one for each department. {rows}", metric=_(metric.label), rows=said)
