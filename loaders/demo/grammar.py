"""Writes many texts at once from rules: templates with slots and choices.

A rule is a list of templates. In a template `{name}` stands for another rule or for a value given per text, and
`[one|two|]` for a choice. A whole column of texts is written together (rows that drew the same template share
the work), so a hundred thousand texts take seconds.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Texts = NDArray[Any]  # object array of str
Template = list[tuple[str, Any]]  # ("text", str) | ("slot", rule name) | ("choice", list of templates)

_TOKEN = re.compile(r"\{(\w+)\}|\[|\]|\||[^{}\[\]|]+")


def parse(template: str) -> Template:
    """The parts of a template.

    >>> parse("{hello} [you|all]!")
    [('slot', 'hello'), ('text', ' '), ('choice', [[('text', 'you')], [('text', 'all')]]), ('text', '!')]
    """
    tokens = [match.group(0) for match in _TOKEN.finditer(template)]
    if "".join(tokens) != template:
        raise ValueError(f"unbalanced braces in template: {template!r}")
    parts, rest = _sequence(tokens, inside=False)
    if rest:
        raise ValueError(f"unbalanced brackets in template: {template!r}")
    return parts


def _sequence(tokens: list[str], inside: bool) -> tuple[Template, list[str]]:
    """Parts up to the end or, inside a choice, up to `|` or `]`; and the tokens that are left."""
    parts: Template = []
    while tokens:
        part = tokens[0]
        if part in ("|", "]"):
            if not inside:
                raise ValueError(f"{part!r} outside a choice")
            break
        tokens = tokens[1:]
        if part == "[":
            choices = []
            while True:
                choice, tokens = _sequence(tokens, inside=True)
                choices.append(choice)
                if not tokens:
                    raise ValueError("a choice is not closed")
                closing, tokens = tokens[0], tokens[1:]
                if closing == "]":
                    break
            parts.append(("choice", choices))
        elif part.startswith("{"):
            parts.append(("slot", part[1:-1]))
        else:
            parts.append(("text", part))
    return parts, tokens


class Grammar:
    """Rules by name, ready to write texts.

    >>> grammar = Grammar({"hello": ["{word}, {name}!"], "word": ["Hoi"]})
    >>> grammar.write("hello", np.random.default_rng(1), {"name": np.array(["Oever", "Werf"], dtype=object)}).tolist()
    ['Hoi, Oever!', 'Hoi, Werf!']
    """

    def __init__(self, rules: Mapping[str, Sequence[str]]) -> None:
        self._rules = {name: [parse(str(template)) for template in templates] for name, templates in rules.items()}

    def __contains__(self, name: str) -> bool:
        return name in self._rules

    def unknown(self, given: Sequence[str]) -> list[str]:
        """Slots that neither a rule nor a given value can fill; empty when the grammar is complete."""
        slots: set[str] = set()

        def walk(template: Template) -> None:
            for kind, value in template:
                if kind == "slot":
                    slots.add(value)
                elif kind == "choice":
                    for choice in value:
                        walk(choice)

        for templates in self._rules.values():
            for template in templates:
                walk(template)
        return sorted(slots - set(self._rules) - set(given))

    def write(self, name: str, rng: np.random.Generator, given: Mapping[str, Texts], n: int | None = None) -> Texts:
        """One text per row of the given columns (or `n` texts), from the rule called `name`."""
        size = n if n is not None else len(next(iter(given.values())))
        return self._choose(self._rules[name], rng, given, np.arange(size))

    def _choose(
        self, templates: list[Template], rng: np.random.Generator, given: Mapping[str, Texts], rows: NDArray[np.int64]
    ) -> Texts:
        texts = np.empty(len(rows), dtype=object)
        drawn = rng.integers(len(templates), size=len(rows))
        for number in np.unique(drawn):
            here = np.flatnonzero(drawn == number)
            texts[here] = self._fill(templates[number], rng, given, rows[here])
        return texts

    def _fill(
        self, template: Template, rng: np.random.Generator, given: Mapping[str, Texts], rows: NDArray[np.int64]
    ) -> Texts:
        columns: list[Sequence[str] | Texts] = []
        for kind, value in template:
            if kind == "text":
                columns.append([value] * len(rows))
            elif kind == "choice":
                columns.append(self._choose(value, rng, given, rows))
            elif value in given:
                columns.append(given[value][rows])
            else:
                columns.append(self._choose(self._rules[value], rng, given, rows))
        texts = np.empty(len(rows), dtype=object)
        texts[:] = ["".join(parts) for parts in zip(*columns, strict=True)] if columns else ""
        return texts
