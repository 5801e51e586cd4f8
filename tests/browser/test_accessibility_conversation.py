"""WCAG 2.2 AA where people read what citizens talk about: every view of the demo, with all that can be opened."""

import pytest

from tests.browser.accessible import OTHERS_SLOW, SIZES, Reader, Server, check_view, in_language

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
    server: Server, reader: Reader, view: str, language: str, size: tuple[int, int]
) -> None:
    one = reader(size)
    check_view(one, in_language(f"{server('demo')}/conversation?{VIEWS[view]}", language), size)
    assert one.page.get_by_role("heading", level=2).count(), "the section is drawn"
