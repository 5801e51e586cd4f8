"""The demo goes into a real store and out again, and takes nothing with it."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from sqlalchemy import Engine, func, select

from data import registers, schema
from data.access import LOCAL_ADMINISTRATOR, Access, AccessDeniedError
from data.connections import New, add
from data.logs.moderation import add_removal
from data.queries.coverage import has_demo
from data.store import open_store
from loaders.demo import load, remove
from loaders.demo.batches import batches
from loaders.importer import import_batch
from tests.loaders.demo.demo_city import small
from tests.loaders.sample_batches import batch, group

_POSTS = 500
_MINE = "Communicatie"  # the demo has a department of this name too


def _rows(store: Engine) -> dict[str, int]:
    with store.connect() as connection:
        return {
            name: int(connection.scalar(select(func.count()).select_from(table)) or 0)
            for name, table in schema.metadata.tables.items()
            if name != "setting"
        }


def _load(store: Engine, **given: Any) -> dict[str, int]:
    return load(store, LOCAL_ADMINISTRATOR, **{"posts": _POSTS, **given})


@pytest.fixture(scope="module")
def _loaded(_no_real_store: Path) -> tuple[Path, dict[str, int], list[float]]:
    """A store with a department of its own and the demo, made once; what `load` returned and told."""
    path = _no_real_store / "demo.db"
    store = open_store(f"sqlite:///{path}")
    registers.add_department(store, LOCAL_ADMINISTRATOR, _MINE)
    shares: list[float] = []
    rows = _load(store, progress=shares.append)
    store.dispose()
    return path, rows, shares


@pytest.fixture
def demo(_loaded: tuple[Path, dict[str, int], list[float]], tmp_path: Path) -> Iterator[Engine]:
    """A copy of it."""
    shutil.copyfile(_loaded[0], tmp_path / "store.db")
    store = open_store(f"sqlite:///{tmp_path / 'store.db'}")
    yield store
    store.dispose()


def test_everything_comes_in_and_is_told(demo: Engine, _loaded: tuple[Path, dict[str, int], list[float]]) -> None:
    rows, (_, told, shares) = _rows(demo), _loaded
    assert told["posts"] == rows["post"] == _POSTS
    assert told["comments"] == rows["comment"] > _POSTS
    assert (rows["department"], rows["account"], rows["site"]) == (9, 25, 2)
    assert shares == sorted(shares)
    assert shares[-1] == pytest.approx(1)


def test_all_of_it_is_marked_as_a_demo(demo: Engine) -> None:
    departments = registers.departments(demo, LOCAL_ADMINISTRATOR).set_index("name")["is_demo"]
    assert not departments.pop(_MINE)
    assert departments.pop("Communicatie (Oeverdrecht)")
    assert departments.all()
    assert registers.accounts(demo, LOCAL_ADMINISTRATOR)["is_demo"].all()
    assert registers.sites(demo, LOCAL_ADMINISTRATOR)["is_demo"].all()
    assert has_demo(demo, LOCAL_ADMINISTRATOR)
    with demo.connect() as connection:
        assert connection.scalar(select(func.min(schema.import_batch.c.is_demo))) == 1


def test_citizens_are_stored_as_codes_and_own_handles_in_clear(demo: Engine) -> None:
    with demo.connect() as connection:
        comments = pd.read_sql(select(schema.comment), connection)
    assert comments.loc[comments["is_own"] == 1, "author"].isna().all()
    assert not comments["author"].str.contains(".", regex=False, na=False).any()
    assert not comments["text"].str.contains("[handle]", regex=False).any()
    assert comments["mentions"].dropna().str.startswith('["@').all()


def test_removing_it_leaves_what_was_there_before(demo: Engine) -> None:
    shares: list[float] = []
    remove(demo, LOCAL_ADMINISTRATOR, progress=shares.append)
    assert {name: n for name, n in _rows(demo).items() if n} == {"department": 1}
    assert registers.departments(demo, LOCAL_ADMINISTRATOR)["name"].tolist() == [_MINE]
    assert not has_demo(demo, LOCAL_ADMINISTRATOR)
    assert shares[-1] == 1


def test_own_data_in_a_demo_account_stays_when_the_demo_goes(demo: Engine) -> None:
    accounts = registers.accounts(demo, LOCAL_ADMINISTRATOR)
    target = accounts[accounts["handle"] == "OvdBereikbaar"].iloc[0]
    own = next(batch for batch in batches(small(2)) if batch.kind == "posts" and batch.platform == "x")
    own.posts = own.posts.head(3).assign(post_id=["1", "2", "3"])
    ids = {own.posts["account"].iloc[0]: int(target["id"])}
    import_batch(demo, LOCAL_ADMINISTRATOR, own, ids, file_hash="own")
    remove(demo, LOCAL_ADMINISTRATOR)
    rows = _rows(demo)
    assert (rows["post"], rows["comment"], rows["import_batch"]) == (3, 0, 1)
    kept = registers.accounts(demo, LOCAL_ADMINISTRATOR)[["handle", "department", "is_demo"]]
    assert kept.to_numpy().tolist() == [["OvdBereikbaar", "Mobiliteit en Parkeren", False]]
    with demo.connect() as connection:
        assert connection.scalar(select(func.sum(schema.rollup_day.c.posts))) == 3
        assert connection.scalar(select(func.sum(schema.rollup_month.c.posts))) == 3


def test_an_audience_of_a_demo_account_stays_when_the_demo_goes(demo: Engine) -> None:
    accounts = registers.accounts(demo, LOCAL_ADMINISTRATOR)
    target = int(accounts[accounts["handle"] == "OvdBereikbaar"]["id"].iloc[0])
    for is_demo, name in ((True, "demo"), (False, "own")):
        figures = batch(audience=[group("NL", 60.0)])
        import_batch(demo, LOCAL_ADMINISTRATOR, figures, {"parking": target}, file_hash=name, is_demo=is_demo)
    assert _rows(demo)["audience"] == 2
    remove(demo, LOCAL_ADMINISTRATOR)
    rows = _rows(demo)
    assert (rows["audience"], rows["account"], rows["import_batch"]) == (1, 1, 1)


def test_a_connected_account_or_site_of_the_demo_stays_when_the_demo_goes(demo: Engine) -> None:
    account_id = int(registers.accounts(demo, LOCAL_ADMINISTRATOR)["id"].iloc[0])
    platform = str(registers.accounts(demo, LOCAL_ADMINISTRATOR)["platform"].iloc[0])
    site_id = int(registers.sites(demo, LOCAL_ADMINISTRATOR)["id"].iloc[0])
    add(demo, LOCAL_ADMINISTRATOR, New("any", platform, "Account", "@any", account_id=account_id))
    add(demo, LOCAL_ADMINISTRATOR, New("any", "website", "Site", "1", site_id=site_id))
    remove(demo, LOCAL_ADMINISTRATOR)
    assert registers.accounts(demo, LOCAL_ADMINISTRATOR)["id"].tolist() == [account_id]
    assert registers.sites(demo, LOCAL_ADMINISTRATOR)["id"].tolist() == [site_id]


def test_only_who_may_write_may_load_and_remove(sqlite_store: Engine) -> None:
    for act in (load, remove):
        with pytest.raises(AccessDeniedError):
            act(sqlite_store, Access("visitor", "reader"))


def test_removing_without_a_demo_changes_nothing(sqlite_store: Engine) -> None:
    remove(sqlite_store, LOCAL_ADMINISTRATOR)
    assert set(_rows(sqlite_store).values()) == {0}


@pytest.mark.slow
def test_loading_again_replaces_the_demo_and_the_end_can_be_moved(store: Engine) -> None:
    _load(store)
    before = _rows(store)
    _load(store)
    assert _rows(store) == before
    _load(store, end=date(2025, 6, 30))
    with store.connect() as connection:
        newest = connection.scalar(select(func.max(schema.account_day.c.day)))
    assert newest == (date(2025, 6, 30) - date(1970, 1, 1)).days
    remove(store, LOCAL_ADMINISTRATOR)
    assert set(_rows(store).values()) == {0}


def test_own_entries_in_the_logs_of_a_demo_account_stay_when_the_demo_goes(demo: Engine) -> None:
    accounts = registers.accounts(demo, LOCAL_ADMINISTRATOR)
    target = int(accounts[accounts["handle"] == "OvdBereikbaar"]["id"].iloc[0])
    add_removal(demo, LOCAL_ADMINISTRATOR, target, date(2026, 6, 1), "hidden")
    assert _rows(demo)["test_message"] == 16 and _rows(demo)["moderation"] > 50
    remove(demo, LOCAL_ADMINISTRATOR)
    rows = _rows(demo)
    assert (rows["test_message"], rows["moderation"], rows["account"]) == (0, 1, 1)
