"""The definitions of all metrics as a page of text and as a table to take along."""

import csv
import io
from collections.abc import Iterable

import streamlit as st

from components.explain import anchor, definition
from components.i18n import _
from components.words import BETTER, LEVELS, UNITS
from metrics.glossary import Term
from metrics.measures import TERMS
from metrics.registry import GROUPS, RESTS_ON, Group, Metric


def draw_group(group: Group, members: Iterable[Metric]) -> None:
    """A heading for the group, and every metric in it as plain text that the browser can search and link to."""
    st.header(_(GROUPS[group]), anchor=f"group-{group}")
    with st.container(key=f"text-{group}"):
        for metric in members:
            st.subheader(_(metric.label), anchor=anchor(metric.id))
            st.markdown(definition(metric))


def draw_glossary(terms: Iterable[Term]) -> None:
    """The words that pages use for numbers, in alphabetical order of the reader's language."""
    st.header(_("Words"), anchor="words")
    with st.container(key="text-words"):
        lines = sorted(f"**{_(term.term)}**: {_(term.explanation)}" for term in terms)
        st.markdown("\n\n".join(lines))


def as_csv(metrics: Iterable[Metric]) -> bytes:
    """The definitions as CSV in the reader's language; UTF-8 with a mark, so that Excel reads it rightly."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(
        [
            "id",
            _("Group"),
            _("Name"),
            _("Definition"),
            _("Formula"),
            _("Unit"),
            _("Direction"),
            _("Needs"),
            _("Smallest number"),
            _("Rests on"),
            _("Level"),
            _("Careful"),
            _("Reference"),
        ]
    )
    for metric in metrics:
        writer.writerow(
            [
                metric.id,
                _(GROUPS[metric.group]),
                _(metric.label),
                _(metric.definition),
                _(metric.formula),
                _(UNITS[metric.unit]),
                _(BETTER[metric.better]),
                ", ".join(_(TERMS[count]) for count in metric.needs),
                metric.minimum_n,
                _(RESTS_ON[metric.rests_on]),
                _(LEVELS[metric.level]),
                _(metric.caution) if metric.caution else "",
                metric.reference,
            ]
        )
    return text.getvalue().encode("utf-8-sig")
