"""Posts that did better than could be expected, before their departments decided: only for who may write for those."""

import streamlit as st

from components.address import choose_one
from components.escape import plain
from components.i18n import _, ngettext
from components.practice.cards import Example, gallery
from components.practice.lesson_form import lesson_form, take_back
from components.source import Source
from data.filters import Filters
from data.practice import LONGEST
from metrics.expectation import standing_out_by_chance
from metrics.expectation.finding import Counted
from metrics.words import N_
from pages._context import access
from pages._practice.deciding import decide
from pages._practice.numbers import candidates, in_full
from pages._practice.shared import ending
from pages._work import turn

_ROWS = 10
_WHICH = {"open": N_("Waiting for a decision"), "decided": N_("Decided")}


def candidates_section(asked: Filters, source: Source, found: Counted) -> None:
    """Draw the candidates by department, ten at a time, each with what can be decided about it."""
    st.header(_("Candidates"), anchor=False)
    if not access().may("write"):
        st.info(_("Candidates are shown to those who may write for their department."), icon=":material/lock:")
        return
    with st.container(horizontal=True):
        which = choose_one("which", _("Decision"), list(_WHICH), "open", lambda code: _(_WHICH[code]), 260)
        posts = candidates(asked, which == "decided")
        sheets = [str(number) for number in range(1, -(-len(posts) // _ROWS) + 1)]
        sheet = int(choose_one("sheet", _("Sheet"), sheets, "1", str, 120)) if len(sheets) > 1 else 1
    if not posts:
        st.info(_nothing(which, found), icon=":material/info:")
    elif which == "open":
        st.markdown(_waiting(len(posts), found))
    shown = in_full(posts[(sheet - 1) * _ROWS : sheet * _ROWS])
    for department in dict.fromkeys(one.department for one in shown):
        st.subheader(plain(department), anchor=False)
        gallery([one for one in shown if one.department == department], _deciding)
    ending("practice_candidates", _("Candidates"), shown, source)


def _waiting(n: int, found: Counted) -> str:
    lines = [
        ngettext(
            "**{n} post lies far above its range.** Of {judged} posts, chance alone would bring {chance} there.",
            "**{n} posts lie far above their range.** Of {judged} posts, chance alone would bring {chance} there.",
            n,
            judged=found.judged,
            chance=round(standing_out_by_chance(found.judged)),
        ),
        _("Ask the department first. Nobody else sees a candidate until its department agrees."),
    ]
    return " ".join(lines)


def _nothing(which: str, found: Counted) -> str:
    if which == "decided":
        return _("No department decided about a candidate of this period yet.")
    if not found.judged:
        return _("No posts of this period were judged, so there are no candidates.")
    return _("No post of this period lies far above its range, or its department decided already.")


def _deciding(one: Example) -> None:
    if one.status:
        decide(one.id, take_back(f"back_{one.id}"))
    else:
        decide(one.id, lesson_form(one, f"decide_{one.id}_{turn()}", LONGEST))
