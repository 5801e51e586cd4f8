"""Reads the files of the list."""

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator

from metrics.text.topics.named import NamedTopic
from metrics.text.topics.patterns import pieces

FOLDER = Path(__file__).parent


class TopicFileError(ValueError):
    """A file of the list is not what it should be."""


@cache
def shipped() -> tuple[NamedTopic, ...]:
    """The topics of this version of the product, in the order of their ids.

    >>> next(one for one in shipped() if one.id == "dogs").label["nl"]
    'Honden'
    """
    return read(sorted(FOLDER.glob("*.yaml")))


def read(files: Iterable[Path]) -> tuple[NamedTopic, ...]:
    """The topics of files. Raises `TopicFileError` that says which file and what is wrong with it."""
    found = tuple(_topic(file) for file in files)
    owner: dict[tuple[str, tuple[str, ...]], str] = {}
    for topic in found:
        for language, words in topic.words.items():
            for word in words:
                other = owner.setdefault((language, pieces(word)), f"{topic.id}: {word}")
                if other != f"{topic.id}: {word}":
                    raise TopicFileError(f"{topic.id}.yaml: {word!r} ({language}) is there already ({other}).")
    return found


def _topic(file: Path) -> NamedTopic:
    try:
        said = yaml.safe_load(file.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        raise TopicFileError(f"{file.name}: cannot be read as YAML ({error}).") from error
    problem = next(iter(sorted(_validator().iter_errors(said), key=lambda error: list(map(str, error.path)))), None)
    if problem is not None:
        where = ".".join(map(str, problem.path)) or "file"
        raise TopicFileError(f"{file.name}: {where}: {problem.message}.")
    return NamedTopic(file.stem, said["label"], _tuples(said["words"]), _tuples(said.get("not", {})))


def _tuples(words: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {language: tuple(those) for language, those in words.items()}


@cache
def _validator() -> Any:
    return Draft202012Validator(json.loads((FOLDER / "schema.json").read_text(encoding="utf-8")))
