"""Goals in the store: values, rights, levels of the registry, targets for charts, and what a merge keeps."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import Engine, func, select

from data.access import LOCAL_ADMINISTRATOR as ME
from data.access import Access, AccessDeniedError
from data.errors import StoreError
from data.goals import add_goal, add_kpi, change_goal, change_kpi, goals, remove_goal, remove_kpi, target_for
from data.registers import add_department, merge_departments
from data.schema import goal_kpi
from data.store import version
from metrics.goals import Goal

OWN: dict[str, Any] = {"name": "Waste in the right bin, %", "source": "waste counts, twice a year", "level": "outcome"}


@pytest.fixture
def sport(store: Engine) -> int:
    return add_department(store, ME, "Sport")


def one(store: Engine, known: int) -> Goal:
    return next(goal for goal in goals(store, ME) if goal.id == known)


def refused(change: Callable[[], object]) -> str:
    with pytest.raises(StoreError) as error:
        change()
    return error.value.message.code


def test_what_is_added_is_read_changed_closed_and_removed(store: Engine, sport: int) -> None:
    before = version(store)
    known = add_goal(store, ME, "  People get \n an answer ", department_id=sport)
    other = add_goal(store, ME, "Less waste")
    assert version(store) > before
    number = add_kpi(store, ME, known, metric="within_norm", level="impact", target=0.8, name="ignored", source="x")
    own = add_kpi(store, ME, known, **OWN, direction="at_most", target=75)
    found = one(store, known)
    assert (found.title, found.department_id, found.is_active, found.is_demo) == (
        "People get an answer",
        sport,
        True,
        False,
    )
    first, second = found.kpis
    assert (first.metric, first.level, first.name, first.source, first.target) == ("within_norm", "output", "", "", 0.8)
    assert (second.metric, second.level, second.name, second.direction) == (None, "outcome", OWN["name"], "at_most")
    change_kpi(store, ME, number, {"target": None, "level": "impact"})
    change_kpi(store, ME, own, {"level": "impact", "source": "survey"})
    changed = one(store, known).kpis
    assert [(kpi.level, kpi.target) for kpi in changed] == [("output", None), ("impact", 75)]
    change_goal(store, ME, known, {"status": "closed", "title": "Answers", "department_id": None})
    assert (one(store, known).title, one(store, known).is_active) == ("Answers", False)
    remove_kpi(store, ME, number)
    assert [kpi.id for kpi in one(store, known).kpis] == [own]
    remove_goal(store, ME, known)
    assert [goal.id for goal in goals(store, ME)] == [other]
    with store.connect() as connection:
        assert connection.scalar(select(func.count()).select_from(goal_kpi)) == 0


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"metric": "no_such_metric"}, "no_metric"),
        ({"metric": "topic_share"}, "no_metric"),
        ({"metric": "engagement_e"}, "no_metric"),
        ({"metric": "within_norm", "target": 80.0}, "kpi_target"),
        ({"metric": "comments", "target": -1.0}, "kpi_target"),
        ({**OWN, "target": float("nan")}, "kpi_target"),
        ({**OWN, "name": " \n"}, "kpi_name"),
        ({**OWN, "source": ""}, "kpi_source"),
        ({**OWN, "name": "x" * 201}, "text_too_long"),
        ({**OWN, "level": "input"}, "unknown_code"),
        ({**OWN, "direction": "up"}, "unknown_code"),
    ],
)
def test_a_number_that_cannot_be_is_refused(store: Engine, values: dict[str, Any], code: str) -> None:
    known = add_goal(store, ME, "Less waste")
    assert refused(lambda: add_kpi(store, ME, known, **values)) == code
    assert one(store, known).kpis == ()


def test_a_goal_that_cannot_be_is_refused(store: Engine, sport: int) -> None:
    assert refused(lambda: add_goal(store, ME, " ")) == "goal_title"
    assert refused(lambda: add_goal(store, ME, "x" * 301)) == "text_too_long"
    assert refused(lambda: add_goal(store, ME, "Waste", department_id=99)) == "no_department"
    known = add_goal(store, ME, "Waste")
    assert refused(lambda: change_goal(store, ME, known, {"status": "done"})) == "unknown_code"
    assert refused(lambda: change_goal(store, ME, 99, {"title": "x"})) == "no_goal"
    assert refused(lambda: add_kpi(store, ME, 99, metric="posts")) == "no_goal"
    assert refused(lambda: remove_kpi(store, ME, 99)) == "no_kpi"
    with pytest.raises(ValueError, match="who"):
        change_goal(store, ME, known, {"who": "somebody else"})
    with pytest.raises(ValueError, match="metric"):
        change_kpi(store, ME, 1, {"metric": "posts"})


def test_nothing_is_written_down_twice(store: Engine, sport: int) -> None:
    known = add_goal(store, ME, "Waste")
    assert refused(lambda: add_goal(store, ME, " Waste")) == "goal_known"
    add_goal(store, ME, "Waste", department_id=sport)
    change_goal(store, ME, known, {"status": "closed"})
    again = add_goal(store, ME, "Waste")
    assert refused(lambda: change_goal(store, ME, known, {"status": "active"})) == "goal_known"
    add_kpi(store, ME, again, metric="posts_per_week", target=3)
    add_kpi(store, ME, again, metric="posts_per_week", target=12, direction="at_most")
    assert refused(lambda: add_kpi(store, ME, again, metric="posts_per_week")) == "kpi_known"
    own = add_kpi(store, ME, again, **OWN)
    add_kpi(store, ME, again, **{**OWN, "name": "Another"})
    assert refused(lambda: change_kpi(store, ME, own, {"name": "Another"})) == "kpi_known"


def test_who_may_change_some_departments_changes_their_goals_only(store: Engine, sport: int) -> None:
    parks = add_department(store, ME, "Parks")
    whole, theirs, mine = (add_goal(store, ME, "Goal", department_id=owner) for owner in (None, parks, sport))
    number = add_kpi(store, ME, theirs, metric="posts", target=3)
    jo = Access("jo", "administrator", frozenset({sport}))
    assert [goal.id for goal in goals(store, jo)] == [whole, mine], "goals of the whole organisation are everybody's"
    add_kpi(store, jo, mine, metric="posts")
    for change in (
        lambda: add_goal(store, jo, "Mine now"),
        lambda: add_goal(store, jo, "Mine now", department_id=parks),
        lambda: change_goal(store, jo, theirs, {"title": "Mine now"}),
        lambda: change_goal(store, jo, mine, {"department_id": parks}),
        lambda: remove_goal(store, jo, whole),
        lambda: add_kpi(store, jo, theirs, metric="likes"),
        lambda: change_kpi(store, jo, number, {"target": 1.0}),
        lambda: remove_kpi(store, jo, number),
        lambda: goals(store, Access("guest", "guest")),
    ):
        with pytest.raises(AccessDeniedError):
            change()
    assert len(goals(store, ME)) == 3


def test_a_chart_gets_the_target_of_its_department_or_of_the_whole(store: Engine, sport: int) -> None:
    parks = add_department(store, ME, "Parks")
    whole = add_goal(store, ME, "People get an answer")
    add_kpi(store, ME, whole, metric="within_norm", target=0.7, made_ts=1_790_000_000)
    add_kpi(store, ME, whole, metric="comments", target=500)
    mine = add_goal(store, ME, "Quick answers", department_id=sport)
    add_kpi(store, ME, mine, metric="within_norm", target=0.9)
    add_kpi(store, ME, mine, metric="likes")

    add_kpi(store, ME, whole, metric="visitors", target=300)

    def value(metric: str, *departments: int, access: Access = ME) -> float | None:
        found = target_for(store, access, metric, departments or None)
        return None if found is None else found.value

    assert [value("within_norm", *some) for some in ((), (sport,), (parks,), (sport, parks))] == [0.7, 0.9, 0.7, 0.7]
    for metric, target in (("comments", 500), ("visitors", 300)):
        assert value(metric) == target
        assert value(metric, sport) is value(metric, sport, parks) is None, "a sum of all is no target for a part"
        assert value(metric, access=Access("jo", "administrator", frozenset({sport}))) is None
    assert value("likes", sport) is None and value("no_such_metric") is None
    found = target_for(store, ME, "within_norm")
    assert found is not None and found.direction == "at_least"
    assert found.source.english() == "Goal “People get an answer”, 2026-09-21"
    change_goal(store, ME, mine, {"status": "closed"})
    assert value("within_norm", sport) == 0.7


def test_a_target_dates_from_the_day_it_was_set(store: Engine) -> None:
    aim, other = add_goal(store, ME, "Answers"), add_goal(store, ME, "Quick answers")
    past = 1_790_000_000
    changed = add_kpi(store, ME, aim, metric="within_norm", target=0.7, made_ts=past)
    add_kpi(store, ME, other, metric="within_norm", target=0.9, made_ts=past + 86_400)

    def found() -> tuple[float, str]:
        target = target_for(store, ME, "within_norm")
        assert target is not None
        return target.value, target.source.english()

    change_kpi(store, ME, changed, {"target": 0.7, "level": "impact"})
    assert found() == (0.9, "Goal “Quick answers”, 2026-09-22"), "what stays as it was is not set again"
    change_kpi(store, ME, changed, {"target": 0.75})
    assert found() == (0.75, f"Goal “Answers”, {datetime.now(UTC).date()}")
    [kpi] = one(store, aim).kpis
    assert kpi.made_ts == past < kpi.set_ts


def test_goals_of_one_title_are_told_apart_after_a_merge(store: Engine, sport: int) -> None:
    parks = add_department(store, ME, "Parks")
    for owner in (sport, parks):
        add_goal(store, ME, "Quick answers", department_id=owner)
    closed = add_goal(store, ME, "quick answers", department_id=sport)
    change_goal(store, ME, closed, {"status": "closed"})
    merge_departments(store, ME, sport, parks)
    titles = sorted(goal.title for goal in goals(store, ME))
    assert titles == ["Quick answers", "Quick answers (2)", "quick answers"]


def test_goals_go_with_their_department_when_it_goes_up_in_another(store: Engine, sport: int) -> None:
    parks = add_department(store, ME, "Parks")
    known = add_goal(store, ME, "Goal", department_id=sport)
    merge_departments(store, ME, sport, parks)
    assert one(store, known).department_id == parks
