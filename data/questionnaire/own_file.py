"""The second file: questions and weights of the organisation itself, beside those that ship."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from jsonschema import Draft202012Validator

from data.errors import StoreError
from data.questionnaire.own_problem import problem
from data.questionnaire.own_yaml import parsed
from data.questionnaire.rows import dimension_of, question_of
from metrics.claims.check import checks
from metrics.maturity.questionnaire import Dimension, Question, Questionnaire
from metrics.words import N_, Message


def read_own(text: str, base: Questionnaire) -> Questionnaire:
    """The base with the questions, dimensions and weights of an own file.

    Weights are by the id of a question or a dimension. A text in one language stands for both. Raises `StoreError` that
    says where (line, question, field) and what to do.
    """
    said = parsed(text)
    error = next(iter(sorted(_validator().iter_errors(said), key=lambda found: list(map(str, found.path)))), None)
    if error is not None:
        raise StoreError(problem(error, said))
    new = tuple(map(dimension_of, said.get("dimensions", ())))
    added = tuple(question_of(one, own=True) for one in said.get("questions", ()))
    dimensions, questions = (*base.dimensions, *new), (*base.questions, *added)
    weights: Mapping[str, float] = said.get("weights", {})
    whole = replace(
        base,
        dimensions=tuple(replace(one, weight=weights.get(one.id, one.weight)) for one in dimensions),
        questions=_in_order(dimensions, [replace(one, weight=weights.get(one.id, one.weight)) for one in questions]),
        sources={**base.sources, **said.get("sources", {})},
        own_version=said["version"],
    )
    _check_ids(whole)
    for question in added:
        _check_codes(question, whole)
    for dimension in new:
        if dimension.recommendation:
            where = Message("own_in_dimension", N_("Dimension {id}, “{field}”"), _place(dimension.id, "recommendation"))
            _check_known(where, [dimension.recommendation], whole.recommendations)
    _check_weights(weights, whole)
    return whole


@cache
def _validator() -> Draft202012Validator:
    schema = json.loads((Path(__file__).parent / "schema.json").read_text(encoding="utf-8"))
    return Draft202012Validator({**schema, "$ref": "#/$defs/own"})


def _in_order(dimensions: Iterable[Dimension], questions: list[Question]) -> tuple[Question, ...]:
    """By dimension; those of a dimension that is not known come last, until they are refused."""
    order = {dimension.id: place for place, dimension in enumerate(dimensions)}
    return tuple(sorted(questions, key=lambda one: order.get(one.dimension, len(order))))


def _check_ids(whole: Questionnaire) -> None:
    """An id is one thing, because weights and answers are kept by it."""
    counted = Counter(one.id for group in (whole.dimensions, whole.questions) for one in group)
    for name, n in counted.items():
        if n > 1:
            words = N_("There is already a question or a dimension {id}. Choose another id.")
            raise StoreError(Message("own_id_taken", words, {"id": name}))


def _check_codes(question: Question, whole: Questionnaire) -> None:
    """Everything a question refers to exists."""
    if question.oecd is not None:
        words = N_("Question {id} has the field “oecd”, which is for the questions that ship. Remove it.")
        raise StoreError(Message("own_oecd", words, {"id": question.id}))
    codes: dict[str, tuple[Iterable[str], Iterable[str]]] = {
        "dimension": ([question.dimension], [dimension.id for dimension in whole.dimensions]),
        "checks": (question.checks, checks()),
        "brief": (question.brief, whole.recommendations),
        "sources": (question.sources, whole.sources),
    }
    for field, (named, known) in codes.items():
        where = Message("own_in_question", N_("Question {id}, “{field}”"), _place(question.id, field))
        _check_known(where, named, known)


def _check_known(where: Message, named: Iterable[str], known: Iterable[str]) -> None:
    every = list(known)
    for code in named:
        if code not in every:
            words = N_("{where}: “{code}” is not known. Choose one of: {known}.")
            values = {"where": where, "code": code, "known": ", ".join(every)}
            raise StoreError(Message("own_unknown", words, values))


def _place(name: str, field: str) -> dict[str, str]:
    return {"id": name, "field": field}


def _check_weights(weights: Mapping[str, float], whole: Questionnaire) -> None:
    known = {one.id for group in (whole.dimensions, whole.questions) for one in group}
    for name in weights:
        if name not in known:
            words = N_("There is a weight for “{id}”, which is no question and no dimension. Correct or remove it.")
            raise StoreError(Message("own_weight", words, {"id": name[:60]}))
    if not any(one.weight for one in whole.dimensions):
        raise StoreError(
            Message("own_no_weight", N_("All dimensions have weight 0. Give at least one a weight above 0."))
        )
