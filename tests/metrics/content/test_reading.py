"""Language levels from sentences and words."""

import pandas as pd
import pytest

from metrics.content.reading import FEWEST_WORDS, LANGUAGES, LEVELS, levels, score

EASY_NL = (
    "De brug is weer open. Je kunt er nu over met de fiets. Met de auto kan het nog niet. "
    "Dat komt in mei. Loop je? Dan kan je er ook langs. Kijk uit voor het werk aan de weg."
)
PLAIN_NL = (
    "Vanaf maandag werken we twee weken aan de riolering in de Kerkstraat, daarom is de straat dicht voor auto's. "
    "Fietsers kunnen er wel langs en de winkels blijven gewoon open. "
    "Hebt u vragen over de werkzaamheden of over uw parkeervergunning? Bel dan met de gemeente."
)
HARD_NL = (
    "Ingevolge de inwerkingtreding van de gewijzigde parkeerverordening dienen vergunninghouders voorafgaand aan de "
    "eerstvolgende verlengingsperiode een geactualiseerde bewonersverklaring te overleggen, waarbij het ontbreken van "
    "de desbetreffende bewijsstukken onherroepelijk tot buitenbehandelingstelling van de aanvraag leidt."
)
EASY_EN = (
    "The pool is open. You can swim there each day. It is free for you if you are not yet ten. "
    "Come with a friend. Bring your own towel. We hope to see you on the first day of the week."
)
HARD_EN = (
    "Notwithstanding the aforementioned considerations, applicants are required to demonstrate satisfactory "
    "implementation of accessibility recommendations prior to authorisation of supplementary infrastructural "
    "modifications by the municipal administration, which will be communicated to the participating organisations."
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (EASY_NL, "nl:A2"),
        (PLAIN_NL, "nl:B1"),
        (HARD_NL, "nl:C1"),
        (EASY_EN, "en:A2"),
        (HARD_EN, "en:C1"),
    ],
)
def test_levels(text: str, expected: str) -> None:
    assert levels(pd.Series([text])).tolist() == [expected]


def test_what_cannot_be_judged_has_no_level() -> None:
    words = EASY_NL.split()
    german = (
        "Die Brücke über den Fluss wird am kommenden Montag wieder geöffnet, nachdem die Arbeiten durch den langen "
        "Regen mehrmals verschoben worden sind und viele Anwohner sich bei der Stadt über den Umweg beschwert haben."
    )
    texts = [
        None,
        "",
        " ".join(words[: FEWEST_WORDS - 1]),
        " ".join(words[: FEWEST_WORDS - 1]) + " https://waterstad.example/een/lang/adres #brug @wijkraad",
        german,
        "tralala " * 40,
    ]
    assert levels(pd.Series(texts, dtype="str")).isna().all()
    assert levels(pd.Series([" ".join(words[:FEWEST_WORDS])])).notna().all()


def test_what_ends_a_sentence() -> None:
    """Not the dots in an amount or a time; a line of its own does."""
    flat = PLAIN_NL.replace(".", "").replace("?", "")
    dotted = flat.replace("twee", "2.500.000 twee").replace("Kerkstraat", "Kerkstraat 12.30-14.45")
    lines = PLAIN_NL.replace(". ", "\n\n- ").replace("? ", "\n")
    found = levels(pd.Series([flat, dotted, PLAIN_NL, lines])).tolist()
    assert found[0] == found[1] == "nl:C1"
    assert found[2] == found[3] == "nl:B1"


@pytest.mark.parametrize(
    ("code", "words", "sentences", "syllables", "expected"),
    [
        ("nl", 100, 5, 180, 206.84 - 0.93 * 20 - 0.77 * 180),  # Douma counts syllables per hundred words
        ("en", 100, 5, 150, 206.835 - 1.015 * 20 - 84.6 * 1.5),
    ],
)
def test_formulas(code: str, words: int, sentences: int, syllables: int, expected: float) -> None:
    assert score(code, words, sentences, syllables) == pytest.approx(expected)


def test_levels_get_harder_as_scores_fall() -> None:
    for language in LANGUAGES.values():
        assert list(language.cuts) == sorted(language.cuts, reverse=True)
        assert len(language.cuts) == len(LEVELS) - 1
