"""What goes with the demo city, and what stays: the assessments, the plan and what was agreed."""

from typing import Any

import pytest
from sqlalchemy import Engine, Table, insert, select, update

from data import practice, schema, topics
from data.access import LOCAL_ADMINISTRATOR as ME
from data.acknowledged import acknowledge, acknowledged
from data.actions import add_action, change_action
from data.assessments import add_respondent, answers, assessments, save_answer, start_assessment
from data.baselines import add_baseline, baselines
from data.declared.agreed import save_agreed_platforms
from data.declared.stakeholders import Stakeholder, save_stakeholders
from data.events import add_event
from data.goals import add_goal, add_kpi, goals
from data.registers import accounts, add_account, add_department, departments
from data.standouts import is_up_to_date, refresh
from data.tags import add_tag, apply, members, put_in, tags
from data.undo import undo
from loaders.demo import remove
from metrics.campaigns.rules import GONE, Rules
from tests.data.assessments.rounds import DAY, QUESTIONS
from tests.data.standouts.busy import HITS, busy, key, standing_out
from tests.data.stored_rollups import assert_rollups_are_true
from tests.loaders.sample_batches import MONDAY, batch, contents, emptied, full, load, post, registers


def rows(store: Engine, table: Table) -> list[Any]:
    with store.connect() as connection:
        return list(connection.execute(select(table)))


def put(store: Engine, table: Table, **values: Any) -> None:
    with store.begin() as connection:
        connection.execute(insert(table).values(values))


def city(store: Engine) -> int:
    """A department of the demo."""
    return add_department(store, ME, "Sport (Oeverdrecht)", is_demo=True)


def assess(store: Engine, department: int | None, is_demo: bool) -> int:
    """An assessment with one answer, changed once; its id."""
    made = start_assessment(store, ME, "Herfst", DAY, QUESTIONS, is_demo=is_demo)
    who = add_respondent(store, ME, made, department, "Adviseur")
    for seen, level in enumerate((1, 3)):
        save_answer(store, ME, who, "B4", {"level": level}, seen)
    return made


def test_everything_of_the_demo_goes(store: Engine) -> None:
    department = city(store)
    other = add_department(store, ME, "Parken (Oeverdrecht)", is_demo=True)
    made = assess(store, department, is_demo=True)
    action = add_action(
        store, ME, "Rooster", assessment_id=made, department_id=department, control_id=other, is_demo=True
    )
    change_action(store, ME, action, {"status": "planned"})
    save_agreed_platforms(store, ME, {"x": "Nieuws"}, is_demo=True)
    save_stakeholders(store, ME, [Stakeholder("Sportraad", ("sportraad",), "sport")], is_demo=True)
    put(store, schema.partner, department_id=department, partner_id=other, times_a_quarter=3, is_demo=1)
    aim = add_goal(store, ME, "Meer leden", department_id=department, is_demo=True)
    add_kpi(store, ME, aim, metric="posts", target=3)
    add_event(store, ME, "storm", "Storm", 20_460, department_id=department, is_demo=True)
    add_baseline(store, ME, "posts", 20_400, "tool", "Planner", department_id=department, is_demo=True)
    acknowledge(store, ME, f"number:posts:{department}", 20_460, "Seen")
    peers = {"name": "Peers", "kind": "peers", "version": "7", "content": "{}", "consent": "yes", "who": "me"}
    put(store, schema.benchmark, **peers, made_ts=1, is_demo=1)
    assert rows(store, schema.answer_change) and rows(store, schema.action_change)
    remove(store, ME)
    left = {name for name, table in schema.metadata.tables.items() if name != "setting" and rows(store, table)}
    assert left == set()


def test_own_answers_stay_with_their_department_and_questions(store: Engine) -> None:
    department = city(store)
    own = assess(store, department, is_demo=False)
    assess(store, department, is_demo=True)
    remove(store, ME)
    assert [one.id for one in assessments(store, ME)] == [own]
    assert [said.level for said in answers(store, ME, own)] == [3]
    assert len(rows(store, schema.answer_change)) == 2
    assert [row.version for row in rows(store, schema.questionnaire)] == ["7"]
    kept = departments(store, ME)[["id", "is_demo"]]
    assert kept.to_numpy().tolist() == [[department, False]]


@pytest.mark.parametrize("column", ["department_id", "control_id"])
def test_an_own_action_keeps_its_departments_without_the_assessment_of_the_demo(store: Engine, column: str) -> None:
    department, mine = city(store), add_department(store, ME, "Groen")
    made = assess(store, department, is_demo=True)
    given = {"department_id": mine, column: department}
    add_action(store, ME, "Rooster", assessment_id=made, **given)
    remove(store, ME)
    [action] = rows(store, schema.action)
    assert (action.assessment_id, getattr(action, column)) == (None, department)
    assert set(departments(store, ME)["id"]) == {mine, department}


@pytest.mark.parametrize("column", ["department_id", "partner_id"])
def test_an_own_agreement_keeps_the_department(store: Engine, column: str) -> None:
    department, mine = city(store), add_department(store, ME, "Groen")
    pair = {"department_id": mine, "partner_id": mine} | {column: department}
    put(store, schema.partner, **pair, times_a_quarter=3)
    remove(store, ME)
    assert len(rows(store, schema.partner)) == 1
    assert set(departments(store, ME)["id"]) == {mine, department}


def test_an_own_goal_and_an_own_decision_keep_their_departments(store: Engine) -> None:
    sport, parks = city(store), add_department(store, ME, "Parken (Oeverdrecht)", is_demo=True)
    aim = add_goal(store, ME, "Meer leden", department_id=sport)
    add_kpi(store, ME, aim, metric="posts", target=3)
    add_baseline(store, ME, "posts", 20_400, "tool", "Planner", department_id=parks)
    remove(store, ME)
    assert [len(goal.kpis) for goal in goals(store, ME)] == [1] and len(baselines(store, ME)) == 1
    assert not departments(store, ME)["is_demo"].any() and len(departments(store, ME)) == 2


def test_own_lists_stay(store: Engine) -> None:
    save_agreed_platforms(store, ME, {"x": "Nieuws"})
    save_stakeholders(store, ME, [Stakeholder("Sportraad", ("sportraad",), "sport")])
    remove(store, ME)
    assert len(rows(store, schema.agreed_platform)) == len(rows(store, schema.stakeholder)) == 1


def test_what_people_said_of_posts_goes_with_the_posts_of_the_demo_only(store: Engine) -> None:
    sport, mine = city(store), add_department(store, ME, "Groen")
    numbers = {
        "club": add_account(store, ME, sport, "x", "sport", is_demo=True),
        "park": add_account(store, ME, mine, "x", "groen"),
    }
    load(store, batch([post("1", account="club", text="Pool")]), accounts=numbers, sites={}, is_demo=True)
    own = batch([post("2", account="club", text="Pool"), post("3", account="park", text="Pool")])
    kept = load(store, own, accounts=numbers, sites={})
    undone = load(store, batch([post("4", account="park", text="Pool")]), accounts=numbers, sites={})
    tag = add_tag(store, ME, "Pool", "other", Rules(words=("pool",)))
    paid = add_tag(store, ME, "Paid", "paid", Rules(accounts=(numbers["park"], numbers["club"])), is_demo=True)
    apply(store, ME)
    known = {one.external_id: one.id for one in rows(store, schema.post)}
    put_in(store, ME, tag, list(known.values()))
    put_in(store, ME, paid, list(known.values()))
    for one in known.values():
        practice.share(store, ME, one, "Ask one question")
    assert undone.import_id and kept.import_id
    undo(store, ME, undone.import_id)
    remove(store, ME)
    own = {known[number] for number in "234"}
    assert {(row.tag_id, row.post_id, row.how) for row in rows(store, schema.post_tag)} == {
        (tag, one, "hand") for one in own
    }
    assert {row.post_id for row in rows(store, schema.practice)} == own
    load(store, batch([post("4", account="park", text="Pool")]), accounts=numbers, sites={})
    assert len(members(store, ME, tag)) == 3
    assert_rollups_are_true(store, "rollup_group")


def test_what_was_said_of_the_demo_with_the_own_figures_hides_no_signal_of_what_stays(store: Engine) -> None:
    sport, mine, mixed = city(store), add_department(store, ME, "Groen"), add_department(store, ME, "Water")
    numbers = {
        "club": add_account(store, ME, sport, "x", "sport", is_demo=True),
        "lake": add_account(store, ME, mixed, "x", "meer", is_demo=True),
        "park": add_account(store, ME, mine, "x", "groen"),
    }
    topics.ready(store)
    load(store, batch([post("9", account="park")]), accounts=numbers, sites={})
    acknowledge(store, ME, "number:downloads:0", 20_450, "Before the demo")
    load(store, batch([post("1", account="club")]), accounts=numbers, sites={}, is_demo=True)
    load(store, batch([post("2", account="club"), post("3", account="lake")]), accounts=numbers, sites={})
    of_demo = [f"number:posts:{sport}", f"number:posts:{mixed}:x", f"volume:{numbers['club']}", "topic:1"]
    own = [f"number:posts:{mine}", f"volume:{numbers['park']}"]
    for series in ("number:visitors:0", "number:downloads:0", *of_demo, *own):
        acknowledge(store, ME, series, 20_460, "Seen")
    remove(store, ME)
    assert set(departments(store, ME)["id"]) == {sport, mine, mixed}, "own figures are in it"
    assert {(one.series, one.day) for one in acknowledged(store, ME)} == {
        ("number:downloads:0", 20_450),
        *((series, 20_460) for series in own),
    }


def test_a_standout_whose_post_left_the_demo_stays_with_its_account(store: Engine) -> None:
    mine = add_account(store, ME, add_department(store, ME, "Groen"), "x", "groen")
    demo = add_account(store, ME, city(store), "x", "sport", is_demo=True)
    some = busy()
    some.account_days = some.account_days.head(0)
    load(store, some, accounts={"green": mine, "parking": demo}, sites={})
    refresh(store, ME)
    assert standing_out(store)[key(HITS[0])]["account_id"] == demo
    load(store, some, accounts={"green": mine, "parking": mine}, sites={})
    remove(store, ME)
    assert standing_out(store)[key(HITS[0])]["account_id"] == mine
    assert accounts(store, ME)["id"].tolist() == [mine] and not is_up_to_date(store, ME)


@pytest.mark.parametrize(("first", "age"), [("demo", 1), ("demo", 3), ("own", 3)])
@pytest.mark.parametrize("made_up", [(1, 2), (2,)])
@pytest.mark.parametrize(
    "change", [{}, {"text": "Corrected?"}, {"account": "green"}, {"published_ts": MONDAY + 86_400}]
)
def test_what_the_demo_and_an_own_import_both_show_becomes_what_the_own_one_says(
    store: Engine, first: str, age: int, made_up: tuple[int, ...], change: dict[str, Any]
) -> None:
    registers(store)
    load(store, full(2))
    alone = contents(store, "import_id")
    with emptied(store).begin() as connection:
        for table in (schema.department, schema.account, schema.site):
            connection.execute(update(table).where(table.c.id.in_(made_up)).values(is_demo=1))
    loads = {"own": lambda: load(store, full(2)), "demo": lambda: load(store, full(age, **change), is_demo=True)}
    for one in sorted(loads, key=lambda one: one != first):
        loads[one]()
    remove(store, ME)
    left = contents(store, "import_id")
    for name in ("account", "department"):  # those without own figures go
        assert left.pop(name) == alone.pop(name)[:1]
    assert left == alone


def test_a_rule_forgets_an_account_of_the_demo(store: Engine) -> None:
    numbers = [add_account(store, ME, city(store), "x", "sport", is_demo=True)]
    numbers.append(add_account(store, ME, add_department(store, ME, "Groen"), "x", "groen"))
    add_tag(store, ME, "Both", "other", Rules(accounts=tuple(numbers)))
    add_tag(store, ME, "Demo", "other", Rules(accounts=(numbers[0],)))
    remove(store, ME)
    rules = {one.name: one.rules.accounts for one in tags(store, ME)}
    assert rules == {"Both": (numbers[1],), "Demo": (GONE,)}


def test_a_topic_stays_without_the_department_that_goes(store: Engine) -> None:
    topics.ready(store)
    kept = add_department(store, ME, "Sport")
    topics.own(store, ME, 1, city(store))
    topics.own(store, ME, 2, kept)
    remove(store, ME)
    owners = {one.id: one.owner_id for one in topics.topics(store, ME)}
    assert (owners[1], owners[2]) == (None, kept) and len(departments(store, ME)) == 1
