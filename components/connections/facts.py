"""What people are told of a platform before they connect it."""

from collections.abc import Mapping, Sequence

import streamlit as st

from components.i18n import _
from metrics.words import N_

_TITLES = {
    "gives": N_("What it gives"),
    "gives_not": N_("What it does not give"),
    "needs": N_("What it needs"),
    "costs": N_("What it costs"),
    "forbids": N_("What its terms forbid"),
    "keeps": N_("How long data may be kept"),
}


def facts_card(facts: Mapping[str, Sequence[str]]) -> None:
    """Draw six short lists; `facts` are English templates by the names that a connector has for them."""
    names = list(_TITLES)
    for left, right in zip(names[::2], names[1::2], strict=True):
        for column, name in zip(st.columns(2), (left, right), strict=True):
            lines = "\n".join(f"- {_(text)}" for text in facts[name])
            column.markdown(f"**{_(_TITLES[name])}**\n\n{lines}")
