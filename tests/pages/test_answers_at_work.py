"""What people do on the page Responsiveness with the demo city: read on, correct, set a norm, ask what if."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from data import access as rights
from tests.data.answering.messages import asked
from tests.loaders.sample_batches import DAY, MONDAY, batch, load, post, registers
from tests.stores import copy_of

OpenPage = Callable[..., AppTest]
HEADERS = {
    "figures": "Others would report",
    "waiting": "wait for an answer",
    "promise": "What would another norm",
    "two_way": "Sending or conversing?",
    "norms": "Your norms",
    "check": "Do the rules know",
}
HOSTILE = {
    "klaar": "Wanneer is **dit** :red[klaar]? [u](https://evil.example) ![x](https://evil.example/y.png) $x^2$ `code`",
    "alert": "<script>alert(1)</script> <img src=x onerror=alert(1)> Waarom is dat?",
    "HYPERLINK": "=HYPERLINK(1;2) | kop | Hoe laat is het?",
    "dicht": "# Waarom is dit dicht? " + "a" * 5_000,
}
_LIVE = re.compile(r"(?<!\\)[*\[\]<>`$#|=]")
"""What would mean something in Markdown or HTML."""


@pytest.fixture
def own(stores: Callable[[str], str], tmp_path: Path) -> str:
    """The address of a demo city that the test may change."""
    return copy_of(stores("demo"), tmp_path)


def words(at: AppTest) -> list[str]:
    """Everything that the page says."""
    kinds = (at.header, at.subheader, at.markdown, at.caption, at.info, at.warning, at.error, at.success)
    return [str(element.value) for kind in kinds for element in kind]


def headers(at: AppTest) -> str:
    return "\n".join(str(element.value) for element in at.header)


def finding(at: AppTest) -> str:
    """The first sentence: what stands under the question of the page."""
    values = [str(element.value) for element in at.markdown]
    return values[next(place for place, value in enumerate(values) if value.endswith("what you can promise.")) + 1]


def waiting_now(at: AppTest) -> int:
    return int(next(one.value for one in at.metric if one.label == "Still waiting"))


def keys(elements: Any, start: str) -> list[str]:
    return [one.key for one in elements if (one.key or "").startswith(start)]


def press(at: AppTest, key: str) -> AppTest:
    at.button(key=key).click().run()
    assert not at.exception
    return at


@pytest.mark.parametrize("view", HEADERS)
def test_every_view_has_its_heading_in_the_language_of_the_reader(open_page: OpenPage, view: str) -> None:
    english = open_page("responsiveness", state="demo", view=view)
    dutch = open_page("responsiveness", state="demo", language="nl", view=view)
    assert HEADERS[view] in headers(english) and HEADERS[view] not in headers(dutch)
    for at in (english, dutch):
        assert not [text for text in words(at) if re.search(r"\{[a-z_]+\}", text)]


def test_the_fast_average_comes_first_then_the_promise(open_page: OpenPage) -> None:
    at = open_page("responsiveness", state="demo", period="all")
    first, second = next(text for text in words(at) if re.match(r"\d+\. \*\*", text)).splitlines()[:2]
    assert re.search(r"Beheer Openbare Ruimte seems fast: .* on average\. But \d+% of its \d+ questions got no", first)
    assert re.search(r"departments clearly do not keep their promise: .* and promised at least 80%\.", second)


def test_questions_that_wait_are_in_order_and_in_sheets(open_page: OpenPage) -> None:
    at = open_page("responsiveness", state="demo", view="waiting")
    total = waiting_now(at)
    assert f"{total} questions wait for an answer" in headers(at)
    sheets = at.selectbox(key="sheet_box").options
    assert sheets == [str(number + 1) for number in range(-(-total // 10))]
    assert len(keys(at.selectbox, "intent_waiting_")) == 10
    at.selectbox(key="sheet_box").select(sheets[-1]).run()
    last = keys(at.selectbox, "intent_waiting_")
    assert len(last) == (total % 10 or 10)
    at.selectbox(key="order_box").select_index(1).run()
    at.selectbox(key="sheet_box").select("1").run()
    assert keys(at.selectbox, "intent_waiting_")[: len(last)] == last[::-1]


def test_a_correction_counts_at_once(open_page: OpenPage, own: str) -> None:
    at = open_page("responsiveness", url=own, view="waiting")
    before = waiting_now(at)
    key = keys(at.selectbox, "intent_waiting_")[0]
    at.selectbox(key=key).set_value("thanks").run()
    assert not at.exception and "Noted." in at.success[0].value
    assert waiting_now(at) == before - 1
    assert f"{before - 1} questions wait for an answer" in headers(at)
    assert key not in keys(at.selectbox, "intent_waiting_")


def test_what_was_checked_leaves_the_sample(open_page: OpenPage, own: str) -> None:
    at = open_page("responsiveness", url=own, view="check")
    before = keys(at.button, "right_sample_")
    after = keys(press(at, before[0]).button, "right_sample_")
    assert "Noted." in at.success[0].value
    assert len(before) == len(after) == 5 and after[:4] == before[1:]


def test_a_norm_that_is_set_on_the_page_moves_the_first_sentence(open_page: OpenPage, own: str) -> None:
    at = open_page("responsiveness", url=own, view="norms")
    before = finding(at)
    assert "the target of 80% is clearly missed" in before
    at.selectbox(key="norm_preset").set_value("harlingen").run()
    at.text_input(key="norm_from").set_value("2026-01-01")
    at = press(at, "norm_save")
    assert "The norm is set" in at.success[0].value
    after = finding(at)
    assert "the target" not in after, "this norm promises no share"
    share, other = (int(re.findall(r"\((\d+)%", text)[0]) for text in (before, after))
    assert other > share, "two working days are longer than four hours"


def test_what_another_norm_would_change(open_page: OpenPage) -> None:
    at = open_page("responsiveness", state="demo", view="promise")
    at.number_input(key="what_if_amount").set_value(72.0)
    assert "More in time: " in headers(press(at, "what_if_norm_go"))
    at.number_input(key="what_if_amount").set_value(5_000.0)
    at.selectbox(key="what_if_unit").set_value("working_days")
    assert "at most 260" in press(at, "what_if_norm_go").error[0].value


def test_what_other_opening_hours_would_change(open_page: OpenPage) -> None:
    at = open_page("responsiveness", state="demo", view="promise")
    for day in range(7):
        at.selectbox(key=f"what_if_{day}_from").set_value("08:00")
        at.selectbox(key=f"what_if_{day}_to").set_value("24:00")
    assert "in time: " in headers(press(at, "what_if_hours_go"))
    at.selectbox(key="what_if_0_to").set_value("")
    assert "Monday: choose both times" in press(at, "what_if_hours_go").error[0].value


@pytest.mark.parametrize("view", ["waiting", "check"])
def test_hostile_messages_are_shown_as_they_are(
    sqlite_store: Engine, sqlite_url: str, open_page: OpenPage, view: str
) -> None:
    registers(sqlite_store)
    comments = [asked(str(10 + n), n + 1, text=text) for n, text in enumerate(HOSTILE.values())]
    made = batch([post("1", permalink="javascript:alert(1)")], comments, exported_ts=MONDAY + 90 * DAY)
    load(sqlite_store, made)
    at = open_page("responsiveness", url=sqlite_url, view=view, period="all")
    assert not at.exception
    shown = {mark: [text for text in words(at) if mark in text] for mark in HOSTILE}
    for texts in shown.values():
        assert len(texts) == 1 and not _LIVE.search(texts[0]), texts
        assert "https://" not in texts[0] and ":red" not in texts[0]
    assert len(shown["dicht"][0]) < 700 and shown["dicht"][0].endswith("…")
    assert not at.get("link_button"), "an address that is none of the web is no link"


@pytest.mark.parametrize("view", ["waiting", "check"])
def test_texts_are_for_who_may_read_them(open_page: OpenPage, monkeypatch: pytest.MonkeyPatch, view: str) -> None:
    monkeypatch.setitem(rights._RIGHTS, "administrator", frozenset({"read", "write", "administer"}))
    at = open_page("responsiveness", state="demo", view=view)
    assert "You may not read single messages." in [one.value for one in at.info]
    assert not keys(at.selectbox, "intent_")
