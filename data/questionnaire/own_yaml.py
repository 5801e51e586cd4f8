"""The text of an own file, read as YAML: only plain values, and nothing that unfolds or is there twice."""

from collections import Counter
from math import isnan
from typing import Any

import yaml

from data.errors import StoreError
from metrics.words import N_, Message

LARGEST = 500_000
"""Characters; a questionnaire of a hundred questions has fewer."""


class _PlainLoader(yaml.SafeLoader):
    """Safe, and stricter: no anchors (a few lines can unfold to gigabytes), no tags, no field that is there twice."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        event = self.peek_event()  # type: ignore[no-untyped-call]
        if isinstance(event, yaml.events.AliasEvent) or getattr(event, "anchor", None) or getattr(event, "tag", None):
            words = N_(
                "Line {line} begins a value with &, * or !. That has a meaning in YAML, so put quotes around it."
            )
            raise StoreError(Message("own_mark", words, {"line": event.start_mark.line + 1}))
        return super().compose_node(parent, index)

    def construct_mapping(self, node: Any, deep: bool = False) -> Any:
        names = Counter(key.value for key, _value in node.value if isinstance(key, yaml.ScalarNode))
        for name, n in names.items():
            if n > 1:
                words = N_("“{field}” is there twice in the part that begins on line {line}. Put both parts together.")
                values = {"field": str(name)[:40], "line": node.start_mark.line + 1}
                raise StoreError(Message("own_field_twice", words, values))
        return super().construct_mapping(node, deep)


def decoded(content: bytes) -> str:
    """The text of a file that was uploaded. Raises `StoreError` when it is none."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        words = N_("The file is no text in UTF-8. Open it in a text editor, and save it as UTF-8.")
        raise StoreError(Message("own_no_text", words)) from error


NO_FIELDS = Message(
    "own_no_fields", N_("The file has no fields. It needs at least “version”, and “questions” or “weights”.")
)


def parsed(text: str, no_fields: Message = NO_FIELDS) -> dict[str, Any]:
    """The fields of an own file; names of fields are texts. Raises `StoreError` that says where and what to do.

    `no_fields` is what to say of a file without any.

    >>> parsed('version: "1"\\nweights: {A1: 2}')
    {'version': '1', 'weights': {'A1': 2}}
    """
    if len(text) > LARGEST:
        words = N_("The file has {n} characters, more than {most}. Leave out what does not belong in it.")
        raise StoreError(Message("own_too_large", words, {"n": len(text), "most": LARGEST}))
    try:
        said = yaml.load(text, Loader=_PlainLoader)  # noqa: S506 - a safe loader, made stricter
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        words = N_(
            "The file is no YAML that can be read (line {line}). Look for a missing quote or a wrong indent there."
        )
        raise StoreError(Message("own_no_yaml", words, {"line": _line(error, text)})) from error
    if not isinstance(said, dict):
        raise StoreError(no_fields)
    return {str(name): _plain(value) for name, value in said.items()}


def _plain(said: Any) -> Any:
    """Levels may be written as 0 or "0"; "not a number" is no number, whatever its type says."""
    if isinstance(said, dict):
        return {str(name): _plain(value) for name, value in said.items()}
    if isinstance(said, list):
        return [_plain(value) for value in said]
    return "nan" if isinstance(said, float) and isnan(said) else said


def _line(error: Exception, text: str) -> int:
    mark = getattr(error, "problem_mark", None)
    if mark is not None:
        return int(mark.line) + 1
    return text.count("\n", 0, getattr(error, "position", 0)) + 1
