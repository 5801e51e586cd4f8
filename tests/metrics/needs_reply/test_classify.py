"""What messages are: the guide's examples, and what must hold for every text."""

import unicodedata
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.needs_reply import INTENTS, NEEDS_REPLY, classify

SAMPLES = Path(__file__).parents[3] / "evals" / "samples"
DEV = pd.read_csv(SAMPLES / "needs_reply_dev.csv", keep_default_na=False)


def intent(text: object) -> str:
    return str(classify(pd.Series([text], dtype=object))["intent"].iloc[0])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("wanneer komt de vuilnis nou eindelijk", "question"),
        ("Kan ik daar ook pinnen", "question"),
        ("how do I get a permit", "question"),
        ("Ik vraag me af of dit ook geldt voor huurders.", "question"),
        ("Thank you! Is it wheelchair accessible?", "question"),
        ("Iemand een idee hoe laat het dicht gaat?", "question"),
        ("Please call me back on [phone]", "request"),
        ("Graag strooien op het fietspad", "request"),
        ("lekker dan, weer een gat in de weg", "complaint"),
        ("Where is my answer?", "complaint"),
        ("Nog steeds niets gehoord", "complaint"),
        ("The street light is still out", "complaint"),
        ("Super geregeld, bedankt", "thanks"),
        ("Het gat is gedicht, top gedaan mannen 👍", "thanks"),
        ("Wie verzint dit?", "opinion"),
        ("Natuurlijk, en morgen komt de kerstman", "opinion"),
        ("Waste of money if you ask me", "opinion"),
        ("@x kijk!", "tag"),
        ("[handle] ga je mee?", "tag"),
        ("Earn 500 dollars a day from home! Click the link in my bio", "spam"),
        ("...", "unclear"),
        ("👍", "unclear"),
        ("", "unclear"),
        (None, "unclear"),
        (float("nan"), "unclear"),
        (12, "unclear"),
    ],
)
def test_the_guide(text: object, expected: str) -> None:
    assert intent(text) == expected


def test_language_is_only_told_where_it_was_needed() -> None:
    texts = ["Is dit gratis?", "wanneer komt de vuilnis", "the bins are overflowing", "Wann wird der Müll abgeholt"]
    assert classify(pd.Series(texts))["language"].tolist() == [None, "nl", "en", None]


def test_other_languages_fall_back_to_the_question_mark() -> None:
    found = classify(pd.Series(["Ist das ein Drama dort?", "Wer hat das Problem mit Ratten gemeldet"]))
    assert found["intent"].tolist() == ["question", "unclear"]
    assert found["language"].tolist()[1] == "other"


def test_a_mix_of_languages_is_understood() -> None:
    assert intent("Sorry my Dutch is not so good but ik wil graag weten hoe laat het stadhuis open is") in NEEDS_REPLY


def test_empty_and_index() -> None:
    assert classify(pd.Series([], dtype=object)).shape == (0, 2)
    found = classify(pd.Series(["Bedankt!", None], index=[7, 7]))
    assert found.index.tolist() == [7, 7]


@settings(deadline=None)
@given(st.lists(st.one_of(st.none(), st.text(), st.text(alphabet="@#[]?!. aehklnorstw🙏\n")), max_size=8))
def test_every_text_is_something(texts: list[str | None]) -> None:
    found = classify(pd.Series(texts, dtype=object))
    assert found["intent"].isin(list(INTENTS)).all()
    assert found["language"].isin(["nl", "en", "mixed", "other", None]).all()


def test_half_a_character_is_no_trouble() -> None:
    assert intent("Wanneer komt de vuilnis? \ud83d") == "question"


@settings(deadline=None, max_examples=30)
@given(st.permutations(range(40)), st.integers(0, len(DEV) - 40))
def test_order_and_duplicates_do_not_matter(order: list[int], start: int) -> None:
    texts = DEV["text"].iloc[start : start + 40].reset_index(drop=True)
    whole = classify(texts)
    mixed = classify(pd.concat([texts.iloc[order], texts]))
    assert mixed.iloc[:40].sort_index().equals(whole)
    assert mixed.iloc[40:].equals(whole)


def accents(text: str) -> str:
    return "".join(c + "\u0301" if c in "aeiou" else c for c in text)


@pytest.mark.parametrize(
    "change",
    [
        str.upper,
        str.lower,
        lambda text: f"  {text}  \n",
        lambda text: unicodedata.normalize("NFD", text),
        accents,
        lambda text: text.replace(" ", "  "),
        lambda text: text.replace("'", "’"),
    ],
    ids=["capitals", "small letters", "spaces around", "accents apart", "accents", "double spaces", "apostrophes"],
)
def test_the_way_of_writing_does_not_matter(change: object) -> None:
    assert callable(change)
    changed = classify(DEV["text"].map(change))
    pd.testing.assert_frame_equal(changed, classify(DEV["text"]))


def test_need_of_a_reply_wins() -> None:
    """Whatever is said before or after it, in the same language: only spam is spam all the same."""
    found = classify(DEV["text"])
    for language in ("nl", "en"):
        mine = DEV["lang"] == language
        asks = DEV["text"][mine & found["intent"].isin(NEEDS_REPLY)].head(40)
        says = DEV["text"][mine & found["intent"].isin(["thanks", "opinion"])].head(25)
        both = pd.Series(
            [f"{one}\n{other}" for ask in asks for thank in says for one, other in ((ask, thank), (thank, ask))]
        )
        assert classify(both)["intent"].isin(NEEDS_REPLY).mean() == 1
