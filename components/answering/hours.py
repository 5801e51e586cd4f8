"""When people ask, and when somebody is there."""

from collections.abc import Hashable

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from components.chart import below
from components.figures.heat import week
from components.figures.style import CONFIG
from components.formats import enumeration
from components.i18n import _, language, ngettext, number, say
from components.kept import kept
from components.number_table import Table
from components.source import Source
from components.table import show_as_table
from components.values import full_words
from metrics.disclosure import MINIMUM
from metrics.registry import metrics
from metrics.responsiveness.staffing import Staffing, headline
from metrics.weekdays import WEEKDAYS


def hours_card(slots: pd.DataFrame, found: Staffing, source: Source, key: Hashable) -> None:
    """Draw the week with the questions of each hour, a line under the hours in which somebody is there.

    `slots` has dow, hour, asked, due, in_time, staffed; one row for each hour of the week with any question.
    """
    title = say(headline(found))
    with st.container(border=True, gap="xsmall", key="card_chart_hours"):
        st.header(title, anchor=False)
        st.caption(_("Questions by weekday and hour; darker is more. A line marks opening hours."))
        if slots["asked"].sum():
            figure = kept((key, "hours"), lambda: _figure(slots))
            st.plotly_chart(figure, theme=None, key="figure_hours", config=CONFIG, alt=title)
        if found.busiest:
            names = [_("{weekday} {hour}:00", weekday=_(WEEKDAYS[one.weekday]), hour=one.hour) for one in found.busiest]
            st.markdown(_("Most questions while nobody is there: {hours}.", hours=enumeration(names, language())))
        metric = metrics()["within_norm"]
        if found.in_time_inside.value is not None and found.in_time_outside.value is not None:
            st.markdown(
                _(
                    "In time, asked in opening hours: {inside}. Asked outside them: {outside}.",
                    inside=full_words(metric, found.in_time_inside, "**"),
                    outside=full_words(metric, found.in_time_outside, "**"),
                )
            )
        table = Table(lambda: _words(slots), lambda: _raw(slots))
        show_as_table("hours", table.words, title)
        below("hours", title, table, source)


def _figure(slots: pd.DataFrame) -> go.Figure:
    grid = [[0] * 24 for _day in range(7)]
    words = [[""] * 24 for _day in range(7)]
    staffed = [[False] * 24 for _day in range(7)]
    columns = (slots[name].tolist() for name in ("dow", "hour", "asked", "staffed"))
    for dow, hour, asked, there in zip(*columns, strict=True):
        grid[dow][hour] = asked
        staffed[dow][hour] = there
        questions = ngettext("{n} question", "{n} questions", asked)
        words[dow][hour] = f"{_('{weekday} {hour}:00', weekday=_(WEEKDAYS[dow]), hour=hour)}: {questions}"
    return week(grid, [_(name) for name in WEEKDAYS], words, staffed)


def _words(slots: pd.DataFrame) -> pd.DataFrame:
    """By weekday: a table of 168 rows is for the CSV."""
    names = ["asked", "due", "in_time"]
    days = slots.groupby("dow")[names].sum().reindex(range(7), fill_value=0)
    rows = [
        {
            _("Weekday"): _(name),
            _("Questions"): number(asked),
            _("Deadline passed"): number(due),
            _("Answered in time"): number(in_time) if due >= MINIMUM else _("too few"),
        }
        for name, (asked, due, in_time) in zip(WEEKDAYS, days.to_numpy().tolist(), strict=True)
    ]
    return pd.DataFrame(rows)


def _raw(slots: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            _("Weekday"): [_(WEEKDAYS[day]) for day in slots["dow"]],
            _("Hour"): slots["hour"],
            _("Questions"): slots["asked"],
            _("Deadline passed"): slots["due"],
            _("Answered in time"): slots["in_time"],
            _("Opening hours"): slots["staffed"],
        }
    )
