"""`python -m loaders import` and `undo`: files into a store of their own, twice, and out again."""

import json
from pathlib import Path

import pytest
from sqlalchemy import Engine, delete, func, select

from data.access import LOCAL_ADMINISTRATOR
from data.registers import accounts, departments, sites
from data.schema import audience, post_score
from data.scoring import pending
from loaders.__main__ import main

SAMPLES = Path(__file__).parents[1] / "samples"
TWEETS = str(SAMPLES / "x_analytics")


@pytest.fixture(autouse=True)
def _store(monkeypatch: pytest.MonkeyPatch, sqlite_url: str) -> None:
    monkeypatch.setenv("DATABASE_URL", sqlite_url)


def numbers(out: str) -> list[tuple[int, int, int]]:
    return [(report["inserted"], report["updated"], report["unchanged"]) for report in json.loads(out)]


def test_the_second_import_changes_nothing(capsys: pytest.CaptureFixture[str], sqlite_store: Engine) -> None:
    arguments = ["import", TWEETS, "--department", "Communicatie", "--json"]
    assert main(arguments) == 0
    assert numbers(capsys.readouterr().out) == [(31, 0, 0), (4, 0, 0)]
    assert main([*arguments[:2], "--department", "communicatie", "--json"]) == 0
    assert numbers(capsys.readouterr().out) == [(0, 0, 31), (0, 0, 4)]
    assert departments(sqlite_store, LOCAL_ADMINISTRATOR)["name"].tolist() == ["Communicatie"]
    assert accounts(sqlite_store, LOCAL_ADMINISTRATOR)["handle"].tolist() == ["gem_waterstad"]


def test_what_is_imported_is_scored_and_what_is_left_later(
    capsys: pytest.CaptureFixture[str], sqlite_store: Engine
) -> None:
    assert main(["import", TWEETS, "--department", "Communicatie"]) == 0
    assert pending(sqlite_store, LOCAL_ADMINISTRATOR) == 0
    with sqlite_store.begin() as connection:
        scored = connection.scalar(select(func.count()).select_from(post_score)) or 0
        assert scored > 0
        connection.execute(delete(post_score))
    assert main(["score"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {name: found[name] for name in ("messages", "posts", "pending")} == {
        "messages": 0,
        "posts": scored,
        "pending": 0,
    }


def test_counts_that_fell_are_in_the_report_and_on_the_screen(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    export = tmp_path / "tweet_activity_metrics_gem_waterstad_20250701_20250801_en.csv"
    reports = []
    for likes in ("90.0", "30.0"):
        number = "1950000000000000000"
        link = f"https://twitter.com/gem_waterstad/status/{number}"
        head = "Tweet id,Tweet permalink,Tweet text,time,likes\n"
        export.write_text(f"{head}{number},{link},Open,2025-07-29 09:00 +0000,{likes}\n", encoding="utf-8")
        assert main(["import", str(export), "--department", "Communicatie", "--json"]) == 0
        said = capsys.readouterr()
        reports.append(json.loads(said.out)[0])
    first, second = reports
    assert [check for check in first["checks"] if check["name"] == "counts_fell"] == []
    assert {"name": "counts_fell", "checked": 1, "failed": 1} in second["checks"]
    assert ("counts_fell", [2]) in [(one["code"], one["rows"]) for one in second["warnings"]]
    assert "1 post has fewer likes than in the export of" in said.err


def test_an_import_can_be_undone_once(capsys: pytest.CaptureFixture[str]) -> None:
    main(["import", TWEETS, "--department", "Communicatie", "--json"])
    number = json.loads(capsys.readouterr().out)[0]["import_id"]
    assert main(["undo", str(number)]) == 0
    assert main(["undo", str(number)]) == 1
    assert main(["undo", "999"]) == 1
    assert "999" in capsys.readouterr().err


def test_a_file_without_an_account_needs_one(capsys: pytest.CaptureFixture[str], sqlite_store: Engine) -> None:
    arguments = ["import", str(SAMPLES / "youtube" / "Tabellendaten.csv"), "--department", "Communicatie"]
    assert main(arguments) == 1
    assert "--account" in capsys.readouterr().err
    assert main([*arguments, "--account", "waterstad"]) == 0
    assert accounts(sqlite_store, LOCAL_ADMINISTRATOR)["handle"].tolist() == ["waterstad"]


def test_a_file_without_a_website_is_of_the_one_that_is_named(sqlite_store: Engine) -> None:
    arguments = ["import", str(SAMPLES / "matomo" / "visits.json"), "--department", "Communicatie"]
    assert main([*arguments, "--account", "www.waterstad.example"]) == 0
    assert main([*arguments, "--account", "www.waterstad.example"]) == 0
    assert sites(sqlite_store, LOCAL_ADMINISTRATOR)["host"].tolist() == ["www.waterstad.example"]


def test_numbered_days_wait_for_the_day_they_start_on(capsys: pytest.CaptureFixture[str], sqlite_store: Engine) -> None:
    arguments = ["import", str(SAMPLES / "ga4" / "no_preamble.csv"), "--department", "Web", "--account", "w.example"]
    assert main(arguments) == 1
    assert "start_date=VALUE (YYYY-MM-DD)" in capsys.readouterr().err
    assert main([*arguments, "--answer", "start_date=2026-02-28"]) == 0


def test_a_refused_file_does_not_stop_the_others(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    photo = tmp_path / "photo.csv"
    photo.write_bytes(b"\x89PNG\r\n\x1a\n")
    assert main(["import", str(photo), TWEETS, "--department", "Communicatie", "--json"]) == 1
    captured = capsys.readouterr()
    assert [report["error"] is None for report in json.loads(captured.out)] == [False, True, True]
    assert "PNG" in captured.err


def test_a_file_that_is_not_there_stops_before_anything_is_stored(sqlite_store: Engine) -> None:
    assert main(["import", TWEETS, "nowhere.csv", "--department", "Communicatie"]) == 2
    assert departments(sqlite_store, LOCAL_ADMINISTRATOR).empty
    assert accounts(sqlite_store, LOCAL_ADMINISTRATOR).empty


def test_a_refused_file_makes_no_department(sqlite_store: Engine) -> None:
    assert main(["import", str(SAMPLES / "youtube" / "by_geography.csv"), "--department", "Communicatie"]) == 1
    assert departments(sqlite_store, LOCAL_ADMINISTRATOR).empty


def test_an_audience_comes_in_and_goes_out(capsys: pytest.CaptureFixture[str], sqlite_store: Engine) -> None:
    geography = str(SAMPLES / "youtube" / "by_geography.csv")
    arguments = ["import", geography, "--department", "Communicatie", "--account", "waterstad", "--json"]
    assert main(arguments) == 0
    (report,) = json.loads(capsys.readouterr().out)
    names = ("kind", "rows_read", "rows_kept", "rows_rejected", "audience_rows", "inserted", "unchanged")
    assert [report[name] for name in names] == ["audience", 3, 0, 3, 3, 3, 0]
    assert main(arguments) == 0
    captured = capsys.readouterr()
    assert numbers(captured.out) == [(0, 0, 3)]
    assert "0 rejected" in captured.err
    assert accounts(sqlite_store, LOCAL_ADMINISTRATOR)["handle"].tolist() == ["waterstad"]
    assert main(["undo", str(report["import_id"])]) == 0
    with sqlite_store.connect() as connection:
        assert connection.scalar(select(func.count()).select_from(audience)) == 0


def test_a_table_without_posts_says_what_to_export(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(SAMPLES / "youtube" / "by_geography.csv"), "--department", "Communicatie"]) == 1
    assert "Table data" in capsys.readouterr().err
