"""Each claim check, worked out by hand, for each verdict that it can give."""

from typing import Any

import pytest

from metrics.claims.check import checks
from metrics.claims.facts import (
    Answers,
    Department,
    Facts,
    Goals,
    Guided,
    Imports,
    Messages,
    Promise,
    Removals,
    Talk,
)
from metrics.claims.verdict import Code
from metrics.text.calibration import Quality
from tests.metrics.claims.made_up import accounts, staffing

SILENT, MUTE = {"dormant": True}, {"purpose": False}
OFF, LOOSE = {"platform": "tiktok"}, {"owner": False}
UNKNOWN = {"loaded": False}
TALKS = {"talk": Talk(1, 1, 1, 1)}


def talking(objective: str | None, *talk: int) -> dict[str, Any]:
    """posts, replies, posts that citizens wrote under, and with two turns."""
    return {"objective": objective, "talk": Talk(*talk)}


def of(*changes: dict[str, Any], **known: Any) -> Facts:
    return Facts(accounts=accounts(*changes), **known)


def guided(**promises: Any) -> Facts:
    return Facts(guided=Guided(**promises))


def expected(text: bool | None, normed: tuple[int, int] | None) -> Facts:
    return Facts(guided=Guided(text=text), answers=Answers(50, 40, 5, None, normed))


def departments(*tallies: tuple[int, int] | None) -> Facts:
    return Facts(departments=tuple(Department(n, True, tally) for n, tally in enumerate(tallies, 1)))


def logged(n: int, cited: int = 0, appealed: int = 0, back: int = 0) -> Facts:
    return Facts(removals=Removals(n, cited, appealed, back))


def history(days: int, gap: int) -> Facts:
    return Facts(history=days, imports=Imports(10, 10, 0, days - 1, gap))


CASES: list[tuple[str, Facts, Code, float | None, int]] = [
    # every goal has a number above outputs, and one with a target
    ("goals_beyond_outputs", Facts(goals=Goals(4, 4, 0)), "agree", 1.0, 4),
    ("goals_beyond_outputs", Facts(goals=Goals(4, 3, 4)), "disagree", 0.75, 4),
    ("goals_beyond_outputs", Facts(), "document", None, 0),
    ("goals_targeted", Facts(), "document", None, 0),
    ("goals_targeted", Facts(goals=Goals(4, 0, 4)), "agree", 1.0, 4),
    ("goals_targeted", Facts(goals=Goals(4, 4, 1)), "disagree", 0.25, 4),
    # at least half of the active accounts say what they are for
    ("objectives_declared", of(*[{}] * 2, *[MUTE] * 2), "agree", 0.5, 4),
    ("objectives_declared", of({"purpose": False, "objective": "dialogue"}), "agree", 1.0, 1),
    ("objectives_declared", of({}, *[MUTE] * 2), "disagree", 1 / 3, 3),
    ("objectives_declared", of({"status": "closed"}), "document", None, 0),
    # 25 % is still few, 30 % is not; accounts without data do not count
    ("few_dormant", of(*[{}] * 3, SILENT), "agree", 0.25, 4),
    ("few_dormant", of(*[{}] * 7, *[SILENT] * 3), "disagree", 0.3, 10),
    ("few_dormant", of(UNKNOWN), "document", None, 0),
    ("few_dormant_accounts", of(*[{}] * 9, SILENT), "agree", 0.1, 10),
    ("few_dormant_accounts", of(*[{}] * 8, SILENT), "disagree", 1 / 9, 9),
    ("few_dormant_accounts", of({}, {**SILENT, "status": "closed"}), "agree", 0.0, 1),
    ("few_dormant_accounts", of(UNKNOWN), "document", None, 0),
    # Wilson: 30 of 200 is 0.107 to 0.206; 1 of 200 is 0.001 to 0.028; 4 of 60 is 0.026 to 0.159
    ("dialogue_shows", of(talking("dialogue", 170, 30, 20, 9)), "agree", 0.15, 200),
    ("dialogue_shows", of(talking("dialogue", 199, 1, 150, 1)), "disagree", 0.005, 200),
    ("dialogue_shows", of(talking("collaboration", 200, 0, 0, 0)), "disagree", 0.0, 200),
    ("dialogue_shows", of(talking("dialogue", 199, 1, 150, 30)), "too_few", 0.005, 200),  # conversations do go on
    ("dialogue_shows", of(talking("dialogue", 56, 4, 10, 1)), "too_few", 4 / 60, 60),
    ("dialogue_shows", of(talking("dialogue", 29, 0, 10, 0)), "too_few", None, 29),
    ("dialogue_shows", of(talking("information", 200, 0, 50, 0)), "document", None, 0),  # never contradicted
    ("dialogue_shows", of(talking(None, 200, 0, 50, 0)), "document", None, 0),
    ("dialogue_shows", of({"objective": "dialogue"}), "document", None, 0),  # no conversations are loaded
    ("audience_compared", of({"audience": True}, {}), "agree", 0.5, 2),
    ("audience_compared", of({}, {}), "disagree", 0.0, 2),
    ("audience_compared", of(UNKNOWN), "document", None, 0),
    ("times_fit_audience", of(talking(None, 1, 1, 1, 1) | {"fit": 0.5}, {"fit": 0.49}), "agree", 0.5, 2),
    (
        "times_fit_audience",
        of(talking(None, 1, 1, 1, 1) | {"fit": 0.3}, {"fit": 0.6}, {"fit": 0.4}),
        "disagree",
        1 / 3,
        3,
    ),
    ("times_fit_audience", of(talking(None, 1, 1, 1, 1)), "too_few", None, 0),
    ("times_fit_audience", of({}), "document", None, 0),
    ("stakeholders_named", Facts(stakeholders=(2, 4), days_known=90), "agree", 0.5, 4),
    ("stakeholders_named", Facts(stakeholders=(1, 4), days_known=182), "disagree", 0.25, 4),
    ("stakeholders_named", Facts(stakeholders=(4, 4), days_known=89), "too_few", None, 4),
    ("stakeholders_named", Facts(days_known=182), "document", None, 0),
    ("partners_named", Facts(partners=(1, 2), days_known=90), "agree", 0.5, 2),
    ("partners_named", Facts(partners=(0, 1), days_known=90), "disagree", 0.0, 1),
    ("partners_named", Facts(partners=(0, 1), days_known=89), "too_few", None, 1),
    ("partners_named", Facts(days_known=182), "document", None, 0),
    ("decisions_logged", Facts(decisions=1), "agree", None, 1),
    ("decisions_logged", Facts(decisions=0), "disagree", None, 0),
    ("decisions_logged", Facts(), "document", None, 0),
    # chi-square of 30/100 and 80/100 is 50.5; of 5/10 and 8/10 it is 1.98: a large gap, but within chance
    ("departments_alike", departments((80, 100), (75, 100)), "agree", None, 200),
    ("departments_alike", departments((5, 10), (8, 10)), "agree", None, 20),
    ("departments_alike", departments((30, 100), (80, 100)), "too_few", None, 200),
    ("departments_alike", departments((0, 100), (100, 100), (4, 9)), "too_few", None, 200),
    ("departments_alike", departments((80, 100), (1, 9), None), "document", None, 0),
    # Wilson: 26 of 26 is 0.871 to 1; 13 of 26 is 0.321 to 0.679; 13 of 13 is 0.772 to 1
    ("posts_within_band", guided(weeks=Promise(26, 26, 0.8)), "agree", 1.0, 26),
    ("posts_within_band", guided(weeks=Promise(13, 26, 0.8)), "disagree", 0.5, 26),
    ("posts_within_band", guided(weeks=Promise(13, 13, 0.8)), "too_few", 1.0, 13),
    ("posts_within_band", guided(weeks=Promise(0, 0, 0.8)), "too_few", None, 0),
    ("posts_within_band", Facts(), "document", None, 0),
    # 100 of 100 is 0.963 to 1; 41 of 59 is 0.568 to 0.797
    ("pictures_described", guided(pictures=Promise(100, 100, 0.95)), "agree", 1.0, 100),
    ("pictures_described", guided(pictures=Promise(41, 59, 0.95)), "disagree", 41 / 59, 59),
    ("pictures_described", guided(pictures=Promise(29, 29, 0.95)), "too_few", None, 29),
    ("pictures_described", guided(pictures=Promise(0, 0, 0.95)), "document", None, 0),
    ("pictures_described", Facts(), "document", None, 0),
    # Wilson: 58 of 60 is 0.886 to 0.991; 40 of 60 is 0.541 to 0.773; 50 of 60 is 0.720 to 0.907
    ("posts_at_fixed_times", guided(times=Promise(58, 60, 0.8)), "agree", 58 / 60, 60),
    ("posts_at_fixed_times", guided(times=Promise(40, 60, 0.8)), "disagree", 40 / 60, 60),
    ("posts_at_fixed_times", guided(times=Promise(50, 60, 0.8)), "too_few", 50 / 60, 60),
    ("posts_at_fixed_times", guided(times=Promise(0, 0, 0.8)), "document", None, 0),
    ("posts_at_fixed_times", Facts(), "document", None, 0),
    ("plain_language", guided(language=Promise(58, 60, 0.8)), "agree", 58 / 60, 60),
    ("plain_language", guided(language=Promise(40, 60, 0.8)), "disagree", 40 / 60, 60),
    ("plain_language", guided(language=Promise(50, 60, 0.8)), "too_few", 50 / 60, 60),
    ("plain_language", guided(language=Promise(0, 0, 0.8)), "document", None, 0),
    ("plain_language", Facts(), "document", None, 0),
    ("comments_accepted", guided(commented=Promise(58, 60, 0.8)), "agree", 58 / 60, 60),
    ("comments_accepted", guided(commented=Promise(40, 60, 0.8)), "disagree", 40 / 60, 60),
    ("comments_accepted", guided(commented=Promise(50, 60, 0.8)), "too_few", 50 / 60, 60),
    ("comments_accepted", guided(commented=Promise(0, 0, 0.8)), "document", None, 0),
    ("comments_accepted", Facts(), "document", None, 0),
    # the rule of ASSESSMENT 3.3: 35 of 35 is 0.901 to 1, 140 of 200 is 0.633 to 0.759, 24 of 30 is 0.627 to 0.905
    ("answers_everything", guided(answered=Promise(35, 35, 0.9)), "agree", 1.0, 35),
    ("answers_everything", guided(answered=Promise(140, 200, 0.8)), "disagree", 0.7, 200),
    ("answers_everything", guided(answered=Promise(24, 30, 0.8)), "too_few", 0.8, 30),
    ("answers_everything", guided(answered=Promise(9, 9, 0.5)), "too_few", None, 9),
    ("answers_everything", guided(answered=Promise(0, 0, 0.9)), "document", None, 0),
    ("answers_everything", Facts(), "document", None, 0),
    ("within_norm", Facts(answers=Answers(35, 35, 0, 0.9)), "agree", 1.0, 35),
    ("within_norm", Facts(answers=Answers(200, 140, 30, 0.8)), "disagree", 0.7, 200),
    ("within_norm", Facts(answers=Answers(30, 24, 3, 0.8)), "too_few", 0.8, 30),
    ("within_norm", Facts(answers=Answers(9, 9, 0, 0.5)), "too_few", None, 9),
    ("within_norm", Facts(answers=Answers(200, 10, 30, None)), "document", None, 0),  # nobody promised a share
    ("within_norm", Facts(answers=Answers(0, 0, 0, 0.8)), "document", None, 0),
    ("removals_with_rule", logged(35, 35), "agree", 1.0, 35),
    ("removals_with_rule", logged(90, 60), "disagree", 2 / 3, 90),
    ("removals_with_rule", logged(20, 20), "too_few", 1.0, 20),  # 0.839 to 1
    ("removals_with_rule", logged(0), "document", None, 0),
    ("appeals_recorded", logged(12, appealed=3, back=1), "agree", 0.25, 12),
    ("appeals_recorded", logged(30), "disagree", 0.0, 30),
    ("appeals_recorded", logged(29), "too_few", None, 29),
    ("appeals_recorded", Facts(), "document", None, 0),
    # 195 of 200 is 0.943 to 0.989; 24 of 30 on both sides of 0.8
    ("expectation_text", expected(True, (195, 200)), "agree", 0.975, 200),
    ("expectation_text", expected(True, (140, 200)), "disagree", 0.7, 200),
    ("expectation_text", expected(True, (24, 30)), "too_few", 0.8, 30),
    ("expectation_text", expected(True, (29, 29)), "too_few", None, 29),
    ("expectation_text", expected(True, None), "document", None, 0),
    ("expectation_text", expected(False, (195, 200)), "document", None, 0),
    ("expectation_text", expected(None, (195, 200)), "document", None, 0),
    ("accounts_connected", of({"naming": (1, 30)}, {"naming": (0, 99)}), "agree", 0.5, 2),
    ("accounts_connected", of({"naming": (0, 30)}, {"naming": (5, 29)}), "disagree", 0.0, 1),
    ("accounts_connected", of({"naming": (5, 29)}), "too_few", None, 0),
    ("accounts_connected", of({}), "document", None, 0),
    ("accounts_owned", of({}, {}), "agree", 1.0, 2),
    ("accounts_owned", of({}, LOOSE), "disagree", 0.5, 2),
    ("accounts_owned", of({}, {**LOOSE, **UNKNOWN}), "agree", 1.0, 1),
    ("accounts_owned", of(UNKNOWN), "document", None, 0),
    ("handoffs_recorded", of({}), "document", None, 0),
    ("few_copies", of({}), "document", None, 0),
    # the difference of 90/100 and 60/100 is surely above 0, that of 30/50 and 28/50 is not
    ("staffed_hours_help", Facts(days=28, staffing=staffing((90, 100), (60, 100))), "agree", 0.9, 100),
    ("staffed_hours_help", Facts(days=28, staffing=staffing((60, 100), (90, 100))), "disagree", 0.6, 100),
    ("staffed_hours_help", Facts(days=28, staffing=staffing((30, 50), (28, 50))), "too_few", 0.6, 50),
    ("staffed_hours_help", Facts(days=27, staffing=staffing((90, 100), (60, 100))), "too_few", None, 100),
    ("staffed_hours_help", Facts(days=91, staffing=staffing((90, 100), (9, 9))), "too_few", None, 100),
    ("staffed_hours_help", Facts(days=91), "document", None, 0),
    ("platforms_agreed", of(*[{}] * 9, OFF, agreed=frozenset({"x"})), "agree", 0.1, 10),
    ("platforms_agreed", of(*[{}] * 8, OFF, agreed=frozenset({"x"})), "disagree", 1 / 9, 9),
    ("platforms_agreed", of({}), "document", None, 0),
    ("platforms_agreed", of({"status": "dormant"}, agreed=frozenset({"x"})), "document", None, 0),
    ("departments_loaded", of({}, departments=(Department(1, True), Department(2, True))), "agree", 1.0, 2),
    ("departments_loaded", of({}, departments=(Department(1, True), Department(2, False))), "disagree", 0.5, 2),
    ("departments_loaded", of(UNKNOWN, departments=(Department(1, False),)), "document", None, 0),
    ("rows_with_source", Facts(imports=Imports(100, 95, 0, 9, 0)), "agree", 0.95, 100),
    ("rows_with_source", Facts(imports=Imports(100, 94, 0, 9, 0)), "disagree", 0.94, 100),
    ("rows_with_source", Facts(imports=Imports(0, 0, 0, 9, 0)), "document", None, 0),
    ("own_history", history(365, 31), "agree", None, 365),
    ("own_history", history(364, 0), "disagree", None, 364),
    ("own_history", history(1000, 32), "disagree", None, 1000),
    ("own_history", Facts(), "document", None, 0),
    ("within_retention", Facts(expired=(0, 500)), "agree", 0.0, 500),
    ("within_retention", Facts(expired=(1, 500)), "disagree", 0.002, 500),
    ("within_retention", Facts(), "document", None, 0),
    ("no_personal_data", Facts(messages=Messages(2000, 0, 0)), "agree", 0.0, 2000),
    ("no_personal_data", Facts(messages=Messages(2000, 1, 0)), "disagree", 0.0005, 2000),
    ("no_personal_data", Facts(messages=Messages(2000, 0, 2)), "disagree", 0.001, 2000),
    ("no_personal_data", Facts(messages=Messages(0, 0, 0)), "document", None, 0),
    ("indicators_beyond_reach", Facts(indicators=frozenset({"likes", "within_norm"})), "agree", 0.5, 2),
    ("indicators_beyond_reach", Facts(indicators=frozenset({"likes", "audience", "posts"})), "disagree", 0.0, 3),
    ("indicators_beyond_reach", Facts(), "document", None, 0),
    # Wilson: 15 of 20 is 0.531 to 0.888; 5 of 20 is 0.112 to 0.469; 10 of 20 is 0.299 to 0.701
    ("signals_acknowledged", Facts(signals=(15, 20)), "agree", 0.75, 20),
    ("signals_acknowledged", Facts(signals=(5, 20)), "disagree", 0.25, 20),
    ("signals_acknowledged", Facts(signals=(10, 20)), "too_few", 0.5, 20),
    ("signals_acknowledged", Facts(signals=(0, 9)), "too_few", None, 9),
    ("signals_acknowledged", Facts(), "document", None, 0),
    ("labelled_sample", Facts(labels=200), "agree", None, 200),
    ("labelled_sample", Facts(labels=0), "disagree", None, 0),
    ("labelled_sample", Facts(labels=199), "too_few", None, 199),
    ("labelled_sample", Facts(labels=210, tones=Quality(0.62, 0.55, 0.69, 0.22, 200)), "agree", 0.62, 200),
    ("labelled_sample", Facts(labels=210, tones=Quality(0.28, 0.21, 0.35, 0.22, 200)), "disagree", 0.28, 200),
    ("labelled_sample", Facts(), "document", None, 0),
]
FEW: frozenset[Code] = frozenset({"too_few"})
NEVER: dict[str, frozenset[Code]] = {
    # registers are counted as they are; without a figure there is nothing to judge
    **dict.fromkeys(("handoffs_recorded", "few_copies"), FEW | {"agree", "disagree"}),
    **dict.fromkeys(("objectives_declared", "few_dormant", "few_dormant_accounts", "audience_compared"), FEW),
    **dict.fromkeys(("decisions_logged", "accounts_owned", "platforms_agreed", "departments_loaded"), FEW),
    **dict.fromkeys(("rows_with_source", "own_history", "within_retention", "no_personal_data"), FEW),
    **dict.fromkeys(("indicators_beyond_reach", "goals_beyond_outputs", "goals_targeted"), FEW),
    "departments_alike": frozenset({"disagree"}),
}


@pytest.mark.parametrize(("name", "facts", "code", "value", "n"), CASES)
def test_by_hand(name: str, facts: Facts, code: Code, value: float | None, n: int) -> None:
    found = checks()[name].check(facts)
    assert (found.code, found.n) == (code, n)
    assert found.value == (None if value is None else pytest.approx(value))


def test_every_check_is_worked_out_in_all_its_verdicts() -> None:
    seen: dict[str, set[Code]] = {}
    for name, _, code, _, _ in CASES:
        seen.setdefault(name, set()).add(code)
    every: set[Code] = {"agree", "disagree", "too_few", "document"}
    assert seen == {name: every - NEVER.get(name, frozenset()) for name in checks()}


def test_a_reason_has_the_numbers_in_it() -> None:
    reason = checks()["within_norm"].check(Facts(answers=Answers(200, 140, 30, 0.8))).reason
    assert reason.english() == "140 of 200 questions were answered in time: clearly less than 80 %."
