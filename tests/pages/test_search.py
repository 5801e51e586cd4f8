"""Searching on the page Conversation: what is found, what is said when nothing is, and who may see what."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from data import access as rights
from tests.data.answering.messages import asked
from tests.loaders.sample_batches import DAY, MONDAY, batch, load, post, registers
from tests.pages.test_answers_at_work import _LIVE, HOSTILE, headers, words

OpenPage = Callable[..., AppTest]


@pytest.fixture
def boxes(sqlite_store: Engine, sqlite_url: str) -> str:
    """A store with 23 messages about boxes, and a post."""
    registers(sqlite_store)
    comments = [asked(str(10 + n), n + 1, text=f"Mijn afvalbak nummer {n} is stuk") for n in range(23)]
    load(sqlite_store, batch([post("1", text="Alle afvalbakken zijn geleegd")], comments, exported_ts=MONDAY + DAY))
    return sqlite_url


def found(at: AppTest) -> list[str]:
    return [text for text in words(at) if "**afval" in text]


def search(open_page: OpenPage, url: str, **address: str) -> AppTest:
    at = open_page("conversation", url=url, view="search", **({"period": "all"} | address))
    assert not at.exception
    return at


def test_before_anything_is_typed_the_page_says_how_to_search(open_page: OpenPage, boxes: str) -> None:
    at = search(open_page, boxes)
    assert "Search in posts and messages" in headers(at)
    assert any("in any order" in text for text in words(at)) and not found(at)


def test_what_is_found_comes_in_sheets_newest_first(open_page: OpenPage, boxes: str) -> None:
    at = search(open_page, boxes)
    at.text_input(key="q").set_value("afval*").run()
    assert "**24 texts hold these words.** They are from 29 June 2026 to 30 June 2026." in words(at)
    assert len(found(at)) == 10 and "**afvalbak** nummer 22 is stuk" in found(at)[0]
    at.selectbox(key="sheet_box").select("3").run()
    assert len(found(at)) == 4 and "Alle **afvalbakken** zijn geleegd" in found(at)[-1]
    at.text_input(key="q").set_value("afvalbak stuk").run()
    assert len(found(at)) == 10, "another search begins at its first sheet"


def test_a_link_opens_the_search_that_its_sender_saw(open_page: OpenPage, boxes: str) -> None:
    at = search(open_page, boxes, q="afval*", where="posts")
    assert len(found(at)) == 1 and "**1 text holds these words.** It is from 29 June 2026." in words(at)
    assert at.get("link_button")[0].proto.url == "https://x.example/1"
    assert len(found(search(open_page, boxes, q="afvalbak", sheet="3"))) == 3
    assert not found(search(open_page, boxes, q="afvalbak", tone="positive"))
    assert len(found(search(open_page, boxes, q="afvalbak", tone="none", about="0", where="nonsense"))) == 10


def test_nothing_found_says_what_to_try(open_page: OpenPage, boxes: str) -> None:
    at = search(open_page, boxes, q="zwembad")
    assert any("No text of this period holds these words" in text for text in words(at))
    assert any("Use fewer words" in text for text in words(at))


def test_hostile_texts_and_words_are_shown_as_they_are(
    sqlite_store: Engine, sqlite_url: str, open_page: OpenPage
) -> None:
    registers(sqlite_store)
    comments = [asked(str(10 + n), n + 1, text=text) for n, text in enumerate(HOSTILE.values())]
    load(sqlite_store, batch([post("1", permalink="javascript:alert(1)")], comments, exported_ts=MONDAY + 90 * DAY))
    for mark in HOSTILE:
        at = search(open_page, sqlite_url, q=mark)
        (shown,) = [text for text in words(at) if f"**{mark}**" in text]
        assert not _LIVE.search(shown.replace("**", "")), shown
        assert "https://" not in shown and ":red" not in shown and len(shown) < 900
        assert not at.get("link_button")
    at = search(open_page, sqlite_url, q='"<script>*" NEAR( **x** ![](https://evil.example)')
    assert not [text for text in words(at) if "evil" in text]


def test_a_long_text_is_shown_around_the_word(sqlite_store: Engine, sqlite_url: str, open_page: OpenPage) -> None:
    registers(sqlite_store)
    comments = [asked("10", 1, text="Lang verhaal. " * 300 + "De afvalbak is stuk." + " En verder." * 300)]
    load(sqlite_store, batch([post("1")], comments, exported_ts=MONDAY + DAY))
    (shown,) = found(search(open_page, sqlite_url, q="afvalbak"))
    assert shown.startswith("…") and shown.endswith("…") and "De **afvalbak** is stuk" in shown


def test_without_the_right_to_read_messages_only_posts_are_found(
    open_page: OpenPage, boxes: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(rights._RIGHTS, "administrator", frozenset({"read", "write", "administer"}))
    at = search(open_page, boxes, q="afval*", where="messages")
    assert any("You may not read single messages." in one.value for one in at.info)
    assert found(at) == ["Alle **afvalbakken** zijn geleegd"]


@pytest.mark.parametrize("state", ["empty", "one_row", "demo"])
@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_state_is_designed(open_page: OpenPage, state: str, language: str) -> None:
    at: Any = open_page("conversation", state=state, language=language, view="search", period="all", q="de")
    assert not at.exception
    assert not [text for text in words(at) if re.search(r"\{[a-z_]+\}", text)]
