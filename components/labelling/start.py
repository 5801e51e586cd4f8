"""Before the first label: what it is good for, what is drawn, and the button that draws it."""

import streamlit as st

from components.i18n import _, ngettext
from metrics.text.calibration import ENOUGH, ENOUGH_OF_CLASS
from metrics.text.sampling import SAMPLE, TWICE


def why() -> None:
    """Why people label messages, and why so many."""
    st.markdown(
        _(
            "A machine makes mistakes, and nobody knows how many on your messages. If you say of {n} messages what "
            "they are, that is known. From then on this page corrects the counts and shows shares with an interval.",
            n=SAMPLE,
        )
    )


def what_is_drawn() -> None:
    """A drawer: how the messages are chosen and why it takes so many."""
    with st.expander(_("What is drawn, and why 200?"), key="labels_drawn", on_change="rerun", type="compact") as drawer:
        if drawer.open:
            st.markdown("\n".join(f"- {line}" for line in _lines()))


def start_button(again: bool) -> bool:
    """The button that draws a sample; whether it was pressed."""
    text = _("Draw a new sample") if again else ngettext("Draw {n} message", "Draw {n} messages", SAMPLE)
    return st.button(text, key="labels_start", type="secondary" if again else "primary", icon=":material/casino:")


def _lines() -> list[str]:
    return [
        _("Messages of citizens of the period, departments and platforms that you chose above, drawn by chance."),
        _("Some from each platform and from each answer of the machine, so that rare ones are in it too."),
        _(
            "With {n} labels, and at least {each} of each kind, a share is known to about 7 percentage points up or "
            "down. With fewer, no share is shown.",
            n=ENOUGH,
            each=ENOUGH_OF_CLASS,
        ),
        _(
            "The first {n} can be labelled by a second person too. That shows whether the question has a clear answer.",
            n=TWICE,
        ),
        _("You do not see what the machine says, so it cannot lead you."),
        _("It takes about half an hour. You can stop and go on later."),
    ]
