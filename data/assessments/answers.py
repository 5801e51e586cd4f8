"""Answers: saved field by field, so that two people at once lose nothing, and kept with their history."""

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, Row, insert, select, update

from data.access import Access
from data.assessments.register import stored_questionnaire
from data.assessments.scope import open_respondent, seen
from data.assessments.values import answer_of, checked, columns_of, fields_of
from data.errors import StoreError
from data.schema import answer, answer_change, respondent
from data.store import answering
from metrics.maturity.answers import Answer, Change
from metrics.words import N_, Message

NEVER = 0
"""The revision of an answer that was never saved."""


@dataclass(frozen=True)
class Saved:
    """The answer as it is stored now, and what was set aside because somebody else changed the same in between."""

    answer: Answer
    set_aside: tuple[Change, ...]


def answers(engine: Engine, access: Access, assessment_id: int) -> list[Answer]:
    """All answers that were ever saved in an assessment. Raises `AccessDeniedError`."""
    statement = select(answer).join(respondent).where(respondent.c.assessment_id == assessment_id, *seen(access))
    with engine.connect() as connection:
        return [answer_of(row) for row in connection.execute(statement)]


def save_answer(
    engine: Engine, access: Access, respondent_id: int, question: str, changes: Mapping[str, Any], seen: int
) -> Saved:
    """Save the changed fields of an answer (`metrics.maturity.answers.FIELDS`).

    `seen` is the revision that the person saw. A field that somebody else changed since then keeps their value; the new
    one goes to the history, set aside, and is told. Fields that nobody touched are saved. One transaction, and there is
    one writer at a time. Raises `StoreError` for values that cannot be and for a closed assessment, and
    `AccessDeniedError`.
    """
    clean = checked(changes)
    with answering(engine) as connection:
        row = open_respondent(connection, access, respondent_id)
        _require_question(connection, row.assessment_id, question)
        return save(connection, access, respondent_id, question, clean, seen)


def save(
    connection: Connection, access: Access, respondent_id: int, question: str, clean: Mapping[str, Any], seen: int
) -> Saved:
    """The same within a transaction, for checked fields of an open assessment."""
    before = stored(connection, respondent_id, question)
    fields = fields_of(before)
    different = {name: value for name, value in clean.items() if value != fields[name]}
    taken = _changed_since(connection, respondent_id, question, seen) if seen < before.revision else set()
    kept = {name: value for name, value in different.items() if name not in taken}
    now, revision = int(time.time()), before.revision + bool(kept)
    made = [
        Change(respondent_id, question, name, fields[name], value, name in taken, access.who, now)
        for name, value in different.items()
    ]
    aside = tuple(_note(connection, change, revision) for change in made if change.set_aside)
    for change in made:
        if not change.set_aside:
            _note(connection, change, revision)
    if kept:
        _store(connection, before, {**columns_of({**fields, **kept}), "revision": revision, "saved_ts": now})
    return Saved(stored(connection, respondent_id, question), aside)


def history(engine: Engine, access: Access, assessment_id: int, question: str | None = None) -> list[Change]:
    """Every change of the answers of an assessment, or of one question, the oldest first."""
    statement = select(answer_change).join(respondent).where(respondent.c.assessment_id == assessment_id, *seen(access))
    if question is not None:
        statement = statement.where(answer_change.c.question == question)
    with engine.connect() as connection:
        return [_change(row) for row in connection.execute(statement.order_by(answer_change.c.id))]


def stored(connection: Connection, respondent_id: int, question: str) -> Answer:
    """The answer as it is now, within a transaction."""
    same = (answer.c.respondent_id == respondent_id, answer.c.question == question)
    row = connection.execute(select(answer).where(*same)).one_or_none()
    return Answer(respondent_id, question) if row is None else answer_of(row)


def _changed_since(connection: Connection, respondent_id: int, question: str, revision: int) -> set[str]:
    """The fields that were saved after a revision."""
    statement = select(answer_change.c.field).where(
        answer_change.c.respondent_id == respondent_id,
        answer_change.c.question == question,
        answer_change.c.revision > revision,
        answer_change.c.set_aside == 0,
    )
    return set(connection.scalars(statement))


def _note(connection: Connection, change: Change, revision: int) -> Change:
    """Write a change to the history; the change with its id."""
    values = {
        "respondent_id": change.respondent_id,
        "question": change.question,
        "field": change.field,
        "old": json.dumps(change.old, ensure_ascii=False),
        "new": json.dumps(change.new, ensure_ascii=False),
        "revision": revision,
        "set_aside": int(change.set_aside),
        "who": change.who,
        "made_ts": change.made_ts,
    }
    return _change(connection.execute(insert(answer_change).values(values).returning(answer_change)).one())


def _store(connection: Connection, before: Answer, columns: Mapping[str, Any]) -> None:
    if before.revision == NEVER:
        key = {"respondent_id": before.respondent_id, "question": before.question}
        connection.execute(insert(answer).values(**key, **columns))
        return
    same = (answer.c.respondent_id == before.respondent_id, answer.c.question == before.question)
    connection.execute(update(answer).where(*same).values(**columns))


def _change(row: Row[Any]) -> Change:
    return Change(
        respondent_id=row.respondent_id,
        question=row.question,
        field=row.field,
        old=json.loads(row.old),
        new=json.loads(row.new),
        set_aside=bool(row.set_aside),
        who=row.who,
        made_ts=row.made_ts,
        id=row.id,
    )


def _require_question(connection: Connection, assessment_id: int, question: str) -> None:
    known = {one.id for one in stored_questionnaire(connection, assessment_id).questions}
    if question not in known:
        words = N_("The question {question} is not in this assessment. Load the page again.")
        raise StoreError(Message("no_question", words, {"question": question}))
