"""Each rule, worked out by hand, for each verdict that it can give."""

from typing import Any

import pytest

from metrics.guidelines.checked import Verdict
from metrics.guidelines.evidence import Answers, Evidence
from metrics.guidelines.rule import rules
from metrics.periods import from_iso, to_day

TODAY = to_day(from_iso("2026-09-27"))  # type: ignore[arg-type]
OFFICE = {"days": [0, 1, 2, 3, 4], "start": 8, "end": 18, "share": 0.8}
PULL = {"kind": "pull", "bound": "at_least", "share": 0.2}
PUSH = {"kind": "push", "bound": "at_most", "share": 0.5}
FILM = {"kind": "film", "bound": "at_least", "share": 0.2}
BAND = {"low": 2, "high": 5}
IN_TIME = {"source": "here", "share": 0.8}
PAGE = "https://www.waterstad.example/huisregels"


def seen(**known: Any) -> Evidence:
    return Evidence(TODAY, **known)


def mix(dimension: str, **counts: int) -> Evidence:
    return seen(posts=sum(counts.values()), content={dimension: counts})


def reading(**levels: int) -> Evidence:
    return seen(content={"reading": {f"nl:{level}": n for level, n in levels.items()}})


CASES: list[tuple[str, dict[str, Any], Evidence, Verdict, float | None, int]] = [
    # Wilson: 26 of 26 is 0.871 to 1; 13 of 26 is 0.321 to 0.679; 13 of 13 is 0.772 to 1
    ("posts_per_week", BAND, seen(weeks=(2, 5) * 13), "kept", 1.0, 26),
    ("posts_per_week", BAND, seen(weeks=(2, 6) * 13), "not_kept", 0.5, 26),
    ("posts_per_week", BAND, seen(weeks=(3,) * 13), "too_few", 1.0, 13),
    ("posts_per_week", BAND, seen(weeks=(3,) * 11), "too_few", None, 11),
    ("posts_per_week", BAND, seen(posts=4), "not_measurable", None, 0),
    # 58 of 60 is 0.886 to 0.991; 30 of 60 is 0.377 to 0.623; 48 of 60 is 0.682 to 0.882
    ("posting_days_and_times", OFFICE, seen(posts=60, hours={(0, 8): 30, (4, 17): 28, (5, 9): 2}), "kept", 58 / 60, 60),
    (
        "posting_days_and_times",
        OFFICE,
        seen(posts=60, hours={(0, 7): 15, (4, 18): 15, (2, 9): 30}),
        "not_kept",
        0.5,
        60,
    ),
    ("posting_days_and_times", OFFICE, seen(posts=60, hours={(0, 8): 48, (6, 9): 12}), "too_few", 0.8, 60),
    ("posting_days_and_times", OFFICE, seen(posts=29, hours={(0, 8): 29}), "too_few", None, 29),
    ("posting_days_and_times", OFFICE, seen(posts=60), "not_measurable", None, 0),
    # 30 of 60 at least 0.2; 2 of 60 is 0.009 to 0.114; 15 of 60 is 0.158 to 0.372
    ("content_mix", PULL, mix("tactic", pull=30, push=30), "kept", 0.5, 60),
    ("content_mix", PULL, mix("tactic", pull=2, push=58), "not_kept", 2 / 60, 60),
    ("content_mix", PULL, mix("tactic", pull=15, push=45), "too_few", 0.25, 60),
    ("content_mix", PULL, seen(posts=60), "not_measurable", None, 0),
    ("content_mix", PUSH, mix("tactic", pull=45, push=15), "kept", 0.25, 60),
    ("content_mix", PUSH, mix("tactic", pull=15, push=45), "not_kept", 0.75, 60),
    ("content_mix", PUSH, mix("tactic", pull=30, push=30), "too_few", 0.5, 60),
    ("content_mix", FILM, mix("type", video=20, reel=10, image=30, post=400), "kept", 0.5, 60),
    ("content_mix", FILM, mix("type", post=60), "not_measurable", None, 0),
    # 20 of 60 is 0.227 to 0.459; 0 of 100 is 0 to 0.037; 4 of 60 is 0.026 to 0.159
    ("comments_open", {"share": 0.05}, seen(commented=(20, 60)), "kept", 20 / 60, 60),
    ("comments_open", {"share": 0.05}, seen(commented=(0, 100)), "not_kept", 0.0, 100),
    ("comments_open", {"share": 0.05}, seen(commented=(4, 60)), "too_few", 4 / 60, 60),
    ("comments_open", {"share": 0.05}, seen(posts=60), "not_measurable", None, 0),
    # 3.3: 140 of 200 is 0.63 to 0.76; 24 of 30 is 0.63 to 0.90; 16 of 16 confirms 0.8, 15 of 15 does not
    ("response_norm", IN_TIME, seen(answers=Answers(200, 140, 30)), "not_kept", 0.7, 200),
    ("response_norm", IN_TIME, seen(answers=Answers(30, 24, 2)), "too_few", 0.8, 30),
    ("response_norm", IN_TIME, seen(answers=Answers(16, 16, 0)), "kept", 1.0, 16),
    ("response_norm", IN_TIME, seen(answers=Answers(15, 15, 0)), "too_few", 1.0, 15),
    ("response_norm", IN_TIME, seen(answers=Answers(9, 9, 0)), "too_few", None, 9),
    ("response_norm", {"source": "norm", "share": 0.8}, seen(answers=Answers(200, 140, 30, 0.6)), "kept", 0.7, 200),
    ("response_norm", {"source": "norm", "share": 0.8}, seen(answers=Answers(200, 140, 30)), "not_kept", 0.7, 200),
    ("response_norm", IN_TIME, seen(answers=Answers(0, 0, 0)), "not_measurable", None, 0),
    ("response_norm", IN_TIME, seen(answers=Answers(200, 200, 0, has_norm=False)), "not_measurable", None, 0),
    ("response_norm", IN_TIME, seen(), "not_measurable", None, 0),
    # 195 of 200 is 0.943 to 0.989; 140 of 200 is 0.633 to 0.759; 180 of 200 is 0.851 to 0.934
    ("answers_everything", {"share": 0.9}, seen(answers=Answers(200, 100, 5)), "kept", 0.975, 200),
    ("answers_everything", {"share": 0.9}, seen(answers=Answers(200, 100, 60)), "not_kept", 0.7, 200),
    ("answers_everything", {"share": 0.9}, seen(answers=Answers(200, 100, 20)), "too_few", 0.9, 200),
    ("answers_everything", {"share": 0.9}, seen(), "not_measurable", None, 0),
    ("moderation_with_reason", {"share": 0.9}, seen(removals=(40, 40)), "kept", 1.0, 40),
    ("moderation_with_reason", {"share": 0.9}, seen(removals=(20, 40)), "not_kept", 0.5, 40),
    ("moderation_with_reason", {"share": 0.9}, seen(removals=(20, 20)), "too_few", 1.0, 20),
    ("moderation_with_reason", {"share": 0.9}, seen(removals=(4, 4)), "too_few", None, 4),
    ("moderation_with_reason", {"share": 0.9}, seen(), "not_measurable", None, 0),
    ("language_level", {"level": "B1", "share": 0.8}, reading(A2=20, B1=38, B2=2), "kept", 58 / 60, 60),
    ("language_level", {"level": "B1", "share": 0.8}, reading(B1=30, B2=20, C1=10), "not_kept", 0.5, 60),
    ("language_level", {"level": "B2", "share": 0.8}, reading(A2=10, B1=28, B2=20, C1=2), "kept", 58 / 60, 60),
    ("language_level", {"level": "B1", "share": 0.8}, reading(B1=48, C1=12), "too_few", 0.8, 60),
    ("language_level", {"level": "B1", "share": 0.8}, seen(posts=60), "not_measurable", None, 0),
    ("accessibility_alt_text", {"share": 0.8}, seen(described=(58, 60)), "kept", 58 / 60, 60),
    ("accessibility_alt_text", {"share": 0.8}, seen(described=(30, 60)), "not_kept", 0.5, 60),
    ("accessibility_alt_text", {"share": 0.8}, seen(described=(48, 60)), "too_few", 0.8, 60),
    ("accessibility_alt_text", {"share": 0.8}, seen(described=(29, 29)), "too_few", None, 29),
    ("accessibility_alt_text", {"share": 0.8}, seen(posts=60), "not_measurable", None, 0),
    ("accessibility_captions", {"share": 0.8}, seen(captioned=(58, 60)), "kept", 58 / 60, 60),
    ("accessibility_captions", {"share": 0.8}, seen(captioned=(30, 60)), "not_kept", 0.5, 60),
    ("accessibility_captions", {"share": 0.8}, seen(captioned=(48, 60)), "too_few", 0.8, 60),
    ("accessibility_captions", {"share": 0.8}, seen(posts=60), "not_measurable", None, 0),
    ("moderation_published", {"place": PAGE, "reviewed": "2025-09-27"}, seen(), "kept", None, 1),
    ("moderation_published", {"place": PAGE, "reviewed": "2025-09-25"}, seen(), "not_kept", None, 1),
    ("moderation_published", {"place": PAGE, "reviewed": ""}, seen(), "not_kept", None, 0),
    ("moderation_published", {"place": "", "reviewed": "2026-09-01"}, seen(), "not_kept", None, 0),
    ("expectation_text", {"place": "profile", "reviewed": "2026-01-01"}, seen(), "kept", None, 1),
    ("expectation_text", {"place": "profile", "reviewed": "2024-01-01"}, seen(), "not_kept", None, 1),
]


@pytest.mark.parametrize(("rule", "values", "evidence", "verdict", "value", "n"), CASES)
def test_the_verdict_is_the_one_worked_out_by_hand(
    rule: str, values: dict[str, Any], evidence: Evidence, verdict: Verdict, value: float | None, n: int
) -> None:
    found = rules()[rule].check(values, evidence)
    assert (found.verdict, found.n) == (verdict, n)
    assert found.value == (None if value is None else pytest.approx(value))


def test_every_rule_has_a_case_for_each_verdict_that_it_can_give() -> None:
    tried = {(rule, verdict) for rule, _values, _evidence, verdict, _value, _n in CASES}
    for rule in rules().values():
        possible = ("kept", "not_kept", "too_few", "not_measurable") if rule.per_account else ("kept", "not_kept")
        assert {verdict for known, verdict in tried if known == rule.id} == set(possible), rule.id
