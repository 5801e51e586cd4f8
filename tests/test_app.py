"""The server as `streamlit run app.py` starts it, asked over plain HTTP and Streamlit's own protocol."""

import json
import re
import sqlite3
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from evals.protocol import PageError, visit
from tests.running_server import serve


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("app")


@pytest.fixture(scope="module")
def home(folder: Path) -> Iterator[str]:
    """The address of a server on an empty store, in a folder of its own."""
    with serve(f"sqlite:///{folder / 'store.db'}", folder) as address:
        yield address


def test_health_says_whether_the_store_answers(home: str) -> None:
    with urllib.request.urlopen(f"{home}/healthz") as answer:
        assert json.load(answer)["status"] == "ok"


@pytest.mark.parametrize(
    ("file", "kind"),
    [
        ("frame.js", "javascript"),
        ("frame.css", "/css"),
        ("favicon.svg", "image/svg+xml"),
        ("fonts/inter-latin-wght-normal.woff2", "font/woff2"),
    ],
)
def test_files_are_served_by_the_shell(home: str, file: str, kind: str) -> None:
    with urllib.request.urlopen(f"{home}/assets/{file}") as answer:
        assert answer.headers.get_content_type().endswith(kind)
        assert answer.headers["Cache-Control"] == "no-cache", "a new version shows at once"


@pytest.mark.parametrize("path", ["/assets/../app.py", "/assets/%2e%2e/app.py", "/assets/nothing.js"])
def test_nothing_else_is_served(home: str, path: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(home + path)
    assert refused.value.code in (400, 404)


def test_a_page_is_drawn_without_a_browser(home: str) -> None:
    with visit(home.removeprefix("http://")) as visitor:
        assert visitor.run("about") > 1000


def test_a_failure_shows_a_reference_and_no_details(tmp_path: Path) -> None:
    with serve(f"sqlite:///{tmp_path / 'store.db'}", tmp_path) as home:
        store = sqlite3.connect(tmp_path / "store.db")
        store.execute("ALTER TABLE setting RENAME TO gone")
        store.close()
        with visit(home.removeprefix("http://")) as visitor, pytest.raises(PageError) as shown:
            visitor.run("settings")
    reference = re.search(r"reference ([0-9a-f]{8})", str(shown.value))
    assert reference
    assert "setting." not in str(shown.value), "no statement on the page"
    log = (tmp_path / "server.log").read_text()
    assert reference[1] in log
    assert "no such table: setting" in log
