"""The form of one element of a guideline: its prose and its rules."""

from dataclasses import replace

import streamlit as st

from components.i18n import _
from components.rule_form import rule_fields
from metrics.guidelines.content import Guideline, Use
from metrics.guidelines.elements import Element
from metrics.guidelines.rule import Rule, rules_of


def element_form(element: Element, guideline: Guideline, key: str, longest: int) -> Guideline | None:
    """Draw the form; the guideline with what was filled in, once it is pressed. `longest`: characters of the prose."""
    with st.form(f"{key}_form", border=False):
        st.markdown(_(element.asks))
        prose = st.text_area(
            _(element.question),
            guideline.prose.get(element.code, ""),
            key=f"{key}_prose",
            max_chars=longest,
            height=160,
        )
        filled = [
            rule_fields(rule, use, f"{key}_{rule.id}_{place}")
            for rule in rules_of(element.code)
            for place, use in enumerate(_places(rule, guideline))
        ]
        if not st.form_submit_button(_("Keep in the draft"), key=f"{key}_keep", icon=":material/edit_note:"):
            return None
    own = set(map(id, guideline.uses_of(element.code)))
    others = [use for use in guideline.uses if id(use) not in own]
    uses = (*others, *(use for use in filled if use is not None))
    return replace(guideline, prose={**guideline.prose, element.code: prose}, uses=uses)


def _places(rule: Rule, guideline: Guideline) -> list[Use | None]:
    """What holds of a rule now; with an empty place for one more, when it may hold more than once or does not yet."""
    own: list[Use | None] = [use for use in guideline.uses if use.rule == rule.id]
    return [*own, None] if rule.repeatable or not own else own
