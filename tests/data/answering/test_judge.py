"""A norm that is set, changed or removed judges the questions of its days, for real."""

from typing import Any

import pytest
from sqlalchemy import Engine, select

from data.access import LOCAL_ADMINISTRATOR as ME
from data.norms import add_norm, remove_norm
from data.registers import merge_departments, update_account
from data.schema import conversation, rollup_answer, rollup_answer_month
from metrics.norms import OFFICE_HOURS, Norm
from metrics.norms.versions import Scope
from tests.data.answering.messages import HOUR, LATER, answer, asked
from tests.loaders.sample_batches import MONDAY, batch, load, post, registers

MONDAY_DAY = 20_633
FOUR = Norm("working_hours", 4, 0.8, OFFICE_HOURS, "Europe/Amsterdam", "NL")


@pytest.fixture(autouse=True)
def _answered_after_five_hours(store: Engine) -> None:
    """Asked on Monday at 13:00, answered at 18:00, after closing time: four open hours."""
    registers(store)
    load(store, batch([post("1")], [asked("10"), answer("11", "10", 6)], exported_ts=LATER))


def state(engine: Engine) -> tuple[int, int, int]:
    """The deadline in hours after the question, and whether it was in time by the rollups of day and month."""
    with engine.connect() as connection:
        due = connection.scalars(select(conversation.c.due_ts)).one()
        sums = [connection.scalars(select(table.c.in_time)).one() for table in (rollup_answer, rollup_answer_month)]
    return (due - MONDAY) // HOUR - 1, sums[0], sums[1]


def test_a_stricter_norm_and_its_removal(store: Engine) -> None:
    assert state(store) == (24, 1, 1)
    shares: list[float] = []
    strict = add_norm(store, ME, Scope(), 20_000, Norm("hours", 2), progress=shares.append)
    assert state(store) == (2, 0, 0)
    assert shares[-1] == 1 and shares == sorted(shares)
    remove_norm(store, ME, strict)
    assert state(store) == (24, 1, 1)


def test_questions_are_judged_by_the_norm_of_their_day(store: Engine) -> None:
    add_norm(store, ME, Scope(), MONDAY_DAY + 1, Norm("hours", 2))
    assert state(store) == (24, 1, 1)
    add_norm(store, ME, Scope(), MONDAY_DAY, FOUR)
    assert state(store) == (4, 0, 0), "open until 17:00, so the deadline is closing time and the answer came after it"


@pytest.mark.parametrize(
    ("scope", "concerned"),
    [
        (Scope(account_id=1), True),
        (Scope(account_id=2), False),
        (Scope(department_id=1), True),
        (Scope(department_id=2), False),
    ],
)
def test_a_norm_is_for_whom_it_is(store: Engine, scope: Any, concerned: bool) -> None:
    add_norm(store, ME, scope, 20_000, Norm("hours", 2))
    assert state(store)[1] == (not concerned)


def test_an_account_that_moves_gets_the_norm_of_its_new_department(store: Engine) -> None:
    add_norm(store, ME, Scope(department_id=2), 20_000, Norm("hours", 2))
    update_account(store, ME, 1, department_id=2)
    assert state(store) == (2, 0, 0)
    update_account(store, ME, 1, department_id=1)
    assert state(store) == (24, 1, 1)


def test_merged_departments_have_one_norm(store: Engine) -> None:
    add_norm(store, ME, Scope(department_id=2), 20_000, Norm("hours", 2))
    merge_departments(store, ME, 1, 2)
    assert state(store) == (2, 0, 0)
