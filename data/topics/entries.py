"""A topic as it stands in a file: its fields, and where they are wrong."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import yaml

from data.errors import StoreError
from data.questionnaire.own_yaml import parsed
from metrics.words import N_, Message

_FIELDS = ("code", "name", "words", "excluded", "owner", "pinned", "in_use")  # "off" would be read as false
_SHOWN = 60
_MOST = 500
_NO_TOPICS = Message("topics_file", N_("The file has no list “topics”. Take a file from this page as an example."))


@dataclass(frozen=True)
class Entry:
    """A topic of a file; None stands for what the file does not say."""

    line: int
    code: str
    names: Mapping[str, str]
    words: Mapping[str, Sequence[str]] | None
    excluded: Mapping[str, Sequence[str]] | None
    owner: str | None
    pinned: bool | None
    in_use: bool | None

    def changes(self) -> dict[str, Any]:
        """What it says, as changes of a topic; its owner is known by name only."""
        status = None if self.in_use is None else "active" if self.in_use else "off"
        said: dict[str, Any] = {"names": self.names or None, "words": self.words, "excluded": self.excluded}
        said |= {"pinned": self.pinned, "status": status}
        return {name: value for name, value in said.items() if value is not None}

    @contextmanager
    def located(self) -> Iterator[None]:
        """Say of what goes wrong inside where in the file that is."""
        try:
            yield
        except StoreError as error:
            name = self.code or next(iter(self.names.values()), "")
            raise _at(self.line, name, error.message) from error


def read_entries(text: str) -> tuple[Entry, ...]:
    """The topics of a file. Raises `StoreError` that says where and what to do.

    >>> [one.names for one in read_entries("topics: [{name: Ferry, words: {en: [ferry]}}]")]
    [{'en': 'Ferry', 'nl': 'Ferry'}]
    """
    said = parsed(text, _NO_TOPICS)
    rows = said.get("topics")
    if not isinstance(rows, list):
        raise StoreError(_NO_TOPICS)
    if len(rows) > _MOST:
        words = N_("The list has {n} rows. It may have at most {most}.")
        raise StoreError(Message("too_many_rows", words, {"n": len(rows), "most": _MOST}))
    return tuple(_entry(row, line) for row, line in zip(rows, _lines(text), strict=True))


def _lines(text: str) -> list[int]:
    """The line on which each topic begins; the text can be read, as `parsed` made sure."""
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    assert isinstance(root, yaml.MappingNode)
    rows = next(value for key, value in root.value if key.value == "topics")
    return [row.start_mark.line + 1 for row in rows.value]


def _entry(row: Any, line: int) -> Entry:
    if not isinstance(row, dict):
        raise _at(line, "", Message("topic_no_fields", N_("It has no fields. Write at least “name” and “words”.")))
    label = _label(row)
    for field in row:
        if field not in _FIELDS:
            text = N_("“{field}” is not a known field. Use one of these: {allowed}.")
            raise _at(line, label, Message("topic_field", text, {"field": field[:_SHOWN], "allowed": _FIELDS}))
    code, names = _text(row, "code", line, label) or "", _names(row, line, label)
    if not code and not names:
        raise _at(line, label, Message("topic_no_name", N_("A topic needs a name. Fill it in.")))
    words, excluded = (_words(row, field, line, label) for field in ("words", "excluded"))
    flags = (_flag(row, field, line, label) for field in ("pinned", "in_use"))
    return Entry(line, code, names, words, excluded, _text(row, "owner", line, label), *flags)


def _names(row: Mapping[str, Any], line: int, label: str) -> dict[str, str]:
    said = row.get("name", {})
    if isinstance(said, str):
        return {"en": said, "nl": said}
    if isinstance(said, dict) and all(isinstance(name, str) for name in said.values()):
        return {code: name for code, name in said.items() if name.strip()}
    text = N_("“{field}” is no name. Write one text, or one for each language: {{en: Ferry, nl: Pont}}.")
    raise _at(line, label, Message("topic_name_kind", text, {"field": "name"}))


def _words(row: Mapping[str, Any], field: str, line: int, label: str) -> dict[str, list[str]] | None:
    said = row.get(field)
    if said is None:
        return None
    if isinstance(said, dict):
        lists = {code: [words] if isinstance(words, str) else words for code, words in said.items()}
        if all(isinstance(words, list) and all(isinstance(one, str) for one in words) for words in lists.values()):
            return lists
    text = N_("“{field}” is no list of words by language. Write it like {{en: [pool, swim*], nl: [zwembad*]}}.")
    raise _at(line, label, Message("topic_words_kind", text, {"field": field}))


def _text(row: Mapping[str, Any], field: str, line: int, label: str) -> str | None:
    said = row.get(field)
    if said is None or isinstance(said, str):
        return said
    raise _at(line, label, Message("topic_text", N_("“{field}” is no text. Put quotes around it."), {"field": field}))


def _flag(row: Mapping[str, Any], field: str, line: int, label: str) -> bool | None:
    said = row.get(field)
    if said is None or isinstance(said, bool):
        return said
    raise _at(line, label, Message("topic_flag", N_("“{field}” must be true or false."), {"field": field}))


def _label(row: Mapping[str, Any]) -> str:
    """What the topic is called in a sentence about it."""
    said = row.get("code") or row.get("name")
    return str(next(iter(said.values()), "") if isinstance(said, dict) else said or "")


def _at(line: int, label: str, problem: Message) -> StoreError:
    if label:
        text = N_("Line {line}, topic “{topic}”: {problem}")
        return StoreError(Message(problem.code, text, {"line": line, "topic": label[:_SHOWN], "problem": problem}))
    return StoreError(Message(problem.code, N_("Line {line}: {problem}"), {"line": line, "problem": problem}))
