"""Published figures of other governments beside the own answers, with everything that is needed to judge them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

import pandas as pd
import streamlit as st

from components.download import csv_button
from components.escape import plain
from components.i18n import _, ngettext, number, percent, say
from components.in_language import words
from components.maturity.naming import level_words, listed
from components.source import Source
from components.table import html_table
from metrics.maturity.benchmarks import STRENGTHS, UNITS, KnownFigure, Value, caution


def known_card(
    figures: Sequence[KnownFigure],
    levels: Mapping[str, float],
    people: Mapping[str, int],
    first: Collection[str],
    source: Source,
) -> None:
    """Draw the figures: those of some questions (`first`), and the others in a drawer.

    `levels` are the own mean levels by question, `people` how many gave one.
    """
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
        shown = [one for one in figures if set(one.questions) & set(first)]
        html_table(_words(shown, levels, people), title)
        others = [one for one in figures if one not in shown]
        label = ngettext("{n} more published figure", "{n} more published figures", len(others))
        with st.expander(label, key="known_others", on_change="rerun", icon=":material/table:") as box:
            if box.open:
                html_table(_words(others, levels, people), label)
        published = replace(source, demo=False, besides="")  # nothing in it is the organisation's own, or made up
        csv_button("known_figures", title, published, lambda: _raw(figures))


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


def _words(figures: Sequence[KnownFigure], levels: Mapping[str, float], people: Mapping[str, int]) -> pd.DataFrame:
    rows = []
    for one in figures:
        own = [
            _(
                "{question}: you are at level {level} (n = {n})",
                question=plain(question),
                level=level_words(levels[question]),
                n=people.get(question, 0),
            )
            for question in one.questions
            if question in levels
        ]
        values = "; ".join(map(value_words, one.values))
        what = f"**{plain(words(one.topic), 200)}**  \n{values}"
        where = _(
            "{source}. How well it is known: {strength}",
            source=plain(one.source, 300),
            strength=_(STRENGTHS[one.strength]),
        )
        rows.append(
            {
                _("What"): "  \n".join([what, *own]),
                _("Of whom, year, unit, n and source"): f"{foundation_words(one)}  \n*{where}*",
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
