"""Connecting an account by keyboard, and running it: what is typed arrives, and every state can be used by everyone."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.accessible import violations
from tests.browser.visits import NARROW, WIDE, Visit
from tests.loaders.syncing.small_mastodon import World, serving
from tests.running_server import serve
from tests.stores import make_store

TOKEN = "made-up-token-of-waterstad"


@pytest.fixture
def world() -> Iterator[World]:
    made = World()
    with serving(made):
        made.posts = [made.post(number, likes=number) for number in range(7, 0, -1)]
        yield made


@pytest.fixture
def address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A server that may ask other servers on this machine."""
    for name, value in {"TEST_LOOPBACK": "1", "API_DELAY": "0", "SYNC": "off"}.items():
        monkeypatch.setenv(f"ANSWERABLE_{name}", value)
    with serve(make_store("empty", tmp_path), tmp_path) as running:
        yield running


def check(one: Visit) -> None:
    """No violation, and nothing to scroll sideways, on both widths."""
    for width, height in (NARROW, WIDE):
        one.page.set_viewport_size({"width": width, "height": height})
        one.page.wait_for_timeout(300)
        assert violations(one) == []
        assert one.page.evaluate("document.documentElement.scrollWidth") <= width


def test_an_account_is_connected_by_keyboard_and_run(address: str, world: World, visit: Callable[..., Visit]) -> None:
    one = visit()
    page = one.page
    one.go(f"{address}/connections?lang=en")
    page.locator("[class*=st-key-connection_platform_] [role=combobox]").click()
    page.keyboard.type("Mastodon")
    page.keyboard.press("Enter")
    for label, text in {"Server": world.host, "Account": "@waterstad", "Token": TOKEN}.items():
        page.get_by_role("textbox", name=label, exact=True).focus()
        page.keyboard.type(text)
        page.keyboard.press("Tab")  # from a token to the eye that shows it
    page.get_by_role("button", name="Test", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Is this yours?")).to_be_visible()
    assert world.tokens == {f"Bearer {TOKEN}"}
    check(one)
    page.get_by_role("textbox", name="Name of the new department").fill("Communicatie")
    page.keyboard.press("Enter")
    one.wait()
    page.get_by_role("button", name="Add this connection").click()
    expect(page.get_by_text("is added")).to_be_visible()
    one.wait()
    check(one)
    page.get_by_role("button", name="Run now").click()
    expect(page.get_by_text("8 rows were fetched")).to_be_visible(timeout=30_000)
    one.wait()
    check(one)
    expect(page.get_by_text("fetched 8 rows. Next run:")).to_be_visible()
