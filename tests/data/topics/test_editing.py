"""What people change of the list of topics is checked, kept, and not lost to a newer list."""

import pytest
from sqlalchemy import Engine, select, update

from data import topics
from data.access import LOCAL_ADMINISTRATOR as ME
from data.access import Access, AccessDeniedError
from data.errors import StoreError
from data.registers import add_department, merge_departments
from data.schema import topic
from data.store import version, writing
from data.topics import seeding
from data.topics.topic import Topic
from metrics.text.topics.named import NamedTopic
from tests.data.topics.town import LIST

GUEST = Access("guest", "guest")
PARKING_ONLY = Access("jo", "administrator", frozenset({1}))


@pytest.fixture(autouse=True)
def the_list(store: Engine) -> None:
    topics.ready(store)


def refused(code: str) -> "pytest.RaisesExc[StoreError]":
    return pytest.raises(StoreError, check=lambda error: error.message.code == code and bool(error.message.english()))


def by_code(store: Engine) -> dict[str, Topic]:
    return {one.code or one.label("en"): one for one in topics.topics(store, ME)}


def assigning(store: Engine) -> int:
    with store.connect() as connection:
        return topics.topics_version(connection)


def test_the_list_is_there_once_and_complete(store: Engine) -> None:
    found = by_code(store)
    assert found.keys() == {one.id for one in LIST}
    for one in LIST:
        here = found[one.id]
        assert (here.label("en"), here.label("nl")) == (one.label["en"], one.label["nl"])
        assert dict(here.words) == dict(one.words) and here.origin == "list" and not here.given
    before = version(store)
    topics.ready(store)
    assert version(store) == before and by_code(store) == found


def test_a_newer_list_adds_topics_and_leaves_what_people_changed(
    store: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = {one.id: one for one in LIST}
    first, second, *_rest = old
    ids = {code: one.id for code, one in by_code(store).items()}
    topics.set_words(store, ME, ids[first], {"en": ["zebra crossing"]})
    topics.rename(store, ME, ids[second], {"nl": "Iets anders"})
    newer = {code: NamedTopic(code, one.label, {**one.words, "en": ("newer*",)}) for code, one in old.items()}
    newer["ferry"] = NamedTopic("ferry", {"en": "Ferry", "nl": "Pont"}, {"en": ("ferry",), "nl": ("pont",)})
    monkeypatch.setattr(seeding, "shipped_by_code", lambda: newer)
    before = assigning(store)
    topics.ready(store)
    found = by_code(store)
    assert found[first].words["en"] == ("zebra crossing",)
    assert found[second].words["en"] == ("newer*",) and found[second].label("nl") == "Iets anders"
    assert found["ferry"].origin == "list" and assigning(store) == before + 1


def test_names_by_language_and_back_to_those_of_the_list(store: Engine) -> None:
    one = next(iter(by_code(store).values()))
    before = assigning(store)
    topics.rename(store, ME, one.id, {"en": " Cars  parked ", "nl": "Auto's"})
    named = {each.id: each for each in topics.topics(store, ME)}[one.id]
    assert (named.label("en"), named.label("nl")) == ("Cars parked", "Auto's")
    assert named.who == ME.who and named.made_ts > 0
    topics.rename(store, ME, one.id, {"nl": ""})
    assert {each.id: each for each in topics.topics(store, ME)}[one.id].names == {**one.names, "en": "Cars parked"}
    topics.rename(store, ME, one.id, {"en": ""})
    assert {each.id: each for each in topics.topics(store, ME)}[one.id].names == one.names
    assert assigning(store) == before, "a name moves no message"


def test_two_people_who_change_different_fields_both_get_what_they_asked(store: Engine) -> None:
    add_department(store, ME, "Roads")
    one = next(iter(by_code(store).values()))
    topics.change_topic(store, ME, one.id, {"words": {"en": ["zebra"]}, "pinned": True})
    topics.change_topic(store, Access("jo", "administrator"), one.id, {"words": {"nl": ["zebrapad"]}, "owner_id": 1})
    found = {each.id: each for each in topics.topics(store, ME)}[one.id]
    assert dict(found.words) == {"en": ("zebra",), "nl": ("zebrapad",)}
    assert (found.pinned, found.owner_id, found.who) == (True, 1, "jo")


def test_words_put_back_as_they_came(store: Engine) -> None:
    one = next(iter(by_code(store).values()))
    topics.set_words(store, ME, one.id, {"en": ["zebra"], "nl": []}, {"en": ["zoo"]})
    before = assigning(store)
    topics.restore_words(store, ME, one.id)
    found = {each.id: each for each in topics.topics(store, ME)}[one.id]
    assert (found.words, found.excluded) == (one.words, one.excluded) and assigning(store) == before + 1
    own = topics.add(store, ME, {"nl": "Pont"}, {"nl": ["veerpont"]})
    with refused("topic_not_listed"):
        topics.restore_words(store, ME, own)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ({"en": ["a"]}, "topic_word"),
        ({"en": ["a*"]}, "topic_word"),
        ({"en": ["("]}, "topic_word"),
        ({"en": ["po*ol"]}, "topic_word"),
        ({"en": ["pool" * 20]}, "topic_word"),
        ({"en": [f"word{i}" for i in range(201)]}, "topic_words_many"),
        ({"xx": ["pool"]}, "topic_language"),
        ({"en": [], "nl": ["  "]}, "topic_no_words"),
    ],
)
def test_words_that_cannot_be_are_refused(store: Engine, words: dict[str, list[str]], code: str) -> None:
    one = topics.add(store, ME, {"en": "Ferry"}, {"en": ["ferry"]})
    with refused(code):
        topics.set_words(store, ME, one, words)
    with refused(code):
        topics.add(store, ME, {"en": "Another"}, words)
    assert by_code(store)["Ferry"].words == {"en": ("ferry",)} and "Another" not in by_code(store)


def test_a_word_belongs_to_one_topic(store: Engine) -> None:
    first = topics.add(store, ME, {"en": "Ferry"}, {"en": ["café", "Ferry*"]})
    with refused("topic_word_taken"):
        topics.add(store, ME, {"en": "Boats"}, {"en": ["FERRY*"]})
    with refused("topic_word_taken"):
        topics.add(store, ME, {"en": "Coffee"}, {"en": ["cafe"]})
    second = topics.add(store, ME, {"en": "Boats"}, {"en": ["boat*"], "nl": ["ferry*"]})
    topics.switch_off(store, ME, first)
    topics.set_words(store, ME, second, {"en": ["boat*", "ferry*"]})
    with refused("topic_word_taken"):
        topics.restore(store, ME, first)
    topics.set_words(store, ME, second, {"en": ["boat*"]})
    topics.restore(store, ME, first)
    topics.merge(store, ME, second, first)
    topics.set_words(store, ME, second, {"en": ["ferry*"]})


@pytest.mark.parametrize("name", ["", " \x00 ", "!!", "x" * 81])
def test_names_that_cannot_be_are_refused(store: Engine, name: str) -> None:
    with pytest.raises(StoreError):
        topics.add(store, ME, {"en": name}, {"en": ["ferry"]})


def test_merging_and_taking_it_back(store: Engine) -> None:
    a, b, c = (topics.add(store, ME, {"en": name}, {"en": [name]}) for name in ("ferry", "tunnel", "viaduct"))
    with writing(store) as connection:
        connection.execute(update(topic).where(topic.c.id == a).values(typical='{"en": ["boat", "quay"]}'))
        connection.execute(update(topic).where(topic.c.id == b).values(typical='{"en": ["dark", "boat"]}'))
    before = assigning(store)
    topics.merge(store, ME, a, b)
    assert assigning(store) == before + 1 and "ferry" not in by_code(store)
    assert by_code(store)["tunnel"].typical == {"en": ("dark", "boat", "quay")}
    with refused("topic_same"):
        topics.merge(store, ME, b, a)
    with refused("topic_same"):
        topics.merge(store, ME, b, b)
    topics.merge(store, ME, c, a)
    assert topics.listed(store, ME).groups.root(c) == b, "into what the other one counts as"
    topics.switch_off(store, ME, b)
    assert not {"ferry", "tunnel", "viaduct"} & by_code(store).keys()
    with refused("topic_off"):
        topics.merge(store, ME, next(iter(by_code(store).values())).id, b)
    topics.unmerge(store, ME, a)
    assert by_code(store)["ferry"].typical == {"en": ("boat", "quay")}
    topics.restore(store, ME, b)
    assert by_code(store).keys() >= {"ferry", "tunnel"}


def test_only_who_may_change_everything_changes_the_list(store: Engine) -> None:
    one = next(iter(by_code(store).values())).id
    for who in (GUEST, PARKING_ONLY):
        for change in (
            lambda who=who: topics.rename(store, who, one, {"en": "x y"}),
            lambda who=who: topics.merge(store, who, one, one + 1),
            lambda who=who: topics.add(store, who, {"en": "x y"}, {"en": ["zebra"]}),
            lambda who=who: topics.fit(store, who),
            lambda who=who: topics.split(store, who, one, 2),
        ):
            with pytest.raises(AccessDeniedError):
                change()
    with pytest.raises(AccessDeniedError):
        topics.topics(store, GUEST)


def test_what_is_not_there_is_said(store: Engine) -> None:
    with refused("no_topic"):
        topics.rename(store, ME, 999_999, {"en": "Ferry"})
    with refused("no_department"):
        topics.own(store, ME, next(iter(by_code(store).values())).id, 7)
    with pytest.raises(ValueError, match="a topic has no"):
        topics.change_topic(store, ME, 1, {"colour": "red"})


def test_a_topic_moves_with_its_department(store: Engine) -> None:
    for name in ("Roads", "Water"):
        add_department(store, ME, name)
    one = next(iter(by_code(store).values())).id
    topics.own(store, ME, one, 1)
    merge_departments(store, ME, 1, 2)
    with store.connect() as connection:
        assert connection.scalar(select(topic.c.owner_id).where(topic.c.id == one)) == 2
