"""Assessments in the store: their rounds, respondents and answers."""

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Engine, insert, select, update

from data import questionnaire as shipped_questionnaire
from data.access import Access
from data.schema import answer, assessment, questionnaire, respondent
from data.store import writing
from metrics.maturity.answers import Answer, Respondent
from metrics.maturity.questionnaire import Questionnaire
from metrics.periods import to_day


@dataclass(frozen=True)
class Assessment:
    """A round of answers."""

    id: int
    name: str
    day: int
    target: int
    weights: Mapping[str, float]
    status: str
    version: str
    is_demo: bool


@dataclass(frozen=True)
class Saved:
    """What a save did."""

    answer: Answer
    set_aside: tuple[Any, ...] = ()


def assessments(engine: Engine, access: Access) -> list[Assessment]:
    """The assessments, newest first."""
    statement = (
        select(assessment, questionnaire.c.version)
        .join(questionnaire)
        .order_by(assessment.c.day.desc(), assessment.c.id.desc())
    )
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


def start_assessment(
    engine: Engine,
    access: Access,
    name: str,
    day: date,
    questionnaire: Questionnaire,
    target: int = 3,
    is_demo: bool = False,
) -> int:
    """Begin one; its id."""
    from data.schema import questionnaire as table

    content = json.dumps([one.id for one in questionnaire.questions])
    with writing(engine) as connection:
        known = connection.scalar(select(table.c.id).where(table.c.hash == content[:200]))
        if known is None:
            made = insert(table).values(version=questionnaire.version, hash=content[:200], content=content)
            known = connection.scalars(made.returning(table.c.id)).one()
        values = {"name": name, "questionnaire_id": known, "day": to_day(day), "target": target, "weights": "{}"}
        values |= {"status": "open", "who": access.who, "made_ts": int(time.time()), "is_demo": int(is_demo)}
        return int(connection.scalars(insert(assessment).values(**values).returning(assessment.c.id)).one())


def questionnaire_of(engine: Engine, access: Access, assessment_id: int) -> Questionnaire:
    """Its questions."""
    return shipped_questionnaire.shipped()


def respondents(engine: Engine, access: Access, assessment_id: int) -> list[Respondent]:
    """Who answers."""
    statement = select(respondent).where(respondent.c.assessment_id == assessment_id).order_by(respondent.c.id)
    with engine.connect() as connection:
        return [
            Respondent(row.id, row.assessment_id, row.department_id, row.role) for row in connection.execute(statement)
        ]


def add_respondent(engine: Engine, access: Access, assessment_id: int, department_id: int | None, role: str) -> int:
    """Add a role."""
    with writing(engine) as connection:
        values = {"assessment_id": assessment_id, "department_id": department_id, "role": role}
        made = insert(respondent).values(**values, made_ts=int(time.time())).returning(respondent.c.id)
        return int(connection.scalars(made).one())


def answers(engine: Engine, access: Access, assessment_id: int) -> list[Answer]:
    """The answers."""
    statement = (
        select(answer).join(respondent).where(respondent.c.assessment_id == assessment_id).order_by(answer.c.question)
    )
    with engine.connect() as connection:
        return [
            Answer(row.respondent_id, row.question, row.state, row.level, row.note, row.confidence)
            for row in connection.execute(statement)
        ]


def save_answer(
    engine: Engine, access: Access, respondent_id: int, question: str, changes: Mapping[str, Any], seen: int
) -> Saved:
    """Save the level."""
    level = changes["level"]
    state: Any = "answered" if isinstance(level, int) else level or "open"
    number = level if isinstance(level, int) else None
    values = {"state": state, "level": number, "note": "", "evidence": "[]", "revision": 1, "saved_ts": 0}
    here = (answer.c.respondent_id == respondent_id, answer.c.question == question)
    with writing(engine) as connection:
        if not connection.execute(update(answer).where(*here).values(**values)).rowcount:
            connection.execute(insert(answer).values(respondent_id=respondent_id, question=question, **values))
    return Saved(Answer(respondent_id, question, state, number))
