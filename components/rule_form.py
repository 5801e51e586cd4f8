"""The fields of one rule of a guideline: whether it holds, and its values."""

from typing import Any

import streamlit as st

from components.escape import spoken
from components.i18n import _
from components.select import select
from metrics.guidelines.content import Use
from metrics.guidelines.parameters import Date, Days, Line, OneOf, Parameter, Part, Values, Whole
from metrics.guidelines.rule import Rule
from metrics.weekdays import WEEKDAYS


def rule_fields(rule: Rule, use: Use | None, key: str) -> Use | None:
    """Draw the fields; the rule with what is filled in, None when it does not hold. `use` is what holds now."""
    values = use.values if use else {}
    more = use.more if use else {}
    with st.container(border=True, key=f"card_{key}"):
        holds = st.checkbox(_("Check this rule: {rule}", rule=spoken(_(rule.label))), use is not None, key=f"{key}_on")
        st.caption(_(rule.needs))
        found = {one.name: _field(one, values, f"{key}_{one.name}") for one in rule.parameters}
    return Use(rule.id, {**values, **found}, more) if holds else None


def _field(one: Parameter, values: Values, key: str) -> Any:
    """The field of one value; it starts at the default where what is stored cannot be shown."""
    label = _(one.label)
    try:
        current = one.clean(values.get(one.name, one.default))
    except ValueError:
        current = one.default
    match one:
        case Whole():
            return st.number_input(label, one.low, one.high, current, step=1, key=key)
        case Part():
            shown = round(current * 100)
            low, high = round(one.low * 100), round(one.high * 100)
            filled = st.number_input(_("{label}, in %", label=label), low, high, shown, step=1, key=key)
            return current if filled == shown else filled / 100
        case OneOf():
            return select(label, {code: _(words) for code, words in one.options.items()}, current, key=key)
        case Days():
            st.markdown(label)
            with st.container(horizontal=True):
                names = enumerate(WEEKDAYS)
                return [day for day, name in names if st.checkbox(_(name), day in current, key=f"{key}_{day}")]
        case Date():
            return st.text_input(label, current, key=key, max_chars=10, placeholder=_("YYYY-MM-DD"))
        case Line():
            return st.text_input(label, current, key=key, max_chars=one.longest)
        case _:
            raise TypeError(f"no field for {type(one).__name__}")
