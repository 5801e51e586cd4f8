"""Files of many people's accounts: strangers do not become accounts, and their names are not kept."""

import json
from pathlib import Path

import pytest

from data.access import LOCAL_ADMINISTRATOR
from data.registers import accounts
from data.schema import import_batch, post
from data.store import open_store
from loaders.__main__ import main

HEADER = "id,thread_id,timestamp,author,body,like_count,link\n"


def dump(folder: Path, authors: int) -> Path:
    """Posts of one account each, as a research tool collects them; the town's is among them."""
    names = ["town", *(f"citizen{n}" for n in range(authors - 1))]
    rows = (
        f"{n},{n},2024-05-06 10:00:00,{name},Hello,1,https://bsky.app/profile/{name}/post/{n}\n"
        for n, name in enumerate(names, start=1)
    )
    file = folder / "dump.csv"
    file.write_text(HEADER + "".join(rows))
    return file


@pytest.fixture(autouse=True)
def _store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'store.db'}")
    monkeypatch.setenv("ANSWERABLE_KEY_FILE", str(tmp_path / "key"))


@pytest.mark.parametrize("named", [True, False])
def test_of_many_accounts_only_the_named_one_is_loaded(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], named: bool
) -> None:
    own = ["--account", "town"] if named else []
    main(["import", str(dump(tmp_path, 30)), "--department", "Web", "--json", *own])
    printed = capsys.readouterr().out
    (report,) = json.loads(printed)
    assert "many_accounts" in {warning["code"] for warning in report["warnings"]}
    assert (report["inserted"], report["rows_rejected"]) == ((1, 29) if named else (0, 30))
    assert "citizen" not in printed
    engine = open_store()
    assert accounts(engine, LOCAL_ADMINISTRATOR)["handle"].tolist() == (["town"] if named else [])
    with engine.connect() as connection:
        assert len(connection.execute(post.select()).all()) == int(named)
        assert all("citizen" not in row.report for row in connection.execute(import_batch.select()))


def test_a_few_accounts_are_believed_to_be_ours(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(dump(tmp_path, 20)), "--department", "Web", "--json"]) == 0
    (report,) = json.loads(capsys.readouterr().out)
    assert (report["inserted"], report["warnings"]) == (20, [])
