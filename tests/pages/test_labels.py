"""Labelling on the page Conversation: draw, say what a message is, take it back, by a second person, as a file."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select
from streamlit.testing.v1 import AppTest

from components.labelling.desk import shortcuts
from data import access as rights
from data.access import LOCAL_ADMINISTRATOR as ME
from data.filters import Filters
from data.labelling import round_state, to_file
from data.queries.coverage import span
from data.schema import label
from data.store import open_store
from metrics.periods import Period
from metrics.text.labels import TASKS
from tests.data import scored
from tests.pages.test_answers_at_work import _LIVE, HOSTILE, headers, press, words
from tests.stores import copy_of

OpenPage = Callable[..., AppTest]


def view(open_page: OpenPage, engine: Engine, **address: str) -> AppTest:
    url = engine.url.render_as_string()
    at = open_page("conversation", url=url, view="labels", **({"period": "all"} | address))
    assert not at.exception
    return at


def everything(engine: Engine) -> Filters:
    found = span(engine, ME)
    assert found is not None
    return Filters(Period(*found))


def stored(engine: Engine) -> list[tuple[int, int, str]]:
    with engine.connect() as connection:
        query = select(label.c.place, label.c.labeller, label.c.value).order_by(label.c.place, label.c.labeller)
        return [tuple(row) for row in connection.execute(query)]


def progress(at: AppTest) -> str:
    return str(at.get("progress")[0].proto.text)


def test_before_a_round_the_page_says_what_is_drawn_and_why(open_page: OpenPage, own_city: Engine) -> None:
    at = view(open_page, own_city)
    assert any("If you say of 200 messages what they are" in text for text in words(at))
    at.session_state["labels_drawn"] = True
    assert any("drawn by chance" in text for text in words(at.run()))
    press(at, "labels_start")
    assert progress(at) == "0 of 200 labelled" and "Message 1" in [one.value for one in at.subheader]


def test_one_press_labels_a_message_and_one_takes_it_back(open_page: OpenPage, own_city: Engine) -> None:
    at = press(view(open_page, own_city), "labels_start")
    assert [one.key for one in at.button if one.key == "label_undo"] == []
    text = words(at)
    press(at, "label_as_negative")
    assert progress(at) == "1 of 200 labelled" and words(at) != text
    press(press(at, "label_as_other"), "label_as_positive")
    assert stored(own_city) == [(0, 1, "negative"), (1, 1, "other"), (2, 1, "positive")]
    press(at, "label_undo")
    assert stored(own_city) == [(0, 1, "negative"), (1, 1, "other")] and progress(at) == "2 of 200 labelled"
    press(at, "labels_fresh")
    cells = [str(cell) for cell in at.table[0].value.to_numpy().ravel()]
    assert cells == ["Negative", "1", "Neutral", "0", "Positive", "0", "Not about us, or cannot tell", "1"]
    assert any("2 of 200 messages are labelled" in one.value for one in at.info)


def test_every_answer_has_a_key_that_can_be_switched_off(open_page: OpenPage, own_city: Engine) -> None:
    at = press(view(open_page, own_city), "labels_start")
    keys = {one.key: one.proto.shortcut for one in at.button if (one.key or "").startswith("label_as_")}
    assert list(keys.values()) == ["1", "2", "3", "0"]
    at.toggle(key="label_keys").set_value(False).run()
    assert not any(one.proto.shortcut for one in at.button)
    assert set(shortcuts(TASKS["needs_reply"].values).values()) == set("12345678")


def test_a_second_person_labels_the_first_fifty(open_page: OpenPage, own_city: Engine) -> None:
    made = scored.label(own_city, everything(own_city), twice=48)
    at = view(open_page, own_city, labeller="2")
    assert progress(at) == "48 of 50 labelled"
    press(press(at, "label_as_neutral"), "label_as_neutral")
    assert any("All messages are labelled." in one.value for one in at.success)
    found = round_state(own_city, ME, made)
    assert found.second_done == 50
    said = next(text for text in words(at) if "meant for a second person" in text)
    assert "50 of them are labelled" in said and "Two people agree" in said


def test_a_finished_round_shows_shares_and_offers_to_learn(open_page: OpenPage, own_city: Engine) -> None:
    scored.label(own_city, everything(own_city))
    at = view(open_page, own_city)
    assert any(re.match(r"200 labels tell how often the machine is wrong here", text) for text in words(at))
    cells = [str(cell) for cell in at.table[0].value.to_numpy().ravel()]
    assert sum(bool(re.fullmatch(r"\d+(\.\d)?% to \d+(\.\d)?%", cell)) for cell in cells) == 4
    assert "Learn from the labels" in headers(at) and at.button(key="layer_try")
    press(at, "labels_start")
    assert progress(at) == "0 of 200 labelled", "another round"


def test_labels_of_a_colleague_are_added_from_a_file(open_page: OpenPage, own_city: Engine) -> None:
    made = scored.label(own_city, everything(own_city), 30)
    content = to_file(own_city, ME, made)
    at = view(open_page, own_city)
    at.session_state["labels_files"] = True
    at.run()
    at.file_uploader(key="labels_upload").upload("labels.csv", content, "text/csv")
    press(at, "labels_merge")
    assert any("30 were there already." in one.value for one in at.success)
    at.file_uploader(key="labels_upload").upload("labels.csv", b"a,b\r\n1,2\r\n", "text/csv")
    press(at, "labels_merge")
    assert at.error and len(stored(own_city)) == 30


def test_hostile_messages_are_shown_as_they_are(open_page: OpenPage, own_city: Engine) -> None:
    with own_city.begin() as connection:
        text = next(iter(HOSTILE.values())) + HOSTILE["alert"]
        connection.exec_driver_sql("UPDATE comment SET text = ? WHERE is_own = 0", (text,))
    at = press(view(open_page, own_city), "labels_start")
    (shown,) = [one for one in words(at) if "klaar" in one]
    assert not _LIVE.search(shown) and "https://" not in shown


def test_nothing_to_label_is_said(open_page: OpenPage, stores: Callable[[str], str], tmp_path: Path) -> None:
    engine = open_store(copy_of(stores("one_row"), tmp_path))
    at = view(open_page, engine)
    assert not [one for one in at.button if one.key == "label_as_negative"]


def test_messages_without_scores_cannot_be_drawn(open_page: OpenPage, own_city: Engine) -> None:
    with own_city.begin() as connection:
        connection.exec_driver_sql("UPDATE message_score SET tone = NULL")
    at = press(view(open_page, own_city), "labels_start")
    assert any("no message to label" in one.value for one in at.error)


@pytest.mark.parametrize("held", [{"read", "write"}, {"read", "texts"}])
def test_who_may_not_read_or_write_is_told(
    open_page: OpenPage, own_city: Engine, monkeypatch: pytest.MonkeyPatch, held: set[str]
) -> None:
    monkeypatch.setitem(rights._RIGHTS, "administrator", frozenset(held))
    at = view(open_page, own_city)
    assert any("Somebody else has to label them." in one.value for one in at.info)
    assert not [one for one in at.button if (one.key or "").startswith("label")]


def test_needs_a_reply_counts_for_conversations_at_once(open_page: OpenPage, own_city: Engine) -> None:
    at = press(view(open_page, own_city, task="needs_reply"), "labels_start")
    press(at, "label_as_thanks")
    assert [value for *_, value in stored(own_city)] == ["thanks"]
    with own_city.connect() as connection:
        labelled = connection.scalar(select(func.count()).select_from(label))
    assert labelled == 1 and progress(at) == "1 of 200 labelled"


@pytest.mark.parametrize("state", ["empty", "one_row", "demo"])
def test_every_state_is_designed_in_dutch_too(open_page: OpenPage, state: str) -> None:
    at = open_page("conversation", state=state, language="nl", view="labels", period="all")
    assert not at.exception
    assert not [text for text in words(at) if re.search(r"\{[a-z_]+\}", text)]
