"""What a tone is and is not, how it is worked out, and how good that is."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from components.i18n import _, number, percent
from components.table import html_table
from metrics.words import N_

_LANGUAGES = {
    "de": N_("German"),
    "el": N_("Greek"),
    "en": N_("English"),
    "es": N_("Spanish"),
    "fr": N_("French"),
    "it": N_("Italian"),
    "nl": N_("Dutch"),
    "pt": N_("Portuguese"),
    "sv": N_("Swedish"),
}


@dataclass(frozen=True)
class Measured:
    """How good a model is in one language: macro-F1 on `n` texts that people had labelled elsewhere."""

    language: str
    macro_f1: float
    low: float
    high: float
    n: int


def what_it_is_not() -> None:
    """What is meant by tone; it stays on the page."""
    st.caption(
        _(
            "Counted is the tone of the message, not whether its writer is satisfied with the city: “again no bus!” is "
            "negative."
        )
    )


def how_it_is_made() -> None:
    """A drawer: from a message to a count, and from counts to shares."""
    with st.expander(_("How is this calculated?"), key="how_tone", on_change="rerun", type="compact") as drawer:
        if drawer.open:
            st.markdown("\n\n".join(_(text) for text in _HOW))


_HOW = (
    N_(
        "**Count.** A model reads each message of a citizen by itself and says how likely it is that it sounds "
        "negative, neutral or positive. The likeliest tone counts. When no tone is likely enough, the machine is not "
        "sure; such messages are a part of their own."
    ),
    N_(
        "**Not scored.** Messages that are too short, or in a language that no model knows, have no tone. They are a "
        "part of their own and in no share."
    ),
    N_(
        "**Shares.** A machine makes mistakes, and its mistakes do not cancel out. So counts are not turned into "
        "percentages. After you have labelled 200 messages, it is known here how often the machine says what. With "
        "that the counts are corrected. The interval holds what 200 labels leave open."
    ),
    N_("**Small groups.** Counts of one to four messages are hidden, and others where they would give these away."),
    N_("**Irony** and what a picture shows are not understood."),
)


def model_card(version: str, measured: Sequence[Measured]) -> None:
    """Which model made the counts, and how good it was where it was tested."""
    with st.expander(
        _("Which model made these counts, and how good is it?"), key="tone_model", on_change="rerun"
    ) as box:
        if not box.open:
            return
        st.markdown(_("The counts were made by version **{version}**, on this machine.", version=version))
        if measured:
            st.markdown(
                _(
                    "Macro-F1 is 100% when every message is classed as people did, and about 33% for guessing. It was "
                    "measured on texts from elsewhere; on your messages it can be better or worse. Labels show that."
                )
            )
            html_table(_in_words(measured), _("How good the model is, by language"))
        else:
            st.markdown(_("How good it is was not measured by language. Label messages to see it for yours."))


def _in_words(measured: Sequence[Measured]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                _("Language"): _(_LANGUAGES[one.language]) if one.language in _LANGUAGES else one.language,
                _("Macro-F1"): percent(one.macro_f1, 2),
                _("95% interval"): _("{low} to {high}", low=percent(one.low, 2), high=percent(one.high, 2)),
                _("Texts"): number(one.n),
            }
            for one in measured
        ]
    )
