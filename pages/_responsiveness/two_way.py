"""Sending or conversing, on the page Responsiveness: own figures, the declared objective, and what others measured."""

import streamlit as st

from components.address import choose_one
from components.benchmarks_card import benchmarks_card
from components.i18n import _
from components.two_way_card import two_way_card
from data.filters import Filters
from data.queries.content import content
from metrics.content.mix import OBJECTIVES, Part, mix, verdict
from metrics.content.two_way import TwoWay, two_way
from pages import _numbers as numbers
from pages._context import access, engine
from pages._responsiveness import numbers as answers

_NONE = "none"


def two_way_section(asked: Filters) -> None:
    """Draw the section. Which objective the posts are held against is the reader's choice."""
    source = numbers.source(asked)
    codes = [_NONE, *OBJECTIVES]
    st.header(_("Sending or conversing?"), anchor=False)
    objective = choose_one("objective", _("What are your accounts for?"), codes, _NONE, _objective, 500)
    key = numbers.key(asked)
    parts = _mix(key)
    judged = None if objective == _NONE else verdict(parts, objective)
    two_way_card(_two_way(key), parts, judged, source, (key, "two_way"))
    benchmarks_card(source)


def _objective(code: str) -> str:
    return _("No objective chosen") if code == _NONE else _(OBJECTIVES[code])


# `key` names the store and the filters; everything below is computed once for it.


@st.cache_resource(max_entries=64, show_spinner=False)
def _two_way(key: numbers.Key) -> TwoWay:
    return two_way(answers.current(key[2]))


@st.cache_resource(max_entries=64, show_spinner=False)
def _mix(key: numbers.Key) -> tuple[Part, ...]:
    found = content(engine(), access(), key[2], "window", ("tactic",))
    current = found[found["period"] == "current"]
    return mix({str(tactic): int(n) for tactic, n in current.groupby("value")["n"].sum().items()})
