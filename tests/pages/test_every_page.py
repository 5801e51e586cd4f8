"""Every page in every state and language: it draws, it has one name, it says what is made up."""

import re
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from components.catalogues import languages
from pages._menu import PAGES
from tests.stores import STATES

OpenPage = Callable[..., AppTest]
every_page = pytest.mark.parametrize("name", [entry.name for entry in PAGES])
every_state = pytest.mark.parametrize("state", STATES)
every_language = pytest.mark.parametrize("language", languages())


def texts(at: AppTest) -> list[str]:
    """Everything that a page says in words."""
    kinds = (at.title, at.header, at.subheader, at.markdown, at.caption, at.error, at.warning, at.info, at.success)
    return [str(element.value) for kind in kinds for element in kind]


@every_page
@every_state
@every_language
def test_page_draws(open_page: OpenPage, name: str, state: str, language: str) -> None:
    at = open_page(name, state=state, language=language)
    assert not at.exception
    assert len(at.title) == 1, "a page has one h1"
    ribbons = [text for text in texts(at) if ":material/science:" in text]
    assert len(ribbons) == (1 if state == "demo" else 0)


@every_page
def test_no_text_keeps_the_name_of_a_value(open_page: OpenPage, name: str) -> None:
    for text in texts(open_page(name, state="demo")):
        assert not re.search(r"\{[a-z_]+\}", text), text


@every_page
def test_a_second_run_draws_the_same(open_page: OpenPage, name: str) -> None:
    at = open_page(name, state="one_row")
    before = texts(at)
    assert texts(at.run()) == before


def test_the_language_stays_when_the_page_changes(open_page: OpenPage) -> None:
    language = languages()[-1]
    at = open_page("methods", language=language)
    assert at.selectbox(key="lang_box").value == language
    assert at.switch_page("about.py").run().selectbox(key="lang_box").value == language
