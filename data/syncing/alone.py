"""One run of a connection at a time, on this machine and on others; the lock dies with its process.

On PostgreSQL the server holds the lock for as long as a database connection lives; on SQLite the operating system
does, for as long as a file beside the store is open.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout
from sqlalchemy import Engine, func, select

from data.errors import StoreError
from metrics.words import N_, Message

_SPACE = 7_265_002  # of the locks of connections; that of the writers is 7_265_001 (data.engines)


@contextmanager
def alone(engine: Engine, connection_id: int) -> Iterator[None]:
    """Do a run that nobody else does at the same time. Raises `StoreError` when somebody does."""
    with (_server if engine.dialect.name == "postgresql" else _file)(engine, connection_id):
        yield


@contextmanager
def _server(engine: Engine, connection_id: int) -> Iterator[None]:
    with engine.connect() as connection:
        connection.execution_options(isolation_level="AUTOCOMMIT")  # an open transaction would hold back clean-up
        if not connection.scalar(select(func.pg_try_advisory_lock(_SPACE, connection_id))):
            raise _taken()
        try:
            yield
        finally:
            connection.execute(select(func.pg_advisory_unlock(_SPACE, connection_id)))


@contextmanager
def _file(engine: Engine, connection_id: int) -> Iterator[None]:
    folder = Path(f"{engine.url.database}.locks")
    folder.mkdir(exist_ok=True)
    lock = FileLock(folder / f"connection-{connection_id}", blocking=False)
    try:
        lock.acquire()
    except Timeout as error:
        raise _taken() from error
    try:
        yield
    finally:
        lock.release()


def _taken() -> StoreError:
    text = N_("This connection is being asked for news already. Wait until that is done.")
    return StoreError(Message("sync_runs", text))
