"""Texts from rules: parsing, choices, given values, and what is missing."""

import numpy as np
import pytest

from loaders.demo.grammar import Grammar, parse


def _write(rules: dict[str, list[str]], n: int = 200, **given: list[str]) -> list[str]:
    columns = {name: np.array(values, dtype=object) for name, values in given.items()}
    return list(Grammar(rules).write("start", np.random.default_rng(1), columns, n))


def test_text_without_slots_stays_as_it_is() -> None:
    assert _write({"start": ["Hoi, alles goed?"]}, 2) == ["Hoi, alles goed?"] * 2


def test_choices_are_all_drawn_and_may_be_empty() -> None:
    assert set(_write({"start": ["a[b|c|]"]})) == {"ab", "ac", "a"}


def test_choices_nest_and_hold_slots() -> None:
    assert set(_write({"start": ["[x[1|2]|{other}]"], "other": ["y"]})) == {"x1", "x2", "y"}


def test_given_values_go_before_rules_and_stay_in_their_row() -> None:
    rows = [str(number) for number in range(50)]
    assert _write({"start": ["{name}!", "{name}?"], "name": ["no"]}, 50, name=rows) != rows
    assert [text[:-1] for text in _write({"start": ["{name}!", "{name}?"], "name": ["no"]}, 50, name=rows)] == rows


def test_same_seed_same_texts() -> None:
    rules = {"start": ["{a} {a}"], "a": ["1", "2", "3"]}
    assert _write(rules) == _write(rules)


@pytest.mark.parametrize("template", ["[a", "a]", "a|b", "{a", "a}", "[a|[b]"])
def test_unbalanced_templates_are_refused(template: str) -> None:
    with pytest.raises(ValueError):
        parse(template)


def test_unknown_slots_are_named() -> None:
    assert Grammar({"start": ["{a} [{b}|x{c}]"], "a": ["1"]}).unknown(["c"]) == ["b"]
