"""Goals in a browser: WCAG 2.2 AA in every state, and a first goal with a number, by keyboard alone."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from data.store import open_store
from tests.browser.accessible import SIZES, Server, check, open_all
from tests.browser.visits import Visit
from tests.running_server import serve

GOAL = "Residents separate more of their waste"


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """A server on an empty store of its own."""
    url = f"sqlite:///{tmp_path / 'own.db'}"
    open_store(url)
    with serve(url, tmp_path) as running:
        yield running


@SIZES
@pytest.mark.parametrize("state", ["empty", "demo"])
def test_the_page_with_everything_open(
    server: Server, visit: Callable[..., Visit], state: str, size: tuple[int, int]
) -> None:
    one = visit(size)
    one.go(f"{server(state)}/goals?lang=nl")
    open_all(one)
    assert one.page.locator("[class*=st-key-card_goal_]").count() == (5 if state == "demo" else 0)
    check(one, size)


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until the focus is in an element."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("selector => !!document.activeElement.closest(selector)", selector):
            return
    raise AssertionError(f"{selector} is not reached with the Tab key")


@SIZES
def test_a_goal_and_a_number_by_keyboard(address: str, visit: Callable[..., Visit], size: tuple[int, int]) -> None:
    one = visit(size)
    page = one.page
    one.go(f"{address}/goals?lang=en")
    tab_to(page, ".st-key-goal_new_0_title textarea")
    page.keyboard.type(GOAL)
    tab_to(page, ".st-key-goal_new_0_go")
    page.keyboard.press("Enter")
    expect(page.locator("[class*=st-key-card_goal_] h3")).to_contain_text(GOAL)
    one.wait()
    tab_to(page, "[class*=st-key-kpi_new_1_1_way]")
    page.keyboard.press("ArrowDown")
    name = page.locator(".st-key-kpi_new_1_1_name input")
    expect(name).to_be_visible()
    one.wait()
    tab_to(page, ".st-key-kpi_new_1_1_name input")
    page.keyboard.type("Waste in the right bin, in %")
    tab_to(page, ".st-key-kpi_new_1_1_source input")
    page.keyboard.type("Waste counts, twice a year")
    tab_to(page, ".st-key-kpi_new_1_1_target input")
    page.keyboard.type("75")
    tab_to(page, ".st-key-kpi_new_1_1_go")
    page.keyboard.press("Enter")
    expect(page.locator("[class*=st-key-card_goal_]")).to_contain_text("not measurable here · target: at least 75")
    one.wait()
    expect(page.locator(".st-key-finding")).to_contain_text("1 of 1 goal has a number that shows a result.")
    check(one, size)
