"""A policy officer's path through what citizens say: search, label by keyboard, and rename a topic."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.visits import Visit
from tests.running_server import serve
from tests.stores import make_store

PATIENCE = 30_000  # milliseconds


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """A server on a demo city of its own."""
    with serve(make_store("demo", tmp_path), tmp_path) as running:
        yield running


@pytest.mark.slow
def test_search_label_by_keyboard_and_rename_a_topic(address: str, visit: Callable[..., Visit]) -> None:
    visitor = visit()
    page = visitor.page

    visitor.go(f"{address}/conversation?view=search")
    page.get_by_label("Words to search for").fill("afval*")
    page.keyboard.press("Enter")
    expect(page.get_by_text(re.compile(r"texts? hold"))).to_be_visible(timeout=PATIENCE)
    expect(page.locator('[class*="st-key-card_found_"] strong').first).to_contain_text(
        re.compile("afval", re.IGNORECASE)
    )
    expect(page).to_have_url(re.compile(r"q=afval"), timeout=PATIENCE)

    visitor.go(f"{address}/conversation?view=labels")
    page.get_by_role("button", name="Draw a new sample").click()
    expect(page.get_by_text(re.compile(r"^0 of \d+ labelled"))).to_be_visible(timeout=PATIENCE)
    for done, key in enumerate("12310", start=1):
        page.keyboard.press(key)
        expect(page.get_by_text(re.compile(rf"^{done} of \d+ labelled"))).to_be_visible(timeout=PATIENCE)
    page.keyboard.press("u")
    expect(page.get_by_text(re.compile(r"^4 of \d+ labelled"))).to_be_visible(timeout=PATIENCE)

    visitor.go(f"{address}/conversation?view=manage")
    page.locator(".st-key-topic_to_change input").click()
    page.keyboard.type("Waste collection")
    page.keyboard.press("Enter")
    visitor.wait()
    name = page.get_by_placeholder("Waste collection")
    name.fill("Bins and bags")
    page.get_by_role("button", name="Save this topic").click()
    visitor.wait()
    expect(page.get_by_text("Bins and bags").first).to_be_visible(timeout=PATIENCE)
    visitor.go(f"{address}/conversation")
    expect(page.get_by_text("Bins and bags").first).to_be_visible(timeout=PATIENCE)
    assert visitor.complaints == []
