"""Opening the store and changing it."""

import stat
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, insert, inspect, select, text

from data.errors import StoreError
from data.pseudonyms import claim, key_file, pseudonym, secret_key
from data.schema import department, metadata
from data.store import open_store, version, writing


def test_a_new_store_has_every_table(store: Engine) -> None:
    assert set(metadata.tables) <= set(inspect(store).get_table_names())


def test_opening_twice_gives_the_same_engine(sqlite_store: Engine) -> None:
    assert open_store(sqlite_store.url.render_as_string(hide_password=False)) is sqlite_store


def test_the_folder_of_a_new_store_is_made(tmp_path: Path) -> None:
    engine = open_store(f"sqlite:///{tmp_path / 'deep' / 'down' / 'answerable.db'}")
    assert version(engine) == 0


def test_sqlite_is_tuned(sqlite_store: Engine) -> None:
    with sqlite_store.connect() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
        strict = {row.name: row.strict for row in connection.exec_driver_sql("PRAGMA table_list")}
    assert found == {"journal_mode": "wal", "synchronous": 1, "foreign_keys": 1, "busy_timeout": 30_000}
    assert all(strict[name] for name in metadata.tables)


def test_every_change_moves_the_version_and_a_failed_one_does_not(store: Engine) -> None:
    before = version(store)
    with writing(store) as connection:
        connection.execute(insert(department).values(name="Parking"))
    assert version(store) == before + 1
    with pytest.raises(RuntimeError), writing(store) as connection:
        connection.execute(insert(department).values(name="Green"))
        raise RuntimeError
    assert version(store) == before + 1
    with store.connect() as connection:
        assert connection.scalar(select(func.count()).select_from(department)) == 1


def test_writers_wait_for_each_other_and_readers_do_not(store: Engine) -> None:
    def write(number: int) -> None:
        with writing(store) as connection:
            known = connection.scalar(select(func.count()).select_from(department)) or 0
            connection.execute(insert(department).values(name=f"{number} after {known}"))

    inside, leave = threading.Event(), threading.Event()

    def linger() -> None:
        with writing(store) as connection:
            connection.execute(insert(department).values(name="first"))
            inside.set()
            leave.wait(20)

    with ThreadPoolExecutor(6) as pool:
        first = pool.submit(linger)
        inside.wait(20)
        others = [pool.submit(write, number) for number in range(4)]
        with store.connect() as connection:
            assert connection.scalar(select(func.count()).select_from(department)) == 0
        leave.set()
        for task in (first, *others):
            task.result()
    with store.connect() as connection:
        names = connection.scalars(select(department.c.name)).all()
    assert sorted(name.split()[-1] for name in names) == ["1", "2", "3", "4", "first"]


def test_the_key_is_made_once_and_is_private(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANSWERABLE_KEY_FILE", str(tmp_path / "new" / "key"))
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(lambda _: secret_key(), range(16)))
    assert len(keys) == 1
    assert len(keys.pop()) == 32
    assert stat.S_IMODE(key_file().stat().st_mode) == 0o600
    assert [path.name for path in key_file().parent.iterdir()] == ["key"]


def test_a_store_keeps_to_one_key(store: Engine) -> None:
    with writing(store) as connection:
        claim(connection, b"one")
        claim(connection, b"one")
        with pytest.raises(StoreError, match="right key file"):
            claim(connection, b"two")


def test_pseudonyms_differ_per_platform_and_key() -> None:
    assert len({pseudonym(key, platform, "jan") for key in (b"a", b"b") for platform in ("x", "facebook")}) == 4


def test_text_survives_in_any_script(store: Engine) -> None:
    with writing(store) as connection:
        connection.execute(insert(department).values(name="Ψηφιακή 市 𝗣𝗮𝗿𝗸"))
        assert connection.execute(text("SELECT name FROM department")).scalar() == "Ψηφιακή 市 𝗣𝗮𝗿𝗸"
