"""Reads the word lists of the demo city: grammars per language and topic, and the calendar's own days."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from loaders.demo.grammar import Grammar

FOLDER = Path(__file__).parent / "texts"
LANGUAGES = ("nl", "en")


@cache
def read(name: str) -> Mapping[str, Any]:
    """One word list as written in its YAML file, such as `nl/waste`."""
    text = (FOLDER / f"{name}.yaml").read_text(encoding="utf-8")
    return dict(yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))


@cache
def grammar(language: str, topic: str) -> Grammar:
    """The grammar of a topic: the language's shared rules, with the topic's own on top."""
    return Grammar({**read(f"{language}/common"), **read(f"{language}/conversation"), **read(f"{language}/{topic}")})
