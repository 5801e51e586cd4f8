"""Who is named in a text: cases by hand, names that are no words, and names against plain expressions."""

import re

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.content.naming import Name, Naming


def named(text: str, *names: str | Name) -> set[str]:
    """The names that are found in a text; plain ones stand for themselves."""
    given = [name if isinstance(name, Name) else Name(name, name) for name in names]
    return {target for _, target in Naming(given).found(pd.Series([text], dtype="str"))}


@pytest.mark.parametrize(
    ("text", "name", "is_named"),
    [
        ("Dank aan het Buurthuis!", "buurthuis", True),
        ("BUURTHUIS", "Buurthuis", True),
        ("buurthuizen en buurthuiskamer", "buurthuis", False),
        ("met @buurthuis.", "buurthuis", True),
        ("met @buurthuis.social", "buurthuis", False),
        ("met @buurthuis@social.example", "buurthuis", False),
        ("met @buurthuis@social.example", "buurthuis@social.example", True),
        ("mail info@buurthuis.example", "buurthuis", False),
        ("mail balie@x.example of .@buurthuis", "buurthuis", False),
        ("kijk op https://buurthuis.example/buurthuis?x", "buurthuis", False),
        ("kijk op www.buurthuis.example, van het buurthuis", "buurthuis", True),
        ("#buurthuis", "buurthuis", True),
        ("het Café Één", "cafe een", True),
        ("het cafe een", "Café Één", True),
        ("Stichting\n  de  Brug", "Stichting de Brug", True),
        ("stichting de bruggen", "Stichting de Brug", False),
        ("de brug, stichting de brug", "Stichting de Brug", True),
        ("beheer&groen", "Beheer & Groen", False),
        ("wij rijden met de NS.", "NS", True),
        ("wij ns ook", "NS", False),
        ("dank @ns", "NS", True),
        ("https://NS.example", "NS", False),
        ("a@NS", "NS", False),
        ("", "buurthuis", False),
    ],
)
def test_by_hand(text: str, name: str, is_named: bool) -> None:
    assert named(text, name) == ({name} if is_named else set())


def test_a_handle_counts_with_its_at_only() -> None:
    handle = Name("parks", "City_Parks", handle=True)
    assert named("Thanks @city_parks", handle) == {"parks"}
    assert named("Thanks City_Parks", handle) == set()
    assert named("Thanks @City_Parks_Events", handle) == set()
    assert named("@A", Name("a", "a", handle=True)) == {"a"}


@pytest.mark.parametrize("name", ["C++ (club)", "[a-z]+", "Wie? Wat! *", "$^.{2}|x", r"\d\w back\slash", "(?i)naam"])
def test_names_with_signs_of_expressions_are_taken_as_they_are(name: str) -> None:
    assert named(f"Met {name}, vandaag", name, "iets anders") == {name}
    assert named("abc 123 xx naam club wat", name) == set()


def test_emoji_may_be_in_a_name_but_not_be_all_of_it() -> None:
    assert named("Bij 🌳 Groen & Co 🌳", "🌳 Groen & Co 🌳") == {"🌳 Groen & Co 🌳"}
    assert named("Bij Groen & Co", "🌳 Groen & Co 🌳") == set()
    assert named("Bij 🌳🌳", "🌳🌳", "", "  ", "!?") == set()


def test_a_text_names_each_target_once_and_missing_texts_nobody() -> None:
    naming = Naming([Name("a", "buurthuis"), Name("a", "de kade"), Name("b", "museum")])
    texts = pd.Series(["buurthuis de kade buurthuis", None, "museum", "niets"], dtype="str")
    assert sorted(naming.found(texts)) == [(0, "a"), (2, "b")]
    assert list(naming.found(texts[:0])) == []
    assert list(Naming([]).found(texts)) == []


def test_thousands_of_long_names_at_once() -> None:
    names = [f"organisatie{number}{'x' * (number % 90)}" for number in range(3_000)]
    texts = pd.Series([f"met {names[number]}, en zo" for number in (0, 1, 77, 2_999)], dtype="str")
    found = Naming(Name(name, name) for name in names).found(texts)
    assert sorted(found) == [(0, names[0]), (1, names[1]), (2, names[77]), (3, names[2_999])]


words = st.text("abcé+.🌳 _-", min_size=4, max_size=9)


@given(st.lists(words, max_size=6), st.text("abcABCéÉ+.🌳 _-\n", max_size=40))
def test_it_finds_what_a_plain_expression_finds(names: list[str], text: str) -> None:
    def plain(value: str) -> str:
        return " ".join(value.lower().replace("é", "e").split())

    expected = set()
    for name in names:
        sought = plain(name)
        long = len(" ".join(name.split())) >= 4 and any(map(str.isalnum, name + ("a" if "_" in name else "")))
        before = r"(?<!\w)" if re.match(r"\w", sought) else ""
        after = r"(?!\w)" if re.search(r"\w$", sought) else ""
        if long and re.search(before + re.escape(sought) + after, plain(text)):
            expected.add(name)
    found = named(text, *names)
    assert {name for name in found if len(" ".join(name.split())) >= 4} == expected
