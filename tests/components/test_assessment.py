"""The blank form, and the words of answers."""

from dataclasses import replace
from html.parser import HTMLParser

import pytest

from components.assessment.blank_form import blank_form
from components.assessment.wording import value_words
from components.i18n import set_language
from data.questionnaire import shipped
from metrics.maturity.answers import Evidence

HOSTILE = '<img src=x onerror="alert(1)">'


class _Outside(HTMLParser):
    """Everything in a document that would load something from elsewhere, or run."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "img", "link", "iframe") or any(name in ("src", "href") for name, _value in attrs):
            self.found.append(tag)


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_blank_form_has_every_question_with_all_answers(language: str) -> None:
    set_language(language)
    text = blank_form(shipped(), "Waterstad", demo=True)
    assert f'<html lang="{language}">' in text and "Waterstad" in text and shipped().version in text
    assert text.count('<section class="question">') == 33
    assert text.count('<span class="box">') == 33 * (7 + 3)
    for question in shipped().questions:
        assert question.id in text
    anchor = shipped().question("B4").anchors[0][language]
    assert anchor in text and 'class="demo"' in text
    parser = _Outside()
    parser.feed(text)
    assert parser.found == []


def test_the_blank_form_escapes_own_questions() -> None:
    own = replace(shipped().questions[0], id="X1", text={"en": HOSTILE}, anchors=({"en": HOSTILE},) * 5, own=True)
    text = blank_form(replace(shipped(), questions=(*shipped().questions, own), own_version="2"), HOSTILE, demo=False)
    assert HOSTILE not in text and "&lt;img" in text and 'class="demo"' not in text


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("level", None, "nothing"),
        ("level", "dont_know", "Don't know"),
        ("level", 1, "1 · "),
        ("confidence", "high", "high"),
        ("evidence", (Evidence("document", "The norm"),), "The norm"),
        ("evidence", [{"kind": "document", "title": "The norm"}], "The norm"),
        ("note", "", "nothing"),
    ],
)
def test_values_of_the_history_in_words(field: str, value: object, words: str) -> None:
    assert value_words(field, value, shipped().question("B4")).startswith(words)
