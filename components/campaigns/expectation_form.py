"""The form in which an expectation is written down and locked."""

from dataclasses import dataclass

import streamlit as st

from components.i18n import _
from components.select import select_or_none
from components.written import written
from metrics.campaigns.tag import MEASURES, Measure


@dataclass(frozen=True)
class Expected:
    """What somebody expects: at least `n` of a measure, and in words; None where nothing was filled in."""

    measure: Measure | None
    n: float | None
    words: str


def expectation_form(key: str, before: bool) -> Expected | None:
    """Draw the form; what is expected once it is sent. `before`: the campaign has not begun yet."""
    if before:
        st.markdown(
            _(
                "Write it down **before the first day**. Who decides afterwards what counts as a success always finds "
                "one. It is kept with the time, and nobody can change it any more."
            )
        )
    else:
        st.markdown(
            _("The campaign has begun. You can still write down what you expected; it is told as written afterwards.")
        )
    with st.form(key, border=False):
        first, second = st.columns([2, 1])
        with first:
            measures = {code: _(words) for code, words in MEASURES.items()}
            measure = select_or_none(_("What should it bring?"), measures, key=f"{key}_measure")
        n = second.number_input(_("At least how much?"), 0.0, None, None, key=f"{key}_n", step=1.0)
        words = written(
            key,
            _("Why do you expect that?"),
            _("Register and lock"),
            icon=":material/lock:",
            hint=_("What people should know or do, and what an earlier campaign brought."),
        )
    return None if words is None else Expected(measure, n, words)
