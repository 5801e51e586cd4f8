"""What the organisation of a synthetic store declared: agreements, a guideline, an assessment, an action, goals.

Two of its stakeholders are named in about a sixth of the posts and replies each, as a well-known one is; the others
hardly ever.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, insert

from data.guidelines import checked
from data.questionnaire import shipped, to_json
from data.schema import (
    action,
    agreed_platform,
    answer,
    assessment,
    goal,
    goal_kpi,
    guideline,
    partner,
    questionnaire,
    respondent,
    stakeholder,
)
from metrics.guidelines.content import Guideline, Use
from metrics.guidelines.content import to_json as as_stored
from metrics.guidelines.rule import rules

STAKEHOLDERS = 20
_KNOWN = (("Buurthuis", ["@buurthuis"]), ("Mill Quay Society", ["Mill Quay"]))
_PARTNERS = 2  # of each department
_PEOPLE = ("Communication adviser", "Policy officer")
_BACK, _TARGET, _DAY = 91, 3, 86_400


def declare(connection: Connection, departments: int, platforms: Sequence[str], newest: int) -> None:
    """Put it all in a store with these departments (ids from 1), where data end on the day `newest`."""
    _agreements(connection, departments, platforms)
    made = {"who": "synthetic", "made_ts": (newest + 1) * _DAY}
    rules_ = checked(Guideline("Synthetic guideline", uses=tuple(Use(rule) for rule in rules())))
    connection.execute(insert(guideline).values(valid_from=newest - 365, content=as_stored(rules_), **made))
    _assessment(connection, newest, made)
    _action(connection, newest, made)
    _goals(connection, departments, made)


def _agreements(connection: Connection, departments: int, platforms: Sequence[str]) -> None:
    rows = [{"platform": one, "reason": "synthetic"} for one in platforms[:4]]
    connection.execute(insert(agreed_platform), rows)
    pairs = [
        {"department_id": one, "partner_id": (one + step - 1) % departments + 1, "times_a_quarter": 3}
        for one in range(1, departments + 1)
        for step in range(1, _PARTNERS + 1)
    ]
    connection.execute(insert(partner), pairs)
    rest = [(f"Stakeholder organisation {one:02}", [f"@organisation{one:02}"]) for one in range(STAKEHOLDERS)]
    named = [*_KNOWN, *rest][:STAKEHOLDERS]
    rows = [{"name": name, "names": json.dumps(others), "field": ""} for name, others in named]
    connection.execute(insert(stakeholder), rows)


def _assessment(connection: Connection, newest: int, made: Mapping[str, Any]) -> None:
    """All questions answered, by two people of two departments."""
    questions = shipped()
    content = to_json(questions)
    kept = {"id": 1, "version": questions.version, "hash": hashlib.sha256(content.encode()).hexdigest()}
    connection.execute(insert(questionnaire).values(**kept, content=content))
    about = {"id": 1, "name": "Synthetic", "questionnaire_id": 1, "day": newest, "target": _TARGET}
    connection.execute(insert(assessment).values(**about, weights="{}", status="open", **made))
    people = [
        {"id": one, "assessment_id": 1, "department_id": one, "role": role, "made_ts": made["made_ts"]}
        for one, role in enumerate(_PEOPLE, start=1)
    ]
    connection.execute(insert(respondent), people)
    said = {"state": "answered", "note": "", "evidence": "[]", "revision": 1, "saved_ts": made["made_ts"]}
    answers = [
        {"respondent_id": one["id"], "question": question.id, "level": (place + place // 5 + one["id"]) % 5, **said}
        for one in people
        for place, question in enumerate(questions.questions)
    ]
    connection.execute(insert(answer), answers)


def _action(connection: Connection, newest: int, made: Mapping[str, Any]) -> None:
    """Registered a quarter ago, so that there is something to judge."""
    start = newest - _BACK
    measured = {"metric": "within_norm", "direction": "up", "control_id": 3, "start_day": start}
    plan = {"assessment_id": 1, "question": "B4", "reason": "contradiction", "title": "Answer in time"}
    plan |= {"department_id": 1, "owner_role": _PEOPLE[0], "status": "doing", "due_day": newest, "expectation": ""}
    connection.execute(insert(action).values(**plan, **measured, registered_ts=(start - 1) * _DAY, **made))


def _goals(connection: Connection, departments: int, made: Mapping[str, Any]) -> None:
    """One of each department: answers in time."""
    ids = range(1, departments + 1)
    connection.execute(insert(goal), [{"id": one, "department_id": one, "title": "Answer", **made} for one in ids])
    number = {"name": "", "metric": "within_norm", "level": "output", "direction": "at_least", "target": 0.8}
    number |= {"set_ts": made["made_ts"]}
    connection.execute(insert(goal_kpi), [{"goal_id": one, "source": "", **number, **made} for one in ids])
