"""What the documentation says of connections is so: its commands run, its tables are complete, its words are ours."""

import ast
import io
import ipaddress
import re
import shlex
import sys
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from data import retention
from data.__main__ import main as data_main
from data.syncing.gone import LARGE, MANY
from loaders.__main__ import main
from loaders.apis import connectors
from loaders.apis.client import allowed
from loaders.apis.client.hosts import checked_host
from loaders.apis.google.tokens import HOST as TOKENS
from tests.loaders.apis.fixed_host import said

ROOT = Path(__file__).parents[2]
CONNECT = (ROOT / "docs" / "connect-an-account.md").read_text(encoding="utf-8")
SERVER = (ROOT / "docs" / "run-a-server.md").read_text(encoding="utf-8")
COMMANDS = [
    line.partition(" -m ")[2]
    for block in re.findall(r"```sh\n(.*?)```", CONNECT, flags=re.DOTALL)
    for line in block.splitlines()
]
ACCOUNT = {
    "id": "101",
    "username": "waterstad",
    "acct": "waterstad",
    "display_name": "Gemeente Waterstad",
    "url": "https://social.example/@waterstad",
    "followers_count": 1200,
    "following_count": 3,
    "statuses_count": 0,
}


def social(request: Request) -> Response:
    """A Mastodon server with one account that has not written anything yet."""
    return said([] if request.path.endswith("/statuses") else ACCOUNT)


def test_the_commands_run_one_after_the_other(
    httpserver: HTTPServer, sqlite_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    httpserver.expect_request(re.compile("/.*")).respond_with_handler(social)
    monkeypatch.setenv("DATABASE_URL", sqlite_url)
    monkeypatch.setenv("ANSWERABLE_TEST_LOOPBACK", "1")
    monkeypatch.setenv("ANSWERABLE_API_DELAY", "0")
    monkeypatch.setenv("ANSWERABLE_TEST_ORIGINS", f"social.example={httpserver.url_for('').rstrip('/')}")
    assert {shlex.split(command)[1] for command in COMMANDS} == {"connectors", "connect", "connections", "sync"}
    for command in COMMANDS:
        monkeypatch.setattr(sys, "stdin", io.StringIO("not-a-real-token-0123456789-wxyz\n"))
        module, *words = shlex.split(command)
        assert module == "loaders"
        assert main(words) == 0, command + capsys.readouterr().err
    assert data_main(["retention"]) == 0
    assert "“Parks Mastodon” is removed." in capsys.readouterr().err


def test_the_table_has_every_connector_and_what_it_asks_for() -> None:
    rows = re.findall(r"^\| `(\w+)` \| .+ \| (.+) \| (.+) \|$", CONNECT, flags=re.MULTILINE)
    known = connectors().values()
    assert [name for name, _, _ in rows] == sorted(connectors())
    assert {name for name, host, _ in rows if host == "yes"} == {one.id for one in known if one.host is None}
    assert {name for name, _, secret in rows if secret == "–"} == {one.id for one in known if one.secret is None}


def test_every_host_is_named() -> None:
    hosts = {one.host for one in connectors().values() if one.host is not None} | {TOKENS}
    assert set(re.findall(r"`([a-z0-9.]+\.(?:com|app))`", SERVER)) == hosts


def test_the_figures_of_a_run_are_those_of_the_code() -> None:
    every = connectors().values()
    assert {one.window_days for one in every if one.counts == "account"} == {90}
    assert {one.window_days for one in every if one.counts == "site"} == {14, 31, 90}
    assert {one.id: one.whole_days for one in every if one.whole_days != 28} == {"youtube": 21}
    assert (MANY, LARGE) == (3, 0.5)
    assert {name: term.days for name, term in retention.TERMS.items()} == {"youtube": 30}


def test_messages_that_are_quoted_exist() -> None:
    texts = {
        node.value
        for path in (ROOT / "loaders").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    quoted = re.findall(r'\*\*"(.+?)"', CONNECT) + re.findall(r', "(.+?)"\*\*', CONNECT)
    assert len(quoted) >= 8
    for quote in quoted:
        parts = quote.strip('"').split("…")
        assert any(all(part in text for part in parts) for text in texts), quote


def test_the_list_of_allowed_servers_is_read_as_printed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (printed,) = re.findall(r"```yaml\n(.*?)```", SERVER, flags=re.DOTALL)
    (tmp_path / "allowed.yaml").write_text(printed, encoding="utf-8")
    monkeypatch.setenv("ANSWERABLE_ALLOWLIST", str(tmp_path / "allowed.yaml"))
    assert checked_host("cijfers.local") == "cijfers.local"
    address = ipaddress.ip_address
    assert allowed.is_admitted("matomo.intranet.example", address("10.20.3.4"))
    assert not allowed.is_admitted("matomo.intranet.example", address("10.21.3.4"))
    assert not allowed.is_admitted("cijfers.local", address("169.254.169.254"))
