"""WCAG 2.2 AA on every page: no violation that axe finds, in each language, state and width."""

from collections.abc import Callable

import pytest

from pages._menu import PAGES, SECTIONS
from tests.browser.accessible import (
    LANGUAGES,
    SIZES,
    Reader,
    Server,
    check_headings,
    check_width,
    open_all,
    violations,
)
from tests.browser.visits import NARROW, Visit


@pytest.mark.parametrize("name", [entry.name for entry in PAGES])
@SIZES
@LANGUAGES
@pytest.mark.parametrize("state", ["empty", "demo"])
def test_no_violations(
    server: Server,
    reader: Reader,
    state: str,
    language: str,
    size: tuple[int, int],
    name: str,
) -> None:
    one = reader(size)
    one.go(f"{server(state)}/{name}?lang={language}")
    assert violations(one) == []
    check_width(one, size)


@SIZES
def test_a_chosen_department_has_no_violations(server: Server, reader: Reader, size: tuple[int, int]) -> None:
    one = reader(size)
    for department in (1, 2, 3):  # how wide its name is decides what room the other targets have
        one.go(f"{server('demo')}/departments?lang=en&dept={department}")
        assert violations(one) == []


@SIZES
@LANGUAGES
@pytest.mark.parametrize("view", ["figures", "waiting", "promise", "two_way", "norms", "check"])
def test_views_of_answers_have_no_violations(
    server: Server, reader: Reader, view: str, language: str, size: tuple[int, int]
) -> None:
    one = reader(size)
    one.go(f"{server('demo')}/responsiveness?lang={language}&view={view}")
    open_all(one)
    assert violations(one) == []
    check_width(one, size)


@SIZES
@LANGUAGES
def test_guidelines_with_everything_open_have_no_violations(
    server: Server, reader: Reader, language: str, size: tuple[int, int]
) -> None:
    one = reader(size)
    one.go(f"{server('demo')}/guidelines?lang={language}")
    assert open_all(one) > 3
    assert violations(one) == []
    check_width(one, size)


@SIZES
def test_facts_and_form_of_a_platform_have_no_violations(server: Server, reader: Reader, size: tuple[int, int]) -> None:
    one = reader(size)
    one.go(f"{server('empty')}/connections?lang=en")
    one.page.locator("[class*=st-key-connection_platform_] [role=combobox]").click()
    one.page.keyboard.type("YouTube")
    one.page.keyboard.press("Enter")
    one.page.get_by_text("What its terms forbid").wait_for()
    one.wait()
    assert violations(one) == []
    check_width(one, size)


def test_names_in_the_table_of_verdicts_stay_in_their_column(server: Server, visit: Callable[..., Visit]) -> None:
    one = visit(NARROW)
    one.go(f"{server('demo')}/quality?lang=en")
    sticking_out = one.page.locator(".st-key-card_quality td:first-child").evaluate_all(
        "cells => cells.filter(cell => cell.scrollWidth > cell.clientWidth + 1).map(cell => cell.innerText)"
    )
    assert sticking_out == []


def test_menus_have_no_violations(server: Server, visit: Callable[..., Visit]) -> None:
    one = visit()
    one.go(f"{server('empty')}/methods")
    one.page.get_by_role("button", name="Data").click()
    assert violations(one) == []


def test_the_keyboard_opens_what_stands_behind_a_number(server: Server, visit: Callable[..., Visit]) -> None:
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


def test_headings_are_in_order(server: Server, visit: Callable[..., Visit]) -> None:
    one = visit()
    for entry in PAGES:
        one.go(f"{server('demo')}/{entry.name}")
        check_headings(one)


def test_the_keyboard_reaches_the_language_first_after_the_header(server: Server, visit: Callable[..., Visit]) -> None:
    one = visit()
    one.go(f"{server('empty')}/about")
    one.page.locator(".st-key-language [role=combobox]").wait_for()
    reached = []
    for _ in range(len(SECTIONS) + 4):  # the header has a button for each section
        one.page.keyboard.press("Tab")
        reached.append(one.page.evaluate("document.activeElement.getAttribute('aria-label') || ''"))
    assert any("Language" in label for label in reached), reached
