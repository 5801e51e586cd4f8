"""How long it takes to judge all conversations anew when the norm changes, and what readers see meanwhile.

`python -m evals.judging --rows 1000000 [--json]` sets another norm for the whole organisation in the synthetic store
(`evals.stores`) while a second connection keeps reading the figures, and takes it away again. Goal: under a minute at
a million messages, and readers see the old figures until all are new.
"""

import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from sqlalchemy import Engine, func, select

from data.access import LOCAL_ADMINISTRATOR
from data.norms import add_norm, fallback_norm, remove_norm
from data.schema import conversation, rollup_answer
from evals.at_size import at_size
from evals.synthetic import SPAN
from metrics.norms import Norm
from metrics.norms.versions import Scope

GOAL = 60
_EVERY = 0.05  # seconds between two looks of the reader
Figures = tuple[int, int]
"""Questions with a deadline that has passed, and how many of these were answered in time."""


@dataclass(frozen=True)
class Judged:
    """What setting the norm took, and what a reader saw of it meanwhile."""

    conversations: int
    seconds: float
    processor_seconds: float
    progress_calls: int
    looks: int
    looks_half_done: int  # at other figures than the old or the new ones
    longest_look_ms: float
    changed: bool
    restored: bool


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    return at_size("evals.judging", __doc__ or "", measure, GOAL, arguments)


def measure(engine: Engine) -> Judged:
    """Set a norm of four hours from the first day on, and take it away; the store is afterwards as it was."""
    told: list[float] = []
    before = _figures(engine)
    with _reader(engine) as seen:
        clock, processor = time.perf_counter(), time.thread_time()
        norm = add_norm(engine, LOCAL_ADMINISTRATOR, Scope(), SPAN.first, _norm(engine), progress=told.append)
        processor, clock = time.thread_time() - processor, time.perf_counter() - clock
    try:
        after = _figures(engine)
    finally:
        remove_norm(engine, LOCAL_ADMINISTRATOR, norm)
    return Judged(
        conversations=_conversations(engine),
        seconds=round(clock, 2),
        processor_seconds=round(processor, 2),
        progress_calls=len(told),
        looks=len(seen),
        looks_half_done=sum(figures not in (before, after) for _, figures in seen),
        longest_look_ms=round(1000 * max((taken for taken, _ in seen), default=0), 1),
        changed=after != before,
        restored=_figures(engine) == before,
    )


def _norm(engine: Engine) -> Norm:
    return replace(fallback_norm(engine, LOCAL_ADMINISTRATOR), unit="working_hours", amount=4)


@contextmanager
def _reader(engine: Engine) -> Iterator[list[tuple[float, Figures]]]:
    """Somebody who keeps looking: the seconds that each look took, and the figures."""
    done = threading.Event()
    seen: list[tuple[float, Figures]] = []

    def look() -> None:
        while not done.wait(_EVERY):
            began = time.perf_counter()
            figures = _figures(engine)
            seen.append((time.perf_counter() - began, figures))

    reader = threading.Thread(target=look)
    reader.start()
    try:
        yield seen
    finally:
        done.set()
        reader.join()


def _figures(engine: Engine) -> Figures:
    sums = (func.coalesce(func.sum(rollup_answer.c[name]), 0) for name in ("due", "in_time"))
    with engine.connect() as connection:
        due, in_time = connection.execute(select(*sums)).one()
    return int(due), int(in_time)


def _conversations(engine: Engine) -> int:
    with engine.connect() as connection:
        return int(connection.scalar(select(func.count()).select_from(conversation)) or 0)


if __name__ == "__main__":
    sys.exit(main())
