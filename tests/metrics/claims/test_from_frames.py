"""Facts from the frames of the store, worked out by hand for two departments."""

from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from metrics.claims.facts import Answers, Department, Facts, Goals, Imports, Messages, Promise, Removals, Talk
from metrics.claims.frames import Frames, Handled, Partner, half_year, year
from metrics.claims.from_frames import facts_of
from metrics.claims.spans import imports_of
from metrics.guidelines import evidence as guideline_evidence
from metrics.guidelines.content import Guideline, Use
from metrics.guidelines.evidence import Evidence
from metrics.norms import Norm
from metrics.norms.norm import NO_NORM
from metrics.periods import Period
from metrics.text.calibration import Quality
from tests.metrics.goals.made_up import elsewhere, goal, kpi

LAST = 20_723
PERIOD = Period(LAST - 90, LAST)
ROADS, PARKS = 1, 2
HOURS = [f"{side}{hour:02}" for side in "pc" for hour in range(24)]
SLOTS = [f"{side}{hour:02}" for side in "adkr" for hour in range(24)]


def frame(names: str, *rows: tuple[Any, ...]) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=names.split())


def by_hour(account: int, posts: dict[int, int], messages: dict[int, int]) -> list[int]:
    return [account, *(posts.get(hour, 0) for hour in range(24)), *(messages.get(hour, 0) for hour in range(24))]


def in_slots(account: int, asked: dict[int, int], in_time: dict[int, int]) -> dict[str, int]:
    """Questions of a Monday; all of them are due."""
    named = {f"a{hour:02}": n for hour, n in asked.items()} | {f"d{hour:02}": n for hour, n in asked.items()}
    named |= {f"k{hour:02}": n for hour, n in in_time.items()}
    return {"account_id": account, "department_id": ROADS, "dow": 0, **dict.fromkeys(SLOTS, 0), **named}


GUIDELINE = Guideline(
    "Waterstad",
    uses=(
        Use("posts_per_week", {"low": 2, "high": 5}),
        Use("answers_everything", {"share": 0.9}),
        Use("accessibility_alt_text", {"share": 0.95}),
        Use("expectation_text", {"place": "profile", "reviewed": "2026-01-01"}),
        Use("songs of a later version"),
        Use("accessibility_alt_text", {"share": "nonsense"}),
    ),
)
LOOSER = Guideline("Parken", uses=(Use("answers_everything", {"share": 0.5}),))
FRAMES = Frames(
    period=PERIOD,
    register=frame(
        "account_id department_id platform status owner_role purpose objective",
        (1, ROADS, "x", "active", "Adviseur", "Verkeer", "dialogue"),
        (2, ROADS, "facebook", "active", None, " ", None),
        (3, PARKS, "x", "active", "Adviseur", None, "information"),
        (4, PARKS, "youtube", "closed", float("nan"), None, None),
    ),
    coverage=frame(
        "account_id status first_day newest_day covered_until days_since_newest median_gap longest_gap",
        (1, "active", LAST - 400, LAST, LAST, 0, 1, 9),
        (2, "active", LAST - 100, LAST - 60, LAST, 60, 2, 20),
        (3, "active", LAST - 300, LAST - 50, LAST - 50, 0, 1, 9),
        (4, "closed", *[float("nan")] * 6),
    ),
    sums=frame("account_id posts replies replies_out", (1, 60, 4, 9), (2, 10, 0, 0), (3, 20, 0, 0)),
    answers=frame("account_id due in_time due_waiting talked deep", (1, 100, 90, 5, 30, 3), (3, 50, 20, 10, 12, 0)),
    slots=pd.DataFrame([in_slots(1, {10: 80, 20: 20}, {10: 78, 20: 12})]),
    half_year=frame("account_id posts", (1, 120), (2, 20), (3, 40)),
    hours=pd.DataFrame(
        [
            by_hour(1, {9: 60, 10: 60}, {9: 50, 20: 50}),
            by_hour(2, {9: 49}, {9: 100}),
            by_hour(3, {9: 50}, {9: 99}),
        ],
        columns=["account_id", *HOURS],
    ),
    named=frame(
        "account_id department_id kind target_id n",
        (1, ROADS, "department", PARKS, 7),
        (1, ROADS, "department", ROADS, 50),
        (1, ROADS, "stakeholder", 11, 2),
        (3, PARKS, "stakeholder", 12, 1),
        (3, PARKS, "stakeholder", 99, 1),
    ),
    removals=frame("account_id n cited appealed reversed", (1, 10, 9, 1, 0), (3, 5, 5, 2, 1)),
    expired=frame("account_id messages expired", (1, 500, 0), (3, 90, 4)),
    messages=frame("account_id contact open_author", (1, False, False), (1, True, False), (3, False, True)),
    evidence={
        1: Evidence(
            LAST, weeks=(3,) * 20 + (9,) * 6, described=(30, 40), answers=guideline_evidence.Answers(100, 90, 5)
        ),
        2: Evidence(LAST, weeks=(3,) * 11),
        3: Evidence(LAST, weeks=(9,) * 26, answers=guideline_evidence.Answers(50, 20, 10)),
    },
    guidelines={1: GUIDELINE, 2: GUIDELINE, 3: LOOSER},
    norms={1: Norm("hours", 4, 0.8), 3: Norm("hours", 24, 0.5)},
    audience=frozenset({3}),
    agreed=frozenset({"x"}),
    partners=(Partner(ROADS, PARKS, 3), Partner(PARKS, ROADS, 1)),
    stakeholders=frozenset({11, 12, 13}),
    actions={None: frozenset({"likes"}), PARKS: frozenset({"audience"})},
    decisions={None: 1, PARKS: 2},
    signals=(Handled(None, True), Handled(PARKS, False), Handled(PARKS, True)),
    imports=Imports(100, 100, 1, 2, 0),
    labels=7,
    tones=Quality(0.6, 0.5, 0.7, 0.2, 210),
)


@pytest.fixture(scope="module")
def found() -> dict[int | None, Facts]:
    return facts_of(FRAMES, [ROADS, PARKS, 3])


def test_goals_count_for_their_department_and_those_of_the_whole_for_everybody() -> None:
    with_target, outputs = kpi(), kpi(target=None)
    aims = (
        goal(elsewhere(target=None), id=1, department_id=None),
        goal(with_target, id=2, department_id=PARKS),
        goal(outputs, id=3, department_id=ROADS),
        goal(outputs, id=4, department_id=ROADS, status="closed"),
    )
    found = facts_of(replace(FRAMES, goals=aims), [PARKS, ROADS])
    assert found[None].goals == Goals(3, 1, 1)
    assert found[PARKS].goals == Goals(2, 1, 1) and found[ROADS].goals == Goals(2, 1, 0)
    assert "within_norm" in found[ROADS].indicators - facts_of(FRAMES, [ROADS])[ROADS].indicators
    assert facts_of(FRAMES, [PARKS])[None].goals is None


def test_accounts_with_what_is_known_of_each(found: dict[int | None, Facts]) -> None:
    first, second, third, closed = found[None].accounts
    assert (first.owner, first.purpose, first.objective) == (True, True, "dialogue")
    assert (second.owner, second.purpose, second.objective) == (False, False, None)
    assert [one.dormant for one in found[None].accounts] == [False, True, False, False]
    assert [one.loaded for one in found[None].accounts] == [True, True, True, False]
    assert [one.audience for one in found[None].accounts] == [False, False, True, False]
    assert first.talk == Talk(posts=60, replies=9, talked=30, deep=3), "the larger count of replies"
    assert second.talk is None and closed.talk is None
    assert first.fit == pytest.approx(0.5), "half of the posts at nine, as half of the messages"
    assert (second.fit, third.fit) == (None, None), "49 posts; 99 messages"
    assert [one.naming for one in found[None].accounts] == [(7, 120), (0, 20), (0, 40), None]
    assert [one.id for one in found[ROADS].accounts] == [1, 2]


def test_a_store_in_which_nothing_names_anybody_tells_nothing_about_connections() -> None:
    unnamed = replace(FRAMES, named=FRAMES.named.iloc[:0])
    assert [one.naming for one in facts_of(unnamed, [])[None].accounts] == [None] * 4


def test_answers_with_the_mean_of_what_was_promised(found: dict[int | None, Facts]) -> None:
    assert found[ROADS].answers == Answers(100, 90, 5, 0.8, (90, 100))
    whole = found[None].answers
    assert whole is not None and whole.target == pytest.approx((100 * 0.8 + 50 * 0.5) / 150)
    assert (whole.due, whole.in_time, whole.due_waiting, whole.normed) == (150, 110, 15, (110, 150))


def test_questions_of_accounts_without_a_promise_are_not_held_against_one() -> None:
    norms = {1: Norm("hours", 4, 0.8), 3: Norm("hours", 24, source=NO_NORM)}
    answers = facts_of(replace(FRAMES, norms=norms), [PARKS])
    assert answers[None].answers == Answers(100, 90, 5, 0.8, (90, 100))
    assert answers[PARKS].answers == Answers(50, 20, 10, None, None)


def test_promises_of_the_guidelines(found: dict[int | None, Facts]) -> None:
    roads = found[ROADS].guided
    assert roads.weeks == Promise(20, 26, 0.8), "eleven weeks are too few to count"
    assert roads.pictures == Promise(30, 40, 0.95)
    assert roads.answered == Promise(95, 100, 0.9)
    assert roads.text is True
    parks = found[PARKS].guided
    assert (parks.weeks, parks.pictures, parks.text) == (None, None, None), "its guideline has none of these rules"
    whole = found[None].guided.answered
    assert whole is not None and (whole.k, whole.n) == (135, 150)
    assert whole.share == pytest.approx((100 * 0.9 + 50 * 0.5) / 150)


def test_a_text_that_nobody_reviewed_in_a_year_is_not_there() -> None:
    old = Guideline("x", uses=(Use("expectation_text", {"place": "profile", "reviewed": "2025-01-01"}),))
    assert facts_of(replace(FRAMES, guidelines={1: GUIDELINE, 3: old}), [])[None].guided.text is False


def test_departments_and_whose_data_stopped(found: dict[int | None, Facts]) -> None:
    assert found[None].departments == (Department(ROADS, True, (90, 100)), Department(PARKS, False, (20, 50)))
    assert found[PARKS].departments == (Department(PARKS, False, (20, 50)),), "50 days behind the newest data"


def test_days(found: dict[int | None, Facts]) -> None:
    assert found[None].days == 91
    assert (found[None].history, found[PARKS].history) == (401, 251)
    assert (found[None].days_known, found[PARKS].days_known) == (182, 132)
    assert (half_year(PERIOD).days, year(PERIOD).days, year(PERIOD).last) == (182, 365, LAST)


def test_questions_inside_and_outside_opening_hours(found: dict[int | None, Facts]) -> None:
    staffing = found[ROADS].staffing
    assert staffing is not None
    assert (staffing.in_time_inside.value, staffing.in_time_inside.n) == (78 / 80, 80)
    assert (staffing.in_time_outside.value, staffing.in_time_outside.n) == (0.6, 20)
    assert found[PARKS].staffing is None


def test_registers_and_logs(found: dict[int | None, Facts]) -> None:
    assert found[None].removals == Removals(15, 14, 3, 1)
    assert found[ROADS].removals == Removals(10, 9, 1, 0)
    assert (found[None].expired, found[ROADS].expired) == ((4, 590), (0, 500))
    assert (found[None].messages, found[ROADS].messages) == (Messages(3, 1, 1), Messages(2, 1, 0))
    assert [found[one].stakeholders for one in (None, ROADS, PARKS)] == [(2, 3)] * 3, "the list is the organisation's"
    # named 7 times in 182 days is 3.5 a quarter, and 3 were declared; Parks named Roads never
    assert [found[one].partners for one in (None, ROADS, PARKS)] == [(1, 2), (1, 1), (0, 1)]
    assert [found[one].decisions for one in (None, ROADS, PARKS)] == [3, 1, 3]
    assert [found[one].signals for one in (None, ROADS, PARKS)] == [(2, 3), (1, 1), (2, 3)]
    assert found[ROADS].indicators == {"posts_per_week", "answered_share", "likes"}
    assert found[PARKS].indicators == {"answered_share", "likes", "audience"}
    assert found[None].indicators == {"posts_per_week", "answered_share", "likes", "audience"}
    assert (found[None].agreed, found[PARKS].labels) == ({"x"}, 7)
    assert found[PARKS].tones == FRAMES.tones


def test_a_department_without_accounts_knows_nothing_of_its_own(found: dict[int | None, Facts]) -> None:
    empty = found[3]
    assert (empty.accounts, empty.answers, empty.removals, empty.messages, empty.expired) == (
        (),
        None,
        None,
        None,
        None,
    )
    assert (empty.history, empty.days_known, empty.guided.weeks) == (None, 0, None)


def test_what_is_not_set_or_not_loaded_is_unknown() -> None:
    bare = replace(FRAMES, stakeholders=frozenset(), partners=(), decisions=None, expired=None, messages=None)
    whole = facts_of(bare, [])[None]
    assert (whole.stakeholders, whole.partners, whole.decisions, whole.expired, whole.messages) == (None,) * 5


def test_what_imports_cover() -> None:
    reports = frame(
        "kind rows sourced first covered_until",
        ("posts", 50, True, 100.0, 200),
        ("comments", 5, False, 150.0, 190),
        ("account_days", 10, True, 240.0, 300),
        ("posts", 0, True, float("nan"), 900),
        ("site_days", 35, True, 1.0, 2),
    )
    assert imports_of(reports) == Imports(rows=100, sourced=95, first=100, last=300, gap=39)
    assert imports_of(reports.iloc[:0]) is None
