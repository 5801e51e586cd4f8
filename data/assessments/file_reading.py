"""Reading a file of answers: whatever was sent, what comes out can be merged."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from data.assessments.respondents import check_role
from data.assessments.values import checked
from data.errors import StoreError
from data.texts import storable
from metrics.maturity.answers import FIELDS
from metrics.words import N_, Message

FORMAT, VERSION = "answerable-assessment", 1
LARGEST = 10_000_000
"""Bytes; an assessment with forty respondents has far fewer."""


@dataclass(frozen=True)
class FileAnswer:
    """What a file says about one question of one role. `department` is its name, "" for the whole organisation."""

    department: str
    role: str
    question: str
    fields: Mapping[str, Any]


@dataclass(frozen=True)
class AssessmentFile:
    """A file of answers: of which questionnaire, and who said what. `roles` also has who answered nothing yet.

    `is_demo`: the answers are made up.
    """

    version: str
    roles: tuple[tuple[str, str], ...]
    answers: tuple[FileAnswer, ...]
    is_demo: bool = False


def read_file(content: bytes) -> AssessmentFile:
    """A file of answers, checked. Raises `StoreError` that says what is wrong, in which answer, and what to do."""
    if len(content) > LARGEST:
        words = N_("This file is too large to be an assessment. Choose the JSON file that was saved here.")
        raise StoreError(Message("file_large", words))
    try:
        said = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise _no_assessment() from error
    if not isinstance(said, dict) or said.get("format") != FORMAT:
        raise _no_assessment()
    if said.get("format_version") != VERSION:
        words = N_(
            "This file was saved by a newer version of the product. Update this one, or save the file there anew."
        )
        raise StoreError(Message("file_version", words))
    rows = said.get("answers", [])
    people = said.get("respondents", [])
    if not isinstance(rows, list) or not isinstance(people, list):
        raise _no_assessment()
    found = tuple(_answer(row, number) for number, row in enumerate(rows, 1))
    roles = [_role(row, number) for number, row in enumerate(people, 1)] + [(one.department, one.role) for one in found]
    version = storable(str(said.get("questionnaire", "")))
    return AssessmentFile(version, tuple(dict.fromkeys(roles)), found, is_demo=bool(said.get("demo")))


def _answer(row: Any, number: int) -> FileAnswer:
    place = {"n": number}
    if not isinstance(row, dict) or not isinstance(row.get("question"), str):
        words = N_("Answer {n} of the file has no question. Correct it, or remove it from the file.")
        raise StoreError(Message("file_answer", words, place))
    department, role = _role(row, number)
    question = storable(row["question"])
    try:
        fields = checked({name: row[name] for name in FIELDS if name in row})
    except StoreError as error:
        words = N_("Answer {n} of the file ({question}) cannot be read. {problem}")
        values = {**place, "question": question, "problem": error.message}
        raise StoreError(Message("file_answer", words, values)) from error
    except (TypeError, AttributeError) as error:
        words = N_("Answer {n} of the file ({question}) has a field that cannot be read. Correct it, or remove it.")
        raise StoreError(Message("file_answer", words, {**place, "question": question})) from error
    return FileAnswer(department, role, question, fields)


def _role(row: Any, number: int) -> tuple[str, str]:
    if not isinstance(row, dict) or not isinstance(row.get("role"), str):
        words = N_("Row {n} of the file does not say whose role it is. Correct it, or remove it from the file.")
        raise StoreError(Message("file_role", words, {"n": number}))
    return storable(str(row.get("department") or "")), check_role(row["role"])


def _no_assessment() -> StoreError:
    words = N_("This is no file of an assessment. Choose the JSON file that was saved here.")
    return StoreError(Message("no_assessment_file", words))
