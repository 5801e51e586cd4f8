"""What is wrong with a field of an own file, in words: where it is and what to do."""

from collections.abc import Mapping
from typing import Any

from jsonschema import ValidationError

from metrics.words import N_, Message

_TYPES = {
    "string": N_("{where} is no text. Put quotes around it."),
    "number": N_("{where} is no number. Write one, such as 1 or 0.5."),
    "array": N_("{where} is no list. Begin each item on a line of its own with “- ”, or put all between [ and ]."),
    "object": N_("{where} has no fields of its own. Write each as a name and a value, such as “en: ...”."),
}
_WORDS = {
    "required": N_("{where} is missing. Add it."),
    "additionalProperties": N_("{where} is not a known field. Correct its name or remove it."),
    "minItems": N_("{where} has {n} items and needs at least {limit}. Add what is missing."),
    "maxItems": N_("{where} has {n} items and can have at most {limit}. Remove some."),
    "uniqueItems": N_("{where} names the same thing twice. Remove one of them."),
    "minProperties": N_("{where} is empty. Fill it in or remove it."),
    "maxProperties": N_("{where} has {n} items and can have at most {limit}. Remove some."),
    "minLength": N_("{where} is empty. Fill it in or remove it."),
    "maxLength": N_("{where} has {n} characters and can have at most {limit}. Make it shorter."),
    "pattern": N_("{where} is “{value}”. Use a short name of letters, digits and _, which begins with a letter."),
    "minimum": N_("{where} is {value}. Choose a number of at least {limit}."),
    "maximum": N_("{where} is {value}. Choose a number of at most {limit}."),
}
_SHOWN = 60


def problem(error: ValidationError, said: Mapping[str, Any]) -> Message:
    """The sentence about what the schema does not accept in a file that says this."""
    kind, instance = str(error.validator), error.instance
    words = _TYPES[str(error.validator_value)] if kind == "type" else _WORDS[kind]
    path = [*error.absolute_path, *_named(error)]
    values: dict[str, Any] = {"where": _where(path, said)}
    if "{n}" in words:
        values["n"] = len(instance)
    if "{limit}" in words:
        values["limit"] = error.validator_value
    if "{value}" in words:
        values["value"] = str(instance)[:_SHOWN]
    return Message(f"own_{kind}", words, values)


def _named(error: ValidationError) -> list[str]:
    """The field that is missing, or that is one too many."""
    if error.validator == "required":
        return [next(name for name in error.validator_value if name not in error.instance)]
    if error.validator == "additionalProperties":
        known, patterns = error.schema.get("properties", {}), "patternProperties" in error.schema
        return [next(name for name in error.instance if name not in known and not (patterns and name in "0123"))]
    return []


def _where(path: list[Any], said: Mapping[str, Any]) -> Message:
    """The place in the file; a question or a dimension by its id, or else by its number in the list."""
    if len(path) < 2 or path[0] not in ("questions", "dimensions"):
        return Message("own_field", N_("“{field}”"), {"field": _field(path)})
    row = said[path[0]][path[1]]
    name = row.get("id") if isinstance(row, dict) else None
    values = {"id": str(name or path[1] + 1)[:_SHOWN], "field": _field(path[2:])}
    if path[0] == "questions":
        if not path[2:]:
            return Message("own_in_question", N_("Question {id}"), values)
        return Message("own_in_question", N_("Question {id}, “{field}”"), values)
    if not path[2:]:
        return Message("own_in_dimension", N_("Dimension {id}"), values)
    return Message("own_in_dimension", N_("Dimension {id}, “{field}”"), values)


def _field(path: list[Any]) -> str:
    return ".".join(str(part)[:_SHOWN] for part in path)
