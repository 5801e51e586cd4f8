"""Undoing an import gives exactly the store that never had it."""

from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from data.access import LOCAL_ADMINISTRATOR, Access, AccessDeniedError
from data.errors import StoreError
from data.undo import imports, undo
from tests.loaders.sample_batches import (
    DAY,
    MONDAY,
    batch,
    comment,
    contents,
    day_value,
    emptied,
    full,
    load,
    post,
    registers,
)


@pytest.fixture(autouse=True)
def _registers(store: Engine) -> None:
    registers(store)


def test_undoing_the_only_import_leaves_an_empty_store(store: Engine) -> None:
    before = contents(store)
    loaded = load(store, full(1))
    undo(store, LOCAL_ADMINISTRATOR, loaded.import_id or 0)
    assert contents(store) == before
    assert imports(store, LOCAL_ADMINISTRATOR)["status"].tolist() == ["undone"]


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"text": "Corrected"},
        {"account": "green"},
        {"published_ts": MONDAY + 9 * DAY},
        {"images": 2, "described": 1},
    ],
)
def test_undoing_a_newer_import_restores_what_was_there(store: Engine, change: dict[str, Any]) -> None:
    load(store, full(1))
    before = contents(store)
    newer = load(store, full(2, **change))
    assert contents(store) != before
    undo(store, LOCAL_ADMINISTRATOR, newer.import_id or 0)
    assert contents(store) == before


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"text": "Corrected?"},
        {"text": None},
        {"type": "image"},
        {"account": "green"},
        {"images": 2, "described": 0},
    ],
)
def test_undoing_the_first_import_leaves_what_the_second_says(store: Engine, change: dict[str, Any]) -> None:
    load(store, full(2, **change))
    alone = contents(store, "import_id")
    undo(store, LOCAL_ADMINISTRATOR, 1)
    first, second = load(store, full(1)), load(store, full(2, **change))
    undo(store, LOCAL_ADMINISTRATOR, first.import_id or 0)
    assert contents(store, "import_id") == alone
    undo(store, LOCAL_ADMINISTRATOR, second.import_id or 0)
    assert contents(store)["post"] == []


def test_an_import_that_changed_nothing_still_holds_what_it_showed(store: Engine) -> None:
    first = load(store, batch([post("1", likes=3)], exported_ts=MONDAY), "one file")
    load(store, batch([post("1", likes=3)], exported_ts=MONDAY + DAY), "another file")
    undo(store, LOCAL_ADMINISTRATOR, first.import_id or 0)
    assert len(contents(store)["post"]) == 1


def test_an_undone_file_can_be_loaded_again(store: Engine) -> None:
    loaded = load(store, full(1), "the file")
    before = contents(store, "import_id")
    undo(store, LOCAL_ADMINISTRATOR, loaded.import_id or 0)
    again = load(store, full(1), "the file")
    assert again.report["same_as"] is None
    assert again.inserted == loaded.inserted
    assert contents(store, "import_id") == before


def test_what_cannot_be_undone_is_said(store: Engine) -> None:
    loaded = load(store, full(1))
    undo(store, LOCAL_ADMINISTRATOR, loaded.import_id or 0)
    with pytest.raises(StoreError, match="undone before"):
        undo(store, LOCAL_ADMINISTRATOR, loaded.import_id or 0)
    with pytest.raises(StoreError, match="no import with number 99"):
        undo(store, LOCAL_ADMINISTRATOR, 99)
    with pytest.raises(AccessDeniedError):
        undo(store, Access("guest", "nobody"), 1)


known = st.none() | st.integers(0, 5)
rows = st.lists(
    st.builds(
        post,
        st.integers(1, 4).map(str),
        account=st.sampled_from(["parking", "green"]),
        text=st.sampled_from([None, "a", "b?"]),
        published_ts=st.integers(0, 1).map(lambda day: MONDAY + day * DAY),
        precision=st.sampled_from(["minute", "day"]),
        images=st.sampled_from([None, 3]),
        described=st.sampled_from([None, 0, 2]),
        likes=known,
        comments=known,
        shares=known,
    ),
    max_size=4,
    unique_by=lambda row: row["post_id"],
)
remarks = st.lists(
    st.builds(
        comment,
        st.sampled_from(["10", "11"]),
        is_own=st.booleans(),
        text=st.sampled_from(["a", "b"]),
        likes=known,
    ),
    max_size=2,
    unique_by=lambda row: row["comment_id"],
)
days = st.lists(
    st.builds(day_value, st.sampled_from(["2026-06-29", "2026-06-30"]), st.integers(0, 3).map(float)),
    max_size=2,
    unique_by=lambda row: row["date"],
)
exports = st.builds(batch, rows, remarks, days, exported_ts=st.integers(0, 2).map(lambda age: MONDAY + age))


def check_any_order(store: Engine, done: list[Any], order: list[int]) -> None:
    """Do imports, undo some of them in some order: the rest decides, as if they had been the only ones."""
    emptied(store)
    numbers = [load(store, export).import_id for export in done]
    for place in order:
        if numbers[place] is not None:
            undo(store, LOCAL_ADMINISTRATOR, numbers[place] or 0)
    left = contents(store, "import_id")
    emptied(store)
    for place, export in enumerate(done):
        if place not in order:
            load(store, export)
    alone = contents(store, "import_id")
    for table in ("post_version", "comment_version"):  # settled disagreements may stay written down
        del left[table], alone[table]
    assert left == alone


anything = st.lists(exports, min_size=1, max_size=4).flatmap(
    lambda done: st.tuples(st.just(done), st.lists(st.sampled_from(range(len(done))), unique=True))
)
relaxed = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # making a failure small takes minutes here
)


@settings(relaxed, max_examples=8)
@given(anything)
def test_imports_undone_in_any_order(store: Engine, case: tuple[list[Any], list[int]]) -> None:
    check_any_order(store, *case)


@pytest.mark.slow
@settings(relaxed, max_examples=100)
@given(anything)
def test_many_imports_undone_in_any_order(store: Engine, case: tuple[list[Any], list[int]]) -> None:
    check_any_order(store, *case)
