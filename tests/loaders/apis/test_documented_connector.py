"""The connector that docs/add-a-connector.md prints is found, connected and run, as it stands there."""

import io
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytest_httpserver import HTTPServer
from sqlalchemy import Engine, select
from werkzeug import Request, Response

import loaders.apis
import loaders.files
from data import connections
from data.access import LOCAL_ADMINISTRATOR as ME
from data.schema import post
from loaders.__main__ import main
from loaders.apis.client import ApiError, Client
from loaders.apis.connector import Target, Wanted
from tests.loaders.apis.fixed_host import resumed, said

PAGE = Path(__file__).parents[3] / "docs" / "add-a-connector.md"
MODULE = re.compile(r"`loaders/(files|apis)/(\w+)\.py`:\n\n```python\n(.*?)```", re.DOTALL)
TOKEN = "not-a-real-token-0123456789-wxyz"
POSTS = [
    {"id": f"n{number}", "sent_at": f"2026-09-{number:02}T08:00:00Z", "text": "De Dorpsstraat is dicht.", "hearts": 7}
    for number in range(5, 0, -1)
]


class Noticeboard:
    """A server with five posts of one account, two on a page."""

    def __init__(self) -> None:
        self.posts: list[dict[str, Any]] = [*POSTS]

    def answer(self, request: Request) -> Response:
        if request.headers.get("Authorization") != f"Bearer {TOKEN}":
            return said({"error": "no"}, 401)
        if request.path == "/api/accounts/waterstad":
            return said({"id": "u7", "name": "waterstad", "title": "Gemeente Waterstad"})
        if request.path != "/api/accounts/u7/notices":
            return said({"error": "nothing here"}, 404)
        older = [one for one in self.posts if one["id"] < request.args.get("before", "~")]
        return said({"notices": older[:2]})


@pytest.fixture
def board(httpserver: HTTPServer) -> Noticeboard:
    made = Noticeboard()
    httpserver.expect_request(re.compile("/.*")).respond_with_handler(made.answer)
    return made


@pytest.fixture(autouse=True)
def _documented(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, sqlite_url: str) -> Iterator[None]:
    """The modules of the page are found the way that every format and connector is."""
    monkeypatch.setenv("DATABASE_URL", sqlite_url)
    monkeypatch.setenv("ANSWERABLE_TEST_LOOPBACK", "1")
    monkeypatch.setenv("ANSWERABLE_API_DELAY", "0")
    found = MODULE.findall(PAGE.read_text(encoding="utf-8"))
    assert [(kind, name) for kind, name, _ in found] == [("files", "noticeboard_posts"), ("apis", "noticeboard")]
    for kind, name, code in found:
        folder, package = tmp_path / kind, getattr(loaders, kind)
        folder.mkdir()
        (folder / f"{name}.py").write_text(code, encoding="utf-8")
        monkeypatch.setattr(package, "__path__", [*package.__path__, str(folder)])
    caches = (loaders.files.formats, loaders.apis.connectors)
    for cache in caches:
        cache.cache_clear()
    yield
    for cache in caches:
        cache.cache_clear()
    for kind, name, _ in found:
        sys.modules.pop(f"loaders.{kind}.{name}", None)


def host(server: HTTPServer) -> str:
    return f"{server.host}:{server.port}"


def wanted(server: HTTPServer, **given: Any) -> Wanted:
    target = Target(host(server), "@waterstad", "u7", TOKEN)
    return Wanted(**{"target": target, "texts": False, "since_ts": None, "today": "2026-09-30", **given})


def test_it_is_connected_and_run(
    board: Noticeboard,
    httpserver: HTTPServer,
    sqlite_store: Engine,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def run() -> dict[str, Any]:
        capsys.readouterr()
        assert main(["sync", "--json"]) == 0
        (outcome,) = json.loads(capsys.readouterr().out)
        return {name: outcome[name] for name in ("fetched", "inserted", "updated", "deleted", "errors")}

    monkeypatch.setattr(sys, "stdin", io.StringIO(TOKEN))
    asked = ["--target", "@waterstad", "--department", "Parken", "--host", host(httpserver), "--secret-stdin"]
    assert main(["connect", "--connector", "noticeboard", *asked]) == 0
    (made,) = connections.listed(sqlite_store, ME)
    assert (made.name, made.upstream_id) == ("Noticeboard @waterstad", "u7")
    assert run() == {"fetched": 5, "inserted": 5, "updated": 0, "deleted": 0, "errors": []}
    columns = (post.c.external_id, post.c.likes, post.c.comments, post.c.impressions)
    with sqlite_store.connect() as store:
        held = [tuple(row) for row in store.execute(select(*columns).order_by(post.c.external_id))]
    assert held == [(f"n{number}", 7, None, None) for number in range(1, 6)]
    board.posts = [{**one, "hearts": 8} for one in POSTS if one["id"] != "n2"]
    assert run() == {"fetched": 4, "inserted": 0, "updated": 4, "deleted": 1, "errors": []}
    assert not any(TOKEN in request.url for request, _ in httpserver.log)


@pytest.mark.usefixtures("board")
def test_it_goes_on_after_each_page(httpserver: HTTPServer) -> None:
    client, connector = Client(host(httpserver)), loaders.apis.connectors()["noticeboard"]
    whole = resumed(connector, client, wanted(httpserver))
    assert [(one.rows, one.listed_from) for one in whole] == [(2, None), (2, None), (1, None), (0, 0)]
    since = 1_788_300_000  # 1 September 2026, after the oldest post
    recent = resumed(connector, client, wanted(httpserver, since_ts=since))
    assert [(one.rows, one.listed_from) for one in recent] == [(2, None), (2, None), (1, since)]


@pytest.mark.usefixtures("board")
def test_it_says_what_is_wrong(httpserver: HTTPServer) -> None:
    client, connector = Client(host(httpserver)), loaders.apis.connectors()["noticeboard"]
    for account, token, words in (("@nobody", TOKEN, "no account @nobody"), ("@waterstad", "wrong-token", "new token")):
        with pytest.raises(ApiError, match=words) as raised:
            connector.check(client, Target(host(httpserver), account, "", token))
        assert raised.value.kind == "broken"
