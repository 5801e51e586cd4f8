"""How conversations are counted, in words: every rule is printed."""

import streamlit as st

from components.i18n import _, number


def rules_text(window_hours: float, loose_replies: bool) -> None:
    """Draw the rules in an expander; what is configurable says where."""
    with st.expander(_("How is this counted?"), key="rules", on_change="rerun", icon=":material/rule:") as box:
        if not box.open:
            return
        lines = [
            _("**A question** is a message of a citizen that needs a reply: a question, a request or a complaint."),
            _(
                "**The clock starts** with the first message that was not answered. Further messages of the same "
                "person in the same thread belong to it, as long as there are no more than {hours} hours "
                "between them (to be changed under Settings).",
                hours=number(window_hours),
            ),
            _(
                "**The clock stops** with the first answer by a person. Automatic replies and “we are looking into it” "
                "do not stop it."
            ),
            _(
                "**Both are told by rules** that the page Methods prints. Rules make mistakes, and a message that "
                "needed no reply seldom gets one: the share without an answer may be too high. “Check the rules” "
                "measures that on your own messages."
            ),
            _(
                "**Whom a reply answers:** the author of the message it is a reply to; else whoever is mentioned in "
                "it; else, where replies hang under a first comment, who wrote last there."
            ),
            _(
                "**A reply that is linked to no message** answers who asked last in the thread (to be changed under "
                "Settings)."
            )
            if loose_replies
            else _("**A reply that is linked to no message** answers nobody (to be changed under Settings)."),
            _(
                "**In time** means before the deadline by the norm of the day of the question. Only questions whose "
                "deadline has passed count; those without an answer count as not in time."
            ),
            _(
                "**Now** is the moment until which the data of an account are known, not today. Where a platform gives "
                "only the day of a message, no time is judged."
            ),
        ]
        st.markdown("\n".join(f"- {line}" for line in lines))
