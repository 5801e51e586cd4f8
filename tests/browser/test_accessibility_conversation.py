"""WCAG 2.2 AA where people read what citizens talk about: every view of the demo, with all that can be opened."""

from collections.abc import Callable

import pytest

from components.catalogues import languages
from tests.browser.test_accessibility import open_all
from tests.browser.test_accessibility_improve import check, in_language
from tests.browser.visits import NARROW, WIDE, Visit

VIEWS = {
    "topics": "view=topics",
    "one_topic": "view=topics&topic=1",
    "tone": "view=tone",
    "signals": "view=signals",
    "search": "view=search&q=afval",
    "labels": "view=labels",
    "manage": "view=manage",
}
LANGUAGES = [one if one == "en" else pytest.param(one, marks=pytest.mark.slow) for one in languages()]


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("view", VIEWS)
def test_every_view_of_the_conversation(
    server: Callable[[str], str],
    reader: Callable[[tuple[int, int]], Visit],
    view: str,
    language: str,
    size: tuple[int, int],
) -> None:
    one = reader(size)
    one.go(in_language(f"{server('demo')}/conversation?{VIEWS[view]}", language))
    assert one.page.get_by_role("heading", level=2).count(), "the section is drawn"
    open_all(one)
    check(one, size)
