"""Own questions on the settings page: what is in a file is seen before it is used, and what cannot be is said."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import update
from streamlit.testing.v1 import AppTest

from data.access import LOCAL_ADMINISTRATOR as ME
from data.assessments import questionnaire_of, start_assessment
from data.questionnaire import shipped
from data.questionnaire.example import EXAMPLE
from data.questionnaire.own import current, own_text, save_own
from data.schema import setting
from data.store import open_store

OpenPage = Callable[..., AppTest]
OWN = EXAMPLE.read_text(encoding="utf-8")
HOSTILE = "<img src=x onerror=alert(1)> [x](javascript:alert(1)) **fat**"
ANCHORS = ", ".join(f'{{en: "{level} {HOSTILE}"}}' for level in range(5))
OWN_HOSTILE = f"""
version: "{HOSTILE[:40]}"
dimensions: [{{id: region, title: {{en: "{HOSTILE}"}}}}]
questions:
  - {{id: R1, dimension: region, text: {{en: "{HOSTILE}"}}, anchors: [{ANCHORS}]}}
weights: {{region: 2}}
"""


def upload(at: AppTest, content: bytes) -> AppTest:
    key = next(one.key for one in at.file_uploader if (one.key or "").startswith("own_questions_"))
    at = at.file_uploader(key=key).set_value(("mine.yaml", content, "application/yaml")).run()
    assert not at.exception
    return at


def press(at: AppTest, key: str) -> AppTest:
    at = at.button(key=key).click().run()
    assert not at.exception
    return at


def said(at: AppTest) -> str:
    return "\n".join(str(one.value) for kind in (at.markdown, at.error, at.success, at.info) for one in kind)


def keys(at: AppTest) -> set[str]:
    return {one.key or "" for one in (*at.button, *at.get("download_button"))}


def test_a_file_is_seen_before_it_is_used_and_then_kept(open_page: OpenPage, url: str) -> None:
    store = open_store(url)
    before = start_assessment(store, ME, "Spring", date(2026, 3, 1), shipped())
    at = open_page("settings", url=url)
    assert "own_example" in keys(at) and not keys(at) & {"own_current", "own_questions_save", "own_questions_remove"}
    at = upload(at, OWN.encode())
    assert "Version 1: 1 question of your own." in said(at) and "R1 · Do we agree" in said(at)
    assert "Working in the region: 0.5" in said(at)
    assert own_text(store, ME) is None
    at = press(at, "own_questions_save")
    assert "The next assessment uses them." in said(at)
    assert own_text(store, ME) == OWN and current(store, ME).question("R1").own
    assert "own_current" in keys(at) and "own_questions_save" not in keys(at)
    assert questionnaire_of(store, ME, before) == shipped()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (OWN.replace("id: R1", "id: A1").encode(), "There is already a question or a dimension A1"),
        (OWN.replace("dimension: region", "dimension: music").encode(), "“music” is not known"),
        (b"- a list", "The file has no fields"),
        (b"PK\x03\x04\xff", "UTF\\-8"),
    ],
)
def test_a_file_that_cannot_be_is_refused_in_words(open_page: OpenPage, url: str, content: bytes, words: str) -> None:
    save_own(open_store(url), ME, OWN)
    at = upload(open_page("settings", url=url), content)
    assert words in at.error[0].value
    assert "own_questions_save" not in keys(at)
    assert own_text(open_store(url), ME) == OWN


def test_it_is_removed_by_somebody_who_is_sure(open_page: OpenPage, url: str) -> None:
    save_own(open_store(url), ME, OWN)
    at = open_page("settings", url=url)
    assert at.button(key="own_questions_remove").disabled
    at.checkbox(key="own_questions_sure").check().run()
    at = press(at, "own_questions_remove")
    assert own_text(open_store(url), ME) is None
    assert "removed" in said(at) and "own_questions_remove" not in keys(at)


@pytest.mark.parametrize("language", ["en", "nl"])
def test_what_is_in_a_file_means_nothing_in_the_page(open_page: OpenPage, url: str, language: str) -> None:
    save_own(open_store(url), ME, OWN_HOSTILE)
    at = open_page("settings", url=url, language=language)
    assert not at.exception
    shown = said(at)
    assert "img src" in shown
    assert not re.search(r"(?<!\\)<img|(?<!\\)\]\(javascript|(?<!\\)\*\*fat", shown)
    assert not re.search(r"\{[a-z_]+\}", shown)


@pytest.mark.parametrize("page", ["assessment", "maturity"])
def test_own_questions_are_asked_and_scored(open_page: OpenPage, url: str, page: str) -> None:
    store = open_store(url)
    save_own(store, ME, OWN_HOSTILE)
    at = open_page(page, url=url)
    assert not at.exception
    start_assessment(store, ME, "Autumn", date(2026, 10, 1), current(store, ME))
    at = open_page(page, url=url, dimension="region")
    assert not at.exception
    shown = said(at) + "".join(str(one.value) for one in at.caption)
    assert not re.search(r"(?<!\\)<img|(?<!\\)\]\(javascript|(?<!\\)\*\*fat", shown)


def test_a_file_that_no_longer_fits_is_said_where_it_is_used_and_can_be_removed(open_page: OpenPage, url: str) -> None:
    """An update can bring a question with the id of an own one."""
    store = open_store(url)
    save_own(store, ME, OWN)
    with store.begin() as connection:
        clash = OWN.replace("id: R1", "id: A1")
        connection.execute(update(setting).where(setting.c.key == "own_questions").values(value=clash))
    at = open_page("assessment", url=url)
    assert not at.exception
    assert "no longer fit" in said(at)
    assert any(link.page == "settings" for link in at.get("page_link"))
    at = open_page("settings", url=url)
    assert "There is already" in at.error[0].value
    at.checkbox(key="own_questions_sure").check().run()
    press(at, "own_questions_remove")
    assert current(store, ME) == shipped()
