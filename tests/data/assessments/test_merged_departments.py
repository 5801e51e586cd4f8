"""Departments that go up in one: what was answered, planned and agreed for both is kept."""

import pytest
from sqlalchemy import Engine, insert, select

from data.access import LOCAL_ADMINISTRATOR as ME
from data.assessments import add_respondent, answers, respondents, save_answer
from data.assessments.files import read_file, to_file
from data.registers import add_department, merge_departments
from data.schema import action, action_change, partner
from tests.data.assessments.rounds import Round, begin


def test_a_role_of_both_keeps_both_answers(store: Engine) -> None:
    one = begin(store)
    other = add_respondent(store, ME, one.id, one.blue, "teamleider")
    for who, level in ((one.lead, 3), (other, 1)):
        save_answer(store, ME, who, "B4", {"level": level}, 0)
    merge_departments(store, ME, one.blue, one.green)
    found = [(who.id, who.department_id, who.role) for who in respondents(store, ME, one.id)]
    assert found == [(one.lead, one.green, "Teamleider"), (other, one.green, "teamleider (2)")]
    assert {said.respondent_id: said.level for said in answers(store, ME, one.id)} == {one.lead: 3, other: 1}


def test_a_long_role_of_both_can_still_be_saved_and_read(store: Engine) -> None:
    one = begin(store)
    for department in (one.green, one.blue):
        add_respondent(store, ME, one.id, department, "x" * 80)
    merge_departments(store, ME, one.blue, one.green)
    assert [who.role[-5:] for who in respondents(store, ME, one.id)] == ["eider", "xxxxx", "x (2)"]
    assert len(read_file(to_file(store, ME, one.id)).roles) == 3


def act(store: Engine, department: int | None, control: int | None) -> int:
    values = {"question": "B4", "reason": "own", "title": "Rooster", "owner_role": "Lead", "status": "idea"}
    values |= {"expectation": "", "who": "me", "made_ts": 1, "department_id": department, "control_id": control}
    with store.begin() as connection:
        return int(connection.scalars(insert(action).values(values).returning(action.c.id)).one())


def test_actions_move_and_are_not_compared_with_themselves(store: Engine) -> None:
    one = begin(store)
    sport = add_department(store, ME, "Sport")
    made = [act(store, *pair) for pair in ((one.blue, sport), (sport, one.blue), (one.blue, one.green), (None, None))]
    merge_departments(store, ME, one.blue, one.green)
    with store.connect() as connection:
        rows = {row.id: (row.department_id, row.control_id) for row in connection.execute(select(action))}
    assert [rows[number] for number in made] == [
        (one.green, sport),
        (sport, one.green),
        (one.green, None),
        (None, None),
    ]
    with store.connect() as connection:
        changes = connection.execute(select(action_change)).all()
    assert [(row.action_id, row.field, row.old, row.new) for row in changes] == [
        (made[2], "control_id", str(one.green), None)
    ]


def agree(store: Engine, department: int, other: int, times: int, is_demo: bool = False) -> None:
    values = {"department_id": department, "partner_id": other, "times_a_quarter": times, "is_demo": int(is_demo)}
    with store.begin() as connection:
        connection.execute(insert(partner).values(values))


def agreed(store: Engine) -> set[tuple[int, ...]]:
    with store.connect() as connection:
        return {tuple(row) for row in connection.execute(select(partner))}


@pytest.fixture
def one(store: Engine) -> Round:
    return begin(store)


def test_partners_move_once_and_nobody_is_their_own(store: Engine, one: Round) -> None:
    sport, culture = add_department(store, ME, "Sport"), add_department(store, ME, "Cultuur")
    agree(store, one.green, one.blue, 3)
    agree(store, one.blue, one.green, 3)
    agree(store, one.green, sport, 2)
    agree(store, one.blue, sport, 5)
    agree(store, culture, one.blue, 4)
    agree(store, culture, sport, 1)
    merge_departments(store, ME, one.blue, one.green)
    assert agreed(store) == {(one.green, sport, 5, 0), (culture, one.green, 4, 0), (culture, sport, 1, 0)}


@pytest.mark.parametrize(("real", "made_up"), [(2, 5), (3, 3)])
def test_a_real_agreement_is_not_lost_to_one_of_the_demo(store: Engine, one: Round, real: int, made_up: int) -> None:
    sport = add_department(store, ME, "Sport")
    agree(store, one.blue, sport, made_up, is_demo=True)
    agree(store, one.green, sport, real)
    merge_departments(store, ME, one.blue, one.green)
    assert agreed(store) == {(one.green, sport, real, 0)}
