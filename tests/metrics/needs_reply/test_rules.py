"""The rules themselves: each finds its example and leaves its counter-example alone, and no pattern is in vain."""

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from metrics.needs_reply import INTENTS
from metrics.needs_reply.engine import RULE_SETS
from metrics.needs_reply.rule import Rule, expression
from metrics.needs_reply.rules import replies
from metrics.needs_reply.text import plain

RULES = [
    pytest.param(rule, rules.openers, id=f"{language}-{rule.id}")
    for language, rules in RULE_SETS.items()
    for rule in {rule.id: rule for rule in (*rules.set_aside, *rules.rules)}.values()
] + [pytest.param(rule, (), id=f"reply-{rule.id}") for rule in (replies.AUTOMATIC, replies.HOLDING, replies.COURTESY)]
every_rule = pytest.mark.parametrize(("rule", "openers"), RULES)


def fits(rule: Rule, openers: tuple[str, ...], texts: tuple[str, ...]) -> list[bool]:
    return list(
        pc.match_substring_regex(plain(pa.array(texts)), pattern=expression(rule.patterns, openers)).to_pylist()
    )


@every_rule
def test_a_rule_finds_its_examples(rule: Rule, openers: tuple[str, ...]) -> None:
    assert rule.hits
    assert fits(rule, openers, rule.hits) == [True] * len(rule.hits)


@every_rule
def test_a_rule_leaves_its_counter_examples_alone(rule: Rule, openers: tuple[str, ...]) -> None:
    assert rule.misses
    assert fits(rule, openers, rule.misses) == [False] * len(rule.misses)


@every_rule
def test_patterns_are_written_as_texts_are(rule: Rule, openers: tuple[str, ...]) -> None:
    """Capitals, accents and empty patterns would never, or always, be found in a text of `text.plain`."""
    for pattern in rule.patterns:
        assert pattern == pattern.strip() or pattern.endswith(" "), pattern
        if not pattern.startswith("="):
            assert pattern == pattern.lower(), pattern
        assert fits(rule, openers, ("", ".")) == [False, False], pattern


@every_rule
def test_a_rule_says_what_it_looks_for(rule: Rule, openers: tuple[str, ...]) -> None:
    assert rule.name.endswith(".")
    assert rule.intent in {*INTENTS, "automatic", "holding", "person"}


@pytest.mark.parametrize("language", RULE_SETS)
def test_names_of_rules_are_used_once(language: str) -> None:
    for part in (RULE_SETS[language].set_aside, RULE_SETS[language].rules):
        assert len({rule.id for rule in part}) == len(part)


def test_both_languages_have_the_same_rules() -> None:
    """What is a sign in one language is one in the other, so that neither is judged more strictly."""
    dutch, english = (
        [[rule.id for rule in part] for part in (rules.set_aside, rules.rules)] for rules in RULE_SETS.values()
    )
    assert dutch == english


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("^is it", "is it open", True),
        ("^is it", "hello, is it open", True),
        ("^is it", "nice, but is it open", True),
        ("^is it", "how nice is it", False),
        ("bin*", "the bins are full", True),
        ("bin", "the bins are full", False),
        ("not ... emptied", "not yet been emptied", True),
        ("not ... emptied", "not now. it was emptied", False),
        ("(a|b) c", "b c", True),
        ("=^x+$", "xxx", True),
    ],
)
def test_how_patterns_are_read(pattern: str, text: str, found: bool) -> None:
    assert pc.match_substring_regex(pa.array([text]), pattern=expression((pattern,), ("hello",))).to_pylist() == [found]
