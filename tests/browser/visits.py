"""A page in a browser, and how to wait for it."""

from dataclasses import dataclass, field

from playwright.sync_api import Browser, Page, expect

WIDE, NARROW = (1366, 768), (390, 844)
_PATIENCE = 30_000  # milliseconds


@dataclass
class Visit:
    """A page in a browser, with what the browser complained about and what it asked for."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def go(self, address: str) -> None:
        """Open an address and wait until the page is drawn."""
        self.page.goto(address)
        self.wait()

    def wait(self) -> None:
        """Wait until the page stands still: a title, no script that runs, no chart to come; and it is no failure."""
        expect(self.page.locator("h1").first).to_be_visible(timeout=_PATIENCE)
        idle = self.page.locator("[data-testid=stApp][data-test-script-state=notRunning]")
        expect(idle).to_be_attached(timeout=_PATIENCE)
        expect(self.page.locator("[data-testid=stSkeleton]")).to_have_count(0, timeout=_PATIENCE)
        expect(self.page.locator(".st-key-failure")).to_have_count(0)


def visitor(browser: Browser, size: tuple[int, int] = WIDE, locale: str = "en-GB") -> Visit:
    """A new visitor with an empty cache and no cookies. Close `visit.page.context` in the end."""
    page = browser.new_context(viewport={"width": size[0], "height": size[1]}, locale=locale).new_page()
    visit = Visit(page)
    page.on("console", lambda message: message.type == "error" and visit.complaints.append(message.text))
    page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    page.on("request", lambda request: visit.requests.append(request.url))
    return visit
