"""A guideline as a value: prose by element and rules with their values; to JSON and back.

What a newer version of the product wrote survives: fields that are not known here are kept as they are, and so are
rules that are not known.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from metrics.guidelines.parameters import Values
from metrics.guidelines.rule import Rule, rules

SHAPE = 1
"""The version of the JSON."""


@dataclass(frozen=True)
class Use:
    """A rule in a guideline, with its values."""

    rule: str
    values: Values = field(default_factory=dict)
    more: Mapping[str, Any] = field(default_factory=dict)  # fields that this version does not know

    @property
    def definition(self) -> Rule | None:
        """The definition; None for a rule that this version does not know."""
        return rules().get(self.rule)


@dataclass(frozen=True)
class Guideline:
    """A guideline: its title, prose by element, and the rules in the order of the elements."""

    title: str = ""
    prose: Mapping[str, str] = field(default_factory=dict)
    uses: tuple[Use, ...] = ()
    more: Mapping[str, Any] = field(default_factory=dict)

    def uses_of(self, element: str) -> list[Use]:
        """The rules of one element."""
        return [use for use in self.uses if use.definition is not None and use.definition.element == element]


def to_json(guideline: Guideline) -> str:
    """The guideline as JSON.

    >>> to_json(Guideline("Waterstad", {"frequency": "We post daily."}))
    '{"shape": 1, "title": "Waterstad", "prose": {"frequency": "We post daily."}, "rules": []}'
    """
    uses = [{**use.more, "rule": use.rule, "values": dict(use.values)} for use in guideline.uses]
    known = {"shape": SHAPE, "title": guideline.title, "prose": dict(guideline.prose), "rules": uses}
    return json.dumps({**guideline.more, **known}, ensure_ascii=False)


def from_json(text: str) -> Guideline:
    """The guideline that a JSON text holds. Raises `ValueError` when it holds none.

    >>> from_json('{"shape": 1, "title": "Waterstad", "rules": [{"rule": "posts_per_week"}]}').uses[0].rule
    'posts_per_week'
    """
    found = json.loads(text)
    if not isinstance(found, dict) or not isinstance(found.get("shape"), int):
        raise ValueError("not a guideline: an object with a shape is expected")
    title, prose, uses = found.get("title", ""), found.get("prose", {}), found.get("rules", [])
    if not (isinstance(title, str) and isinstance(prose, dict) and isinstance(uses, list)):
        raise ValueError("not a guideline: title, prose or rules are of another type")
    more = {name: value for name, value in found.items() if name not in ("shape", "title", "prose", "rules")}
    return Guideline(title, {str(key): str(value) for key, value in prose.items()}, tuple(map(_use, uses)), more)


def _use(found: Any) -> Use:
    if not isinstance(found, dict) or not isinstance(found.get("rule"), str):
        raise ValueError("not a guideline: a rule without its id")
    more = {name: value for name, value in found.items() if name not in ("rule", "values")}
    values = found.get("values", {})
    if not isinstance(values, dict):
        raise ValueError("not a guideline: the values of a rule are of another type")
    return Use(found["rule"], values, more)
