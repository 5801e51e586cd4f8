"""A guideline as a value: what is not known survives, templates are whole, the right version holds."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.guidelines.checks import checks, headline
from metrics.guidelines.content import Guideline, Use, from_json, to_json
from metrics.guidelines.elements import ELEMENTS
from metrics.guidelines.evidence import Evidence
from metrics.guidelines.from_frames import weeks_of
from metrics.guidelines.templates import TEMPLATES, Template
from metrics.guidelines.versions import Version, valid_for
from metrics.periods import Period
from metrics.weekdays import WEEKDAYS, weekdays
from metrics.words import Message

MONDAY = 20_633  # 29 June 2026
NEWER = {
    "shape": 1,
    "title": "Waterstad",
    "prose": {"frequency": "Daily.", "weather": "Sunny."},
    "rules": [
        {"rule": "posts_per_week", "values": {"low": 1, "high": 9, "mood": "good"}, "since": 3},
        {"rule": "songs"},
    ],
    "colour": "blue",
}


def test_what_a_newer_version_wrote_survives() -> None:
    again = json.loads(to_json(from_json(json.dumps(NEWER))))
    assert again == {**NEWER, "rules": [NEWER["rules"][0], {"rule": "songs", "values": {}}]}  # type: ignore[index]


@pytest.mark.parametrize(
    "text",
    [
        *("", "7", "[]", "{}", '{"shape": 1, "rules": 3}', '{"shape": 1, "rules": [{}]}', '{"shape": 1, "prose": []}'),
        '{"shape": 1, "rules": [{"rule": "posts_per_week", "values": 3}]}',
    ],
)
def test_a_text_that_is_no_guideline_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        from_json(text)


json_values = st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda v: st.lists(v), max_leaves=5)


@given(
    st.builds(
        Guideline,
        st.text(),
        st.dictionaries(st.text(), st.text()),
        st.lists(st.builds(Use, st.text(), st.dictionaries(st.text(), json_values))).map(tuple),
    )
)
def test_any_guideline_is_read_as_it_was_written(content: Guideline) -> None:
    assert from_json(to_json(content)) == content


@pytest.mark.parametrize("template", TEMPLATES.values(), ids=lambda template: template.code)
def test_a_template_writes_every_element_and_its_rules_can_be_stored(template: Template) -> None:
    content = template.filled(lambda text: text)
    assert content.prose.keys() == ELEMENTS.keys() and content.title and template.about
    for use in content.uses:
        assert use.definition is not None
        assert use.definition.clean(use.values) == dict(use.values)


def test_a_rule_is_checked_on_each_account_and_a_document_once() -> None:
    content = Guideline(
        "x", uses=(Use("moderation_published"), Use("songs"), Use("posts_per_week", {"low": 1, "high": 3}))
    )
    accounts = {1: Evidence(MONDAY, weeks=(2,) * 26), 2: Evidence(MONDAY, weeks=(9,) * 26), 3: Evidence(MONDAY)}
    found = checks(7, content, accounts, MONDAY)
    assert [(check.rule.id, check.account_id, check.checked.verdict) for check in found] == [
        ("posts_per_week", 1, "kept"),
        ("posts_per_week", 2, "not_kept"),
        ("posts_per_week", 3, "not_measurable"),
        ("moderation_published", None, "not_kept"),
    ]
    assert headline(found).english() == (
        "Of 3 rules that can be checked, account by account, 1 are kept, 2 are not, and 0 have too few cases to say."
    )
    assert headline(found[2:3]).code == "nothing_measurable"
    assert headline([]).code == "no_rules"


def version(number: int, day: int, department: int | None = None, account: int | None = None) -> Version:
    return Version(number, department, account, day, Guideline())


def test_the_most_specific_guideline_of_the_day_holds() -> None:
    known = [version(1, 100), version(2, 200), version(3, 150, department=5), version(4, 300, account=9)]

    def holds(day: int, account: int = 9, department: int = 5) -> int | None:
        found = valid_for(known, account, department, day)
        return None if found is None else found.id

    assert [holds(day) for day in (120, 160, 250, 300)] == [1, 3, 3, 4]
    assert [holds(day, account=8, department=6) for day in (120, 200)] == [1, 2]
    assert holds(50) == 4  # nothing had begun: how the own one would have done
    assert valid_for([version(3, 10, department=5)], 9, 6, 20) is None
    assert valid_for([version(1, 10), version(2, 10)], 9, 6, 20).id == 2  # type: ignore[union-attr]


def test_a_rhythm_is_judged_over_full_weeks_and_at_least_26() -> None:
    thirteen = Period(MONDAY, MONDAY + 13 * 7 - 1)
    assert weeks_of(thirteen) == Period(MONDAY - 13 * 7, thirteen.last)
    year = Period(MONDAY + 1, MONDAY + 365)
    assert weeks_of(year) == Period(MONDAY + 7, MONDAY + 364 - 1)


def test_weekdays_are_named_in_runs_or_one_by_one() -> None:
    assert len(WEEKDAYS) == 7
    shown = [Message("days", "{days}", {"days": weekdays(days)}).english() for days in (range(7), [6, 5], [0])]
    assert shown == ["all days", "Saturday and Sunday", "Monday"]
