"""What one import does to the store, the same on both engines."""

import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pandas as pd
import pytest
from sqlalchemy import Engine, select

from data.access import LOCAL_ADMINISTRATOR, Access, AccessDeniedError
from data.errors import StoreError
from data.schema import account_day, import_batch, observation, site_day
from data.schema import comment as comments
from data.schema import post as posts
from data.store import version, writing
from data.undo import imports
from loaders.importer import import_batch as load_batch
from metrics.measures import COUNTS
from tests.loaders.sample_batches import DAY, MONDAY, batch, comment, contents, day_value, load, post, registers


@pytest.fixture(autouse=True)
def _registers(store: Engine) -> None:
    registers(store)


def stored(engine: Engine, external_id: str = "1") -> dict[str, Any]:
    with engine.connect() as connection:
        found = connection.execute(select(posts).where(posts.c.external_id == external_id)).mappings().one()
    return dict(found)


def counted(loaded: Any) -> tuple[int, int, int]:
    return loaded.inserted, loaded.updated, loaded.unchanged


def test_a_post_is_stored_as_the_export_has_it(store: Engine) -> None:
    loaded = load(store, batch([post("1", likes=3, comments=0, impressions=5_000_000_000, missing=".f..fffff")]))
    assert counted(loaded) == (1, 0, 0)
    found = stored(store)
    assert {name: found[name] for name in COUNTS} == dict.fromkeys(COUNTS) | {
        "likes": 3,
        "comments": 0,
        "impressions": 5_000_000_000,
    }
    assert (found["day"], found["dow"], found["hour"], found["month"]) == (20633, 0, 12, 202606)
    assert (found["text"], found["permalink"]) == ("Message 1", "https://x.example/1")
    assert (found["published_ts"], found["missing"]) == (MONDAY, ".f..fffff")


def test_a_day_without_an_hour_keeps_its_day(store: Engine) -> None:
    load(store, batch([post("1", published_ts=20_633 * DAY, precision="day")]))
    assert (stored(store)["day"], stored(store)["hour"]) == (20_633, None)


def test_the_same_file_again_changes_nothing_and_says_so(store: Engine) -> None:
    export = batch([post("1", likes=3), post("2", likes=None)], exported_ts=MONDAY)
    first = load(store, export, "the file")
    before, moved = contents(store), version(store)
    again = load(store, export, "the file")
    assert counted(again) == (0, 0, 2)
    assert (again.import_id, again.report["same_as"]) == (first.import_id, first.import_id)
    assert (contents(store), version(store)) == (before, moved)
    assert len(imports(store, LOCAL_ADMINISTRATOR)) == 1


def test_a_newer_export_updates_the_counts_and_keeps_the_old_ones(store: Engine) -> None:
    load(store, batch([post("1", likes=3), post("2", likes=1)], exported_ts=MONDAY))
    loaded = load(store, batch([post("1", likes=8), post("2", likes=1), post("3")], exported_ts=MONDAY + DAY))
    assert counted(loaded) == (1, 1, 1)
    assert stored(store)["likes"] == 8
    with store.connect() as connection:
        grown = connection.scalars(
            select(observation.c.likes).where(observation.c.id == stored(store)["id"]).order_by(observation.c.import_id)
        ).all()
    assert list(grown) == [3, 8]


def test_an_older_export_fills_gaps_and_overwrites_nothing(store: Engine) -> None:
    load(store, batch([post("1", likes=8, missing="ff.ffffff")], exported_ts=MONDAY + DAY))
    older = load(store, batch([post("1", likes=3, shares=2, missing="ff.f.ffff")], exported_ts=MONDAY))
    assert counted(older) == (0, 1, 0)
    assert (stored(store)["likes"], stored(store)["shares"], stored(store)["missing"]) == (8, 2, "ff.f.ffff")
    oldest = load(store, batch([post("1", likes=1, shares=1, missing="ff.f.ffff")], exported_ts=MONDAY - DAY))
    assert counted(oldest) == (0, 0, 1)
    assert (stored(store)["likes"], stored(store)["shares"]) == (8, 2)


def test_an_old_file_loaded_again_is_still_old(store: Engine) -> None:
    load(store, batch([post("1", likes=3)]), "old file")
    with writing(store) as connection:
        connection.execute(import_batch.update().values(imported_ts=MONDAY, observed_ts=MONDAY))
    load(store, batch([post("1", likes=8)]), "new file")
    assert counted(load(store, batch([post("1", likes=3)]), "old file")) == (0, 0, 1)
    assert stored(store)["likes"] == 8


def test_a_missing_number_never_replaces_a_known_one(store: Engine) -> None:
    load(store, batch([post("1", likes=3, reach=None, missing="fe.ffffff")], exported_ts=MONDAY))
    loaded = load(store, batch([post("1", likes=None, missing="ppppppppp")], exported_ts=MONDAY + DAY))
    assert counted(loaded) == (0, 1, 0)  # the reasons of the other counts are newer
    assert (stored(store)["likes"], stored(store)["missing"]) == (3, "pp.pppppp")


def test_newer_words_win_but_a_day_never_replaces_a_minute(store: Engine) -> None:
    load(store, batch([post("1", text="Roadworks on Mondy")], exported_ts=MONDAY))
    day_only = post("1", text="Roadworks on Monday", published_ts=20_633 * DAY, precision="day", permalink=None)
    assert counted(load(store, batch([day_only], exported_ts=MONDAY + DAY))) == (0, 1, 0)
    found = stored(store)
    assert (found["text"], found["permalink"]) == ("Roadworks on Monday", "https://x.example/1")
    assert (found["published_ts"], found["precision"], found["hour"]) == (MONDAY, "minute", 12)


def test_newer_words_of_one_post_beside_newer_counts_of_another(store: Engine) -> None:
    load(store, batch([post("1", likes=1), post("2", likes=1)], exported_ts=MONDAY))
    newer = [post("1", likes=1, text="Corrected", published_ts=MONDAY + DAY), post("2", likes=2)]
    assert counted(load(store, batch(newer, exported_ts=MONDAY + DAY))) == (0, 2, 0)
    assert (stored(store, "1")["text"], stored(store, "1")["day"]) == ("Corrected", 20634)
    assert (stored(store, "2")["likes"], stored(store, "2")["day"]) == (2, 20633)


def test_a_post_assigned_to_another_account_moves_with_its_rollups(store: Engine) -> None:
    load(store, batch([post("1", likes=3)]))
    load(store, batch([post("1", likes=3, account="green")]))
    tables = contents(store)
    assert stored(store)["account_id"] == 2
    assert [row[:3] for row in tables["rollup_day"]] == [(20633, 2, 1)]
    assert [row[:3] for row in tables["rollup_month"]] == [(202606, 2, 1)]


def test_comments_are_kept_per_thread_with_likes_that_grow(store: Engine) -> None:
    answer = comment("11", is_own=True, parent_id="10", author="City_parking", text="Because.")
    assert counted(load(store, batch(comments=[comment("10", likes=1), answer], exported_ts=MONDAY))) == (2, 0, 0)
    assert counted(load(store, batch(comments=[comment("10", likes=4)], exported_ts=MONDAY + DAY))) == (0, 1, 0)
    with store.connect() as connection:
        rows = connection.execute(select(comments).order_by(comments.c.external_id)).mappings().all()
    assert rows[1]["parent_id"] == rows[0]["id"]
    assert rows[0]["parent_id"] is None
    assert [row["likes"] for row in rows] == [4, None]
    assert counted(load(store, batch(comments=[{**answer, "likes": 2}], exported_ts=MONDAY - DAY))) == (0, 1, 0)
    assert [row["is_own"] for row in rows] == [0, 1]
    load(store, batch([post("1")]))
    assert stored(store)["id"] == rows[0]["post_id"]


def test_days_of_accounts_and_sites(store: Engine) -> None:
    visits = [{"line": 2, "site": "www.example.org", "date": "2026-06-29", "metric": "visitors", "value": 12.0}]
    days = [day_value("2026-06-29", 100.0), day_value("2026-06-29", 7.0, "page_views"), day_value("2026-06-30", 101.0)]
    loaded = load(store, batch(account_days=days, site_days=visits, exported_ts=MONDAY))
    assert counted(loaded) == (3, 0, 0)  # days of an account or site, as the rows of a file
    newer = [day_value("2026-06-29", 100.0), day_value("2026-06-30", 105.5), day_value("2026-07-01", 106.0)]
    assert counted(load(store, batch(account_days=newer, exported_ts=MONDAY + DAY))) == (1, 1, 1)
    older = [day_value("2026-06-30", 1.0), day_value("2026-06-28", 99.0)]
    assert counted(load(store, batch(account_days=older, exported_ts=MONDAY - DAY))) == (1, 0, 1)
    with store.connect() as connection:
        followers = connection.execute(
            select(account_day.c.day, account_day.c.value)
            .where(account_day.c.metric == "followers")
            .order_by(account_day.c.day)
        ).all()
        assert [tuple(row) for row in followers] == [(20632, 99.0), (20633, 100.0), (20634, 105.5), (20635, 106.0)]
        assert connection.execute(select(site_day.c.value)).scalars().all() == [12.0]


def test_rows_of_accounts_that_are_not_assigned_are_left_out_and_reported(store: Engine) -> None:
    export = batch([post("1"), post("2", account="somebody else", line=9)])
    loaded = load(store, export)
    assert counted(loaded) == (1, 0, 0)
    rejected = loaded.report["rejected"]
    assert [(row["row"], row["column"]) for row in rejected] == [(9, "account")]
    assert "somebody else" in rejected[0]["reason"]
    assert loaded.report["rows_read"] == loaded.report["rows_kept"] + 1


def test_a_row_without_a_date_is_rejected(store: Engine) -> None:
    loaded = load(store, batch([post("1"), post("2", published_ts=None)]))
    assert counted(loaded) == (1, 0, 0)
    assert [(row["row"], row["code"]) for row in loaded.report["rejected"]] == [(3, "no_date")]


def test_one_post_twice_in_a_file_is_a_duplicate(store: Engine) -> None:
    loaded = load(store, batch([post("1", likes=1, line=2), post("1", likes=2, line=3)]))
    assert counted(loaded) == (1, 0, 0)
    assert (loaded.report["duplicates"], loaded.report["rows_kept"], stored(store)["likes"]) == (1, 1, 2)


def test_nothing_to_store_leaves_no_trace(store: Engine) -> None:
    before = version(store)
    loaded = load(store, batch([]))
    assert (loaded.import_id, counted(loaded)) == (None, (0, 0, 0))
    assert version(store) == before
    assert imports(store, LOCAL_ADMINISTRATOR).empty


def test_the_report_is_kept_with_the_import(store: Engine) -> None:
    loaded = load(store, batch([post("1")], file="posts.csv"))
    with store.connect() as connection:
        row = connection.execute(select(import_batch)).mappings().one()
    kept = json.loads(row["report"])
    assert (row["file_name"], row["format"], row["kind"], row["who"]) == (
        "posts.csv",
        "sample",
        "posts",
        "local administrator",
    )
    assert {name: kept[name] for name in ("inserted", "import_id", "rows_kept")} == {
        "inserted": 1,
        "import_id": loaded.import_id,
        "rows_kept": 1,
    }


def test_two_tables_of_one_file_are_two_imports(store: Engine) -> None:
    one = load(store, batch([post("1")], file="export.zip!a.csv"), "zip")
    two = load(store, batch([post("1")], file="export.zip!b.csv"), "zip")
    again = load(store, batch([post("1")], file="renamed.zip!b.csv"), "zip")
    assert one.import_id != two.import_id
    assert again.report["same_as"] == two.import_id


def test_progress_runs_from_start_to_end(store: Engine) -> None:
    seen: list[float] = []
    load(
        store,
        batch([post(str(n)) for n in range(20)], account_days=[day_value("2026-06-29", 1.0)]),
        progress=seen.append,
    )
    assert seen == sorted(seen)
    assert seen[-1] == 1.0
    assert min(seen) > 0


def test_an_unknown_account_is_refused(store: Engine) -> None:
    with pytest.raises(StoreError, match="number 99"):
        load(store, batch([post("1")]), accounts={"parking": 99})
    assert contents(store)["post"] == []


def test_who_may_not_write_may_not_import(store: Engine) -> None:
    with pytest.raises(AccessDeniedError):
        load_batch(store, Access("guest", "nobody"), batch([post("1")]), {"parking": 1}, file_hash="h")


def test_imports_at_once_come_in_one_after_the_other(store: Engine) -> None:
    exports = [batch([post(str(n)), post("7", likes=n)]) for n in range(100, 106)]
    with ThreadPoolExecutor(3) as pool:
        done = list(pool.map(lambda export: load(store, export, f"{id(export)}"), exports))
    assert sum(loaded.inserted for loaded in done) == 7
    tables = contents(store)
    assert len(tables["post"]) == 7
    assert tables["rollup_day"][0][2] == 7
    assert len(tables["observation"]) == 12


def test_large_batches_go_in_whole(store: Engine) -> None:
    rows = [post(str(n), likes=n, account="green" if n % 3 else "parking") for n in range(12_001)]
    assert counted(load(store, batch(rows))) == (12_001, 0, 0)
    with store.connect() as connection:
        likes = connection.scalars(select(posts.c.likes)).all()
    assert sum(likes) == sum(range(12_001))
    frame = pd.DataFrame(rows)
    assert sum(row[2] for row in contents(store)["rollup_day"]) == len(frame)
