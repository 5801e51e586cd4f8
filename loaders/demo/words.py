"""Reads the word lists of the demo city: grammars per language and topic, and the calendar's own days."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from loaders.demo.grammar import Grammar, Texts

try:
    from yaml import CSafeLoader as Loader  # ten times as fast, and in nearly every installation
except ImportError:
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

FOLDER = Path(__file__).parent / "texts"
LANGUAGES = ("nl", "en")
PAIRS = {"question": "answer", "complaint": "fix", "again": "again_answer"}
"""Lists in which each thing that a citizen says stands beside what the city says to it."""


@cache
def read(name: str) -> Any:
    """One word list as written in its YAML file, such as `nl/waste`."""
    text = (FOLDER / f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=Loader)


@cache
def _lists(language: str, topic: str) -> Mapping[str, Any]:
    """The language's shared lists, with the topic's own on top."""
    return {**read(f"{language}/common"), **read(f"{language}/conversation"), **read(f"{language}/{topic}")}


@cache
def grammar(language: str, topic: str) -> Grammar:
    """The grammar of a topic. The pairs become rules with a number: `question_0` and its `answer_0`, and so on."""
    rules = {name: templates for name, templates in _lists(language, topic).items() if name not in PAIRS}
    for said, replied in PAIRS.items():
        for number, (one, other) in enumerate(_lists(language, topic)[said]):
            rules[f"{said}_{number}"], rules[f"{replied}_{number}"] = [one], [other]
    return Grammar(rules)


def write_pair(
    rng: np.random.Generator, language: str, topic: str, side: str, case: Texts, given: Mapping[str, Texts]
) -> Texts:
    """One side of a pair for each row ("question", "answer", ...); rows of one `case` (from 0 to 1) match.

    >>> case, given = np.array([0.5], dtype=object), {"district": np.array(["Turfoever"], dtype=object)}
    >>> write_pair(np.random.default_rng(1), "en", "city", "question", case, given).tolist()
    ['what time is the market in Turfoever?']
    >>> write_pair(np.random.default_rng(1), "en", "city", "answer", case, given).tolist()
    ['the market in Turfoever starts at 9:00.']
    """
    said = next(name for name, replied in PAIRS.items() if side in (name, replied))
    number = (case * len(_lists(language, topic)[said])).astype(np.int64)
    texts = np.empty(len(case), dtype=object)
    for one in np.unique(number):
        rows = np.flatnonzero(number == one)
        here = {name: column[rows] for name, column in given.items()}
        texts[rows] = grammar(language, topic).write(f"{side}_{one}", rng, here, len(rows))
    return texts
