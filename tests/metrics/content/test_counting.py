"""Counting on bytes gives what counting by hand, and letter by letter, gives."""

import re

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.content.counting import counts


def counted(text: str) -> tuple[int, int, int, int]:
    found = counts(pa.array([text]), [["de", "het", "nu"]])
    return tuple(int(column[0]) for column in (*found[:3], found.common[0]))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", (0, 0, 0, 0)),
        ("de brug", (2, 1, 2, 1)),
        ("de foto’s zijn er. nu.", (5, 2, 6, 2)),
        ("één idee: coördinatie, café, geïnd", (5, 1, 12, 0)),
        ("het kost € 3.500 of 2,5 miljoen", (4, 1, 5, 1)),
        ("nu… (nu!) “nu?” nu", (4, 4, 4, 4)),
        ("🎉 de\n\n- het 🎉", (2, 2, 2, 2)),
        ("!!! ... ???", (0, 0, 0, 0)),
        ("detail hetze nuance der", (4, 1, 7, 0)),
    ],
)
def test_by_hand(text: str, expected: tuple[int, int, int, int]) -> None:
    assert counted(text) == expected


signs = st.text(st.sampled_from("adeinuvëéï .!?\n'-3€🎉…’\""), max_size=30)


@given(st.lists(signs, max_size=6))
def test_as_expressions_count(texts: list[str]) -> None:
    found = counts(pa.array(texts, type=pa.string()), [["de", "nu"]])
    for place, text in enumerate(texts):
        plain = text.replace("’", "'").replace("…", ".")
        letters = "a-zëéï"
        starts = [one.start() for one in re.finditer(rf"(?<![{letters}0-9'-])[{letters}]", plain)]
        breaks = [one.end() for one in re.finditer(r"\n|[.!?](?=[\s\"')€🎉])", plain)]
        lines = {sum(end <= start for end in breaks) for start in starts}
        vowels = re.findall(r"[aeiouyé]+|[ëï][aeiouyé]*", plain)
        words = re.findall(rf"(?<![{letters}0-9'-])[{letters}][{letters}0-9'-]*", plain)
        assert found.words[place] == len(starts)
        assert found.syllables[place] == len(vowels)
        assert found.common[0][place] == sum(word in ("de", "nu") for word in words)
        if "€" not in text and "🎉" not in text:  # both begin with a byte that quotes begin with, or not
            assert found.sentences[place] == len(lines)
