"""What a browser gets: language, titles, headers, and nothing from another machine."""

import urllib.request
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from components.catalogues import languages
from pages._menu import PAGES
from tests.browser.visits import Visit

Server = Callable[[str], str]
Visitor = Callable[..., Visit]


def headers(address: str) -> dict[str, str]:
    with urllib.request.urlopen(address) as answer:
        return {name.lower(): value for name, value in answer.headers.items()}


@pytest.mark.parametrize("state", ["empty", "demo"])
def test_deep_links_load_without_complaints_and_ask_nobody_else(server: Server, visit: Visitor, state: str) -> None:
    home = server(state)
    for entry in PAGES:
        visitor = visit()
        visitor.go(f"{home}/{entry.name}")
        assert visitor.complaints == [], entry.name
        elsewhere = [url for url in visitor.requests if not url.startswith((home, "data:", "blob:"))]
        assert elsewhere == [], entry.name


def test_every_page_has_its_own_title(server: Server, visit: Visitor) -> None:
    visitor, titles = visit(), set()
    for entry in PAGES:
        visitor.go(f"{server('empty')}/{entry.name}")
        titles.add(visitor.page.title())
    assert len(titles) == len(PAGES)
    assert all(title.endswith(" · Answerable") for title in titles)


def test_the_page_has_the_language_of_the_reader(server: Server, visit: Visitor) -> None:
    other = languages()[-1]
    visitor = visit(locale=other)
    visitor.go(f"{server('empty')}/about")
    assert visitor.page.evaluate("document.documentElement.lang") == other
    visitor.go(f"{server('empty')}/about?lang=en")
    assert visitor.page.evaluate("document.documentElement.lang") == "en"
    visitor.go(f"{server('empty')}/methods")
    assert visitor.page.evaluate("document.documentElement.lang") == "en", "the choice is remembered"


def test_the_switch_changes_the_language_at_once(server: Server, visit: Visitor) -> None:
    other = languages()[-1]
    visitor = visit()
    visitor.go(f"{server('empty')}/about")
    visitor.page.locator(".st-key-language [role=combobox]").press("ArrowDown")
    visitor.page.get_by_role("option").last.click()
    expect(visitor.page.locator("html")).to_have_attribute("lang", other)
    visitor.page.wait_for_url(f"**/about?lang={other}")


def test_going_back_to_the_first_language_leaves_no_word_of_the_other(server: Server, visit: Visitor) -> None:
    other = languages()[-1]
    visitor = visit()
    visitor.go(f"{server('empty')}/about?lang={other}")
    switch = visitor.page.locator(".st-key-language [role=combobox]")
    switch.press("ArrowDown")
    visitor.page.get_by_role("option", name="English").click()
    expect(visitor.page.locator("html")).to_have_attribute("lang", "en")
    expect(switch).to_have_attribute("aria-label", "Language")
    expect(switch).to_have_attribute("placeholder", "Choose an option")


@pytest.mark.parametrize("path", ["/", "/departments", "/assets/frame.js", "/healthz", "/departments/_stcore/health"])
def test_security_headers(server: Server, path: str) -> None:
    found = headers(server("empty") + path)
    assert "script-src 'self' 'sha256-" in found["content-security-policy"]
    assert "unsafe-eval" not in found["content-security-policy"]
    assert "frame-ancestors 'none'" in found["content-security-policy"]
    assert found["x-content-type-options"] == "nosniff"
    assert found["referrer-policy"] == "same-origin"
    assert "geolocation=()" in found["permissions-policy"]


def test_the_server_answers_below_a_page(server: Server) -> None:
    for path in ("_stcore/health", "_stcore/host-config"):
        with urllib.request.urlopen(f"{server('empty')}/departments/{path}") as answer:
            assert answer.status == 200


def test_text_is_compressed(server: Server) -> None:
    request = urllib.request.Request(f"{server('empty')}/departments", headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(request) as answer:
        assert answer.headers["Content-Encoding"] == "gzip"
