"""Going from page to page with the menu, by mouse and by keyboard."""

from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.visits import Visit

Server = Callable[[str], str]
Visitor = Callable[..., Visit]


def shown(one: Visit) -> str:
    """The active filters, as the page says them."""
    return one.page.get_by_text("Showing", exact=False).first.inner_text()


def go_to(one: Visit, section: str, title: str) -> None:
    """Choose a page in the navigation, with the mouse."""
    one.page.get_by_role("button", name=section).click()
    one.page.get_by_role("menuitem", name=title).or_(one.page.get_by_role("link", name=title)).first.click()
    expect(one.page.get_by_role("heading", level=1, name=title)).to_be_visible(timeout=30_000)
    one.wait()


def test_the_default_period_is_the_same_on_every_page(server: Server, visit: Visitor) -> None:
    one = visit()
    one.go(f"{server('demo')}/")
    before = shown(one)
    assert "13 weeks" in before
    go_to(one, "Look", "Departments")
    assert shown(one) == before
    go_to(one, "Look", "Overview")
    assert shown(one) == before


def test_a_menu_opens_and_leads_on_by_keyboard(server: Server, visit: Visitor) -> None:
    one = visit()
    one.go(f"{server('empty')}/about")
    one.page.get_by_role("button", name="Data").press("Enter")
    one.page.keyboard.press("ArrowDown")
    one.page.keyboard.press("Enter")
    expect(one.page.get_by_role("heading", level=1, name="Data quality")).to_be_visible(timeout=30_000)
