"""WCAG 2.2 AA where people read what citizens talk about: every view of the demo, with all that can be opened."""

from collections.abc import Callable

import pytest

from tests.browser.accessible import OTHERS_SLOW, SIZES, check, in_language, open_all
from tests.browser.visits import Visit

VIEWS = {
    "topics": "view=topics",
    "one_topic": "view=topics&topic=1",
    "tone": "view=tone",
    "signals": "view=signals",
    "search": "view=search&q=afval",
    "labels": "view=labels",
    "manage": "view=manage",
}


@SIZES
@OTHERS_SLOW
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
