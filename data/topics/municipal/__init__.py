"""The topics that municipalities hear about: a file for each, named as its code."""

from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator

from metrics.text.topics.named import NamedTopic
from metrics.text.topics.patterns import pieces

FOLDER = Path(__file__).parent
LANGUAGES = ("en", "nl")
FEWEST = 5
"""Words of a language that a topic needs to be found."""

_WORDS = {
    "type": "object",
    "required": list(LANGUAGES),
    "additionalProperties": False,
    "properties": {one: {"type": "array", "items": {"type": "string", "minLength": 2}} for one in LANGUAGES},
}
SCHEMA = {
    "type": "object",
    "required": ["label", "words"],
    "additionalProperties": False,
    "properties": {
        "label": {
            "type": "object",
            "required": list(LANGUAGES),
            "additionalProperties": False,
            "properties": {one: {"type": "string", "minLength": 3} for one in LANGUAGES},
        },
        "words": _WORDS,
        "not": {**_WORDS, "required": []},
        "notes": {"type": "string"},
    },
}


@cache
def shipped() -> tuple[NamedTopic, ...]:
    """The topics of the list, by code."""
    return tuple(read(path.stem, path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.yaml")))


def read(code: str, text: str) -> NamedTopic:
    """The topic that a file describes. Raises `ValueError`, with the field, when it does not."""
    found = yaml.safe_load(text)
    for error in Draft202012Validator(SCHEMA).iter_errors(found):
        raise ValueError(f"{code}.yaml: {'/'.join(map(str, error.path)) or 'file'}: {error.message}")
    excluded = {language: tuple(words) for language, words in found.get("not", {}).items()}
    return NamedTopic(code, found["label"], {one: tuple(found["words"][one]) for one in LANGUAGES}, excluded)


def repeated(topics: tuple[NamedTopic, ...]) -> dict[tuple[str, str], list[str]]:
    """Words that several topics of a language have, or one of them twice: a text would be about either."""
    seen: dict[tuple[str, str], list[Any]] = {}
    for topic in topics:
        for language, words in topic.words.items():
            for word in words:
                seen.setdefault((language, " ".join(pieces(word))), []).append(topic.id)
    return {key: codes for key, codes in seen.items() if sum(Counter(codes).values()) > 1}
