"""The page Responsiveness with and without conversations, and the exact times on demand."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

OpenPage = Callable[..., AppTest]


def said(at: AppTest) -> str:
    return "\n".join(element.value for element in at.markdown)


@pytest.mark.parametrize("view", ["figures", "waiting", "promise", "check"])
def test_without_conversations_the_page_says_which_exports_bring_them(open_page: OpenPage, view: str) -> None:
    at = open_page("responsiveness", state="one_row", period="all", view=view)
    assert not at.exception
    assert "What is needed to see how you answer" in [header.value for header in at.header]
    assert "YouTube comments" in said(at)
    assert not at.metric


@pytest.mark.parametrize("view", ["two_way", "norms"])
def test_what_needs_no_conversations_is_there_without_them(open_page: OpenPage, view: str) -> None:
    at = open_page("responsiveness", state="one_row", period="all", view=view)
    assert not at.exception
    assert "What is needed to see how you answer" not in [header.value for header in at.header]


def test_automatic_and_holding_replies_are_told_beside_those_who_wait(open_page: OpenPage) -> None:
    at = open_page("responsiveness", state="demo", period="all")
    assert "who still wait got an automatic reply" in said(at)


def test_times_are_calculated_exactly_when_asked(open_page: OpenPage) -> None:
    at = open_page("responsiveness", state="demo", period="all")
    title = "Time to an answer, calculated exactly"
    assert title not in [header.value for header in at.header]
    at.button(key="exact").click().run()
    assert not at.exception
    assert title in [header.value for header in at.header]
    table = next(table.value for table in at.table if "Calculated exactly" in table.value.columns)
    assert len(table) == 2
