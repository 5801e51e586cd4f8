"""Questions of citizens and answers to them, as an import brings them, and what the store makes of them."""

from typing import Any

from sqlalchemy import Engine, select

from metrics.slices import RESPONSE
from tests.loaders.sample_batches import DAY, MONDAY, comment, contents

HOUR = 3600
LATER = MONDAY + 30 * DAY
OWN: dict[str, Any] = {"is_own": True, "author": "", "text": "Dat komt doordat de weg dicht is."}
_ROLLUPS = ("rollup_answer", "rollup_answer_week", "rollup_answer_month", "rollup_answer_hour")
FIGURES = ("conversation", "thread", "message_class", *_ROLLUPS)


def asked(number: str, hours: float = 1, **values: Any) -> dict[str, Any]:
    """A question of a citizen, so many hours after Monday noon."""
    values = {"text": "Wanneer wordt het afval opgehaald?", "author": f"citizen {number}"} | values
    return comment(number, published_ts=MONDAY + int(hours * HOUR), **values)


def answer(number: str, to: str, hours: float, **values: Any) -> dict[str, Any]:
    """An answer by a person to a message."""
    return comment(number, parent_id=to, published_ts=MONDAY + int(hours * HOUR), **(OWN | values))


def rows(engine: Engine, table: Any) -> list[dict[str, Any]]:
    """All rows of a table, in the order of its key."""
    with engine.connect() as connection:
        return [dict(row) for row in connection.execute(select(table).order_by(*table.primary_key)).mappings()]


def only(engine: Engine, table: Any) -> dict[str, Any]:
    """The one row of a table."""
    (row,) = rows(engine, table)
    return row


def figures(engine: Engine) -> dict[str, list[Any]]:
    """Everything that is worked out about answers."""
    found = contents(engine)
    kept: dict[str, list[Any]] = {name: found[name] for name in FIGURES}
    kept["rollup_post"] = [row for row in found["rollup_post"] if str(row[0]).startswith(RESPONSE)]
    return kept
