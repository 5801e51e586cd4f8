"""What is asked of every view: WCAG 2.2 AA as far as axe finds, no scrolling sideways, headings in order."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe

from components.catalogues import languages
from tests.browser.visits import NARROW, WIDE, Visit

Server = Callable[[str], str]
Reader = Callable[[tuple[int, int]], Visit]

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
SIZES = pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
LANGUAGES = pytest.mark.parametrize("language", languages())
OTHERS_SLOW = pytest.mark.parametrize(
    "language", [one if one == "en" else pytest.param(one, marks=pytest.mark.slow) for one in languages()]
)
"""English always, other languages in the slow tests."""


_AT_REST = """async () => {
    const passing = document.getAnimations().filter(one => one.effect.getComputedTiming().iterations !== Infinity)
    const late = new Promise(done => setTimeout(done, 5000))
    await Promise.race([Promise.allSettled(passing.map(one => one.finished)), late])
}"""
"""Once what opens or slides has arrived: half open, a button has half its size."""


def violations(one: Visit) -> list[str]:
    """What axe finds on the page, one line each: rule, where."""
    one.page.evaluate(_AT_REST)
    found = Axe().run(one.page, options={"runOnly": {"type": "tag", "values": LEVELS}})
    return [
        f"{violation['id']}: {violation['help']} | {node['html'][:300]}"
        for violation in found.response["violations"]
        for node in violation["nodes"]
    ]


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


def check_view(one: Visit, address: str, size: tuple[int, int]) -> None:
    """Open a view with everything in it that can be opened, and check it."""
    one.go(address)
    open_all(one)
    check(one, size)


def check(one: Visit, size: tuple[int, int]) -> None:
    """No violation, no scrolling sideways, headings in order."""
    found = violations(one)
    assert not found, "\n".join(found)
    check_width(one, size)
    check_headings(one)


def check_width(one: Visit, size: tuple[int, int]) -> None:
    """The page is no wider than the screen."""
    assert one.page.evaluate("document.documentElement.scrollWidth") <= size[0], "the page must not scroll sideways"


def check_headings(one: Visit) -> None:
    """One title, which comes first, and no level that is skipped."""
    levels = one.page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => +h.tagName[1])")
    seen = f"{one.page.url}: {levels}"
    assert levels.count(1) == 1 and levels[0] == 1, seen
    assert all(after <= before + 1 for before, after in pairwise(levels)), seen


def in_language(address: str, language: str) -> str:
    """The address of a view in a language."""
    return f"{address}{'&' if '?' in address else '?'}lang={language}"
