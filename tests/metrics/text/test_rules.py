"""The tone by scored words: negations, emoji, expressions of several words, and what is said louder."""

import numpy as np
import pandas as pd
import pytest

from metrics.text.lexicon import EVERY, Lexicon
from metrics.text.sentiment import Rules
from metrics.text.split import split

LEXICON = Lexicon(
    {
        "nl": (["mooi", "slecht", "om te huilen", "huilen"], [3, -3, -3, -1]),
        "zh": (["幸福"], [3]),
        EVERY: (["👍", "😡"], [3, -4]),
    }
)


def scored(text: object, language: str | None = "nl") -> pd.DataFrame:
    return Rules(LEXICON).score(pd.Series([text], dtype=object), np.array([language], dtype=object))


def positive(text: str, language: str | None = "nl") -> float:
    return float(scored(text, language)["positive"].iloc[0])


@pytest.mark.parametrize(
    ("text", "language", "tone"),
    [
        ("wat mooi", "nl", "positive"),
        ("slecht geregeld", "nl", "negative"),
        ("om te huilen", "nl", "negative"),
        ("de bus rijdt", "nl", "neutral"),
        ("👍", None, "positive"),
        ("😡 😡", "xx", "negative"),
        ("我很幸福", "zh", "positive"),
    ],
)
def test_tone_of_a_text(text: str, language: str | None, tone: str) -> None:
    found = scored(text, language)
    assert found["model"].tolist() == ["rules"] and found["tone"].tolist() == [tone]


def test_a_negation_turns_a_word_on_either_side_until_the_next_mark() -> None:
    plain, turned = positive("dat is mooi"), positive("dat is niet mooi")
    assert turned < 1 / 3 < plain
    assert positive("mooi is het niet") == turned
    assert positive("nee, mooi") == plain


def test_what_is_said_louder_counts_more() -> None:
    assert positive("MOOI") == positive("mooooi") > positive("mooi")


def test_the_longest_expression_counts_alone() -> None:
    hits = LEXICON.hits(split(["het is om te huilen", "huilen"]), np.array(["nl", "nl"], dtype=object))
    assert hits.score.tolist() == [-3, -1]


def test_words_count_in_their_own_language_only() -> None:
    assert positive("mooi", "zh") == positive("plat", "zh")


def test_without_words_for_a_language_and_without_emoji_nothing_is_said() -> None:
    for text, language in (("mooi", "xx"), (None, None), (float("nan"), "nl")):
        found = scored(text, language)
        assert found["tone"].tolist() == [None] and found["positive"].isna().all()
