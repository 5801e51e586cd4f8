"""People answer the self-assessment in a real browser: over days, two at once, by keyboard, on a phone."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from data.access import LOCAL_ADMINISTRATOR as ME
from data.assessments import answers, assessments, history
from data.store import open_store
from tests.browser.assessing import answer, card, chosen, option, start
from tests.browser.visits import NARROW, SlowConnection, Visit
from tests.running_server import serve
from tests.stores import make_store

Visitor = Callable[..., Visit]


@pytest.fixture
def store_url(tmp_path: Path) -> str:
    """A store that nobody has used."""
    return make_store("empty", tmp_path)


@pytest.fixture
def address(store_url: str, tmp_path: Path) -> Iterator[str]:
    """A server on it."""
    with serve(store_url, tmp_path) as running:
        yield running


def stored(url: str) -> dict[str, int | None]:
    """The levels in the store, by question."""
    store = open_store(url)
    found = {one.question: one.level for one in answers(store, ME, assessments(store, ME)[0].id)}
    store.dispose()
    return found


def test_answers_survive_the_browser_the_server_and_the_language(
    store_url: str, tmp_path: Path, visit: Visitor
) -> None:
    with serve(store_url, tmp_path) as first:
        english = visit()
        start(english, first, "Policy officer")
        answer(english, "A1", 2)
        answer(english, "A2", 3)
        place = english.page.url.removeprefix(first)
        english.page.context.close()
    with serve(store_url, tmp_path) as second:
        dutch = visit(locale="nl-NL")
        dutch.go(second + place)
        expect(dutch.page.locator("html")).to_have_attribute("lang", "nl")
        expect(chosen(dutch, "A1")).to_contain_text("2 · Sommige afdelingen hebben een strategie op papier.")
        expect(chosen(dutch, "A2")).to_contain_text("3 · ")
        for question, level in (("A3", 1), ("A4", 0), ("A5", 4)):
            answer(dutch, question, level)
        expect(dutch.page.get_by_text("5 van 5").first).to_be_visible()
    assert stored(store_url) == {"A1": 2, "A2": 3, "A3": 1, "A4": 0, "A5": 4}
    assert dutch.complaints == []


def test_two_browsers_that_answer_the_same_lose_nothing(address: str, store_url: str, visit: Visitor) -> None:
    one, other = visit(), visit()
    start(one, address, "Policy officer")
    other.go(one.page.url)
    answer(one, "A1", 3)
    option(other, "A1", 1).click()
    warning = card(other, "A1").get_by_role("alert")
    expect(warning).to_contain_text("Two people changed")
    assert stored(store_url) == {"A1": 3}
    other.wait()
    card(other, "A1").locator('[class*="_mine_"] button').click()
    expect(warning).to_have_count(0)
    other.wait()
    assert stored(store_url) == {"A1": 1}
    store = open_store(store_url)
    kept = [change.new for change in history(store, ME, assessments(store, ME)[0].id) if change.field == "level"]
    store.dispose()
    assert kept == [3, 1, 1]
    one.page.reload()
    one.wait()
    expect(chosen(one, "A1")).to_contain_text("1 · ")


def test_the_keyboard_is_enough(address: str, store_url: str, visit: Visitor) -> None:
    visitor = visit()
    page = visitor.page
    start(visitor, address, "Policy officer")
    page.keyboard.press("Tab")
    for _ in range(60):  # to the first radio button of the first question
        if page.locator(".st-key-card_question_A1 input[type=radio]:focus").count():
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    visitor.wait()
    page.keyboard.press("ArrowDown")
    expect(chosen(visitor, "A1")).to_contain_text("1 · ")
    visitor.wait()
    for _ in range(20):
        if page.locator(".st-key-card_question_A1 textarea:focus").count():
            break
        page.keyboard.press("Tab")
    page.keyboard.type("In preparation since May.")
    page.keyboard.press("Tab")
    expect(card(visitor, "A1").locator('[class*="st-key-saved_"]')).to_be_visible()
    visitor.wait()
    store = open_store(store_url)
    found = answers(store, ME, assessments(store, ME)[0].id)
    store.dispose()
    assert [(one.level, one.note) for one in found] == [(1, "In preparation since May.")]


def test_a_phone_is_wide_enough(address: str, store_url: str, visit: Visitor) -> None:
    visitor = visit(NARROW)
    start(visitor, address, "Policy officer")
    for question in ("A1", "A2", "A3", "A4", "A5"):
        answer(visitor, question, 3)
    visitor.page.locator(".st-key-assessment_on button").click()
    expect(visitor.page).to_have_url(re.compile("dimension=guidelines"))
    visitor.wait()
    assert visitor.page.evaluate("document.documentElement.scrollWidth") <= NARROW[0]
    assert stored(store_url) == dict.fromkeys(("A1", "A2", "A3", "A4", "A5"), 3)


def test_a_click_on_a_page_that_the_server_has_left_behind(address: str, store_url: str, visit: Visitor) -> None:
    """The second click comes from the page before the first: what its boxes still show is nobody's choice."""
    visitor, connection = visit(), SlowConnection()
    page = visitor.page
    page.route_web_socket(re.compile("_stcore/stream"), connection.open)
    start(visitor, address, "Policy officer")
    visitor.go(f"{address}/assessment")
    page.locator(".st-key-assessment_new summary").click()
    connection.hold()
    page.locator(".st-key-assessment_start_go button").click()
    connection.wait_for_runs(page, 1)
    page.locator(".st-key-assessment_who_role input").fill("Web editor")
    page.locator(".st-key-assessment_who_add button").click()
    connection.wait_for_runs(page, 2)
    connection.let_go()
    expect(page).to_have_url(re.compile(r"assessment=2&as=2$"))
    expect(card(visitor, "A1")).to_be_visible()
    visitor.wait()
    expect(page.get_by_role("combobox", name="You answer as")).to_have_value(re.compile("Web editor"))
    expect(page.get_by_text("The level to reach is saved.")).to_have_count(0)
    assert visitor.complaints == []
