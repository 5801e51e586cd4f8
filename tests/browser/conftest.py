"""A real browser on a real server, with an empty store and with the demo city."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.visits import WIDE, Visit, visitor
from tests.running_server import serve
from tests.stores import make_store

_FLAGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The system's Chromium, or the one that `CHROMIUM` names."""
    flags = [*_FLAGS, "--no-sandbox"] if os.geteuid() == 0 else _FLAGS
    chromium = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    found = {"executable_path": chromium} if os.path.exists(chromium) else {}  # noqa: PTH110
    return {**browser_type_launch_args, **found, "args": flags}


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], str]]:
    """The address of a server on a store in a state ("empty", "one_row", "demo"); each is started once."""
    with ExitStack() as running:
        started: dict[str, str] = {}

        def address(state: str) -> str:
            if state not in started:
                folder = tmp_path_factory.mktemp(state)
                started[state] = running.enter_context(serve(make_store(state, folder), folder))
            return started[state]

        yield address


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Visit]]:
    """`visit(size=NARROW, locale="nl-NL")`: a new visitor, who has been nowhere."""
    with ExitStack() as visitors:

        def made(size: tuple[int, int] = WIDE, locale: str = "en-GB") -> Visit:
            new = visitor(browser, size, locale)
            visitors.callback(new.page.context.close)
            return new

        yield made


@pytest.fixture(scope="module")
def reader(browser: Browser) -> Iterator[Callable[[tuple[int, int]], Visit]]:
    """One visitor for each size of screen, who keeps Streamlit's files: most pages are opened here."""
    known: dict[tuple[int, int], Visit] = {}
    yield lambda size: known.get(size) or known.setdefault(size, visitor(browser, size))
    for one in known.values():
        one.page.context.close()
