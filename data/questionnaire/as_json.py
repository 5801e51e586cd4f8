"""The questionnaire as it is stored with an assessment, so that old results open after an update."""

import json
from collections.abc import Mapping
from dataclasses import asdict, fields, replace
from typing import Any

from data.questionnaire.rows import dimension_of, question_of
from metrics.maturity.questionnaire import Question, Questionnaire


def to_json(questionnaire: Questionnaire) -> str:
    """A questionnaire as JSON; the same questionnaire always gives the same text."""
    return json.dumps(asdict(questionnaire), ensure_ascii=False, sort_keys=True)


def from_json(text: str) -> Questionnaire:
    """A questionnaire from its JSON. Fields that this version does not know are passed over.

    >>> from data.questionnaire.shipped import shipped
    >>> from_json(to_json(shipped())) == shipped()
    True
    """
    said: dict[str, Any] = json.loads(text)
    return Questionnaire(
        version=said["version"],
        dimensions=tuple(map(dimension_of, said["dimensions"])),
        questions=tuple(map(_question, said["questions"])),
        recommendations=said["recommendations"],
        sources=said["sources"],
        oecd=said.get("oecd", {}),
        own_version=said.get("own_version", ""),
    )


def _question(said: Mapping[str, Any]) -> Question:
    known = {one.name for one in fields(Question)}
    question = question_of({name: value for name, value in said.items() if name in known})
    return replace(question, own=bool(said.get("own", False)))
