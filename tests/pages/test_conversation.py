"""The page on what people write: its finding first, all topics, one topic, and what is not known yet."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.catalogues import languages
from data import access as rights
from data.access import Access
from data.store import open_store
from pages import _context
from tests.loaders.sample_batches import DAY, MONDAY, batch, comment, load, post, registers
from tests.pages.scored_messages import PARKING, WASTE, scored_store
from tests.stores import STATES

OpenPage = Callable[..., AppTest]
VIEWS = ("topics", "tone", "signals", "search", "labels", "manage")


@pytest.fixture
def url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The store of `scored_messages`."""
    monkeypatch.setenv("ANSWERABLE_KEY_FILE", str(tmp_path / "key"))
    address = f"sqlite:///{tmp_path / 'store.db'}"
    scored_store(address).dispose()
    return address


def words(at: AppTest) -> str:
    kinds = (at.markdown, at.caption, at.header, at.subheader, at.info, at.success, at.error)
    return "\n".join(str(element.value) for kind in kinds for element in kind)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("language", languages())
def test_every_view_draws(open_page: OpenPage, view: str, state: str, language: str) -> None:
    at = open_page("conversation", state=state, language=language, view=view)
    assert not at.exception
    assert not [error.value for error in at.error]


@pytest.mark.parametrize("language", languages())
def test_all_topics_and_one_draw_in_every_language(open_page: OpenPage, url: str, language: str) -> None:
    for address in ({}, {"topic": str(WASTE)}, {"period": "all"}):
        at = open_page("conversation", url=url, language=language, **address)
        assert not at.exception
        assert "{" not in words(at)


def test_the_finding_comes_first_with_share_and_interval(open_page: OpenPage, url: str) -> None:
    said = words(open_page("conversation", url=url))
    # 13 weeks of 12, 10 and 20 messages, and two about the library: 548
    parking = "Parkeren \\<b\\>\\*nu\\*\\</b\\>"
    assert f"People write most about {parking} (28%, 25% to 32%) and Afval (24%, 20% to 27%)" in said
    assert "of 548 messages (47% are about no known topic)" in said
    assert "questions about Afval wait most: 100% of 130 have no answer" in said
    assert "not the residents" in said


def test_what_rose_is_told_with_the_number_of_checks(open_page: OpenPage, url: str) -> None:
    said = words(open_page("conversation", url=url))
    assert "People write more about Parkeren" in said
    assert "topics that were compared with the period before changed clearly" in said
    assert "Mostly at other departments than the owner: Parkeren" in said


def test_figures_have_tables_and_small_topics_are_not_in_them(open_page: OpenPage, url: str) -> None:
    at = open_page("conversation", url=url)
    assert len(at.get("plotly_chart")) == 2
    assert len(at.metric) == 4
    assert "1 topic has too few messages to show" in words(at)
    assert "Bibliotheek" not in words(at)
    assert at.selectbox(key="topic_box").options[0] == "All topics"


def test_one_topic_in_detail(open_page: OpenPage, url: str) -> None:
    at = open_page("conversation", url=url, topic=str(PARKING))
    said = words(at)
    assert "rose, from" in said and "0 of 156 questions wait" in said
    assert "permit" in said
    assert "Over parkeren en vergunningen" in said, "the own post"
    assert "Machine count" in said or "too few messages to tell" in said
    assert said.count("Wanneer komt er iemand?") == 10, "the first sheet of the messages"
    assert len(at.get("plotly_chart")) == 3


def test_only_the_questions_that_wait(open_page: OpenPage, url: str) -> None:
    said = words(open_page("conversation", url=url, topic=str(WASTE), only="waiting", sheet="13"))
    assert said.count("waits for an answer") == 10
    assert "Machine count: 130 of 130 messages sound negative" in said


def test_texts_need_their_own_right(open_page: OpenPage, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(rights._RIGHTS, "reader", frozenset({"read"}))
    monkeypatch.setattr(_context, "LOCAL_ADMINISTRATOR", Access("jo", "reader"))
    said = words(open_page("conversation", url=url, topic=str(WASTE)))
    assert "You may not read single messages." in said
    assert "Wanneer komt er iemand?" not in said
    assert "Afval, week by week" in said


def test_a_selection_without_messages_says_so(open_page: OpenPage, url: str) -> None:
    at = open_page("conversation", url=url, dept="2")
    assert not at.exception
    assert not at.get("plotly_chart")


def test_messages_without_topics_can_be_worked_out(
    open_page: OpenPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANSWERABLE_KEY_FILE", str(tmp_path / "key"))
    address = f"sqlite:///{tmp_path / 'new.db'}"
    store = open_store(address)
    registers(store)
    messages = [comment(str(n), author=f"citizen {n}", published_ts=MONDAY + n * 60) for n in range(12)]
    load(store, batch([post("1")], messages, exported_ts=MONDAY + DAY))
    store.dispose()
    at = open_page("conversation", url=address, period="all")
    said = words(at)
    assert "no topic and tone yet" in said and "The messages have no topics yet." in said
    at.button(key="score_now").click().run()
    assert not at.exception
