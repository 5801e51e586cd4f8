"""The published figures that ship: one YAML file each, checked by a schema."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator

from metrics.maturity.benchmarks import KnownFigure, Value

FOLDER = Path(__file__).parent


@cache
def known() -> tuple[KnownFigure, ...]:
    """Every published figure, by its id. Raises `ValueError`, with file and place, when one is wrong."""
    return tuple(_read(path) for path in sorted(FOLDER.glob("*.yaml")))


def _read(path: Path) -> KnownFigure:
    raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    for error in _validator().iter_errors(raw):
        raise ValueError(f"{path.name}: {error.json_path}: {error.message}")
    if raw["id"] != path.stem:
        raise ValueError(f"{path.name}: its id is {raw['id']}; the file must be named so")
    return KnownFigure(
        code=raw["id"],
        topic=raw["topic"],
        questions=tuple(raw["questions"]),
        values=tuple(Value(**value) for value in raw["values"]),
        population=raw["population"],
        year=raw["year"],
        unit=raw["unit"],
        n=raw["n"],
        source=raw["source"],
        strength=raw["strength"],
        note=raw.get("note", {}),
    )


@cache
def _validator() -> Any:
    return Draft202012Validator(json.loads((FOLDER / "schema.json").read_text(encoding="utf-8")))
