"""One test over all claim checks: complete definitions, and an answer to any facts."""

import pytest
from hypothesis import given

from metrics.claims.check import ClaimCheck, checks
from metrics.claims.facts import Facts
from metrics.claims.verdict import VERDICTS
from metrics.registry import metrics
from pages._menu import PAGES
from tests.metrics.claims.made_up import any_facts

EVERY = list(checks().values())
IDS = {
    "objectives_declared", "few_dormant", "dialogue_shows", "audience_compared", "times_fit_audience",
    "stakeholders_named", "partners_named", "decisions_logged", "departments_alike", "posts_within_band",
    "pictures_described", "answers_everything", "removals_with_rule", "appeals_recorded", "expectation_text",
    "accounts_connected", "accounts_owned", "few_dormant_accounts", "handoffs_recorded", "few_copies",
    "staffed_hours_help", "platforms_agreed", "departments_loaded", "rows_with_source", "own_history",
    "within_retention", "no_personal_data", "indicators_beyond_reach", "labelled_sample", "within_norm",
    "posts_at_fixed_times", "plain_language", "comments_accepted", "goals_beyond_outputs", "goals_targeted",
    "signals_acknowledged",
}  # fmt: skip
WEAK = {
    "objectives_declared", "few_dormant", "audience_compared", "times_fit_audience", "departments_alike",
    "pictures_described", "accounts_connected", "plain_language", "comments_accepted", "goals_beyond_outputs",
    "signals_acknowledged",
}  # fmt: skip
each = pytest.mark.parametrize("check", EVERY, ids=lambda check: check.id)


def test_all_checks_are_there() -> None:
    assert set(checks()) == IDS
    assert {check.id for check in EVERY if not check.confirms} == WEAK


@each
def test_the_definition_is_complete(check: ClaimCheck) -> None:
    assert all(text.strip() and text.endswith(".") for text in (check.claim, check.needs, check.todo))
    assert check.from_level in (2, 3, 4)
    assert check.page in {entry.name for entry in PAGES}
    assert check.metric is None or check.metric in metrics()


@each
def test_nothing_known_contradicts_and_confirms_nothing(check: ClaimCheck) -> None:
    assert check.check(Facts()).code == "document"


@given(any_facts())
def test_every_check_answers_to_any_facts_with_a_sentence_and_a_number_that_fits(facts: Facts) -> None:
    for check in EVERY:
        found = check.check(facts)
        sentence = found.reason.english()
        assert found.code in VERDICTS
        assert sentence.endswith(".") and "{" not in sentence, check.id
        assert found.value is None or 0 <= found.value <= 1, check.id
        assert (found.low is None) == (found.high is None)
        if found.low is not None and found.high is not None and found.value is not None:
            assert found.low <= found.value <= found.high
        assert found.value is None or found.n > 0
