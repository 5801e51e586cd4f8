"""The list of topics on the page Conversation: what people change is stored and said, and long work runs beside it."""

import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from data import topics
from data.access import LOCAL_ADMINISTRATOR as ME
from data.locks import only_one
from data.store import open_store
from data.topics.fitting import WORK
from metrics.words import Message
from pages import _jobs
from tests.data.topics.town import LIST, fill

OpenPage = Callable[..., AppTest]
HOSTILE = "<img src=x onerror=alert(1)> [x](javascript:alert(1)) **fat**"


@pytest.fixture(autouse=True)
def short_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.topics.topic.shipped", lambda: LIST)


@pytest.fixture
def url(tmp_path: Path) -> str:
    where = f"sqlite:///{tmp_path / 'topics.db'}"
    fill(open_store(where))
    return where


@pytest.fixture(autouse=True)
def no_job_of_another_test() -> Iterator[None]:
    yield
    _jobs._jobs.clear()


def opened(open_page: OpenPage, url: str, language: str = "en") -> AppTest:
    at = open_page("conversation", url=url, language=language, view="manage", period="all")
    assert not at.exception
    return at


def choose(at: AppTest, topic: int) -> AppTest:
    at = at.selectbox(key="topic_to_change").set_value(topic).run()
    assert not at.exception
    return at


def press(at: AppTest, ending: str) -> AppTest:
    buttons = (*at.button, *at.get("form_submit_button"))
    at = next(one for one in buttons if (one.key or "").endswith(ending)).click().run()
    assert not at.exception
    return at


def field(at: AppTest, ending: str) -> str:
    every = (*at.text_input, *at.text_area, *at.checkbox, *at.number_input, *at.selectbox)
    return next(one.key for one in every if (one.key or "").endswith(ending))


def settled(at: AppTest) -> AppTest:
    """The page once the work in the background is over."""
    deadline = time.monotonic() + 60
    while _jobs.running():
        assert time.monotonic() < deadline
        time.sleep(0.05)
    at = at.run()
    assert not at.exception
    return at


def said(at: AppTest) -> str:
    kinds = (at.markdown, at.error, at.success, at.info, at.warning, at.caption)
    return "\n".join(str(one.value) for kind in kinds for one in kind)


def read(at: AppTest) -> str:
    """The same as people read it."""
    return re.sub(r"\\(?=\W)", "", said(at))


def by_name(store: Engine) -> dict[str, topics.Topic]:
    return {one.label("en"): one for one in topics.topics(store, ME)}


def test_it_says_what_the_list_covers(open_page: OpenPage, url: str) -> None:
    at = opened(open_page, url)
    assert "4.3% of 282 messages are about one of 3 topics. 0 topics have a department" in said(at)
    assert "No topics were found yet" in said(at)
    table = at.table[0].value
    assert table["Topic"].tolist()[0] == "Parking" and table["Messages"].tolist() == ["12", "0", "0"]


def test_a_topic_is_changed(open_page: OpenPage, url: str, store: Engine) -> None:
    parking = by_name(store)["Parking"]
    at = choose(opened(open_page, url), parking.id)
    at.text_input(key=field(at, "_name_nl")).set_value(HOSTILE[:80])
    at.text_area(key=field(at, "_words_en")).set_value("parking, parked; car park*")
    at.selectbox(key=field(at, "_owner")).set_value(2)
    at.checkbox(key=field(at, "_pinned")).check()
    at = press(at, "_go")
    assert "The topic is saved. Messages are assigned" in said(at)
    changed = topics.listed(store, ME).groups.topics[parking.id]
    assert changed.given == {"nl": HOSTILE[:80].strip()} and changed.words["en"] == ("parking", "parked", "car park*")
    assert (changed.owner_id, changed.pinned, changed.words["nl"]) == (2, True, parking.words["nl"])
    assert "All messages are assigned" in read(settled(at))
    shown = said(opened(open_page, url, "nl"))
    assert not re.search(r"(?<!\\)<img|(?<!\\)\]\(javascript|(?<!\\)\*\*fat", shown)


def test_what_somebody_else_changed_meanwhile_stays(open_page: OpenPage, url: str, store: Engine) -> None:
    parking = by_name(store)["Parking"]
    at = choose(opened(open_page, url), parking.id)
    topics.change_topic(store, ME, parking.id, {"owner_id": 1, "words": {"nl": ["parkeer*"]}})
    at.text_input(key=field(at, "_name_en")).set_value("Cars")
    press(at, "_go")
    changed = topics.listed(store, ME).groups.topics[parking.id]
    assert (changed.label("en"), changed.owner_id, changed.words["nl"]) == ("Cars", 1, ("parkeer*",))


def test_words_that_cannot_be_are_said_and_stay_typed(open_page: OpenPage, url: str, store: Engine) -> None:
    at = choose(opened(open_page, url), by_name(store)["Parking"].id)
    at.text_area(key=field(at, "_words_en")).set_value("parking, (((")
    at = press(at, "_go")
    assert "cannot be looked for" in at.error[0].value
    assert at.text_area(key=field(at, "_words_en")).value == "parking, ((("


def test_a_topic_is_added_merged_and_taken_back(open_page: OpenPage, url: str, store: Engine) -> None:
    at = opened(open_page, url)
    at.text_input(key=field(at, "_name_en")).set_value("Geese")
    at.text_area(key=field(at, "_words_en")).set_value("geese")
    at = settled(press(at, "_go"))
    geese = by_name(store)["Geese"]
    assert topics.listed(store, ME).sizes[geese.id] == 90
    at = choose(at, geese.id)
    at.selectbox(key=field(at, "_into")).set_value(by_name(store)["Parking"].id)
    at = settled(press(at, "_merge_go"))
    assert topics.listed(store, ME).sizes[by_name(store)["Parking"].id] > 90 and "Geese" not in by_name(store)
    assert "Geese: counts as “Parking”" in said(at)
    at = settled(press(choose(at, by_name(store)["Parking"].id), f"_unmerge_{geese.id}"))
    assert topics.listed(store, ME).sizes[geese.id] == 90


def test_topics_are_found_in_the_background(open_page: OpenPage, url: str, store: Engine) -> None:
    at = opened(open_page, url)
    at.checkbox(key="topics_choose_k").check()
    at.number_input(key="topics_k").set_value(3)
    at = press(at, "topics_find_go")
    at = settled(at)
    assert "3 topics were found, 0 of them known before." in read(at)
    assert len(by_name(store)) == 6 and "100% of 282 messages" in said(at)
    assert re.search(r"English: 3 topics, found on .* in 270 messages, by the words", read(at))
    at = press(at, "job_seen")
    assert "3 topics were found" not in read(at)


def test_a_second_person_sees_the_work_and_starts_no_other(open_page: OpenPage, url: str, store: Engine) -> None:
    go_on: list[bool] = []

    def slow(tell: Callable[[float], None]) -> Message:
        tell(0.25)
        while not go_on:
            time.sleep(0.01)
        return Message("done", "It is *done*.")

    assert _jobs.start(ME, Message("slow", "Slow work"), slow)
    try:
        assert not _jobs.start(ME, Message("other", "Other work"), slow)
        at = opened(open_page, url)
        assert "Slow work" in said(at) and "started by local administrator" in said(at)
        assert at.button(key="topics_find_go").disabled
        assert not open_page("overview", url=url).exception, "it outlives a change of pages"
        topics.set_words(store, ME, by_name(store)["Parking"].id, {"en": ["parked"]})
    finally:
        go_on.append(True)
    ended = said(settled(at))
    assert "It is \\*done\\*" in ended and "This work is done" in ended and "Slow work" not in ended


def test_another_server_at_the_same_work_is_said(open_page: OpenPage, url: str, store: Engine) -> None:
    with only_one(store, WORK, "jo <b>"):
        at = settled(press(opened(open_page, url), "topics_find_go"))
    assert "jo \\<b\\> started this at" in said(at)


def test_what_breaks_off_is_a_sentence(open_page: OpenPage, url: str) -> None:
    def broken(tell: Callable[[float], None]) -> Message:
        raise RuntimeError("what nobody may read")

    assert _jobs.start(ME, Message("broken", "Some work"), broken)
    at = settled(opened(open_page, url))
    assert "This work broke off" in read(at) and "nobody may" not in said(at)
    assert _jobs.start(ME, Message("next", "Next"), lambda tell: Message("done", "Done"))


def test_a_topic_is_split_and_put_together_again(open_page: OpenPage, url: str, store: Engine) -> None:
    whole = topics.add(store, ME, {"en": "Outside"}, {"en": ["bridge*", "drawbridge*", "geese", "choir", "boats"]})
    from data import scoring

    scoring.score(store, ME)
    at = choose(opened(open_page, url), whole)
    at.number_input(key=field(at, "_parts")).set_value(3)
    at = settled(press(at, "_split_go"))
    assert "The topic is split into 3 parts" in read(at)
    assert "Take the split into 3 parts back" in [one.label for one in at.button]
    at = settled(press(at, "_unsplit"))
    assert not [one for one in topics.topics(store, ME) if one.part_of == whole]


def test_the_list_as_a_file(open_page: OpenPage, url: str, store: Engine) -> None:
    at = opened(open_page, url)
    key = next(one.key for one in at.file_uploader if (one.key or "").startswith("topics_upload_"))
    content = b"topics:\n- {name: Swans, words: {en: [swan*]}, owner: Nobody here}"
    at.file_uploader(key=key).set_value(("topics.yaml", content, "application/yaml"))
    at = press(at, key.replace("upload", "load"))
    assert "Topics added: 1. Topics changed: 0. Not known here, so without an owner: Nobody here" in said(at)
    assert "Swans" in by_name(store)
    at = settled(at)
    key = next(one.key for one in at.file_uploader if (one.key or "").startswith("topics_upload_"))
    at.file_uploader(key=key).set_value(("t.yaml", b"topics: [{name: X}]", "application/yaml"))
    at = press(at, key.replace("upload", "load"))
    assert "A topic needs at least one word" in at.error[0].value


@pytest.mark.parametrize("state", ["empty", "one_row"])
def test_without_messages(open_page: OpenPage, state: str) -> None:
    at = open_page("conversation", state=state, view="manage", period="all")
    assert not at.exception
    if state == "one_row":
        assert "topics are ready. No message was assigned" in said(at)
