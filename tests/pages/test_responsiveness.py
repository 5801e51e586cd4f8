"""The page on answers: its finding first, every view in every state, and what a reader changes counts at once."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from components.catalogues import languages
from data.access import LOCAL_ADMINISTRATOR as ME
from data.norms import add_norm
from data.store import open_store
from loaders import demo
from metrics.norms import Norm
from metrics.norms.versions import Scope
from tests.loaders.sample_batches import DAY, MONDAY, batch, comment, load, post, registers
from tests.stores import STATES

OpenPage = Callable[..., AppTest]
VIEWS = ("figures", "waiting", "promise", "two_way", "norms", "check")
HOUR = 3600


@pytest.fixture
def url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A store of 60 questions in 12 weeks: 48 answered within half an hour, 12 never."""
    monkeypatch.setenv("ANSWERABLE_KEY_FILE", str(tmp_path / "key"))
    address = f"sqlite:///{tmp_path / 'store.db'}"
    store = open_store(address)
    registers(store)
    load(store, batch([post("1")], _messages(12), exported_ts=MONDAY + 90 * DAY))
    return address


def _messages(unanswered: int, text: str = "Wanneer wordt de bak geleegd?") -> list[dict[str, Any]]:
    rows = []
    for number in range(60):
        at = MONDAY + number * DAY + HOUR
        rows.append(comment(f"q{number}", author=f"citizen {number}", published_ts=at, text=text))
        if number >= unanswered:
            own = {"is_own": True, "author": "", "text": "Morgen.", "parent_id": f"q{number}"}
            rows.append(comment(f"a{number}", published_ts=at + HOUR // 2, **own))
    return rows


def words(at: AppTest) -> str:
    kinds = (at.markdown, at.caption, at.header, at.subheader, at.info, at.success, at.error)
    return "\n".join(str(element.value) for kind in kinds for element in kind)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("language", languages())
def test_every_view_draws(open_page: OpenPage, view: str, state: str, language: str) -> None:
    at = open_page("responsiveness", state=state, language=language, view=view)
    assert not at.exception
    assert not [error.value for error in at.error]


@pytest.mark.slow
def test_the_demo_city_tells_its_story_first(open_page: OpenPage, tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'demo.db'}"
    demo.load(open_store(address), ME)  # the whole one: the story is about one department in one quarter
    said = words(open_page("responsiveness", url=address))
    headline, findings = said.index("whose deadline has passed"), said.index("Beheer Openbare Ruimte seems fast")
    assert headline < findings
    assert "the target of 80% is clearly missed" in said
    assert "got no answer, against" in said[findings : findings + 200]
    assert "departments clearly do not keep their promise" in said
    assert "Others would report" in said


def test_the_first_sentence_counts_everybody(open_page: OpenPage, url: str) -> None:
    said = words(open_page("responsiveness", url=url, period="all"))
    assert "Of 60 questions that are more than 24 hours old, 48 (80%, 68% to 88%) were answered within 24 hours" in said
    assert "12 are still waiting" in said
    assert "No norm is set yet." in said


def test_a_norm_moves_the_sentence(open_page: OpenPage, url: str) -> None:
    add_norm(open_store(url), ME, Scope(), 20_000, Norm("hours", 0.25, 0.9, source="Our site"))
    said = words(open_page("responsiveness", url=url, period="all"))
    assert "Of 60 questions whose deadline has passed, 0 (0%" in said
    assert "the target of 90% is clearly missed" in said


def test_what_another_norm_judges_is_not_compared(open_page: OpenPage, url: str) -> None:
    asked = {"url": url, "period": "2026-07-29..2026-08-27"}
    add_norm(open_store(url), ME, Scope(), 20_000, Norm("hours", 0.25))
    assert "Another norm" not in words(open_page("responsiveness", **asked))
    add_norm(open_store(url), ME, Scope(), 20_670, Norm("hours", 4))
    said = words(open_page("responsiveness", **asked))
    assert "Not comparable with the period before. Another norm: within 4 hours, all days: since 5 August 2026." in said


def test_what_most_people_get_may_be_promised(open_page: OpenPage, tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'quick.db'}"
    store = open_store(address)
    registers(store)
    load(store, batch([post("1")], _messages(2), exported_ts=MONDAY + 90 * DAY))
    at = open_page("responsiveness", url=address, period="all", view="promise")
    assert "8 of 10 people get an answer within 1 hour." in words(at)
    offered = [str(code.value) for code in at.code]
    assert offered[0] == "8 of 10 people get an answer within 1 hour."
    assert len(offered) == len(languages()) and "8 van de 10" in " ".join(offered)
    assert "60 questions were asked" in words(at)


def test_what_is_not_shown_is_not_promised(open_page: OpenPage, url: str) -> None:
    at = open_page("responsiveness", url=url, period="all", view="promise")
    assert "No promise" in words(at)
    assert not at.code
