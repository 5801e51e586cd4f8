"""The word lists: complete, harmless and varied."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from loaders.demo.city import TOPICS
from loaders.demo.words import FOLDER, LANGUAGES, PAIRS, grammar, read
from tests.loaders.demo.demo_city import whole

_GIVEN = ["date", "weekday", "handle", "greeting", "department", *PAIRS, *PAIRS.values()]
_ADDRESS = re.compile(r"(?:https?://|www\.|@)\S+|\b[\w-]+\.(?:nl|com|org|net|eu|be|social)\b")


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_can_be_written_about(language: str, topic: str) -> None:
    words = grammar(language, topic)
    assert words.unknown(_GIVEN) == []
    assert all(
        rule in words for rule in ("tag", "icon", "page", "news", "detail", "action", "remark", "question_0", "fix_0")
    )


@pytest.mark.parametrize("path", sorted(FOLDER.rglob("*.yaml")), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_texts_point_at_nobody_real(path: Any) -> None:
    for text in _strings(read(str(path.relative_to(FOLDER).with_suffix("")))):
        found = _ADDRESS.findall(text)
        assert all(place.endswith(".example") or place == "@{handle}" for place in found), text
        assert not re.search(r"\d{7,}", text), text


def test_no_placeholder_is_left_in_a_text() -> None:
    for texts in (whole().posts["text"], whole().messages["text"]):
        assert not texts.str.contains(r"[{}\[\]|¶]|  ", regex=True).any()
        assert (texts.str.strip() == texts).all()
        assert (texts != "").all()


def test_texts_do_not_look_repeated() -> None:
    posts, messages = whole().posts, whole().messages
    asked = messages[messages["needs_reply"] & messages["intent"].isin(["question", "complaint"])]
    assert posts["text"].nunique() > 0.9 * len(posts)
    assert asked["text"].nunique() > 0.8 * len(asked)
    assert messages.loc[~messages["own"], "text"].nunique() > 30_000
    assert asked["text"].str.split().str[0].nunique() > 300  # openings


def test_short_platforms_get_short_posts() -> None:
    posts = whole().posts
    assert posts.loc[posts["platform"] == "x", "text"].str.len().max() <= 280
    assert posts.loc[posts["platform"] == "mastodon", "text"].str.len().max() <= 500


def test_question_and_answer_speak_of_the_same_street() -> None:
    messages = whole().messages
    answers = messages[messages["intent"] == "reply_complaint"]
    street = r"in de ([A-Z]\w+(?:straat|laan|weg|kade|singel|gracht))\b"
    streets = answers["text"].str.extract(street, expand=False).dropna()
    asked = messages.loc[answers.loc[streets.index, "parent"], "text"].str.lower()
    told = [street.lower() in text for street, text in zip(streets, asked, strict=True)]
    assert len(told) > 200
    assert sum(told) > 0.75 * len(told)  # the others named no street, or mistyped it
