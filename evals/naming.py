"""How long it takes to search all posts and replies anew when the list of stakeholders changes.

`python -m evals.naming --rows 1000000 [--json]` adds an organisation to the list of the synthetic store
(`evals.stores`), and takes it away again. Goal: under a minute at a million messages, with a bar that moves.
"""

import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Engine, func, select

from data.access import LOCAL_ADMINISTRATOR
from data.declared import Stakeholder, save_stakeholders, stakeholders
from data.naming import NAMED
from data.schema import rollup_content
from evals.at_size import at_size

GOAL = 60
_NEW = Stakeholder("Harbour Square Foundation", ("Harbour Square",))


@dataclass(frozen=True)
class Recounted:
    """What adding an organisation took, and how many posts and replies name somebody before and after."""

    seconds: float
    processor_seconds: float
    progress_calls: int
    longest_wait: float  # seconds between two moves of the bar
    named_before: int
    named_after: int
    restored: bool


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    return at_size("evals.naming", __doc__ or "", measure, GOAL, arguments)


def measure(engine: Engine) -> Recounted:
    """Add the organisation and take it away; the store is afterwards as it was."""
    rows = stakeholders(engine, LOCAL_ADMINISTRATOR).to_dict("records")
    listed = [Stakeholder(row["name"], row["names"], row["field"], row["id"]) for row in rows]
    before, told = _named(engine), [time.perf_counter()]
    processor = time.process_time()
    save_stakeholders(
        engine, LOCAL_ADMINISTRATOR, [*listed, _NEW], progress=lambda _share: told.append(time.perf_counter())
    )
    processor, end = time.process_time() - processor, time.perf_counter()
    try:
        after = _named(engine)
    finally:
        save_stakeholders(engine, LOCAL_ADMINISTRATOR, listed)
    return Recounted(
        seconds=round(end - told[0], 2),
        processor_seconds=round(processor, 2),
        progress_calls=len(told) - 1,
        longest_wait=round(max(later - one for one, later in zip(told, [*told[1:], end], strict=True)), 2),
        named_before=before,
        named_after=after,
        restored=_named(engine) == before,
    )


def _named(engine: Engine) -> int:
    with engine.connect() as connection:
        counted = select(func.sum(rollup_content.c.n)).where(rollup_content.c.dimension == NAMED)
        return int(connection.scalar(counted) or 0)


if __name__ == "__main__":
    sys.exit(main())
