"""Bringing a store to the tables this version of the product needs."""

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from data.engines import exclusive
from data.kept import keep, kept

_FOLDER = Path(__file__).parent / "migrations"
_COUNTED_SINCE = "0008"
"""Stores from before this migration lack sums that follow from what is in them."""
_UNCOUNTED = "uncounted"


def newest() -> str:
    """The name of the newest migration: files in `migrations/versions` are called `<number>_<what>.py`."""
    return max(path.stem.split("_")[0] for path in (_FOLDER / "versions").glob("[0-9]*.py"))


def current(connection: Connection) -> str | None:
    """The migration a store is at; None for an empty one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return found


def upgrade(engine: Engine) -> bool:
    """Run the migrations that are missing, all or none; True when there were any.

    Safe when several processes start at once: one does the work, the others wait and find it done. A store of an older
    version is marked as one whose figures must be counted anew (`is_uncounted`), in the same transaction.
    """
    with engine.connect() as connection:
        if current(connection) == newest():
            return False
    from alembic import command  # here because it takes 0.4 s, and most starts do not need it
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_FOLDER))
    with engine.connect() as connection, exclusive(connection):
        before = current(connection)
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        if before is not None and before < _COUNTED_SINCE:
            keep(connection, _UNCOUNTED, True)
        return before != current(connection)


def is_uncounted(connection: Connection) -> bool:
    """Whether the figures of an older version's store are still to be counted anew: an upgrade may break off there."""
    return bool(kept(connection, _UNCOUNTED))


def mark_counted(connection: Connection) -> None:
    """Note that they are; in the transaction that did it."""
    keep(connection, _UNCOUNTED, None)
