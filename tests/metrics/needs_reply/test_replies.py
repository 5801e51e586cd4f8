"""Which of the organisation's replies stop the clock."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.needs_reply.replies import kinds


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Bedankt voor uw bericht, wij reageren binnen twee werkdagen.", "automatic"),
        ("Thank you for your message. We will get back to you within 24 hours.", "automatic"),
        ("I am out of the office until 3 May", "automatic"),
        ("Dit is een automatisch antwoord.", "automatic"),
        ("We hebben je bericht ontvangen.", "automatic"),
        ("We zoeken het uit!", "holding"),
        ("Hoi, wat vervelend! We kijken ernaar. Groet, Webcare", "holding"),
        ("Doorgezet naar de collega's", "holding"),
        ("We are looking into it.", "holding"),
        ("Thanks for reporting, we'll look into this. ^JB", "holding"),
        ("We komen er zo snel mogelijk op terug.", "holding"),
        ("We zoeken het uit, en de bak wordt vrijdag geleegd.", "person"),
        ("We gaan maandag kijken.", "person"),
        ("Thanks! You can report it at waterstad.example/report", "person"),
        ("Sorry to hear that! Can you send us a DM?", "person"),
        ("Een nieuw nummer geef je door in Mijn Oeverdrecht.", "person"),
        ("Ja, dat mag.", "person"),
        ("Graag gedaan!", "person"),
        ("", "person"),
        (None, "person"),
        (float("nan"), "person"),
    ],
)
def test_kinds(text: object, kind: str) -> None:
    assert kinds(pd.Series([text], dtype=object)).tolist() == [kind]


def test_empty_and_index() -> None:
    assert kinds(pd.Series([], dtype=object)).empty
    assert kinds(pd.Series(["We zoeken het uit", None], index=[3, 3])).index.tolist() == [3, 3]


@settings(deadline=None)
@given(st.lists(st.one_of(st.none(), st.text()), max_size=5))
def test_every_reply_is_something(texts: list[str | None]) -> None:
    assert kinds(pd.Series(texts, dtype=object)).isin(["person", "holding", "automatic"]).all()
