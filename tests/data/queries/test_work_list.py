"""Single messages: those that wait, in order and page by page, and a random sample to check the rules with."""

from typing import Any

import pandas as pd
import pytest
from sqlalchemy import Engine, insert

from data import access as rights
from data.access import LOCAL_ADMINISTRATOR as ME
from data.access import Access, AccessDeniedError
from data.answering.labels import label
from data.filters import Filters
from data.queries import work_list
from data.queries.work_list import sample, topic_messages, waiting_list
from data.schema import comment, message_score
from data.store import writing
from metrics.periods import Period
from tests.data.answering.messages import HOUR, LATER, answer, asked, rows
from tests.data.queries.stored_figures import NOBODY, ROADS_ONLY, statements
from tests.loaders.sample_batches import MONDAY, batch, load, post, registers

WEEK = Filters(Period(20_633, 20_639))


@pytest.fixture(autouse=True)
def _registers(store: Engine) -> None:
    registers(store)


def listed(engine: Engine, access: Access = ME, filters: Filters = WEEK, **values: Any) -> Any:
    return waiting_list(engine, access, filters, **({"newest_first": True, "first": 0, "rows": 10} | values))


def hours_of(frame: Any) -> list[int]:
    """When they were asked, in hours after Monday noon."""
    return [(ts - MONDAY) // HOUR for ts in frame["asked_ts"]]


def test_only_what_waits_is_listed_with_its_facts(store: Engine) -> None:
    comments = [
        asked("10", 1, text="Wanneer komt @piet_01? Mail jan@example.org of bel 06-12345678"),
        answer("11", "10", 2, text="We zoeken het uit."),
        asked("12", 3, author="b"),
        answer("13", "12", 4),
        asked("14", 5, author="c", text="Dank je wel"),
        asked("16", 6, author="d", post_id="9"),
        asked("18", 24 * 8, author="e"),
    ]
    load(store, batch([post("1")], comments, exported_ts=LATER))
    with statements(store) as sent:
        frame = listed(store)
    assert len(sent) == 1
    assert hours_of(frame) == [6, 1], "not the answered one, the thanks, or that of another week"
    newest, oldest = frame.to_dict("records")
    assert (oldest["account"], oldest["platform"], oldest["intent"]) == ("parking", "x", "question")
    for secret in ("piet_01", "jan@example.org", "12345678"):
        assert secret not in oldest["text"]
    assert oldest["text"].startswith("Wanneer komt [")
    assert (oldest["noticed"], newest["noticed"]) == (True, False)
    assert oldest["due_ts"] == MONDAY + 25 * HOUR and oldest["until_ts"] == LATER
    assert oldest["permalink"] == "https://x.example/1" and pd.isna(newest["permalink"])
    assert "author" not in frame and "mentions" not in frame


def test_order_and_pages(store: Engine) -> None:
    load(store, batch([post("1")], [asked(str(10 + n), n) for n in range(1, 8)], exported_ts=LATER))
    pages = [hours_of(listed(store, first=first, rows=3)) for first in (0, 3, 6, 9)]
    assert pages == [[7, 6, 5], [4, 3, 2], [1], []]
    assert hours_of(listed(store, newest_first=False, rows=3)) == [1, 2, 3]


def test_messages_of_the_same_moment_are_on_one_page_each(store: Engine) -> None:
    load(store, batch([post("1")], [asked(str(10 + n)) for n in range(6)], exported_ts=LATER))
    keys = [key for first in range(6) for key in listed(store, first=first, rows=1)["id"]]
    assert len(set(keys)) == 6


def two_accounts(store: Engine) -> None:
    comments = [asked("10"), asked("20", account="green", post_id="2")]
    load(store, batch([post("1"), post("2", account="green")], comments, exported_ts=LATER))


def test_a_user_sees_the_messages_of_their_departments(store: Engine) -> None:
    two_accounts(store)
    assert set(listed(store)["account"]) == set(sample(store, ME, WEEK, 9)["account"]) == {"parking", "green"}
    assert listed(store, ROADS_ONLY)["account"].tolist() == ["parking"]
    assert sample(store, ROADS_ONLY, WEEK, 9)["account"].tolist() == ["parking"]
    assert listed(store, filters=Filters(WEEK.period, (2,)))["account"].tolist() == ["green"]
    assert listed(store, filters=Filters(WEEK.period, platforms=("facebook",))).empty


def test_texts_need_their_own_right(store: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    two_accounts(store)
    monkeypatch.setitem(rights._RIGHTS, "reader", frozenset({"read", "write"}))
    for access in (NOBODY, Access("jo", "reader")):
        with pytest.raises(AccessDeniedError):
            listed(store, access)
        with pytest.raises(AccessDeniedError):
            sample(store, access, WEEK, 5)


def drawn(store: Engine, rows: int = 99) -> list[tuple[int, int]]:
    frame = sample(store, ME, WEEK, rows)
    return list(zip(frame["post_id"].tolist(), frame["id"].tolist(), strict=True))


def test_a_sample_has_each_message_of_a_citizen_until_it_is_labelled(store: Engine) -> None:
    comments = [asked(str(10 + n), n, text="Dank je wel" if n % 2 else "Hoe laat?") for n in range(8)]
    nothing = asked("30", text=None)
    load(store, batch([post("1")], [*comments, answer("31", "10", 2), nothing], exported_ts=LATER))
    every = drawn(store)
    assert len(set(every)) == 8, "no own reply, and nothing without a text"
    assert drawn(store, 3) == every[:3]
    label(store, ME, *every[0], "spam", drawn=True)
    assert drawn(store) == every[1:]
    label(store, ME, *every[2], "spam")
    assert drawn(store) == every[1:], "a correction from another list takes nothing out of the sample"
    assert set(sample(store, ME, WEEK, 9)["intent"]) == {"question", "thanks"}, "it shows what the rules say"


def test_a_sample_does_not_depend_on_what_messages_say(store: Engine) -> None:
    numbers = range(10, 40)
    texts = ["Hoe laat?", "Dank je wel"]
    load(store, batch([post("1")], [asked(str(n), text=texts[n % 2]) for n in numbers], exported_ts=LATER))
    before = drawn(store, 10)
    kinds = sample(store, ME, WEEK, 10)["intent"].tolist()
    load(store, batch([], [asked(str(n), text=texts[(n + 1) % 2]) for n in numbers], exported_ts=LATER + HOUR))
    assert sample(store, ME, WEEK, 10)["intent"].tolist() != kinds
    assert drawn(store, 10) == before


def scored(store: Engine, topics: dict[str, int | None]) -> None:
    """Give messages a topic, by the id they have in their export."""
    said = {one["external_id"]: one for one in rows(store, comment)}
    scores = [
        {"post_id": said[name]["post_id"], "id": said[name]["id"], "topic_id": topic, "tone": 0}
        | {"tone_model": "a1", "topics_version": 1}
        for name, topic in topics.items()
    ]
    with writing(store) as connection:
        connection.execute(insert(message_score), scores)


def on_topic(engine: Engine, topic: int, access: Access = ME, filters: Filters = WEEK, **values: Any) -> pd.DataFrame:
    return topic_messages(engine, access, filters, topic, **({"first": 0, "rows": 10} | values))


@pytest.mark.parametrize("few", [0, 5_000])
def test_messages_on_a_topic_newest_first(store: Engine, few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work_list, "_FEW", few)  # through the newest days, or through all that is said of the topic
    comments = [asked(str(10 + n), n, author=str(n)) for n in range(1, 7)]
    comments += [answer("30", "12", 20), asked("40", 30, text="Dank je wel", author="x")]
    comments += [asked("50", 24 * 8, author="y"), asked("60", account="green", post_id="2")]
    load(store, batch([post("1"), post("2", account="green")], comments, exported_ts=LATER))
    topics = {"11": 7, "12": 7, "13": 9, "14": None, "40": 7, "50": 7, "60": None}
    scored(store, topics)
    with statements(store) as sent:
        found = on_topic(store, 7)
    assert len(sent) == 2
    assert hours_of(found) == [30, 2, 1], "not the other topic, and not the other week"
    assert found["waits"].tolist() == [False, False, True], "thanks, answered, waiting"
    assert found["tone"].tolist() == [0, 0, 0] and found["intent"].tolist() == ["thanks", "question", "question"]
    assert hours_of(on_topic(store, 7, waits=True)) == [1]
    assert [hours_of(on_topic(store, 7, first=first, rows=2)) for first in (0, 2, 4)] == [[30, 2], [1], []]
    assert hours_of(on_topic(store, 0)) == [4, 1], "of no topic; those that were not looked at are not in it"
    assert set(on_topic(store, 0, ROADS_ONLY)["account"]) == {"parking"}
    assert on_topic(store, 7, filters=Filters(WEEK.period, (2,))).empty
    with pytest.raises(AccessDeniedError):
        on_topic(store, 7, NOBODY)
