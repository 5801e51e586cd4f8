"""What is typed into a search, and where it stands in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.text.searching import LONGEST, places, terms, tokens_of


def said(typed: str) -> list[tuple[str, bool, bool]]:
    return [(" ".join(term.folded), term.beginning, term.absent) for term in terms(typed)]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("", []),
        ("   ", []),
        ('"', []),
        ('""', []),
        ("*", []),
        ("-", []),
        ("-afval", []),
        ("🙂 !!", []),
        ("Afval", [("afval", False, False)]),
        ("afval AND NEAR OR", [(word, False, False) for word in ("afval", "and", "near", "or")]),
        ('"oude  boom" kap', [("oude boom", False, False), ("kap", False, False)]),
        ("“oude boom”", [("oude boom", False, False)]),
        ('"nog open', [("nog open", False, False)]),
        ("huis-aan-huis", [("huis aan huis", False, False)]),
        ("afval* boom", [("afval", True, False), ("boom", False, False)]),
        ('"oude boo"*', [("oude boo", True, False)]),
        ("af*", [("af", False, False)]),
        ('boom -kap* −"dode tak"', [("boom", False, False), ("kap", True, True), ("dode tak", False, True)]),
        (
            "col:umn {x} ^y (z)",
            [("col umn", False, False), ("x", False, False), ("y", False, False), ("z", False, False)],
        ),
    ],
)
def test_what_is_typed_is_read_as_people_mean_it(typed: str, read: list[tuple[str, bool, bool]]) -> None:
    assert said(typed) == read


@pytest.mark.parametrize(
    ("text", "typed", "marked"),
    [
        ("Het café is dicht", "CAFE", ["café"]),
        ("Het cafe\u0301 is dicht", "café", ["cafe\u0301"]),
        ("oude boom, oude bomen", '"oude boom"', ["oude", "boom"]),
        ("afvalbak en afval", "afval", ["afval"]),
        ("afvalbak en afval", "afval*", ["afvalbak", "afval"]),
        ("boom kap", "boom -kap", ["boom"]),
        ("👍boom👍", "boom", ["boom"]),
        ("לחם וחלב", "חלב", []),
        ("לחם חלב", "חלב", ["חלב"]),
        ("", "boom", []),
    ],
)
def test_the_words_are_found_where_they_stand(text: str, typed: str, marked: list[str]) -> None:
    assert [text[first:end] for first, end in places(text, terms(typed))] == marked


@given(st.text(), st.text())
def test_nothing_that_is_typed_or_read_breaks_it(typed: str, text: str) -> None:
    wanted = terms(typed)
    assert sum(len(word) for term in wanted for word in term.words) <= LONGEST
    end = 0
    for first, last in places(text, wanted):
        assert end <= first < last <= len(text)
        end = last
    assert all(token.folded for token in tokens_of(text))
