"""Secrets of connections: where they are looked for, and that they are seen nowhere else."""

import logging
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import Engine, select, update

from data import connections
from data.access import LOCAL_ADMINISTRATOR as ME
from data.connections import New
from data.connections.rules import variable_name
from data.errors import StoreError
from data.open_export import write_open_export
from data.schema import api_connection
from data.store import writing
from tests.loaders.sample_batches import registers

SECRET = "not-a-real-token-0123456789-wxyz"
GREEN = New("mastodon", "x", "Green team", "@green", host="social.example", account_id=2, secret=SECRET)


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("ANSWERABLE_KEY_FILE", str(tmp_path / "keys" / "answerable.key"))
    for name in ("ANSWERABLE_SECRET_KEY_FILE", "ANSWERABLE_SECRETS", "CREDENTIALS_DIRECTORY"):
        monkeypatch.delenv(name, raising=False)
    made = tmp_path / "given"
    made.mkdir()
    return made


@pytest.fixture
def city(store: Engine) -> Engine:
    registers(store)
    return store


@contextmanager
def refused(code: str, *words: str) -> Iterator[None]:
    with pytest.raises(StoreError) as error:
        yield
    assert error.value.message.code == code
    for word in words:
        assert word in error.value.message.english()
    assert SECRET not in repr(error.value)


def added(store: Engine, secret: str = SECRET) -> connections.ApiConnection:
    return connections.one(store, ME, connections.add(store, ME, replace(GREEN, secret=secret)))


def private(path: Path, content: str, mode: int = 0o600) -> None:
    path.touch(mode=0o600)
    path.write_text(content, encoding="utf-8")
    path.chmod(mode)


def column(store: Engine) -> str:
    with store.connect() as connection:
        return str(connection.scalars(select(api_connection.c.secret)).one())


def test_the_store_keeps_it_encrypted(city: Engine) -> None:
    made = added(city, f" {SECRET}\n")
    assert connections.secret_of(city, made) == SECRET
    assert made.secret_end == "wxyz"
    assert SECRET not in column(city)
    key = connections.secret_key_file()
    assert key.name == "secrets.key"
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert key.read_text() not in column(city)


def test_without_a_secret_there_is_none_and_no_key(city: Engine) -> None:
    made = added(city, "")
    assert connections.secret_of(city, made) == ""
    assert made.secret_end is None
    assert not connections.secret_key_file().exists()


def test_the_end_of_a_short_secret_is_not_shown(city: Engine) -> None:
    assert added(city, "elevensigns").secret_end is None
    connections.replace_secret(city, ME, 1, "twelve signs")
    assert connections.one(city, ME, 1).secret_end == "igns"


def test_a_key_file_of_many_lines_comes_back_whole(city: Engine) -> None:
    text = '{\n  "type": "service_account",\n  "private_key": "made up"\n}'
    made = added(city, text)
    assert connections.secret_of(city, made) == text
    assert made.secret_end is None


def test_environment_then_file_then_systemd_then_store(
    city: Engine, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = added(city)
    systemd = tmp_path / "credentials"
    systemd.mkdir()
    private(systemd / made.name, "from systemd\n", 0o440)  # so its access lists show
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(systemd))
    assert connections.secret_of(city, made) == "from systemd"
    private(folder / made.name, "from a file\n")
    monkeypatch.setenv("ANSWERABLE_SECRETS", str(folder))
    assert connections.secret_of(city, made) == "from a file"
    monkeypatch.setenv("ANSWERABLE_SECRET_GREEN_TEAM", "from the environment")
    assert connections.secret_of(city, made) == "from the environment"
    for name in ("ANSWERABLE_SECRET_GREEN_TEAM", "ANSWERABLE_SECRETS", "CREDENTIALS_DIRECTORY"):
        monkeypatch.setenv(name, "")
    assert connections.secret_of(city, made) == SECRET
    assert connections.secret_outside(made.name) is None


def test_names_of_variables() -> None:
    assert variable_name("Décor-2 @x") == "ANSWERABLE_SECRET_D_COR_2__X"


@pytest.mark.parametrize("mode", [0o604, 0o640, 0o644, 0o660, 0o602])
def test_a_file_that_others_can_read_is_refused(
    city: Engine, folder: Path, monkeypatch: pytest.MonkeyPatch, mode: int
) -> None:
    made = added(city)
    monkeypatch.setenv("ANSWERABLE_SECRETS", str(folder))
    private(folder / made.name, SECRET, mode)
    with refused("open_to_others", f"chmod 600 '{folder / made.name}'"):
        connections.secret_of(city, made)


def test_a_systemd_file_that_everybody_can_read_is_refused(
    city: Engine, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(folder))
    private(folder / GREEN.name, SECRET, 0o444)
    with refused("open_to_others"):
        connections.secret_outside(GREEN.name)


def test_a_file_that_is_no_text_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANSWERABLE_SECRETS", str(folder))
    (folder / "Binary").touch(mode=0o600)
    (folder / "Binary").write_bytes(b"\xff\xfe\xfa")
    (folder / "Folder").mkdir(mode=0o700)
    for name in ("Binary", "Folder"):
        with refused("secret_unreadable", name):
            connections.secret_outside(name)


def test_a_lost_key_or_another_one_is_told(city: Engine) -> None:
    made, path = added(city), connections.secret_key_file()
    key = path.read_text()
    path.unlink()
    with refused("key_lost", str(path), "Put the file back"):
        connections.secret_of(city, made)
    assert not path.exists()
    private(path, Fernet.generate_key().decode())
    with refused("other_secret_key", str(path), "Green team"):
        connections.secret_of(city, made)
    private(path, "no key at all")
    with refused("no_secret_key", str(path)):
        connections.secret_of(city, made)
    with refused("no_secret_key", str(path)):
        connections.replace_secret(city, ME, made.id, "another secret 1")
    private(path, key, 0o644)
    with refused("open_to_others", str(path)):
        connections.secret_of(city, made)
    private(path, key + "\n")
    assert connections.secret_of(city, made) == SECRET


def test_after_a_lost_key_it_can_be_given_again(city: Engine) -> None:
    made = added(city)
    connections.secret_key_file().unlink()
    connections.replace_secret(city, ME, made.id, "another secret 1")
    assert connections.secret_of(city, made) == "another secret 1"


def test_the_key_file_can_be_elsewhere(city: Engine, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANSWERABLE_SECRET_KEY_FILE", str(folder / "deeper" / "key"))
    made = added(city)
    assert connections.secret_of(city, made) == SECRET
    assert [path.name for path in (folder / "deeper").iterdir()] == ["key"]


def test_a_place_where_no_key_can_be_made_is_told(city: Engine, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "file").touch()
    monkeypatch.setenv("ANSWERABLE_SECRET_KEY_FILE", str(folder / "file" / "key"))
    with refused("key_unwritable", str(folder)):
        added(city)
    assert connections.listed(city, ME) == ()


def test_a_secret_moved_to_another_server_stays_closed(city: Engine) -> None:
    made = added(city)
    with writing(city) as connection:
        connection.execute(update(api_connection).values(host="evil.example"))
    with refused("other_purpose", "Replace the secret"):
        connections.secret_of(city, connections.one(city, ME, made.id))


def test_another_secret_mends_what_was_broken(city: Engine) -> None:
    made = added(city)
    connections.change(city, ME, made.id, status="broken", next_ts=5)
    connections.replace_secret(city, ME, made.id, "another-secret-abcd", "2027-01-31")
    found = connections.one(city, ME, made.id)
    assert (found.status, found.next_ts, found.secret_end, found.secret_until) == ("active", None, "abcd", "2027-01-31")
    connections.pause(city, ME, made.id)
    connections.replace_secret(city, ME, made.id, "")
    found = connections.one(city, ME, made.id)
    assert (found.status, found.secret_end, found.secret_until) == ("paused", None, None)
    assert connections.secret_of(city, found) == ""


def test_it_is_in_no_text_no_log_and_no_export(city: Engine, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    city.echo = "debug"
    try:
        made = added(city)
        kept = column(city)
        connections.replace_secret(city, ME, made.id, SECRET)
        connections.secret_of(city, made)
    finally:
        city.echo = False
    assert "api_connection" in caplog.text  # the log says what was done
    assert SECRET not in caplog.text
    assert SECRET not in repr(GREEN)
    assert SECRET not in repr(made)
    assert not hasattr(made, "secret")
    path = tmp_path / "all.zip"
    write_open_export(city, ME, path, texts=True)
    with ZipFile(path) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist() if not name.endswith(".parquet"))
    assert b"City_green" in everything
    assert b"social.example" not in everything
    for secret in (SECRET, kept, column(city)):
        assert secret.encode() not in everything
