"""The switch of a platform whose terms forbid any use without a contract: why it is off, and what turns it on."""

import streamlit as st

from components.i18n import _
from metrics.words import N_

_SWITCHES = {
    "x_enterprise_contract": (
        N_("We hold an X Enterprise contract"),
        N_(
            "X is off. Its terms let a government use its API only with an Enterprise contract, in which every "
            "government user is named to X beforehand. Without it, load the export of X Analytics on the page Exports "
            "and accounts."
        ),
        N_("X is on, because you hold an Enterprise contract. Each connection needs a budget in money per month."),
    ),
    "youtube_amendment": (
        N_("We accepted YouTube's amendment on keeping figures"),
        N_(
            "YouTube's terms let figures be kept for 30 days. Then they must be fetched again or removed, and that is "
            "what happens here. Organisations that accepted the amendment of YouTube's terms may keep them longer."
        ),
        N_("You accepted YouTube's amendment, so its figures are kept."),
    ),
}
"""By the name of the setting: the label of its switch, why it matters while it is off, and what it means when on."""


def contract_switch(code: str, on: bool) -> bool | None:
    """Draw the reason and the switch; what it was set to, once that is saved."""
    label, off_words, on_words = _SWITCHES[code]
    if on:
        st.info(_(on_words), icon=":material/lock_open:")
    else:
        st.warning(_(off_words), icon=":material/lock:")
    with st.form(f"contract_{code}", border=False):
        wish = st.checkbox(_(label), on, key=f"contract_{code}_on")
        if st.form_submit_button(_("Save this choice"), key=f"contract_{code}_save", icon=":material/save:"):
            return wish
    return None
