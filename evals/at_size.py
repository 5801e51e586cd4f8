"""The command of a measurement that changes the synthetic store and takes the change back."""

import argparse
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Engine

from evals.stores import synthetic_store


def at_size(
    name: str, about: str, measure: Callable[[Engine], Any], goal: float, arguments: Sequence[str] | None
) -> int:
    """Measure on a store of the size that is asked for, and print the fields of the dataclass that comes out."""
    parser = argparse.ArgumentParser(prog=f"python -m {name}", description=about.split("\n")[0])
    parser.add_argument("--rows", type=int, default=1_000_000, help="posts, comments and replies together")
    parser.add_argument("--engine", choices=["sqlite", "postgresql"], default="sqlite")
    parser.add_argument("--json", action="store_true", help="print JSON only")
    asked = parser.parse_args(arguments)
    with synthetic_store(asked.engine, asked.rows) as engine:
        found = {"rows": asked.rows, "engine": asked.engine} | asdict(measure(engine))
    if asked.json:
        print(json.dumps(found))
    else:
        print(*(f"{name}: {value}" for name, value in found.items()), f"goal: {goal} seconds", sep="\n")
    return 0
