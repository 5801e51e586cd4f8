"""WCAG 2.2 AA on every view of the page Change, and what is written down there by keyboard alone."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.accessible import LANGUAGES, SIZES, Reader, Server, check, check_view
from tests.browser.visits import NARROW, WIDE, Visit
from tests.running_server import serve
from tests.stores import make_store

VIEWS = ("signals", "chart", "events")


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server with a demo city of its own, to change."""
    folder = tmp_path_factory.mktemp("change")
    with serve(make_store("demo", folder), folder) as address:
        yield address


@SIZES
@LANGUAGES
@pytest.mark.parametrize("view", VIEWS)
def test_every_view_with_everything_open(
    server: Server, reader: Reader, view: str, language: str, size: tuple[int, int]
) -> None:
    check_view(reader(size), f"{server('demo')}/change?view={view}&number=within_norm&lang={language}", size)


def test_a_decision_is_written_down_and_withdrawn_by_keyboard(own: str, visit: Callable[..., Visit]) -> None:
    one = visit(WIDE)
    page = one.page
    one.go(f"{own}/change?view=chart&number=posts&lang=en")
    page.locator("summary", has_text="Begin the limits anew").focus()
    page.keyboard.press("Enter")
    field = page.get_by_label("First day of the change", exact=True)
    expect(field).to_be_visible()
    field.focus()
    page.keyboard.type("2025-06-02")
    note = page.get_by_label("Note for others", exact=True)
    for _press in range(6):  # the choice of a reason, its help and the help of the day lie in between
        page.keyboard.press("Tab")
        if note.evaluate("field => field === document.activeElement"):
            break
    page.keyboard.type("A new planner for all accounts")
    page.get_by_role("button", name="Begin the limits anew").last.press("Enter")
    expect(page.get_by_text("The limits begin anew on 2 June 2025.")).to_be_visible(timeout=30_000)
    one.wait()
    check(one, WIDE)
    page.get_by_role("button", name="Withdraw the decision of 2 June 2025").press("Enter")
    expect(page.get_by_text("The decision is withdrawn.")).to_be_visible(timeout=30_000)
    assert one.complaints == []


def test_a_signal_is_acknowledged_and_put_back_by_keyboard(own: str, visit: Callable[..., Visit]) -> None:
    one = visit(WIDE)
    page = one.page
    one.go(f"{own}/change?lang=en")
    page.locator("summary", has_text="Acknowledge").first.focus()
    page.keyboard.press("Enter")
    note = page.get_by_label("What you found, or what you do about it", exact=True).first
    expect(note).to_be_visible()
    for _press in range(3):  # the help of the note lies in between
        page.keyboard.press("Tab")
        if note.evaluate("field => field === document.activeElement"):
            break
    expect(note).to_be_focused()
    page.keyboard.type("Asked the desk for parking permits")
    page.get_by_role("button", name="Acknowledge this signal").first.press("Enter")
    expect(page.get_by_text("Acknowledged. The signal stands at the end")).to_be_visible(timeout=30_000)
    one.wait()
    check(one, WIDE)
    page.locator("summary", has_text="Acknowledged (1)").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Asked the desk for parking permits").first).to_be_visible()
    page.get_by_role("button", name="Put it back in the list").press("Enter")
    expect(page.get_by_text("The signal stands in the list again.")).to_be_visible(timeout=30_000)
    assert one.complaints == []


def test_an_event_is_noted_on_a_telephone(own: str, visit: Callable[..., Visit]) -> None:
    one = visit(NARROW)
    page = one.page
    one.go(f"{own}/change?view=events&lang=en")
    page.get_by_label("First day", exact=True).fill("2026-06-03")
    page.get_by_label("Name of the event", exact=True).fill("Storm with code red")
    page.get_by_role("button", name="Note this event").press("Enter")
    expect(page.get_by_text("The event is noted.")).to_be_visible(timeout=30_000)
    one.wait()
    check(one, NARROW)
    one.go(f"{own}/change?view=chart&number=posts&lang=en")
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW[0]
