"""Published figures of other governments beside the own answers, with everything that is needed to judge them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd
import streamlit as st

from components.chart import below
from components.escape import plain
from components.i18n import _, ngettext, number, percent, say
from components.in_language import words
from components.maturity.naming import level_words, listed
from components.number_table import Table
from components.source import Source
from components.table import html_table
from metrics.maturity.benchmarks import STRENGTHS, UNITS, KnownFigure, Value, caution


def known_card(figures: Sequence[KnownFigure], levels: Mapping[str, float], source: Source) -> None:
    """Draw the figures. `levels` are the own mean levels by question."""
    title = _("What others answered")
    with st.container(border=True, gap="xsmall", key="card_benchmarks"):
        st.header(title, anchor=False)
        st.markdown(
            ngettext(
                "{n} published figure. It is context, not a target.",
                "{n} published figures. They are context, not a target: most are old, and other questions were asked.",
                len(figures),
            )
        )
        table = _words(figures, levels)
        html_table(table, title)
        below("known_figures", title, Table(lambda: table, lambda: _raw(figures)), replace(source, demo=False))


def value_words(value: Value) -> str:
    """One number of a figure: "20% have one"."""
    match value.kind:
        case "percent":
            said = percent(value.value / 100)
        case "mark":
            said = _("mark {mark}", mark=number(float(value.value)))
        case "count":
            said = number(value.value)
    if value.about:
        said = _("about {value}", value=said)
    return _("{value} {label}", value=said, label=plain(words(value.label), 200))


def foundation_words(one: KnownFigure) -> str:
    """Of whom, when, in which unit and how many."""
    n = _("n = {n}", n=one.n) if one.n else _("n not given")
    parts = [plain(words(one.population), 200), plain(one.year), _("unit: {unit}", unit=_(UNITS[one.unit])), n]
    line = " · ".join(parts)
    beside = [say(message) for message in [caution(one.unit)] if message is not None]
    if one.note:
        beside.append(plain(words(one.note), 400))
    return "  \n".join([line, *beside])


def _words(figures: Sequence[KnownFigure], levels: Mapping[str, float]) -> pd.DataFrame:
    rows = []
    for one in figures:
        own = [
            _("{question}: you are at level {level}", question=plain(question), level=level_words(levels[question]))
            for question in one.questions
            if question in levels
        ]
        values = "; ".join(map(value_words, one.values))
        what = f"**{plain(words(one.topic), 200)}**  \n{values}"
        rows.append(
            {
                _("What"): "  \n".join([what, *own]),
                _("Of whom, year, unit and n"): foundation_words(one),
                _("Source"): _(
                    "{source}. How well it is known: {strength}",
                    source=plain(one.source, 300),
                    strength=_(STRENGTHS[one.strength]),
                ),
            }
        )
    return pd.DataFrame(rows, dtype="object")


def _raw(figures: Sequence[KnownFigure]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                _("Figure"): one.code,
                _("What"): words(one.topic),
                _("Questions"): listed(one.questions),
                _("Of what"): words(value.label),
                _("Value"): value.value,
                _("Kind of value"): value.kind,
                _("Of whom"): words(one.population),
                _("Year"): one.year,
                _("Unit"): _(UNITS[one.unit]),
                _("n"): one.n,
                _("Source"): one.source,
                _("How well it is known"): _(STRENGTHS[one.strength]),
                _("Remark"): words(one.note) if one.note else "",
            }
            for one in figures
            for value in one.values
        ],
        dtype="object",
    )
