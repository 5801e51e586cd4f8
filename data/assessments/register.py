"""The assessments: dated rounds of answers to one questionnaire."""

import hashlib
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Engine, delete, exists, insert, not_, select, update

from data.access import Access
from data.assessments.scope import CLOSED, OPEN, existing, open_assessment
from data.errors import StoreError
from data.questionnaire import from_json, to_json
from data.registers.department_register import require_all_departments
from data.schema import action, answer, answer_change, assessment, questionnaire, respondent
from data.store import writing
from data.texts import one_line
from metrics.maturity.questionnaire import LEVELS, Questionnaire
from metrics.periods import to_day
from metrics.words import N_, Message

LONGEST_NAME = 120
MOST_WEIGHT = 10.0


@dataclass(frozen=True)
class Assessment:
    """A dated round of answers. `day` is a day number, `version` that of the questionnaire with its own part.

    `weights` are by dimension; one that is not in it has the weight of the questionnaire.
    """

    id: int
    name: str
    day: int
    target: int
    weights: Mapping[str, float]
    status: str
    version: str
    is_demo: bool


def assessments(engine: Engine, access: Access) -> list[Assessment]:
    """All assessments, the newest first. Raises `AccessDeniedError`."""
    access.require("read")
    statement = select(assessment, questionnaire.c.version).join(questionnaire)
    statement = statement.order_by(assessment.c.day.desc(), assessment.c.id.desc())
    with engine.connect() as connection:
        return [
            Assessment(
                row.id,
                row.name,
                row.day,
                row.target,
                json.loads(row.weights),
                row.status,
                row.version,
                bool(row.is_demo),
            )
            for row in connection.execute(statement)
        ]


def questionnaire_of(engine: Engine, access: Access, assessment_id: int) -> Questionnaire:
    """The questions of an assessment as they were when it began. Raises `StoreError` when it is gone."""
    access.require("read")
    with engine.connect() as connection:
        return stored_questionnaire(connection, assessment_id)


def stored_questionnaire(connection: Connection, assessment_id: int) -> Questionnaire:
    """The same within a transaction."""
    row = existing(connection, assessment_id)
    content = select(questionnaire.c.content).where(questionnaire.c.id == row.questionnaire_id)
    return from_json(connection.scalars(content).one())


def start_assessment(
    engine: Engine,
    access: Access,
    name: str,
    day: date,
    questions: Questionnaire,
    target: int = 3,
    is_demo: bool = False,
) -> int:
    """Begin an assessment with these questions, about a day; its id. `target` is the level to reach.

    The questions are kept with it, so that it opens the same after an update. Raises `StoreError` for values that
    cannot be, and `AccessDeniedError`: for all departments.
    """
    require_all_departments(access)
    values = {"name": _name(name), "day": to_day(day), "target": _target(target), "weights": "{}", "status": OPEN}
    values |= {"who": access.who, "made_ts": int(time.time()), "is_demo": int(is_demo)}
    with writing(engine) as connection:
        kept = _kept(connection, questions)
        made = insert(assessment).values(**values, questionnaire_id=kept).returning(assessment.c.id)
        return int(connection.scalars(made).one())


def close_assessment(engine: Engine, access: Access, assessment_id: int) -> None:
    """Stop the answering; scores stay, and it can be opened again."""
    _change(engine, access, assessment_id, status=CLOSED)


def reopen_assessment(engine: Engine, access: Access, assessment_id: int) -> None:
    """Let people answer again."""
    _change(engine, access, assessment_id, status=OPEN)


def rename_assessment(engine: Engine, access: Access, assessment_id: int, name: str) -> None:
    """Another name for an assessment, also for a closed one. Raises `StoreError` for a name that cannot be."""
    _change(engine, access, assessment_id, name=_name(name))


def set_target(engine: Engine, access: Access, assessment_id: int, target: int) -> None:
    """Another level to reach, 0 to 4, in an open assessment."""
    _change(engine, access, assessment_id, must_be_open=True, target=_target(target))


def set_weights(engine: Engine, access: Access, assessment_id: int, weights: Mapping[str, float]) -> None:
    """Other weights of dimensions in the total of an open assessment. Raises `StoreError` for what cannot be."""
    with engine.connect() as connection:
        known = {dimension.id for dimension in stored_questionnaire(connection, assessment_id).dimensions}
    for name, weight in weights.items():
        if name not in known or not 0 <= weight <= MOST_WEIGHT:
            words = N_("A weight must be between 0 and {most}, for a dimension of the questionnaire.")
            raise StoreError(Message("weight", words, {"most": MOST_WEIGHT}))
    if known <= weights.keys() and not any(weights.values()):
        raise StoreError(Message("no_weight", N_("All dimensions have weight 0. Give at least one a weight above 0.")))
    _change(engine, access, assessment_id, must_be_open=True, weights=json.dumps(dict(sorted(weights.items()))))


def remove_assessment(engine: Engine, access: Access, assessment_id: int) -> None:
    """Remove an assessment with its answers and their history. Actions that came from it stay in the plan."""
    require_all_departments(access)
    with writing(engine) as connection:
        existing(connection, assessment_id)
        drop_assessments(connection, [assessment_id])


def drop_assessments(connection: Connection, ids: list[int]) -> None:
    """Remove assessments, what was answered in them, and questionnaires that nobody uses any more."""
    theirs = select(respondent.c.id).where(respondent.c.assessment_id.in_(ids))
    for answered in (answer_change, answer):
        connection.execute(delete(answered).where(answered.c.respondent_id.in_(theirs)))
    connection.execute(delete(respondent).where(respondent.c.assessment_id.in_(ids)))
    connection.execute(update(action).where(action.c.assessment_id.in_(ids)).values(assessment_id=None))
    connection.execute(delete(assessment).where(assessment.c.id.in_(ids)))
    used = exists().where(assessment.c.questionnaire_id == questionnaire.c.id)
    connection.execute(delete(questionnaire).where(not_(used)))


def _change(engine: Engine, access: Access, assessment_id: int, must_be_open: bool = False, **values: Any) -> None:
    require_all_departments(access)
    with writing(engine) as connection:
        (open_assessment if must_be_open else existing)(connection, assessment_id)
        connection.execute(update(assessment).where(assessment.c.id == assessment_id).values(**values))


def _kept(connection: Connection, questions: Questionnaire) -> int:
    content = to_json(questions)
    digest = hashlib.sha256(content.encode()).hexdigest()
    found = connection.scalar(select(questionnaire.c.id).where(questionnaire.c.hash == digest))
    if found is not None:
        return int(found)
    version = " + ".join(filter(None, (questions.version, questions.own_version)))
    made = insert(questionnaire).values(version=version, hash=digest, content=content).returning(questionnaire.c.id)
    return int(connection.scalars(made).one())


def _name(name: str) -> str:
    clean = one_line(name)
    if not 0 < len(clean) <= LONGEST_NAME:
        words = N_("Give the assessment a name of at most {most} characters, such as “Autumn 2026”.")
        raise StoreError(Message("assessment_name", words, {"most": LONGEST_NAME}))
    return clean


def _target(target: int) -> int:
    if target not in LEVELS:
        raise StoreError(Message("target", N_("The level to reach must be between 0 and 4.")))
    return target
