"""One test over all rules: complete texts, values that can be stored, an answer to any evidence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.guidelines.checked import VERDICTS, Checked, at_least, at_most
from metrics.guidelines.content import Guideline, Use, from_json, to_json
from metrics.guidelines.elements import ELEMENTS
from metrics.guidelines.evidence import Answers, Evidence
from metrics.guidelines.parameters import OneOf, ParameterError, Part, Whole
from metrics.guidelines.rule import Rule, rules

EVERY = list(rules().values())
each = pytest.mark.parametrize("rule", EVERY, ids=lambda rule: rule.id)
DAY = 20_723


@each
def test_the_definition_is_complete(rule: Rule) -> None:
    assert rule.element in ELEMENTS
    assert rule.judge.__module__ in (f"metrics.guidelines.rules.{rule.id}", "metrics.guidelines.documents")
    assert all(text.strip() and text.endswith(".") for text in (rule.needs, rule.todo))
    sentence = rule.sentence(rule.clean({})).english()
    assert sentence.endswith(".") and "{" not in sentence
    assert len({one.name for one in rule.parameters}) == len(rule.parameters)
    assert all(one.label.strip() for one in rule.parameters)


def test_every_element_of_the_brief_can_be_checked_by_a_rule() -> None:
    assert {rule.element for rule in EVERY} == set(ELEMENTS)
    assert len(ELEMENTS) == 9


@each
def test_the_defaults_survive_the_store(rule: Rule) -> None:
    values = rule.clean({})
    content = Guideline("Waterstad", {rule.element: "We …"}, (Use(rule.id, values),))
    assert from_json(to_json(content)) == content
    assert rule.clean(from_json(to_json(content)).uses[0].values) == values


@each
def test_without_evidence_nothing_is_measured(rule: Rule) -> None:
    found = rule.check({}, Evidence(DAY))
    if rule.per_account:
        assert found.verdict == "not_measurable" and found.reason is not None
    else:
        assert found.verdict == "not_kept"  # nobody filled in where the document stands


@each
def test_values_that_cannot_be_are_no_verdict(rule: Rule) -> None:
    for one in rule.parameters:
        with pytest.raises(ParameterError):
            rule.clean({one.name: object()})
        found = rule.check({one.name: object()}, Evidence(DAY))
        assert found.verdict == "not_measurable" and found.reason is not None
        assert one.label in found.reason.english()


@each
def test_limits_are_kept(rule: Rule) -> None:
    for one in rule.parameters:
        if isinstance(one, Whole):
            assert [one.clean(one.low), one.clean(one.high)] == [one.low, one.high]
            wrong: list[object] = [one.low - 1, one.high + 1, 2.5, True, float("nan"), "3"]
        elif isinstance(one, Part):
            assert [one.clean(one.low), one.clean(one.high)] == [one.low, one.high]
            wrong = [0, -0.1, 1.01, True, float("nan"), "0.5"]
        elif isinstance(one, OneOf):
            assert all(one.clean(code) == code for code in one.options)
            wrong = ["", "nothing", None]
        else:
            wrong = [None, 7]
        for value in wrong:
            with pytest.raises(ParameterError):
                one.clean(value)


def test_values_that_do_not_fit_together_are_refused() -> None:
    for rule, values in (
        ("posts_per_week", {"low": 9, "high": 2}),
        ("posting_days_and_times", {"start": 20, "end": 8}),
    ):
        with pytest.raises(ParameterError):
            rules()[rule].clean(values)


def consistent(found: Checked, share: float, *, least: bool) -> None:
    """The verdict says what the interval says."""
    if found.value is None or found.low is None or found.high is None:
        assert found.verdict in ("too_few", "not_measurable") and found.reason is not None
        return
    assert 0 <= found.low <= found.value <= found.high <= 1
    right = found.low >= share if least else found.high <= share
    wrong = found.high < share if least else found.low > share
    assert found.verdict == ("kept" if right else "not_kept" if wrong else "too_few")
    assert (found.reason is None) == (found.verdict in ("kept", "not_kept"))


@given(st.integers(0, 400), st.integers(0, 400), st.floats(0.01, 1), st.sampled_from([10, 12, 30]))
def test_a_verdict_follows_from_its_interval(k: int, n: int, share: float, minimum: int) -> None:
    k = min(k, n)
    consistent(at_least(k, n, share, minimum), share, least=True)
    consistent(at_most(k, n, share, minimum), share, least=False)
    if n < minimum:
        assert at_least(k, n, share, minimum).verdict == ("too_few" if n else "not_measurable")


@given(st.data())
def test_every_rule_answers_to_any_evidence(data: st.DataObject) -> None:
    counts = st.integers(0, 300)
    due = data.draw(counts)
    in_time = data.draw(st.integers(0, due))
    evidence = Evidence(
        DAY,
        posts=data.draw(counts),
        weeks=tuple(data.draw(st.lists(counts, max_size=40))),
        hours=data.draw(st.dictionaries(st.tuples(st.integers(0, 6), st.integers(0, 23)), counts, max_size=20)),
        content={
            "type": data.draw(st.dictionaries(st.sampled_from(["image", "video", "post", ""]), counts)),
            "tactic": data.draw(st.dictionaries(st.sampled_from(["push", "pull", "networking"]), counts)),
            "reading": data.draw(st.dictionaries(st.sampled_from(["nl:A2", "nl:B1", "en:C1"]), counts)),
        },
        answers=Answers(due, in_time, data.draw(st.integers(0, due - in_time))),
        removals=(0, 0),
        commented=(0, data.draw(counts)),
    )
    for rule in EVERY:
        found = rule.check({}, evidence)
        assert found.verdict in VERDICTS
        assert found.verdict == "kept" or found.verdict == "not_kept" or found.reason is not None
        share = rule.clean({}).get("share", 0.8)
        if found.value is not None:
            consistent(found, float(share), least=True)  # type: ignore[arg-type]
