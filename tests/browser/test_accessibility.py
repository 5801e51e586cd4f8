"""WCAG 2.2 AA on every page: no violation that axe finds, in each language, state and width."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe

from components.catalogues import languages
from pages._menu import PAGES, SECTIONS
from tests.browser.visits import NARROW, WIDE, Visit

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def violations(one: Visit) -> list[str]:
    """What axe finds on the page, one line each: rule, where."""
    found = Axe().run(one.page, options={"runOnly": {"type": "tag", "values": LEVELS}})
    return [
        f"{violation['id']}: {violation['help']} | {node['html'][:300]}"
        for violation in found.response["violations"]
        for node in violation["nodes"]
    ]


@pytest.mark.parametrize("name", [entry.name for entry in PAGES])
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("state", ["empty", "demo"])
def test_no_violations(
    server: Callable[[str], str],
    reader: Callable[[tuple[int, int]], Visit],
    state: str,
    language: str,
    size: tuple[int, int],
    name: str,
) -> None:
    one = reader(size)
    one.go(f"{server(state)}/{name}?lang={language}")
    assert violations(one) == []
    width = one.page.evaluate("document.documentElement.scrollWidth")
    assert width <= size[0], "the page must not scroll sideways"


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_a_chosen_department_has_no_violations(
    server: Callable[[str], str], reader: Callable[[tuple[int, int]], Visit], size: tuple[int, int]
) -> None:
    one = reader(size)
    for department in (1, 2, 3):  # how wide its name is decides what room the other targets have
        one.go(f"{server('demo')}/departments?lang=en&dept={department}")
        assert violations(one) == []


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("view", ["figures", "waiting", "promise", "two_way", "norms", "check"])
def test_views_of_answers_have_no_violations(
    server: Callable[[str], str],
    reader: Callable[[tuple[int, int]], Visit],
    view: str,
    language: str,
    size: tuple[int, int],
) -> None:
    one = reader(size)
    one.go(f"{server('demo')}/responsiveness?lang={language}&view={view}")
    open_all(one)
    assert violations(one) == []
    assert one.page.evaluate("document.documentElement.scrollWidth") <= size[0]


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("language", languages())
def test_guidelines_with_everything_open_have_no_violations(
    server: Callable[[str], str], reader: Callable[[tuple[int, int]], Visit], language: str, size: tuple[int, int]
) -> None:
    one = reader(size)
    one.go(f"{server('demo')}/guidelines?lang={language}")
    assert open_all(one) > 3
    assert violations(one) == []
    assert one.page.evaluate("document.documentElement.scrollWidth") <= size[0]


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_facts_and_form_of_a_platform_have_no_violations(
    server: Callable[[str], str], reader: Callable[[tuple[int, int]], Visit], size: tuple[int, int]
) -> None:
    one = reader(size)
    one.go(f"{server('empty')}/connections?lang=en")
    one.page.locator("[class*=st-key-connection_platform_] [role=combobox]").click()
    one.page.keyboard.type("YouTube")
    one.page.keyboard.press("Enter")
    one.page.get_by_text("What its terms forbid").wait_for()
    one.wait()
    assert violations(one) == []
    assert one.page.evaluate("document.documentElement.scrollWidth") <= size[0]


def open_all(one: Visit) -> int:
    """Open every expander of the page, and those that appear in them; how many there were."""
    closed = one.page.get_by_test_id("stMain").locator("details:not([open])")
    for opened in range(40):
        if not closed.count():
            return opened
        before = closed.count()
        closed.first.locator("> summary").press("Enter")
        one.page.wait_for_timeout(100)  # a drawer that writes its contents when it opens asks the server first
        one.wait()
    raise AssertionError(f"{before} of the expanders do not stay open")


def test_names_in_the_table_of_verdicts_stay_in_their_column(
    server: Callable[[str], str], visit: Callable[..., Visit]
) -> None:
    one = visit(NARROW)
    one.go(f"{server('demo')}/quality?lang=en")
    sticking_out = one.page.locator(".st-key-card_quality td:first-child").evaluate_all(
        "cells => cells.filter(cell => cell.scrollWidth > cell.clientWidth + 1).map(cell => cell.innerText)"
    )
    assert sticking_out == []


def test_menus_have_no_violations(server: Callable[[str], str], visit: Callable[..., Visit]) -> None:
    one = visit()
    one.go(f"{server('empty')}/methods")
    one.page.get_by_role("button", name="Data").click()
    assert violations(one) == []


def test_the_keyboard_opens_what_stands_behind_a_number(
    server: Callable[[str], str], visit: Callable[..., Visit]
) -> None:
    one = visit()
    one.go(f"{server('demo')}/overview?lang=en")
    button = one.page.locator(".st-key-how_conversation button")
    button.focus()
    one.page.keyboard.press("Enter")
    body = one.page.get_by_test_id("stPopoverBody")
    body.wait_for()
    one.page.keyboard.press("Tab")
    drawer = body.locator("summary")
    while not drawer.evaluate("drawer => drawer === document.activeElement"):
        assert body.evaluate("body => body.contains(document.activeElement)"), "Tab must lead through what opened"
        one.page.keyboard.press("Tab")
    one.page.keyboard.press("Enter")
    body.get_by_text("After the export.").wait_for()
    assert violations(one) == []


def test_headings_are_in_order(server: Callable[[str], str], visit: Callable[..., Visit]) -> None:
    one = visit()
    for entry in PAGES:
        one.go(f"{server('demo')}/{entry.name}")
        levels = one.page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => +h.tagName[1])")
        assert levels.count(1) == 1
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels)), entry.name


def test_the_keyboard_reaches_the_language_first_after_the_header(
    server: Callable[[str], str], visit: Callable[..., Visit]
) -> None:
    one = visit()
    one.go(f"{server('empty')}/about")
    one.page.locator(".st-key-language [role=combobox]").wait_for()
    reached = []
    for _ in range(len(SECTIONS) + 4):  # the header has a button for each section
        one.page.keyboard.press("Tab")
        reached.append(one.page.evaluate("document.activeElement.getAttribute('aria-label') || ''"))
    assert any("Language" in label for label in reached), reached
