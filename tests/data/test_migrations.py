"""Migrations give the tables that the code expects, on both engines and when many start at once."""

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, inspect, text

import data.migrate
from data.__main__ import main
from data.engines import address, make_engine
from data.migrate import current, newest, upgrade
from data.schema import metadata
from data.store import open_store
from tests.data.answering.messages import HOUR, LATER, answer, asked
from tests.loaders.sample_batches import DAY, MONDAY, batch, contents, group, load, post, registers


def test_the_migrated_store_is_what_the_schema_says(store: Engine) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    with store.connect() as connection:
        opts = {"compare_type": True, "compare_server_default": True, "include_object": _not_of_search}
        assert compare_metadata(MigrationContext.configure(connection, opts=opts), metadata) == []


def test_the_key_of_histograms_holds_what_they_count(postgres_store: Engine) -> None:
    assert _beside_the_key(postgres_store) == ["n"]
    downgrade(postgres_store, "0007")
    assert _beside_the_key(postgres_store) == []


def _beside_the_key(engine: Engine) -> list[str]:
    return inspect(engine).get_pk_constraint("rollup_post")["dialect_options"]["postgresql_include"]


def _not_of_search(_thing: object, name: str | None, *_rest: object) -> bool:
    """The index of words is no table of ours: each engine has its own (data.search)."""
    return "post_text" not in str(name) and "comment_text" not in str(name)


def downgrade(engine: Engine, version: str) -> None:
    """Take a store back to what an older version of the product made."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(data.migrate.__file__).parent / "migrations"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, version)


def test_a_store_of_an_older_version_keeps_its_rows(store: Engine) -> None:
    registers(store)
    load(store, batch([post("1")], audience=[group("NL", 60.0)]))
    downgrade(store, "0001")
    assert not inspect(store).has_table("audience")
    assert upgrade(store)
    found = contents(store)
    assert (len(found["post"]), found["audience"]) == (1, [])
    load(store, batch(audience=[group("NL", 61.0)]))
    assert len(contents(store)["audience"]) == 1


@pytest.mark.parametrize("version", ["0003", "0004", "0005", "0006", "0007"])
def test_a_store_of_each_version_gets_the_figures_of_this_one(
    store: Engine, version: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    registers(store)
    posts = [post("1", text="Help mee: wat vind jij?", likes=3, comments=2, shares=0), post("2", type="image")]
    comments = [asked("10"), answer("11", "10", 6), asked("12", 2), asked("13", 3, text="Dank je wel")]
    comments.append(asked("20", 40, account="green", post_id="9"))
    visits = [{"line": 2, "site": "www.example.org", "date": "2026-06-29", "metric": "visitors", "value": 7.0}]
    load(store, batch(posts, comments, site_days=visits, exported_ts=LATER))
    reply = post("30", account="green", type="reply", parent_id="20", published_ts=MONDAY + 43 * HOUR)
    load(store, batch([reply], exported_ts=LATER + DAY))
    fresh = contents(store)
    downgrade(store, version)
    assert inspect(store).has_table("conversation") == (version > "0003")
    monkeypatch.setattr("data.store._engines", {})
    opened = open_store(store.url.render_as_string(hide_password=False))
    assert contents(opened) == fresh
    assert len(fresh["conversation"]) == 3 and fresh["rollup_answer"] and fresh["rollup_content"]
    assert fresh["rollup_answer_week"] and fresh["rollup_site_week"] and fresh["account_import"]
    opened.dispose()


def test_an_upgrade_that_breaks_off_before_it_counts_counts_later(
    store: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    registers(store)
    load(store, batch([post("1", likes=3)], [asked("10"), answer("11", "10", 6)], exported_ts=LATER))
    fresh = contents(store)
    downgrade(store, "0003")
    assert upgrade(store)  # and then the process is gone
    assert contents(store) != fresh
    monkeypatch.setattr("data.store._engines", {})
    opened = open_store(store.url.render_as_string(hide_password=False))
    assert contents(opened) == fresh
    opened.dispose()


def test_alembic_agrees_on_the_newest_migration() -> None:
    from alembic.script import ScriptDirectory

    assert ScriptDirectory(str(Path(data.migrate.__file__).parent / "migrations")).get_current_head() == newest()


def test_upgrading_again_does_nothing(store: Engine) -> None:
    assert upgrade(store) is False


def test_a_failed_migration_leaves_nothing(tmp_path: Path) -> None:
    engine = make_engine(address(f"sqlite:///{tmp_path / 'store.db'}"))
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE rollup_post (something TEXT)"))
        connection.execute(text("CREATE INDEX ix_post_import_id ON rollup_post (something)"))
    with pytest.raises(Exception, match="ix_post_import_id"):
        upgrade(engine)
    assert inspect(engine).get_table_names() == ["rollup_post"]


def test_processes_that_start_at_once_make_one_store(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'store.db'}"
    code = f"from data.store import open_store, version; print(version(open_store({url!r})))"
    running = [
        subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    for process in running:
        out, error = process.communicate(timeout=60)
        assert (out.strip(), process.returncode) == ("0", 0), error


def test_threads_that_start_at_once_make_one_store_on_postgresql(postgres_server: str) -> None:
    from concurrent.futures import ThreadPoolExecutor

    from sqlalchemy import make_url

    admin = create_engine(address(postgres_server), isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text("CREATE DATABASE at_once"))
    url = make_url(postgres_server).set(database="at_once").render_as_string(hide_password=False)
    engines = [make_engine(address(url)) for _ in range(3)]
    with ThreadPoolExecutor(3) as pool:
        assert sorted(pool.map(upgrade, engines)) == [False, False, True]
    with engines[0].connect() as connection:
        assert current(connection) == newest()
    for engine in engines:
        engine.dispose()
    with admin.connect() as connection:
        connection.execute(text("DROP DATABASE at_once"))
    admin.dispose()


def test_the_command_upgrades(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'store.db'}")
    assert main(["upgrade"]) == 0
    assert main(["upgrade"]) == 0
    assert capsys.readouterr().out == ""
    with pytest.raises(SystemExit) as wrong:
        main(["no such thing"])
    assert wrong.value.code == 2
