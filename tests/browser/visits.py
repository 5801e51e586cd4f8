"""A page in a browser, and how to wait for it."""

from dataclasses import dataclass, field

from playwright.sync_api import Browser, Page, WebSocketRoute, expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

WIDE, NARROW = (1366, 768), (390, 844)
PATIENCE = 30_000
"""How long a page may take on a busy machine, in milliseconds."""


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
        expect(self.page.locator("h1").first).to_be_visible(timeout=PATIENCE)
        idle = self.page.locator("[data-testid=stApp][data-test-script-state=notRunning]")
        expect(idle).to_be_attached(timeout=PATIENCE)
        expect(self.page.locator("[data-testid=stSkeleton]")).to_have_count(0, timeout=PATIENCE)
        expect(self.page.locator(".st-key-failure")).to_have_count(0)


def visitor(browser: Browser, size: tuple[int, int] = WIDE, locale: str = "en-GB") -> Visit:
    """A new visitor with an empty cache and no cookies. Close `visit.page.context` in the end."""
    page = browser.new_context(viewport={"width": size[0], "height": size[1]}, locale=locale).new_page()
    visit = Visit(page)
    page.on("console", lambda message: message.type == "error" and visit.complaints.append(message.text))
    page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    page.on("request", lambda request: visit.requests.append(request.url))
    return visit


class SlowConnection:
    """A connection that can hold back what the server sends; `page.route_web_socket(..., connection.open)`."""

    def __init__(self) -> None:
        self.holding = False
        self.held: list[tuple[WebSocketRoute, str | bytes]] = []

    def open(self, browser: WebSocketRoute) -> None:
        """Connect a browser."""
        server = browser.connect_to_server()
        server.on_message(lambda message: self._on(browser, message))

    def hold(self) -> None:
        """From now on, the browser gets nothing."""
        self.holding = True

    def let_go(self) -> None:
        """The browser gets everything, in order."""
        while self.held:
            browser, message = self.held.pop(0)
            browser.send(message)
        self.holding = False

    def wait_for_runs(self, page: Page, n: int) -> None:
        """Wait until the server has drawn the page so many times."""
        for _ in range(PATIENCE // 100):
            if sum(map(_ends_a_run, (message for _browser, message in self.held))) >= n:
                return
            page.wait_for_timeout(100)
        raise AssertionError(f"the server has not drawn the page {n} times")

    def _on(self, browser: WebSocketRoute, message: str | bytes) -> None:
        if self.holding:
            self.held.append((browser, message))
        else:
            browser.send(message)


def _ends_a_run(message: str | bytes) -> bool:
    return isinstance(message, bytes) and ForwardMsg.FromString(message).WhichOneof("type") == "script_finished"
