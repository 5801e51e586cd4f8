"""What is written in a guideline, shown and taken along: nothing in it runs or becomes a layout."""

import pytest

from components.download import as_csv
from components.guideline_checks import Account, checks_as_rows
from components.guideline_text import guideline_html
from components.guideline_words import figure_words, tally_line, todo_words, use_words
from components.i18n import set_language
from components.source import Source
from metrics.guidelines.checked import VERDICTS
from metrics.guidelines.checks import Check, checks
from metrics.guidelines.content import Guideline, Use
from metrics.guidelines.evidence import Answers, Evidence
from metrics.periods import Period

DAY = 20_723
HOSTILE = "<script>alert(1)</script> **bold**"
CONTENT = Guideline(
    HOSTILE,
    {"frequency": f"First line.\n\n{HOSTILE}", "unknown": "left out"},
    (Use("posts_per_week", {"low": 2, "high": 5}), Use("answers_everything", {"share": 0.9}), Use("songs")),
)
ACCOUNTS = {1: Account("=1+1", "x", "Sport")}


@pytest.fixture
def found() -> list[Check]:
    return checks(7, CONTENT, {1: Evidence(DAY, weeks=(2, 9) * 13, answers=Answers(9, 9, 0))}, DAY)


def test_a_share_is_said_with_its_interval_and_what_it_rests_on(found: list[Check]) -> None:
    weeks, answers = found
    assert figure_words(weeks) == "50% (32.1% to 67.9%), 26 weeks"
    assert figure_words(answers) == "9 questions"
    assert todo_words(weeks).startswith("Agree who writes") and todo_words(answers) == ""


def test_every_verdict_is_an_icon_and_a_word(found: list[Check]) -> None:
    line = tally_line(found)
    assert all(f": {word}]" in line for word in VERDICTS.values())
    assert line.startswith("**0** ") and "**1** :red" in line and "**1** :orange" in line


def test_the_csv_has_a_row_for_each_rule_and_account_and_runs_nothing(found: list[Check]) -> None:
    table = checks_as_rows(found, ACCOUNTS, {7: HOSTILE})
    assert table["Verdict code"].tolist() == ["not_kept", "too_few"]
    assert table["Share (0 to 1)"].tolist() == [0.5, None]
    assert table["n"].tolist() == [26, 9]
    text = as_csv(table, Source("Waterstad", Period(DAY - 6, DAY)), "Rules").decode("utf-8-sig")
    assert ",'=1+1,X," in text


def test_the_document_is_whole_and_harmless() -> None:
    made = guideline_html(CONTENT, "the whole organisation", DAY, "Waterstad & <co>", demo=True)
    assert made.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert "<script" not in made and "&lt;script&gt;" in made and "Waterstad &amp; &lt;co&gt;" in made
    assert "<h2>How often</h2>" in made and "<p>First line.</p>" in made
    assert "<li>We post 2 to 5 times a week, in at least 80% of the weeks.</li>" in made
    assert "made-up data" in made and "27 September 2026" in made and "left out" not in made


def test_the_document_follows_the_language_of_the_reader() -> None:
    set_language("nl")
    assert '<html lang="nl">' in guideline_html(CONTENT, "", DAY, "", demo=False)


def test_a_rule_that_is_not_known_or_cannot_be_is_said() -> None:
    assert "does not know" in use_words(Use("songs"))
    assert "whole number" in use_words(Use("posts_per_week", {"low": "many"}))
