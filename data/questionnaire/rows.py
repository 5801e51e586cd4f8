"""From what a file says to questions and dimensions; a text without English has the other language."""

from collections.abc import Mapping
from typing import Any

from metrics.maturity.questionnaire import Dimension, Question, Words


def words_of(said: Mapping[str, str] | None) -> Words:
    """The words of a text, with English always among them.

    >>> words_of({"nl": "Vraag"})
    {'nl': 'Vraag', 'en': 'Vraag'}
    """
    if not said:
        return {"en": ""}
    return dict(said) if "en" in said else {**said, "en": next(iter(said.values()))}


def question_of(said: Mapping[str, Any], own: bool = False) -> Question:
    """A question of a file that the schema accepts."""
    improvements = said.get("improvements", {})
    return Question(
        id=said["id"],
        dimension=said["dimension"],
        text=words_of(said["text"]),
        help=words_of(said.get("help")),
        anchors=tuple(map(words_of, said["anchors"])),
        improvements={int(level): tuple(map(words_of, texts)) for level, texts in improvements.items()},
        contradicted_by=words_of(said.get("contradicted_by")),
        checks=tuple(said.get("checks", ())),
        brief=tuple(said.get("brief", ())),
        sources=tuple(said.get("sources", ())),
        oecd=said.get("oecd"),
        weight=float(said.get("weight", 1)),
        own=own,
    )


def dimension_of(said: Mapping[str, Any]) -> Dimension:
    """A dimension of a file that the schema accepts."""
    return Dimension(said["id"], words_of(said["title"]), said.get("recommendation", ""), float(said.get("weight", 1)))
