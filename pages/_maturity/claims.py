"""The claims beside what was measured, filtered by verdict and by dimension."""

from collections.abc import Iterable, Mapping

import streamlit as st

from components.address import choose_one
from components.chart import below
from components.escape import plain
from components.i18n import _, ngettext
from components.maturity.claim_rows import claims_as_rows
from components.maturity.claims import NONE, claim_card, code_words
from components.maturity.naming import dimension_words
from components.number_table import Table
from data.filters import Filters
from metrics.claims.verdict import VERDICTS
from metrics.maturity.assessed import Assessed
from metrics.maturity.claimed import ItemClaim, by_verdict, contradictions_first, item_claims
from pages._links import evidence_link
from pages._maturity.choice import people, source

_ALL = "all"
_FEW = 6
"""So many questions are all open; of more, those that data contradict."""


def claims_section(now: Assessed, asked: Filters | None) -> None:
    """Draw the choice, then a card for each question: contradictions first and open, the rest in a drawer a verdict."""
    title = _("Claims beside evidence")
    st.header(title, anchor=False)
    verdicts = {_ALL: _("All verdicts")} | {code: _(words) for code, words in VERDICTS.items()}
    verdicts[NONE] = _("nothing to check")
    dimensions = {_ALL: _("All dimensions")}
    dimensions |= {one.id: dimension_words(now.questionnaire, one.id) for one in now.questionnaire.dimensions}
    with st.container(horizontal=True, vertical_alignment="bottom", key="claims_bar"):
        verdict = choose_one("verdict", _("Verdict"), list(verdicts), _ALL, verdicts.__getitem__)
        dimension = choose_one("dimension", _("Dimension"), list(dimensions), _ALL, dimensions.__getitem__)
    every = item_claims(now)
    found = [
        claim
        for claim in contradictions_first(every)
        if verdict in (_ALL, claim.code or NONE) and dimension in (_ALL, claim.dimension)
    ]
    st.markdown(
        ngettext("{k} of {n} answered question.", "{k} of {n} answered questions.", len(every), k=len(found))
        if every
        else _("No question is answered yet.")
    )
    who = people(now)
    every_open = verdict != _ALL or len(found) <= _FEW
    for code, claims in by_verdict(found).items():
        if code == "disagree":
            _cards(claims, now, who)
            continue
        label = _("{verdict} ({n})", verdict=code_words(code), n=len(claims))
        key = f"claims_{code or NONE}_{verdict}_{dimension}"  # another choice, another drawer
        with st.expander(label, expanded=every_open, key=key, on_change="rerun") as box:
            if box.open:
                _cards(claims, now, who)
    if found:
        rows = Table(
            lambda: claims_as_rows(now.questionnaire, found, who), lambda: claims_as_rows(now.questionnaire, found, who)
        )
        below("claims", plain(title), rows, source(now, asked))


def _cards(claims: Iterable[ItemClaim], now: Assessed, who: Mapping[int, str]) -> None:
    departments = {one.id: one.department_id for one in now.respondents}
    for claim in claims:
        claim_card(now.questionnaire, claim, who, departments, evidence_link)
