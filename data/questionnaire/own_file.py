"""The second file: questions and weights of the organisation itself, beside those that ship."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator, ValidationError

from data.errors import StoreError
from data.questionnaire.rows import dimension_of, question_of
from metrics.claims.check import checks
from metrics.maturity.questionnaire import Dimension, Question, Questionnaire
from metrics.words import N_, Message

LARGEST = 500_000
"""Characters; a questionnaire of a hundred questions has fewer."""


class _PlainLoader(yaml.SafeLoader):
    """Safe, and without anchors: a file of a few lines that unfolds to gigabytes is refused while it is read."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        event = self.peek_event()  # type: ignore[no-untyped-call]
        if isinstance(event, yaml.events.AliasEvent) or getattr(event, "anchor", None):
            mark = event.start_mark
            raise yaml.MarkedYAMLError(None, None, "& and * are not allowed here", mark)
        return super().compose_node(parent, index)


def read_own(text: str, base: Questionnaire) -> Questionnaire:
    """The base with the questions, dimensions and weights of an own file.

    Weights are by the id of a question or a dimension. A text in one language stands for both. Raises `StoreError` that
    says where (line, question, field) and what to do.
    """
    said = _parsed(text)
    error = next(iter(sorted(_validator().iter_errors(said), key=lambda found: list(map(str, found.path)))), None)
    if error is not None:
        raise StoreError(_problem(error, said))
    dimensions = (*base.dimensions, *map(dimension_of, said.get("dimensions", ())))
    added = tuple(question_of(one, own=True) for one in said.get("questions", ()))
    questions = (*base.questions, *added)
    weights: Mapping[str, float] = said.get("weights", {})
    _check_ids([dimension.id for dimension in dimensions], N_("the dimension {id}"))
    _check_ids([question.id for question in questions], N_("the question {id}"))
    _check_places(added, dimensions)
    _check_weights(weights, questions, dimensions)
    order = [dimension.id for dimension in dimensions]
    weighted = [replace(one, weight=weights.get(one.id, one.weight)) for one in questions]
    return replace(
        base,
        dimensions=tuple(replace(one, weight=weights.get(one.id, one.weight)) for one in dimensions),
        questions=tuple(sorted(weighted, key=lambda one: order.index(one.dimension))),
        sources={**base.sources, **said.get("sources", {})},
        own_version=said["version"],
    )


def _parsed(text: str) -> dict[str, Any]:
    if len(text) > LARGEST:
        words = N_("The file has {n} characters, more than {most}. Leave out what is no question.")
        raise StoreError(Message("own_too_large", words, {"n": len(text), "most": LARGEST}))
    try:
        said = yaml.load(text, Loader=_PlainLoader)  # noqa: S506 - a safe loader, made stricter
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        words = N_(
            "The file is no YAML that can be read (line {line}). Look for a missing quote or a wrong indent there."
        )
        raise StoreError(Message("own_no_yaml", words, {"line": mark.line + 1 if mark else 1})) from error
    if not isinstance(said, dict):
        words = N_("The file has no fields. It needs at least “version”, and “questions” or “weights”.")
        raise StoreError(Message("own_no_fields", words))
    return {str(name): _with_text_keys(value) for name, value in said.items()}


def _with_text_keys(said: Any) -> Any:
    """Levels may be written as 0 or "0"."""
    if isinstance(said, dict):
        return {str(name): _with_text_keys(value) for name, value in said.items()}
    return [_with_text_keys(value) for value in said] if isinstance(said, list) else said


@cache
def _validator() -> Draft202012Validator:
    schema = json.loads((Path(__file__).parent / "schema.json").read_text(encoding="utf-8"))
    return Draft202012Validator({**schema, "$ref": "#/$defs/own"})


def _problem(error: ValidationError, said: Mapping[str, Any]) -> Message:
    place, path = "", list(error.absolute_path)
    if len(path) > 1 and path[0] == "questions":
        row = said["questions"][path[1]]
        name = row.get("id") if isinstance(row, dict) else None
        place, path = str(name or f"{int(path[1]) + 1}"), path[2:]
    field = ".".join(str(part) for part in path) or _missing(error)
    values = {"question": place, "field": field, "problem": error.message[:200]}
    if place:
        return Message("own_question", N_("Question {question}, “{field}”: this cannot be ({problem})."), values)
    return Message("own_field", N_("“{field}”: this cannot be ({problem})."), values)


def _missing(error: ValidationError) -> str:
    return str(error.validator)


def _check_ids(ids: list[str], what: str) -> None:
    twice = [id for id, n in Counter(ids).items() if n > 1]  # noqa: A001
    if twice:
        name = Message("own_twice", what, {"id": twice[0]})
        words = N_("There is already {name}. Choose another id.")
        raise StoreError(Message("own_id_taken", words, {"name": name}))


def _check_places(added: tuple[Question, ...], dimensions: tuple[Dimension, ...]) -> None:
    known = [dimension.id for dimension in dimensions]
    for question in added:
        if question.dimension not in known:
            words = N_(
                "Question {question} is in the dimension “{dimension}”, which is not known. Choose one of: {known}."
            )
            values = {"question": question.id, "dimension": question.dimension, "known": ", ".join(known)}
            raise StoreError(Message("own_dimension", words, values))
        unknown = sorted(set(question.checks) - set(checks()))
        if unknown:
            words = N_("Question {question} names the check “{check}”, which is not known. Choose one of: {known}.")
            values = {"question": question.id, "check": unknown[0], "known": ", ".join(checks())}
            raise StoreError(Message("own_check", words, values))


def _check_weights(weights: Mapping[str, float], *ids: tuple[Question, ...] | tuple[Dimension, ...]) -> None:
    known = {one.id for group in ids for one in group}
    for name in weights:
        if name not in known:
            words = N_("There is a weight for “{id}”, which is no question and no dimension. Correct or remove it.")
            raise StoreError(Message("own_weight", words, {"id": name}))
    dimensions = ids[-1]
    if not any(weights.get(one.id, one.weight) for one in dimensions):
        raise StoreError(
            Message("own_no_weight", N_("All dimensions have weight 0. Give at least one a weight above 0."))
        )
