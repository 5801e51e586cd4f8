"""A page in a browser, and how to wait for it."""

from dataclasses import dataclass, field

from playwright.sync_api import Page, expect

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
        """Wait until the page stands still: a title, and no script that runs."""
        expect(self.page.locator("h1").first).to_be_visible(timeout=_PATIENCE)
        idle = self.page.locator("[data-testid=stApp][data-test-script-state=notRunning]")
        expect(idle).to_be_attached(timeout=_PATIENCE)
