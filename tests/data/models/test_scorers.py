"""The scorers that ship: what they say of plain and of odd texts, and that a text is judged by itself."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.models import CHOICES, card, scorer
from data.models.paths import A, B
from metrics.text.language import identify
from metrics.text.sentiment import COLUMNS
from metrics.text.sentiment.weights import Weights, load
from metrics.text.tone import TONES, UNSURE

ODD = {
    "empty": "",
    "blank": "  \n ",
    "zalgo": "Z̴̢̛͔a̷l̶g̵o̸ w̴a̵s̶ h̷e̸r̵e̴ ",
    "right to left": "الخدمة سيئة جدا \u202e",
    "greek": "Πολύ κακή εξυπηρέτηση, ντροπή!",
    "emoji": "😡😡😡",
    "very long": "De straat is weer vies. " * 420,
    "one word": "a" * 10_000,
    "half a character": "mooi \ud83d",
    "nul": "goed\x00zo",
    "mixed": "ik vind die nieuwe bench echt awesome, love it",
    "sarcasm": "Geweldig hoor, alweer geen bus. /s",
}


def said(choice: str, texts: list[object], language: str | None = None) -> pd.DataFrame:
    column = pd.Series(texts, dtype=object)
    languages = identify(column) if language is None else np.full(len(texts), language, dtype=object)
    return scorer(choice).score(column, languages)


@pytest.mark.parametrize("choice", CHOICES)
def test_odd_texts_get_a_tone_or_none_and_do_no_harm(choice: str) -> None:
    found = said(choice, [*ODD.values(), None, float("nan")])
    assert list(found.columns) == list(COLUMNS) and len(found) == len(ODD) + 2
    scored = found["model"].notna()
    assert found.loc[scored, "tone"].isin([*TONES, UNSURE]).all() and found.loc[~scored, "tone"].isna().all()
    assert np.allclose(found.loc[scored, list(TONES)].sum(axis=1), 1, atol=1e-4)
    assert found.loc[~scored, list(TONES)].isna().all().all()
    by_name = found.iloc[: len(ODD)].set_axis(list(ODD))
    assert not scored.iloc[[0, 1, -1, -2]].any(), "nothing was said"
    assert by_name.loc["mixed", "tone"] != "negative"


PLAIN = [
    ("nl", "Wat een prachtig park, heel erg bedankt! 😍", "positive"),
    ("nl", "Schandalig, alweer wordt het afval niet opgehaald. Wat een puinhoop.", "negative"),
    ("en", "Thank you so much, this is wonderful!", "positive"),
    ("en", "Terrible service, I am so angry about this mess.", "negative"),
    ("de", "Das ist wirklich wunderbar, vielen Dank!", "positive"),
    ("fr", "C'est vraiment honteux et dégoûtant.", "negative"),
]


@pytest.mark.parametrize(("language", "text", "tone"), PLAIN)
def test_plain_texts_get_the_tone_that_people_hear(language: str, text: str, tone: str) -> None:
    assert said("model", [text], language)["tone"].tolist() == [tone]


def test_a_negation_makes_a_text_less_positive() -> None:
    for choice in ("model", "rules"):
        found = said(choice, ["This is good.", "This is not good."], "en")
        assert found["positive"].iloc[1] < found["positive"].iloc[0]


def test_languages_that_were_not_learned_are_judged_by_rules_and_those_without_words_not_at_all() -> None:
    found = said("model", ["Πολύ κακή εξυπηρέτηση, ντροπή!"], "el")
    assert found["model"].tolist() == ["rules"] and found["tone"].iloc[0] in ("negative", UNSURE)
    nothing = said("model", ["xyzzy plugh"], "xx")
    assert nothing["model"].isna().all()


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=60), min_size=1, max_size=12))
def test_a_text_is_judged_by_itself(texts: list[str]) -> None:
    for choice in ("model", "rules"):
        together = said(choice, list(texts), "nl")
        alone = pd.concat([said(choice, [one], "nl") for one in texts], ignore_index=True)
        assert together["model"].tolist() == alone["model"].tolist()
        assert np.allclose(together[list(TONES)], alone[list(TONES)], atol=1e-5, equal_nan=True)


def test_the_card_says_what_the_weights_are() -> None:
    found = card()
    assert A.stat().st_size < 6_000_000 and B.exists()
    assert set(found["models"]["a"]["dev"]) == set(load(Weights, A).languages)
    assert {one["id"] for one in found["sources"]} == {"semeval1316", "umsab", "nlpol", "tweeteval"}
    assert all(one["terms"] for one in found["sources"])


def test_other_choices_are_refused() -> None:
    with pytest.raises(ValueError, match="use one of"):
        scorer("best")
