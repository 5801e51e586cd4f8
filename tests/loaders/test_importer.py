"""Importing while others read, and with another key."""

import threading
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select

from data.errors import StoreError
from data.schema import post as posts
from data.schema import rollup_day
from data.store import version
from tests.loaders.sample_batches import MONDAY, batch, comment, contents, load, post, registers


def test_readers_see_all_or_nothing_and_never_an_error(store: Engine) -> None:
    registers(store)
    stop, seen, errors = threading.Event(), set(), []

    def read() -> None:
        while not stop.is_set():
            try:
                with store.connect() as connection:
                    stored = connection.scalar(select(func.count()).select_from(posts))
                    counted = connection.scalar(select(func.coalesce(func.sum(rollup_day.c.posts), 0)))
                    seen.add((stored, int(counted or 0)))
                version(store)
            except Exception as error:
                errors.append(error)

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    try:
        for size in (3000, 4000):
            rows = [post(str(n), published_ts=MONDAY + n * 3600, likes=size) for n in range(size)]
            load(store, batch(rows, exported_ts=MONDAY + size))
    finally:
        stop.set()
        for reader in readers:
            reader.join()
    assert errors == []
    # On PostgreSQL the two statements of a reader may stand on either side of the import.
    assert {stored for stored, _ in seen} <= {0, 3000, 4000}
    assert {counted for _, counted in seen} <= {0, 3000, 4000}
    assert store.dialect.name != "sqlite" or all(stored == counted for stored, counted in seen)


def test_a_store_is_not_filled_with_two_keys(
    sqlite_store: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    registers(sqlite_store)
    load(sqlite_store, batch(comments=[comment("10")]))
    before = contents(sqlite_store)
    monkeypatch.setenv("ANSWERABLE_KEY_FILE", str(tmp_path / "another key"))
    with pytest.raises(StoreError, match="another key"):
        load(sqlite_store, batch(comments=[comment("11")]))
    assert contents(sqlite_store) == before
    assert load(sqlite_store, batch([post("1")])).inserted == 1  # nobody to name in own posts
