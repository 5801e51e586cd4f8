"""A new user's path: from the first visit with an empty store to their own export in the Overview."""

import csv
import io
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visits import Visit
from tests.pages.made_up_exports import x_posts
from tests.running_server import serve
from tests.stores import make_store

_LONG = 180_000  # milliseconds: the demo city is three years of posts


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """A server on a store that nobody has used."""
    with serve(make_store("empty", tmp_path), tmp_path) as running:
        yield running


def open_page(visitor: Visit, section: str, name: str) -> None:
    """Go to a page by the menu on top."""
    visitor.page.get_by_role("button", name=section, exact=True).click()
    visitor.page.get_by_role("menuitem", name=name, exact=True).click()
    expect(visitor.page.locator("h1")).to_have_text(name)
    visitor.wait()


def choose(visitor: Visit, key: str, option: str) -> None:
    """Choose from a list whose key starts with `key`."""
    box = visitor.page.locator(f'[class*="st-key-{key}"] [role=combobox]').first
    box.press("ArrowDown")
    box.press_sequentially(option)  # long lists are only drawn in part
    visitor.page.get_by_role("option", name=option).first.click()
    if box.get_attribute("aria-expanded") == "true":  # a list of which more can be chosen stays open
        box.press("Escape")
    visitor.wait()


def download_first_csv(page: Page) -> list[list[str]]:
    """The rows of the first chart's CSV."""
    with page.expect_download() as download:
        page.get_by_role("button", name="Download CSV").first.click()
    return list(csv.reader(io.StringIO(Path(download.value.path()).read_text(encoding="utf-8-sig"))))


@pytest.mark.slow
def test_from_the_first_visit_to_own_figures(address: str, visit: Callable[..., Visit]) -> None:
    visitor = visit()
    page = visitor.page

    visitor.go(address)
    expect(page.get_by_role("heading", name="Load my exports")).to_be_visible()
    page.get_by_role("button", name="Explore the demo city").click()
    expect(page.locator(".st-key-demo-ribbon")).to_be_visible(timeout=_LONG)
    visitor.wait()

    choose(visitor, "period", "26 full weeks")
    page.wait_for_url("**period=26w**")
    open_page(visitor, "Look", "Departments")
    assert "period=26w" in page.url
    rows = download_first_csv(page)
    assert ["First day", "2026-03-30"] in rows
    assert any("Communicatie" in row for row in rows)

    open_page(visitor, "Data", "Exports and accounts")
    name, content, mime = x_posts(3, start=datetime(2026, 9, 15, 9, tzinfo=UTC))
    page.locator("input[type=file]").first.set_input_files({"name": name, "mimeType": mime, "buffer": content})
    expect(page.get_by_text("1 table is ready to load")).to_be_visible()
    choose(visitor, "department_", "New department")
    page.get_by_label("Name of the new department").fill("Zwembaden")
    page.get_by_role("button", name="Load into Answerable").click()
    expect(page.get_by_text("Done: 3 new rows.")).to_be_visible()

    page.get_by_role("link", name="See the Overview").click()
    expect(page.locator("h1")).to_have_text("Overview")
    visitor.wait()
    choose(visitor, "dept", "Zwembaden")
    expect(page.locator(".st-key-card_tile_posts [data-testid=stMetricValue]")).to_have_text("3")

    assert visitor.complaints == []
    assert all(request.startswith((address, "data:", "blob:")) for request in visitor.requests)
