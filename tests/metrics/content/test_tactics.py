"""Push, pull or networking, by readable rules."""

import pandas as pd
import pytest

from metrics.content.tactics import NETWORKING, PULL, PUSH, TACTICS, tactics


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De Kapelbrug is weer open voor verkeer.", PUSH),
        ("The bridge is open again.", PUSH),
        (None, PUSH),
        ("", PUSH),
        ("Meld schade via schade@waterstad.example", PUSH),  # no mention
        ("Lees verder op https://waterstad.example/zoek?q=brug", PUSH),  # no question
        ("Kijk op www.waterstad.example/?p=3", PUSH),
        ("Uitslag van de peiling: 300 mensen deden mee.", PUSH),
        ("Wat vindt u van het nieuwe plein?", PULL),
        ("Kom je ook ?", PULL),
        ("Is dat “eerlijk”? Zeg het.", PULL),
        ("Denk mee over het park aan de Singel.", PULL),
        ("Praat ook mee op 3 mei!", PULL),
        ("Laat het ons weten", PULL),
        ("DEEL JOUW FOTO met ons", PULL),
        ("Vul de vragenlijst in op onze site.", PULL),
        ("Dien je plan in voor 1 mei.", PULL),
        ("Have your say about the park.", PULL),
        ("Let us know below.", PULL),
        ("Share your ideas with the council.", PULL),
        ("Take our short survey today.", PULL),
        ("Wat vindt u, @wijkraad?", PULL),  # a question invites more people than a mention
        ("Samen met @wijkraad planten we bomen.", NETWORKING),
        ("Dank (@wijkraad)!", NETWORKING),
        ("RT @wijkraad: kom je ook?", NETWORKING),  # somebody else's question
        ("Mooi verhaal, via @wijkraad", NETWORKING),
    ],
)
def test_rules(text: str | None, expected: str) -> None:
    assert tactics(pd.Series([text], dtype="str")).tolist() == [expected]


def test_the_index_stays_and_every_tactic_has_a_name() -> None:
    found = tactics(pd.Series(["a", "b?"], index=[7, 3]))
    assert found.to_dict() == {7: PUSH, 3: PULL}
    assert set(TACTICS) == {PUSH, PULL, NETWORKING}
    assert tactics(pd.Series([], dtype="str")).empty
