"""Whatever happens to a text, search knows it: on both engines, and after what people do to files of SQLite."""

import re
import shutil
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from data.access import LOCAL_ADMINISTRATOR as ME
from data.filters import Filters
from data.search import search
from data.search.matching import RARE, _accented
from data.store import open_store
from data.undo import undo
from metrics.periods import Period
from tests.data.search.made_up import put
from tests.loaders.sample_batches import DAY, MONDAY, batch, comment, emptied, load, post, registers

ALWAYS = Filters(Period(20_000, 21_000))


def texts(engine: Engine, words: str) -> list[str]:
    return sorted(search(engine, ME, ALWAYS, words).rows["text"])


def test_imports_and_undo_keep_the_index(store: Engine) -> None:
    registers(store)
    old = batch([post("1", text="De oude boom")], [comment("10", text="Mijn boom!")], exported_ts=MONDAY + DAY)
    new = batch([post("1", text="De nieuwe boom")], [comment("10", text="Mijn struik!")], exported_ts=MONDAY + 2 * DAY)
    first, second = load(store, old), load(store, new)
    assert texts(store, "boom") == ["De nieuwe boom"] and texts(store, "struik") == ["Mijn struik!"]
    assert texts(store, "oude") == []
    undo(store, ME, second.import_id or 0)
    assert texts(store, "boom") == ["De oude boom", "Mijn boom!"] and texts(store, "nieuwe") == []
    undo(store, ME, first.import_id or 0)
    assert texts(store, "boom") == []


def test_letters_that_only_rare_texts_have_are_those_of_the_index_of_these(postgres_store: Engine) -> None:
    with postgres_store.connect() as connection:
        made = connection.scalars(text("SELECT indexdef FROM pg_indexes WHERE indexname LIKE 'ix_%_text_rare'")).all()
    assert len(made) == 2 and all(f"WHERE (text ~ '{RARE}'" in one for one in made)
    forms = {form for letters in _accented().values() for one in letters for form in (one, one.upper())}
    assert {form for form in forms if len(form) == 1 and form > "ÿ" and not re.match(RARE, form)} == {"ς", "Σ"}


def test_what_is_deleted_is_not_found_and_can_come_back(store: Engine) -> None:
    registers(store)
    load(store, batch([post("1")]))
    put(store, ["boom", "kap"], ["boom"])
    put(store, ["kap", "boom"])
    assert texts(store, "boom") == ["boom"]
    emptied(store)
    assert texts(store, "boom") == []


@pytest.mark.parametrize("how", ["VACUUM", "VACUUM INTO", "copy", "backup"])
def test_the_index_of_sqlite_outlives_cleaning_up_and_copies(
    sqlite_store: Engine, sqlite_url: str, tmp_path: Path, how: str
) -> None:
    registers(sqlite_store)
    load(sqlite_store, batch([post("1", text="De boom")], [comment(str(n), text=f"boom {n}") for n in range(10, 60)]))
    put(sqlite_store, [f"struik {number}" for number in range(30)], ["boom"])
    sqlite_store.dispose()
    path, other = Path(sqlite_url.removeprefix("sqlite:///")), tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        if how == "backup":
            with sqlite3.connect(other) as target:
                connection.backup(target)
        elif how == "copy":
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            shutil.copyfile(path, other)
        else:
            connection.execute("VACUUM" if how == "VACUUM" else f"VACUUM INTO '{other}'")
    connection.close()
    engine = open_store(f"sqlite:///{other if other.exists() else path}")
    assert texts(engine, "boom") == ["boom"]
    assert texts(engine, "17") == ["struik 17"]
    put(engine, ["boom", "kap"])
    assert texts(engine, "boom") == ["boom"] and texts(engine, "struik") == []
    engine.dispose()
