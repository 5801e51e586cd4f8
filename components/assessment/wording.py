"""What an answer is called: its level with the anchor, "don't know", how sure somebody is."""

from collections.abc import Mapping, Sequence
from typing import Any

from components.i18n import _
from components.in_language import words
from metrics.maturity.answers import Answer, Confidence, Evidence
from metrics.maturity.questionnaire import LEVELS, Question
from metrics.words import N_

OPTIONS: tuple[str, ...] = (*map(str, LEVELS), "dont_know", "not_applicable")
"""What can be chosen, as codes."""

CONFIDENCES: dict[Confidence, str] = {"low": N_("low"), "medium": N_("medium"), "high": N_("high")}

FIELDS: dict[str, str] = {
    "level": N_("Answer"),
    "note": N_("Note"),
    "confidence": N_("How sure"),
    "evidence": N_("Evidence"),
}
"""What is saved apart, as people read it."""


def option_of(answer: Answer) -> str | None:
    """The option that an answer chose, or None when it is still open.

    >>> option_of(Answer(1, "A1", "answered", 3)), option_of(Answer(1, "A1", "dont_know")), option_of(Answer(1, "A1"))
    ('3', 'dont_know', None)
    """
    if answer.state == "answered":
        return str(answer.level)
    return None if answer.state == "open" else answer.state


def level_of(option: str | None) -> int | str | None:
    """What is stored for an option: a level, a state, or None for open.

    >>> level_of("3"), level_of("dont_know"), level_of(None)
    (3, 'dont_know', None)
    """
    return int(option) if option is not None and option.isdigit() else option


def option_words(option: str, question: Question) -> str:
    """An option in full: the level with its anchor. Escape it before it is shown."""
    if option == "dont_know":
        return _("Don't know")
    if option == "not_applicable":
        return _("Not applicable")
    return _("{level} · {anchor}", level=int(option), anchor=words(question.anchors[int(option)]))


def survey_words(question: str) -> str:
    """The OECD survey's own question beside ours."""
    return _(
        "The OECD survey of 2013 asked national governments: “{question}”. Our wording differs.", question=question
    )


def value_words(field: str, value: Any, question: Question) -> str:
    """A value of one field of an answer, as it stands in its history. Escape it before it is shown."""
    if value is None or value in ("", [], ()):
        return _("nothing")
    if field == "level":
        option = str(value)
        return option_words(option, question) if option in OPTIONS else option
    if field == "confidence":
        return _(CONFIDENCES[value]) if value in CONFIDENCES else str(value)
    if field == "evidence" and isinstance(value, Sequence):
        return "; ".join(_title(one) for one in value)
    return str(value)


def _title(evidence: object) -> str:
    if isinstance(evidence, Evidence):
        return evidence.title
    return str(evidence.get("title", "")) if isinstance(evidence, Mapping) else str(evidence)
