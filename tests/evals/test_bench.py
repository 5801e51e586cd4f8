"""The benchmark's answer and the store it measures; how fast it is depends on the machine, so no test says."""

import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, case, func, select

from data.access import LOCAL_ADMINISTRATOR as ME
from data.queries.coverage import coverage, span
from data.queries.tiles import TILES
from data.schema import (
    account,
    comment,
    conversation,
    department,
    message_class,
    post,
    rollup_answer,
    rollup_day,
)
from data.staging import same
from evals import bench, judging, naming, stores, synthetic
from metrics.needs_reply import NEEDS_REPLY
from metrics.periods import last_full_weeks
from tests.data.queries.stored_figures import only

ROWS = 2000
CITIZENS = comment.c.is_own == 0


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the stores of these tests are."""
    return tmp_path_factory.mktemp("var")


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[dict[str, Any], str]:
    """What the benchmark prints: the JSON, and its messages."""
    assert bench.main(["--rows", str(ROWS), "--json", *arguments]) == 0
    printed = capsys.readouterr()
    return json.loads(printed.out), printed.err


def check(found: dict[str, Any], engine: str) -> None:
    """The fields that CONTRACTS promises."""
    assert (found["rows"], found["engine"]) == (ROWS, engine)
    assert found["floor_ms"] > 0
    assert [(tile["page"], tile["name"]) for tile in found["tiles"]] == [(tile.page, tile.name) for tile in TILES]
    for tile in found["tiles"]:
        assert set(tile) >= {"page", "name", "median_ms", "rows", "ratio"}
        assert tile["rows"] > 0, tile
        assert tile["ratio"] == pytest.approx(tile["median_ms"] / found["floor_ms"], rel=0.1, abs=0.1)


@pytest.fixture
def made(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the benchmark keep its stores here, and not look long."""
    monkeypatch.setattr(stores, "VAR", folder)
    monkeypatch.setattr(bench, "ROUNDS", 1)
    return folder


def test_json_on_sqlite_and_the_store_is_used_again(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found, messages = run(capsys)
    check(found, "sqlite")
    assert "making a store" in messages
    found, messages = run(capsys)
    check(found, "sqlite")
    assert "making a store" not in messages


@pytest.mark.slow
def test_json_on_postgresql(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found, _ = run(capsys, "--engine", "postgresql")
    check(found, "postgresql")


def test_the_synthetic_store_is_what_it_says(made: Path) -> None:
    with stores.synthetic_store("sqlite", ROWS) as engine, engine.connect() as connection:
        count = {table.name: connection.scalar(select(func.count()).select_from(table)) for table in (post, comment)}
        own = connection.scalar(select(func.count()).where(comment.c.is_own == 1))
        organised = [connection.scalar(select(func.count()).select_from(table)) for table in (department, account)]
        platforms = connection.scalar(select(func.count(account.c.platform.distinct())))
        sums = connection.execute(select(func.sum(rollup_day.c.posts), func.sum(rollup_day.c.replies_out))).one()
        whole = span(engine, ME)
        newest = coverage(engine, ME, only(last_full_weeks(synthetic.NEWEST, 13)))["newest_day"]
    assert count == {"post": ROWS / 10, "comment": ROWS * 9 / 10}
    assert own == pytest.approx(ROWS * 0.15, rel=0.2)
    assert (organised, platforms) == ([30, 120], 6)
    assert tuple(sums) == (count["post"], own)
    assert whole == (synthetic.SPAN.first, synthetic.SPAN.last)
    assert newest.max() <= synthetic.NEWEST


def test_its_people_ask_and_about_a_third_of_them_wait(made: Path) -> None:
    needs = func.sum(case((message_class.c.intent.in_(NEEDS_REPLY), 1), else_=0))
    waits = func.sum(case((conversation.c.answered_ts.is_(None), 1), else_=0))
    with stores.synthetic_store("sqlite", ROWS) as engine, engine.connect() as connection:
        messages, asking = connection.execute(
            select(func.count(), needs).join_from(message_class, comment, same(message_class, comment)).where(CITIZENS)
        ).one()
        conversations, waiting, noticed = connection.execute(
            select(func.count(), waits, func.count(conversation.c.noticed_ts))
        ).one()
        counted = connection.execute(select(func.sum(rollup_answer.c.asked), func.sum(rollup_answer.c.waiting))).one()
    assert asking == pytest.approx(messages / 2, rel=0.1)
    assert waiting == pytest.approx(conversations / 3, rel=0.2)
    assert conversations > noticed > 0
    assert tuple(counted) == (conversations, waiting)


def test_judging_anew_shows_nothing_half_done_and_leaves_the_store_as_it_was(
    made: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert judging.main(["--rows", str(ROWS), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["conversations"] > 0
    assert found["progress_calls"] > 0
    assert (found["changed"], found["restored"], found["looks_half_done"]) == (True, True, 0)


def test_names_are_searched_anew_and_the_store_is_left_as_it_was(
    made: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert naming.main(["--rows", str(ROWS), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["named_after"] > found["named_before"] > 0
    assert found["progress_calls"] > 0
    assert found["restored"]


def test_an_interrupted_fill_leaves_nothing(sqlite_store: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(synthetic, "_days", stop)
    with pytest.raises(KeyboardInterrupt):
        synthetic.fill(sqlite_store, ROWS)
    assert synthetic.rows_in(sqlite_store) == 0
    assert span(sqlite_store, ME) is None


def test_an_empty_store_cannot_be_timed(sqlite_store: Engine) -> None:
    with pytest.raises(ValueError, match="empty"):
        bench.measure(sqlite_store)


def test_the_table_for_people(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bench.main(["--rows", str(ROWS)])
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("floor ")
    assert len(lines) == 3 + len(TILES)
