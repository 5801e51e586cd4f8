"""Tokens, their hashes and the pieces of words: the same wherever a text stands in a batch."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.text.escapes import unescaped
from metrics.text.language import identify
from metrics.text.ngrams import BITS, added, different, phrases, pieces
from metrics.text.split import LONGEST, split

CASES = {
    "Wat een MOOIE dag!!!": ["wat", "een", "mooie", "dag", "!!"],
    "Dank @jan_p, zie https://example.org/a?b=1": ["dank", "@", ",", "zie", "http"],
    "#topper 👍🏽❤️": ["#", "topper", "👍", "❤"],
    "l'amour, don't": ["l'", "amour", ",", "don't"],
    "zooooo goed :)": ["zoo", "goed", ":)"],
    "24 uur": ["00", "uur"],
    "世界好": ["世", "界", "好"],
    r"I can\u2019t &amp; won\u000at": ["i", "can't", "&", "won", "t"],
    "goed\u200bzo": ["goedzo"],
    "\ud83d": [],
    "": [],
}


@pytest.mark.parametrize("text", CASES)
def test_tokens_of_a_text(text: str) -> None:
    assert split([text]).words() == CASES[text]


def test_what_is_said_louder_is_marked() -> None:
    tokens = split(["MOOI heeeel fijn A"])
    assert tokens.shouted.tolist() == [True, False, False, False]
    assert tokens.drawn.tolist() == [False, True, False, False]


@given(st.lists(st.text(max_size=40), max_size=8))
def test_a_text_has_the_same_tokens_alone_and_among_others(texts: list[str]) -> None:
    together = split(texts)
    assert len(together.first) == len(texts) + 1
    for number, text in enumerate(texts):
        part = slice(together.first[number], together.first[number + 1])
        alone = split([text])
        assert together.hash[part].tolist() == alone.hash.tolist()
        assert together.kind[part].tolist() == alone.kind.tolist()
        assert together.shouted[part].tolist() == alone.shouted.tolist()


def test_only_the_beginning_of_a_very_long_text_is_read() -> None:
    assert len(split(["a " * 10_000]).hash) == LONGEST // 2


def test_different_words_have_different_hashes() -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    words = [f"w{one}{other}" for one in letters for other in letters]
    assert len(set(split(words).hash.tolist())) == len(words)


@given(st.lists(st.text(alphabet="ab é#@世", max_size=12), min_size=1, max_size=6))
def test_pieces_of_a_text_are_those_of_its_words(texts: list[str]) -> None:
    together = _pieces_by_text(texts)
    for text, found in zip(texts, together, strict=True):
        assert found == _pieces_by_text([text])[0]


def _pieces_by_text(texts: list[str]) -> list[list[int]]:
    tokens = split(texts)
    words = different(tokens)
    slots, begin = pieces(tokens, words)
    assert len(begin) == len(words.hash) + 1 and begin[-1] == len(slots)
    assert ((slots >= 0) & (slots < 1 << BITS)).all()
    found: list[list[int]] = [[] for _ in texts]
    for text, word in zip(tokens.text, words.of, strict=True):
        found[text] += slots[begin[word] : begin[word + 1]].tolist()
    return found


def test_phrases_do_not_cross_texts() -> None:
    slots, begin = phrases(split(["goed zo", "goed", "", "zo goed"]))
    assert np.diff(begin).tolist() == [3, 1, 0, 3]
    assert slots[begin[1]] in slots[: begin[1]]
    assert added(np.ones((len(slots), 1), np.float32), begin).ravel().tolist() == [3, 1, 0, 3]


def test_escapes_cannot_break_a_text_in_two() -> None:
    assert unescaped(r"a\u000ab\u2028c") == "a b c"


def test_language_of_clear_texts_and_none_of_unclear_ones() -> None:
    texts = {
        "Wanneer wordt het grofvuil bij ons in de straat opgehaald?": "nl",
        "When will the swimming pool in our town be open again?": "en",
        "Wann wird der Müll in unserer Straße endlich abgeholt?": "de",
        "Πότε θα ανοίξει ξανά το κολυμβητήριο;": "el",
        "متى يفتح المكتب": "ar",
        "👍👍": None,
        "ok": None,
        "https://example.org": None,
        "\ud83d": None,
        "": None,
    }
    assert identify(pd.Series([*texts, None], dtype=object)).tolist() == [*texts.values(), None]
