"""The four levels, explained once on the page."""

import streamlit as st

from components.goals.naming import level_words
from components.i18n import _
from metrics.goals.levels import LEVELS


def levels_explained(expanded: bool) -> None:
    """Draw what each level counts, with an example, and why outputs alone are not enough."""
    with st.expander(_("Output, out-take, outcome, impact: which is which?"), expanded, icon=":material/stairs:"):
        st.markdown(
            "\n".join(
                _(
                    "- **{level}** {meaning} *Example: {example}*",
                    level=level_words(level),
                    meaning=_(one.meaning),
                    example=_(one.example),
                )
                for level, one in LEVELS.items()
            )
        )
        st.markdown(
            _(
                "Outputs are in your own hands. Whether anything changed shows from the outcome on, and that is mostly "
                "measured elsewhere: in a register, a count, a survey. Likes are not impact. The numbers of this "
                "product have a fixed level; for a number of your own you choose it."
            )
        )
        st.caption(_("After the Evaluation Framework of the UK Government Communication Service, and AMEC."))
