"""Figures of audiences: one snapshot per import, the newest one counts."""

from typing import Any

import pytest
from sqlalchemy import Engine

from data.access import LOCAL_ADMINISTRATOR
from data.queries.audience_groups import audience_groups
from data.store import version
from data.undo import imports, undo
from loaders.importer import Loaded
from tests.data.queries.stored_figures import SEPTEMBER, only
from tests.loaders.sample_batches import DAY, MONDAY, batch, contents, group, load, registers


@pytest.fixture(autouse=True)
def _registers(store: Engine) -> None:
    registers(store)


def snapshot(age: int, *rows: dict[str, Any]) -> Any:
    """An export of these groups, so many days after Monday; each group is a row of the file."""
    lines = {label: line for line, label in enumerate(dict.fromkeys(row["label"] for row in rows), start=2)}
    placed = [row | {"line": lines[row["label"]]} for row in rows]
    return batch(audience=placed, exported_ts=MONDAY + age * DAY)


def counted(loaded: Loaded) -> tuple[int, int, int]:
    return loaded.inserted, loaded.updated, loaded.unchanged


def shown(store: Engine) -> dict[str, float]:
    """What a page shows: the value of each group."""
    found = audience_groups(store, LOCAL_ADMINISTRATOR, only(SEPTEMBER))
    return dict(zip(found["label"], found["value"], strict=True))


def test_the_newest_export_is_shown_as_a_whole(store: Engine) -> None:
    assert counted(load(store, snapshot(1, group("NL", 60.0), group("BE", 39.0)))) == (2, 0, 0)
    assert counted(load(store, snapshot(2, group("NL", 61.0), group("LU", 1.0)))) == (1, 1, 0)
    assert shown(store) == {"NL": 61.0, "LU": 1.0}


def test_an_older_export_changes_nothing_that_is_shown(store: Engine) -> None:
    load(store, snapshot(5, group("NL", 61.0)))
    assert counted(load(store, snapshot(1, group("NL", 60.0)))) == (0, 0, 1)
    assert shown(store) == {"NL": 61.0}


def test_rows_are_counted_and_not_figures(store: Engine) -> None:
    both = (group("NL", 60.0), group("NL", 0.6, "share"), group("BE", 39.0), group("BE", 0.39, "share"))
    assert counted(load(store, snapshot(1, *both))) == (2, 0, 0)
    newer = (group("NL", 60.0), group("NL", 0.7, "share"), group("BE", 39.0), group("BE", 0.39, "share"))
    assert counted(load(store, snapshot(2, *newer))) == (0, 1, 1)


def test_the_same_file_again_changes_nothing(store: Engine) -> None:
    first = load(store, snapshot(1, group("NL", 60.0)), "the file")
    load(store, snapshot(3, group("BE", 2.0)))
    before, moved = contents(store), version(store)
    again = load(store, snapshot(1, group("NL", 60.0)), "the file")
    assert (again.import_id, again.report["same_as"], counted(again)) == (first.import_id, first.import_id, (0, 0, 1))
    assert (contents(store), version(store)) == (before, moved)
    assert len(imports(store, LOCAL_ADMINISTRATOR)) == 2


@pytest.mark.parametrize("date", ["", "2026-06-30"])
def test_undoing_the_newest_shows_the_one_before(store: Engine, date: str) -> None:
    load(store, snapshot(1, group("NL", 60.0, date=date), group("BE", 39.0, date=date)))
    before = contents(store)
    newer = load(store, snapshot(2, group("NL", 61.0, date=date)))
    undo(store, LOCAL_ADMINISTRATOR, newer.import_id or 0)
    assert contents(store) == before
    assert shown(store) == {"NL": 60.0, "BE": 39.0}
    undo(store, LOCAL_ADMINISTRATOR, 1)
    assert shown(store) == {}
    assert counted(load(store, snapshot(1, group("NL", 60.0)))) == (1, 0, 0)


def test_figures_of_an_account_that_nobody_chose_are_left_out(store: Engine) -> None:
    loaded = load(store, snapshot(1, group("NL", 60.0), group("BE", 1.0, account="somebody else")))
    assert (loaded.inserted, loaded.report["audience_rows"]) == (1, 1)
    assert [one["code"] for one in loaded.report["rejected"]] == ["not_assigned"]
    assert shown(store) == {"NL": 60.0}


def test_of_a_group_that_stands_twice_the_last_is_stored(store: Engine) -> None:
    load(store, snapshot(1, group("NL", 60.0), group("NL", 61.0), group("BE", 2.0)))
    assert shown(store) == {"NL": 61.0, "BE": 2.0}


def test_dated_figures_keep_their_days_and_the_newest_is_shown(store: Engine) -> None:
    days = [group("NL", 60.0, date="2026-06-29"), group("NL", 63.0, date="2026-06-30")]
    load(store, batch(audience=days, exported_ts=MONDAY + 2 * DAY))
    assert [row[4] for row in contents(store)["audience"]] == [20_633, 20_634]
    found = audience_groups(store, LOCAL_ADMINISTRATOR, only(SEPTEMBER))
    assert found[["value", "day"]].to_numpy().tolist() == [[63.0, 20_634.0]]
