"""How fast the pages' statements are, as ratios to the floor of the same machine in the same run.

`python -m evals.bench --rows 1000000 [--engine sqlite|postgresql] [--json]` builds a synthetic store of that size
under `var/`, or uses the one that is there. The floor is DuckDB's sum of four columns of the same comments, from
memory: nothing that reads so many rows can be faster. Goal: every tile within 20 times the floor at a million rows.
"""

import argparse
import gc
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from statistics import median
from time import perf_counter
from typing import Any

import duckdb
import pandas as pd
from sqlalchemy import Engine, select

from data.access import LOCAL_ADMINISTRATOR
from data.filters import Filters
from data.queries.coverage import span
from data.queries.tiles import TILES, Tile
from data.schema import comment
from evals.stores import synthetic_store
from metrics.periods import Period, last_full_weeks

GOAL = 20
ROUNDS = 9
_FLOORS_PER_ROUND = 5
_FEWEST = 1_000
_COLUMNS = ("likes", "is_own", "hour", "day")


@dataclass(frozen=True)
class Timing:
    """One tile: its median time, the rows it answered with, and how many times the floor it took."""

    page: str
    name: str
    median_ms: float
    rows: int
    ratio: float
    exact: bool


def main(arguments: Sequence[str] | None = None) -> int:
    """Time the tiles and print them."""
    parser = argparse.ArgumentParser(prog="python -m evals.bench", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--rows", type=_whole, default=1_000_000, help="posts, comments and replies together")
    parser.add_argument("--engine", choices=["sqlite", "postgresql"], default="sqlite")
    parser.add_argument("--json", action="store_true", help="print JSON only")
    asked = parser.parse_args(arguments)
    with synthetic_store(asked.engine, asked.rows) as engine:
        floor_ms, timings = measure(engine)
    if asked.json:
        found = {"rows": asked.rows, "engine": asked.engine, "floor_ms": floor_ms}
        print(json.dumps(found | {"tiles": [_as_json(timing) for timing in timings]}, indent=2))
    else:
        print(_table(floor_ms, timings))
    return 0


def measure(engine: Engine, tiles: Sequence[Tile] = TILES) -> tuple[float, list[Timing]]:
    """The floor in milliseconds, and every tile. Floor and tiles take turns, so a busy machine slows both."""
    found = span(engine, LOCAL_ADMINISTRATOR)
    if found is None:
        raise ValueError("the store is empty: there is nothing to time")
    periods = {"default": last_full_weeks(found[1], 13), "all": Period(*found)}
    runs = [_bound(tile, engine, Filters(periods[tile.span])) for tile in tiles]
    floor = _floor(engine)
    gc.collect()
    gc.freeze()  # as the server does when it has started
    sizes = [len(run()) for run in runs]  # the first time pays for compiling and reading from disk
    floor()
    floors: list[float] = []
    times: list[list[float]] = [[] for _ in runs]
    for _ in range(ROUNDS):
        floors += [_milliseconds(floor) for _ in range(_FLOORS_PER_ROUND)]
        for run, taken in zip(runs, times, strict=True):
            taken.append(_milliseconds(run))
    gc.unfreeze()
    floor_ms = round(median(floors), 3)
    timings = []
    for tile, taken, size in zip(tiles, times, sizes, strict=True):
        tile_ms = round(median(taken), 2)
        timings.append(Timing(tile.page, tile.name, tile_ms, size, round(tile_ms / floor_ms, 1), tile.exact))
    return floor_ms, timings


def _whole(text: str) -> int:
    number = int(text)
    if number < _FEWEST:
        raise argparse.ArgumentTypeError(f"at least {_FEWEST}")
    return number


def _bound(tile: Tile, engine: Engine, filters: Filters) -> Callable[[], pd.DataFrame]:
    return lambda: tile.run(engine, LOCAL_ADMINISTRATOR, filters)


def _floor(engine: Engine) -> Callable[[], Any]:
    """DuckDB's sum of four comment columns, from a table in memory that is filled here, outside the timing."""
    with engine.connect() as connection:
        rows = connection.execute(select(*(comment.c[name] for name in _COLUMNS)))
        comments = pd.concat(pd.DataFrame(part, columns=_COLUMNS, dtype="int64") for part in rows.partitions(100_000))
    database = duckdb.connect()
    database.register("frame", comments)
    database.execute("CREATE TABLE comments AS SELECT * FROM frame")
    database.unregister("frame")
    sums = ", ".join(f"sum({name})" for name in _COLUMNS)
    return lambda: database.execute(f"SELECT {sums} FROM comments").fetchall()  # noqa: S608 - names from this file


def _milliseconds(run: Callable[[], Any]) -> float:
    start = perf_counter()
    run()
    return (perf_counter() - start) * 1000


def _as_json(timing: Timing) -> dict[str, Any]:
    values = asdict(timing)
    if not values.pop("exact"):
        return values
    return values | {"exact": True}


def _table(floor_ms: float, timings: Sequence[Timing]) -> str:
    lines = [f"floor {floor_ms:.2f} ms; goal: at most {GOAL} times the floor", ""]
    lines += [f"{'ms':>8} {'ratio':>6} {'rows':>7}  page, tile"]
    lines += [f"{one.median_ms:8.2f} {one.ratio:6.1f} {one.rows:7}  {one.page}, {one.name}" for one in timings]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
