"""The four fields of an answer as they are checked, stored and compared."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import Row

from data.errors import StoreError
from data.texts import one_line, storable
from metrics.maturity.answers import FIELDS, Answer, Evidence
from metrics.maturity.questionnaire import LEVELS
from metrics.words import N_, Message

LONGEST_NOTE = 4_000
LONGEST_FIELD = 400
MOST_EVIDENCE = 20
_UNKNOWN = ("dont_know", "not_applicable")
_SURE = (None, "low", "medium", "high")
_KINDS = ("document", "figure")
_PAGE = re.compile(r"[a-z_]+(\?[^\\\s]*)?")
"""The address of a page of the product, such as responsiveness?period=13w."""


def fields_of(answer: Answer) -> dict[str, Any]:
    """An answer as its four fields, in plain values.

    >>> fields_of(Answer(1, "B4", "dont_know"))["level"]
    'dont_know'
    """
    level: int | str | None = answer.level
    if answer.state in _UNKNOWN:
        level = answer.state
    evidence = [asdict(one) for one in answer.evidence]
    return {"level": level, "note": answer.note, "confidence": answer.confidence, "evidence": evidence}


def columns_of(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The four fields as columns of the store."""
    level = fields["level"]
    state = "open" if level is None else level if level in _UNKNOWN else "answered"
    return {
        "state": state,
        "level": level if state == "answered" else None,
        "note": fields["note"],
        "confidence": fields["confidence"],
        "evidence": json.dumps(fields["evidence"], ensure_ascii=False),
    }


def answer_of(row: Row[Any]) -> Answer:
    """A stored row as an answer."""
    return Answer(
        respondent_id=row.respondent_id,
        question=row.question,
        state=row.state,
        level=row.level,
        note=row.note,
        confidence=row.confidence,
        evidence=tuple(Evidence(**one) for one in json.loads(row.evidence)),
        revision=row.revision,
        saved_ts=row.saved_ts,
    )


def checked(changes: Mapping[str, Any]) -> dict[str, Any]:
    """The changed fields in plain values. Raises `StoreError` for a value that cannot be."""
    found: dict[str, Any] = {}
    for name, value in changes.items():
        if name not in FIELDS:
            raise ValueError(f"an answer has the fields {', '.join(FIELDS)}, not {name}")
        found[name] = _CHECKS[name](value)
    return found


def _level(value: Any) -> Any:
    if value is None or value in _UNKNOWN or (type(value) is int and value in LEVELS):
        return value
    raise StoreError(Message("level", N_("An answer is a level from 0 to 4, “don't know” or “not applicable”.")))


def _note(value: Any) -> str:
    text = storable(str(value or "")).strip()
    if len(text) > LONGEST_NOTE:
        words = N_("The note has {n} characters; at most {most} can be kept. Put the rest in a document.")
        raise StoreError(Message("note", words, {"n": len(text), "most": LONGEST_NOTE}))
    return text


def _confidence(value: Any) -> Any:
    if value in _SURE:
        return value
    raise StoreError(Message("confidence", N_("How sure you are is low, medium or high.")))


def _evidence(value: Any) -> list[dict[str, str]]:
    if len(value) > MOST_EVIDENCE:
        words = N_("An answer can have at most {most} pieces of evidence. Name the most important ones.")
        raise StoreError(Message("evidence_many", words, {"most": MOST_EVIDENCE}))
    return [_one_piece(one if isinstance(one, Evidence) else Evidence(**one)) for one in value]


def _one_piece(one: Evidence) -> dict[str, str]:
    said = {name: one_line(str(text)) for name, text in asdict(one).items()}
    if not said["title"]:
        raise StoreError(Message("evidence_title", N_("Evidence needs a title, such as the name of the document.")))
    if said["kind"] not in _KINDS:
        raise StoreError(Message("evidence_kind", N_("Evidence is a document or a figure of the product.")))
    if any(len(text) > LONGEST_FIELD for text in said.values()):
        words = N_("A field of the evidence is too long: at most {most} characters.")
        raise StoreError(Message("evidence_long", words, {"most": LONGEST_FIELD}))
    if said["link"] and not _is_link(said["link"], said["kind"] == "figure"):
        words = N_("“{link}” is no web address. Write one that begins with https://, or leave it empty.")
        raise StoreError(Message("evidence_link", words, {"link": said["link"]}))
    if said["review_date"] and not _is_date(said["review_date"]):
        words = N_("“{date}” is no date. Write it like 2026-11-30, or leave it empty.")
        raise StoreError(Message("evidence_date", words, {"date": said["review_date"]}))
    return said


def _is_link(link: str, of_product: bool) -> bool:
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    if parts.scheme in ("http", "https"):
        return bool(parts.netloc)
    return of_product and _PAGE.fullmatch(link) is not None


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


_CHECKS = {"level": _level, "note": _note, "confidence": _confidence, "evidence": _evidence}
