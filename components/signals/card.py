"""One signal: what was seen against what is usual, as a sentence, a figure, a table and a CSV."""

from collections.abc import Hashable, Sequence

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from components import time_axis
from components.chart import figure_card
from components.figures.trend import Line, Point, trend
from components.i18n import _, number, period, say
from components.kept import kept
from components.number_table import Table
from components.source import Source
from metrics.periods import Period, to_date
from metrics.signals.said import MEASURES, sentence, since
from metrics.signals.spikes import Spike
from metrics.signals.steps import Step


def signal_card(spike: Spike, name: str, steps: Sequence[Step], source: Source, key: Hashable) -> None:
    """The rise in its past; a thin line through each point is what is usual now. `name` is ready for Markdown."""
    title = say(sentence(spike, name))
    shown = period(Period(steps[0].first, steps[-1].last))
    code = f"signal-{spike.series.key.replace(':', '-')}-{spike.series.measure}"
    figure_card(
        code,
        measure=_(MEASURES[spike.series.measure]),
        title=title,
        subtitle=f"{say(since(spike))} · {shown} · {_('the thin lines are what is usual in 95 of 100 cases')}",
        figure=kept((key, code), lambda: _figure(name, steps)),
        table=Table(lambda: _words(steps), lambda: _raw(steps)),
        alt=title,
        source=source,
        how=_how,
    )


def _figure(name: str, steps: Sequence[Step]) -> go.Figure:
    points = tuple(
        Point(
            time_axis.at(step.first),
            step.observed,
            step.low,
            step.high,
            words=_("{n}, usual {low} to {high}", n=_seen(step), low=number(step.low), high=number(step.high)),
        )
        for step in steps
    )
    return trend([Line(name, points)], time_axis.labels([step.first for step in steps], "week"), number)


def _seen(step: Step) -> str:
    return _("not known") if step.observed is None else number(step.observed)


def _words(steps: Sequence[Step]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            _("Days"): period(Period(step.first, step.last)),
            _("Seen"): _seen(step),
            _("Usual"): _("{low} to {high}", low=number(step.low), high=number(step.high)),
        }
        for step in reversed(steps)
    )


def _raw(steps: Sequence[Step]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "first_day": to_date(step.first).isoformat(),
            "last_day": to_date(step.last).isoformat(),
            "observed": step.observed,
            "usual_low": step.low,
            "usual_high": step.high,
        }
        for step in steps
    )


def _how() -> None:
    with st.expander(_("How is this calculated?")):
        st.markdown(
            _(
                "What is usual follows from the weeks before: each weekday has its level, and counts may stray as much "
                "as they did. A rise is a signal when it is at least 5 messages and twice the usual number, and so "
                "unlikely that all series together would give no more false alarms than the budget allows."
            )
        )
