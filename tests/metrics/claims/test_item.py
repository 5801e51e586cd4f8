"""The verdict on an answer, and what a contradiction leaves of it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.claims.check import checks
from metrics.claims.facts import Answers, Facts, Guided, Promise, Removals
from metrics.claims.item import ItemVerdict, cap, judge
from metrics.claims.verdict import Code
from metrics.maturity.questionnaire import Question
from tests.metrics.claims.made_up import accounts, any_facts

LEVELS = (0, 1, 2, 3, 4)
NO_PROMISE = Guided()


def question(*names: str) -> Question:
    """A question with these checks."""
    words = {"en": "?"}
    return Question("B4", "guidelines", words, words, (words,) * 5, {}, words, names, (), ())


def answered(k: int, n: int = 200, guided: Guided = NO_PROMISE) -> Facts:
    """k of n questions were in time, and 80 % was promised."""
    return Facts(answers=Answers(n, k, 0, 0.8), guided=guided)


BOTH = question("within_norm", "answers_everything")
KEPT, BROKEN = Guided(answered=Promise(200, 200, 0.9)), Guided(answered=Promise(100, 200, 0.9))


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        (answered(195, guided=KEPT), "agree"),
        (answered(195, guided=BROKEN), "disagree"),  # one that disagrees decides
        (answered(140, guided=KEPT), "disagree"),
        (answered(160, guided=KEPT), "too_few"),  # not confirmed while one is open
        (answered(160), "too_few"),  # the other needs a document
        (Facts(), "document"),
    ],
)
def test_the_checks_of_a_question_together(facts: Facts, code: Code) -> None:
    assert judge(BOTH, 3, facts).code == code
    assert [check.id for check, _ in judge(BOTH, 3, facts).checks] == ["within_norm", "answers_everything"]


def test_a_level_that_claims_nothing_has_no_verdict() -> None:
    for level in (None, 0, 1, 2):
        assert judge(BOTH, level, answered(10)) == ItemVerdict(None)
    assert judge(question(), 4, answered(10)) == ItemVerdict(None)
    assert judge(question("a check of a later version"), 4, answered(10)) == ItemVerdict(None)


def test_weak_evidence_contradicts_and_does_not_confirm() -> None:
    weak = question("objectives_declared")
    declared, silent = accounts({}, {}), accounts({"purpose": False}, {"purpose": False})
    assert judge(weak, 3, Facts(accounts=declared)).code == "document"
    assert judge(weak, 3, Facts(accounts=silent)).code == "disagree"
    assert judge(question("objectives_declared", "accounts_owned"), 3, Facts(accounts=declared)).code == "agree"


def test_what_a_contradiction_leaves() -> None:
    broken = answered(140)
    assert [cap(level, judge(BOTH, level, broken)) for level in LEVELS] == [0, 1, 2, 2, 2]
    rules = question("removals_with_rule", "appeals_recorded")
    unheard = Facts(removals=Removals(200, 200, 0, 0))  # only what level 4 adds is contradicted
    assert [cap(level, judge(rules, level, unheard)) for level in LEVELS] == [0, 1, 2, 3, 3]
    assert [cap(level, judge(rules, level, Facts())) for level in LEVELS] == [0, 1, 2, 3, 4]


@given(any_facts(), st.lists(st.sampled_from(sorted(checks())), unique=True, max_size=5))
def test_a_higher_answer_never_counts_for_less_and_none_for_more_than_itself(facts: Facts, names: list[str]) -> None:
    asked = question(*names)
    left = [cap(level, judge(asked, level, facts)) for level in LEVELS]
    assert all(low <= high for low, high in pairwise(left))
    assert all(cut <= level for cut, level in zip(left, LEVELS, strict=True))
    assert all(cut >= min(level, 2) for cut, level in zip(left, LEVELS, strict=True))
    for level in LEVELS:
        if judge(asked, level, facts).code != "disagree":
            assert left[level] == level
