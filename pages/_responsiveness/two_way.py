"""Sending or conversing, on the page Responsiveness: own figures, the declared objective, and what others measured."""

import streamlit as st

from components.address import choose_one
from components.benchmarks_card import benchmarks_card
from components.i18n import _, ngettext
from components.two_way_card import two_way_card
from data.filters import Filters
from data.queries.content import content
from data.registers import accounts
from metrics.claims.objectives import OBJECTIVES
from metrics.content.mix import Part, mix, verdict
from metrics.content.two_way import TwoWay, two_way
from pages import _numbers as numbers
from pages._context import access, engine
from pages._responsiveness import numbers as answers

_NONE = "none"


def two_way_section(asked: Filters) -> None:
    """Draw the section. Posts are held against the declared objective; without one, it is the reader's choice."""
    source = numbers.source(asked)
    key = numbers.key(asked)
    st.header(_("Sending or conversing?"), anchor=False)
    objective = _declared(key) or _chosen()
    parts = _mix(key)
    judged = None if objective == _NONE else verdict(parts, objective)
    two_way_card(_two_way(key), parts, judged, source, (key, "two_way"))
    benchmarks_card(source)


def _declared(key: numbers.Key) -> str | None:
    """The objective that the accounts in view have in the register, if it is one, with a line that says so."""
    codes = _objectives(key)
    declared = {code for code in codes if code is not None}
    if len(declared) != 1:
        return None
    (code,) = declared
    n = sum(one == code for one in codes)
    text = ngettext(
        "Objective: **{objective}**. {n} of {of} account in view declares it in the register.",
        "Objective: **{objective}**. {n} of {of} accounts in view declare it in the register.",
        len(codes),
        objective=_objective(code),
        n=n,
        of=len(codes),
    )
    st.markdown(text)
    return code


def _chosen() -> str:
    codes = [_NONE, *OBJECTIVES]
    return choose_one("objective", _("What are your accounts for?"), codes, _NONE, _objective, 500)


def _objective(code: str) -> str:
    return _("No objective chosen") if code == _NONE else _(OBJECTIVES[code])


# `key` names the store and the filters; everything below is computed once for it.


@st.cache_resource(max_entries=64, show_spinner=False)
def _objectives(key: numbers.Key) -> list[str | None]:
    """What each account in view is for; None where nobody said."""
    asked, table = key[2], accounts(engine(), access())
    if asked.departments is not None:
        table = table[table["department_id"].isin(asked.departments)]
    if asked.platforms is not None:
        table = table[table["platform"].isin(asked.platforms)]
    return [code if code in OBJECTIVES else None for code in table["objective"]]


@st.cache_resource(max_entries=64, show_spinner=False)
def _two_way(key: numbers.Key) -> TwoWay:
    return two_way(answers.current(key[2]))


@st.cache_resource(max_entries=64, show_spinner=False)
def _mix(key: numbers.Key) -> tuple[Part, ...]:
    found = content(engine(), access(), key[2], "window", ("tactic",))
    current = found[found["period"] == "current"]
    return mix({str(tactic): int(n) for tactic, n in current.groupby("value")["n"].sum().items()})
