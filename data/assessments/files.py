"""An assessment as a file, to work without a connection, and its way back."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, select

from data.access import Access
from data.assessments.answers import NEVER, answers, save, stored
from data.assessments.file_reading import FORMAT, VERSION, AssessmentFile, read_file
from data.assessments.register import assessments, stored_questionnaire
from data.assessments.respondents import find_or_add, respondents
from data.assessments.scope import open_assessment, require_department_of
from data.assessments.values import fields_of
from data.errors import StoreError
from data.registers.department_register import departments, find_department
from data.schema import answer_change
from data.settings import read_settings
from data.store import writing
from metrics.maturity.answers import Change
from metrics.periods import to_date
from metrics.words import N_, Message

__all__ = ["AssessmentFile", "Merged", "merge_file", "read_file", "to_file"]


@dataclass(frozen=True)
class Merged:
    """What came of a merge: fields taken over, fields that were the same, what a person must choose, what is not known.

    `conflicts` are the values of the file, set aside; `unknown_questions` are not in this assessment,
    `unknown_departments` not in this store: their answers were left out.
    """

    taken: int
    unchanged: int
    conflicts: tuple[Change, ...]
    unknown_questions: tuple[str, ...] = ()
    unknown_departments: tuple[str, ...] = ()
    other_version: str = ""


def to_file(engine: Engine, access: Access, assessment_id: int) -> bytes:
    """An assessment as JSON: the roles, and every answer with its note and evidence. Opens with `read_file`."""
    names = dict(departments(engine, access)[["id", "name"]].itertuples(index=False, name=None))
    about = next((one for one in assessments(engine, access) if one.id == assessment_id), None)
    if about is None:
        raise StoreError(Message("no_assessment", N_("This assessment no longer exists. Load the page again.")))
    people = {one.id: one for one in respondents(engine, access, assessment_id)}
    roles = {
        key: {"department": names.get(one.department_id or 0, ""), "role": one.role} for key, one in people.items()
    }
    content = {
        "format": FORMAT,
        "format_version": VERSION,
        "demo": about.is_demo,
        "organisation": read_settings(engine, access).organisation,
        "name": about.name,
        "day": to_date(about.day).isoformat(),
        "target": about.target,
        "questionnaire": about.version,
        "respondents": list(roles.values()),
        "answers": [
            {**roles[one.respondent_id], "question": one.question, **fields_of(one)}
            for one in sorted(answers(engine, access, assessment_id), key=lambda one: (one.respondent_id, one.question))
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=1).encode()


def merge_file(engine: Engine, access: Access, assessment_id: int, file: AssessmentFile) -> Merged:
    """Add the answers of a file to an open assessment. Nothing is overwritten.

    Roles are matched by department and name, new ones are added. A field that has no value yet takes that of the
    file; where both have one and they differ, the file's goes to the history, set aside, for a person to choose. The
    same file again changes nothing. Raises `StoreError` for a closed assessment and for made-up answers in one that is
    not, and `AccessDeniedError`.
    """
    access.require("write")
    with writing(engine) as connection:
        of_demo = open_assessment(connection, assessment_id).is_demo
        if file.is_demo and not of_demo:
            words = N_("This file has made-up answers of the demo. Merge it into an assessment of the demo.")
            raise StoreError(Message("file_demo", words))
        questionnaire = stored_questionnaire(connection, assessment_id)
        known = {one.id for one in questionnaire.questions}
        ids, lost = {}, []
        for name, role in file.roles:
            department = find_department(connection, name) if name else None
            if name and department is None:
                lost.append(name)
                continue
            require_department_of(access, department)
            ids[name, role] = find_or_add(connection, assessment_id, department, role)
        taken, same = 0, 0
        conflicts: list[Change] = []
        for one in file.answers:
            respondent_id = ids.get((one.department, one.role))
            if respondent_id is None or one.question not in known:
                continue
            said = {name: value for name, value in one.fields.items() if value not in (None, "", [])}
            new = _news(connection, respondent_id, one.question, said)
            saved = save(connection, access, respondent_id, one.question, new, NEVER)
            conflicts += saved.set_aside
            taken += len(new) - len(saved.set_aside)
            same += len(said) - len(new)
    version = " + ".join(filter(None, (questionnaire.version, questionnaire.own_version)))
    return Merged(
        taken=taken,
        unchanged=same,
        conflicts=tuple(conflicts),
        unknown_questions=tuple(sorted({one.question for one in file.answers} - known)),
        unknown_departments=tuple(dict.fromkeys(lost)),
        other_version=file.version if file.version != version else "",
    )


def _news(connection: Connection, respondent_id: int, question: str, said: Mapping[str, Any]) -> dict[str, Any]:
    """The values that are not in the store yet: not as the answer, and not in its history as set aside."""
    now = fields_of(stored(connection, respondent_id, question))
    statement = select(answer_change.c.field, answer_change.c.new).where(
        answer_change.c.respondent_id == respondent_id,
        answer_change.c.question == question,
        answer_change.c.set_aside == 1,
    )
    aside = [(field, json.loads(value)) for field, value in connection.execute(statement)]
    return {name: value for name, value in said.items() if value != now[name] and (name, value) not in aside}
