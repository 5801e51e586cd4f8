"""What a reader does on the Overview and on Departments, in a real browser."""

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.visits import NARROW, WIDE, Visit

Server = Callable[[str], str]
Visitor = Callable[..., Visit]


def choose(visitor: Visit, box: str, option: str) -> None:
    """Choose an option in a select box of the filter bar."""
    visitor.page.get_by_role("combobox", name=box).click()
    visitor.page.get_by_role("option", name=option).click()
    visitor.page.keyboard.press("Escape")


def test_the_first_screen_holds_six_tiles(server: Server, visit: Visitor) -> None:
    visitor = visit(WIDE)
    visitor.go(server("demo"))
    tiles = visitor.page.locator("[class*=st-key-card_tile]")
    expect(tiles).to_have_count(6)
    last = tiles.last.bounding_box()
    assert last is not None
    assert last["y"] + last["height"] <= WIDE[1]


def test_filters_hold_over_pages_and_the_back_button_undoes_them(server: Server, visit: Visitor) -> None:
    visitor = visit()
    page = visitor.page
    visitor.go(server("demo"))
    choose(visitor, "Period", "Year 2026")
    page.wait_for_url("**/?period=2026")
    choose(visitor, "Platforms", "Facebook")
    page.wait_for_url("**platform=facebook**")
    page.get_by_role("button", name="Look").click()
    page.get_by_role("menuitem", name="Departments").click()
    page.wait_for_url("**/departments?*period=2026*")
    expect(page.get_by_text("on Facebook.")).to_be_visible()
    page.go_back()
    page.wait_for_url("**/?period=2026&platform=facebook")
    page.go_back()
    page.wait_for_url("**/?period=2026")
    expect(page.get_by_text("on all platforms.")).to_be_visible()
    page.get_by_role("button", name="Reset").click()
    expect(page.get_by_text("Showing 13 weeks")).to_be_visible()
    assert "period" not in page.url


def test_a_link_shows_what_its_sender_saw_in_the_readers_language(server: Server, visit: Visitor) -> None:
    visitor = visit(locale="nl-NL")
    visitor.go(f"{server('demo')}/departments?period=2026&platform=x&metric=posts")
    assert visitor.complaints == []
    expect(visitor.page.locator(".st-key-platform_box")).to_contain_text("X")
    expect(visitor.page.locator(".st-key-period_box input")).to_have_value(re.compile("2026"))


def test_the_csv_of_a_chart(server: Server, visit: Visitor) -> None:
    visitor = visit()
    visitor.go(f"{server('demo')}/departments?period=all&metric=posts")
    card = visitor.page.locator(".st-key-card_chart_side_by_side")
    with visitor.page.expect_download() as download:
        card.get_by_role("button", name="Download CSV").click()
    content = Path(download.value.path()).read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert rows[0][0] == "DEMO"
    assert download.value.suggested_filename.startswith("side_by_side-2023-")
    departments = [row[0] for row in rows[rows.index([]) + 2 :]]
    assert len(departments) >= 8
    assert departments == sorted(departments, key=str.casefold)


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_charts_have_a_text_and_a_table_by_keyboard(server: Server, visit: Visitor, size: tuple[int, int]) -> None:
    visitor = visit(size)
    page = visitor.page
    visitor.go(f"{server('demo')}/?period=all")
    for name in ("trend_commitment_c1", "platforms", "departments"):
        card = page.locator(f".st-key-card_chart_{name}")
        figure = card.get_by_role("figure")
        assert len(figure.get_attribute("aria-label") or "") > 30
        heading = card.locator("summary", has_text="Show as table")
        heading.focus()
        heading.press("Enter")
        expect(card.locator("table tbody tr").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


def test_every_number_says_how_it_is_calculated(server: Server, visit: Visitor) -> None:
    visitor = visit()
    visitor.go(server("demo"))
    visitor.page.get_by_role("button", name="How is this calculated?").first.press("Enter")
    body = visitor.page.get_by_test_id("stPopoverBody")
    expect(body.get_by_text("Formula:")).to_be_visible()
    link = body.get_by_role("link", name="More in Methods").get_attribute("href")
    assert link is not None
    visitor.go(f"{server('demo')}/{link}")
    expect(visitor.page.locator(f"#{link.split('#')[1]}")).to_have_count(1)
