"""Scores: cases computed by hand, and what must hold for all answers."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.claims.verdict import Code
from metrics.maturity.answers import Answer
from metrics.maturity.claimed import claim_counts, contradictions_first, item_claims
from metrics.maturity.scores import evidence_level, scores, scores_of
from tests.metrics.maturity.made_up import SMALL, answer, assessed, question, questionnaire, verdict


def test_one_respondent_by_hand() -> None:
    found = scores(
        SMALL, [answer(1, code, level) for code, level in (("A1", 3), ("A2", 1), ("A3", 2), ("C1", 4), ("C2", 2))]
    )
    strategy, coordination = found.dimensions
    assert strategy.claimed == 50  # 25 x (3 + 1 + 2) / 3
    assert coordination.claimed == 62.5  # 25 x (1 x 4 + 3 x 2) / (1 + 3)
    assert found.claimed == found.adjusted == 56.25
    assert found.lowest is strategy


def test_an_item_is_the_mean_of_its_respondents() -> None:
    given_ = [answer(1, "A1", 4), answer(2, "A1", 1), answer(3, "A1", "dont_know"), answer(1, "A2", 3)]
    strategy = scores(SMALL, given_).dimensions[0]
    assert strategy.terms[0].claimed == 2.5
    assert strategy.claimed == 25 * (2.5 + 3) / 2
    assert (strategy.answered, strategy.applicable, strategy.dont_know, strategy.replies) == (2, 3, 1, 4)


def test_weights_of_dimensions_come_from_the_assessment() -> None:
    given_ = [answer(1, code, level) for code, level in (("A1", 4), ("A2", 4), ("A3", 4), ("C1", 0), ("C2", 0))]
    assert scores_of(assessed(given_, weights={"strategy": 3})).claimed == 75
    only = scores_of(assessed(given_, weights={"coordination": 0}))
    assert only.claimed == 100
    assert only.lowest is not None and only.lowest.dimension == "coordination"  # no weight hides the lowest


@pytest.mark.parametrize(
    ("checks", "left"),
    [
        ((), [0, 1, 2, 3, 4]),
        (((3, "disagree"),), [0, 1, 2, 2, 2]),
        (((4, "disagree"),), [0, 1, 2, 3, 3]),
        (((3, "agree"), (4, "disagree")), [0, 1, 2, 3, 3]),
        (((3, "disagree"), (4, "agree")), [0, 1, 2, 2, 2]),
        (((2, "disagree"),), [0, 1, 2, 2, 2]),
        (((3, "too_few"), (3, "document")), [0, 1, 2, 3, 4]),
    ],
)
def test_what_the_data_leave_of_each_level(checks: tuple[tuple[int, Code], ...], left: list[int]) -> None:
    def at(level: int) -> int:
        return evidence_level(level, verdict(*[one for one in checks if one[0] <= level]))

    assert [at(level) for level in range(5)] == left


def test_a_contradiction_lowers_one_respondent_only() -> None:
    given_ = [answer(1, "C1", 4), answer(2, "C1", 4), answer(1, "C2", 4)]
    found = scores_of(assessed(given_, verdicts={(2, "C1"): verdict((3, "disagree"))})).dimensions[1]
    assert found.claimed == 100
    assert found.adjusted == 25 * (3 + 3 * 4) / 4
    assert dict(found.terms[0].levels) == {1: 4, 2: 4}  # the claim is not overwritten


def test_under_60_percent_answered_there_is_no_score() -> None:
    asked = questionnaire(*(question(f"A{n}", "strategy") for n in range(1, 6)))
    three = [answer(1, f"A{n}", 2) for n in (1, 2, 3)]
    assert scores(asked, three[:2]).dimensions[0].claimed is None
    assert scores(asked, three).dimensions[0].claimed == 50  # 3 of 5 is 60 %
    assert scores(asked, [*three[:2], answer(1, "A3", "not_applicable")]).dimensions[0].claimed is None  # 2 of 4
    apart = [*three[:2], *(answer(1, f"A{n}", "not_applicable") for n in (3, 4))]
    assert scores(asked, apart).dimensions[0].claimed == 50  # 2 of 3 that apply
    assert scores(asked, [*three[:2], *(answer(1, f"A{n}", "dont_know") for n in (3, 4))]).dimensions[0].claimed is None


def test_not_applicable_to_one_and_answered_by_another_counts() -> None:
    term = scores(SMALL, [answer(1, "A1", "not_applicable"), answer(2, "A1", 3)]).dimensions[0].terms[0]
    assert term.applies and term.claimed == 3


def test_a_dimension_that_does_not_apply_is_left_out_of_the_whole() -> None:
    given_ = [answer(1, f"A{n}", 3) for n in (1, 2, 3)] + [answer(1, f"C{n}", "not_applicable") for n in (1, 2)]
    found = scores(SMALL, given_)
    assert (found.claimed, found.dimensions[1].claimed) == (75, None)


def test_the_whole_waits_for_every_dimension() -> None:
    found = scores(SMALL, [answer(1, f"A{n}", 3) for n in (1, 2, 3)])
    assert found.claimed is None
    assert [one.dimension for one in found.missing] == ["coordination"]
    assert scores(SMALL, []).lowest is None


def test_claims_are_counted_by_question_and_contradictions_come_first() -> None:
    given_ = [answer(1, "A1", 3), answer(2, "A1", 3), answer(1, "A2", 3), answer(1, "A3", 1), answer(1, "C1", 3)]
    found = item_claims(
        assessed(
            given_,
            verdicts={
                (1, "A1"): verdict((3, "agree")),
                (2, "A1"): verdict((3, "disagree")),
                (1, "A2"): verdict((3, "too_few")),
                (1, "C1"): verdict((3, "document")),
            },
        )
    )
    assert [claim.code for claim in found] == ["disagree", "too_few", None, "document"]
    counts = claim_counts(found, 5)
    assert (counts.testable, counts.disagree, counts.agree, counts.too_few, counts.document) == (2, 1, 0, 1, 1)
    assert [claim.question for claim in contradictions_first(found)] == ["A1", "A2", "C1", "A3"]


states = st.one_of(st.integers(0, 4), st.sampled_from(["open", "dont_know", "not_applicable"]))
some_answers = st.dictionaries(
    st.tuples(st.integers(1, 3), st.sampled_from([one.id for one in SMALL.questions])), states, min_size=1
)
some_checks = st.dictionaries(
    st.sampled_from([one.id for one in SMALL.questions]),
    st.lists(st.tuples(st.integers(1, 4), st.sampled_from(["agree", "disagree", "too_few", "document"])), max_size=3),
)


def _scored(given_: dict[tuple[int, str], int | str], checks: dict[str, list[tuple[int, Code]]]) -> list[float | None]:
    """Every number of an assessment; a check belongs to an answer from its level on."""
    verdicts = {
        (who, code): verdict(*[one for one in checks.get(code, []) if one[0] <= level])
        for (who, code), level in given_.items()
        if isinstance(level, int)
    }
    found = scores(SMALL, [answer(who, code, level) for (who, code), level in given_.items()], verdicts)
    parts = [number for one in found.dimensions for number in (one.claimed, one.adjusted)]
    return [*parts, found.claimed, found.adjusted]


@given(some_answers, some_checks, st.data())
def test_raising_an_answer_never_lowers_a_score(
    given_: dict[tuple[int, str], int | str], checks: dict[str, list[tuple[int, Code]]], data: st.DataObject
) -> None:
    lower = [key for key, level in given_.items() if isinstance(level, int) and level < 4]
    if not lower:
        return
    key = data.draw(st.sampled_from(lower))
    before, after = _scored(given_, checks), _scored({**given_, key: int(given_[key]) + 1}, checks)
    for old, new in zip(before, after, strict=True):
        assert (old is None) == (new is None)
        assert old is None or new is None or new >= old


@given(some_answers, some_checks)
def test_the_evidence_never_raises_a_score(
    given_: dict[tuple[int, str], int | str], checks: dict[str, list[tuple[int, Code]]]
) -> None:
    numbers = _scored(given_, checks)
    for claimed, adjusted in zip(numbers[::2], numbers[1::2], strict=True):
        assert claimed is None or adjusted is None or 0 <= adjusted <= claimed <= 100


@given(some_answers)
def test_dont_know_and_not_applicable_never_count_in_a_score(given_: dict[tuple[int, str], int | str]) -> None:
    """Without them the terms are the same, and where both have a score it is the same."""
    every = [answer(who, code, level) for (who, code), level in given_.items()]
    bare = [one for one in every if one.state == "answered"]
    for full, plain in zip(scores(SMALL, every).dimensions, scores(SMALL, bare).dimensions, strict=True):
        assert [term.claimed for term in full.terms] == [term.claimed for term in plain.terms]
        if full.claimed is not None and plain.claimed is not None:
            assert full.claimed == plain.claimed


@given(some_answers)
def test_a_score_needs_60_percent_of_what_applies(given_: dict[tuple[int, str], int | str]) -> None:
    for one in scores(SMALL, [answer(who, code, level) for (who, code), level in given_.items()]).dimensions:
        ids = {term.question for term in one.terms}
        answered = {code for (_, code), level in given_.items() if code in ids and isinstance(level, int)}
        unknown = {code for (_, code), level in given_.items() if code in ids and level == "dont_know"}
        aside = {code for (_, code), level in given_.items() if code in ids and level == "not_applicable"}
        applicable = len(ids) - len(aside - answered - unknown)
        assert (one.claimed is not None) == (bool(answered) and len(answered) / applicable >= 0.6)


def test_answers_to_unknown_questions_do_not_count() -> None:
    extra: Answer = replace(answer(1, "A1", 4), question="Z9")
    assert scores(SMALL, [extra]).dimensions == scores(SMALL, []).dimensions
