"""The list of topics as a file: out and in again, and what is wrong with it in words."""

import pytest
import yaml
from sqlalchemy import Engine

from data import topics
from data.access import LOCAL_ADMINISTRATOR as ME
from data.access import Access, AccessDeniedError
from data.errors import StoreError
from data.registers import add_department
from data.store import version
from data.topics.files import merge_file, to_file
from tests.data.topics.town import LIST

FERRY = """
topics:
  - name: {en: Ferry, nl: Pont}
    words: {en: [ferry], nl: [veerpont*, "over het water"]}
    excluded: {nl: pontificaal}
    owner: roads
    pinned: true
"""


@pytest.fixture(autouse=True)
def departments(store: Engine) -> None:
    add_department(store, ME, "Roads")


def by_name(store: Engine) -> dict[str, topics.Topic]:
    return {one.label("en"): one for one in topics.listed(store, ME).groups.topics.values()}


def text(store: Engine) -> str:
    return to_file(store, ME).decode()


def test_a_file_changes_nothing_where_it_came_from(store: Engine) -> None:
    merge_file(store, ME, FERRY)
    topics.rename(store, ME, 1, {"nl": "Iets anders"})
    topics.switch_off(store, ME, 2)
    before = by_name(store)
    assert merge_file(store, ME, text(store)) == type(merge_file(store, ME, text(store)))(0, 0)
    assert by_name(store) == before and not before[LIST[2].label["en"]].given


def test_what_a_file_says_is_taken_over_and_the_rest_stays(store: Engine) -> None:
    done = merge_file(store, ME, FERRY)
    assert (done.added, done.changed, done.unknown_departments) == (1, 0, ())
    ferry = by_name(store)["Ferry"]
    assert ferry.words == {"en": ("ferry",), "nl": ("veerpont*", "over het water")}
    assert (ferry.excluded, ferry.owner_id, ferry.pinned) == ({"nl": ("pontificaal",)}, 1, True)
    code = LIST[0].id
    file = f"topics: [{{name: pont, in_use: false, owner: ''}}, {{code: {code}, pinned: true, owner: Unknown <b>}}]"
    done = merge_file(store, ME, file)
    assert (done.added, done.changed, done.unknown_departments) == (0, 2, ("Unknown <b>",))
    again = by_name(store)["pont"]
    assert (again.id, again.words, again.is_off, again.owner_id) == (ferry.id, ferry.words, True, None)


def test_words_can_move_from_one_topic_to_another(store: Engine) -> None:
    merge_file(store, ME, FERRY)
    done = merge_file(
        store, ME, "topics:\n- {name: Boats, words: {en: [ferry]}}\n- {name: {en: Ferry}, words: {en: [pontoon]}}"
    )
    assert (done.added, done.changed) == (1, 1)


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("[]", "has no list “topics”"),
        ("topics: 3", "has no list “topics”"),
        ("topics: [1]", "Line 1: It has no fields"),
        ("topics:\n\n- words: {en: [ferry]}", "Line 3: A topic needs a name"),
        ("topics:\n- name: Ferry", "Line 2, topic “Ferry”: A topic needs at least one word"),
        ("topics: [{name: Ferry, words: [ferry]}]", "“words” is no list of words by language. Write it like {en:"),
        ("topics: [{name: Ferry, words: {en: [1]}}]", "“words” is no list"),
        ("topics: [{name: [Ferry], words: {en: [x y]}}]", "“name” is no name"),
        ("topics: [{name: Ferry, words: {de: [ferry]}}]", "“de” is not known"),
        ("topics: [{name: Ferry, words: {en: ['(']}}]", "“(” cannot be looked for"),
        ("topics: [{name: Ferry, colour: red}]", "“colour” is not a known field. Use one of these: code, name"),
        ("topics: [{name: Ferry, words: {en: [ferry]}, pinned: 1}]", "“pinned” must be true or false"),
        ("topics: [{name: Ferry, words: {en: [ferry]}, owner: 3}]", "“owner” is no text"),
        ("topics: [{code: nowhere}]", "Line 1, topic “nowhere”: There is no topic"),
        (
            "topics:\n- {name: A1, words: {en: [ferry]}}\n- {name: B1, words: {en: [ferry]}}",
            "Line 2, topic “A1”: “ferry”",
        ),
        ("topics: [{name: A1, name: B1}]", "“name” is there twice"),
        ("topics: &a [{name: *a}]", "Line 1 begins a value with"),
    ],
)
def test_a_file_that_cannot_be_changes_nothing_and_says_where(store: Engine, file: str, said: str) -> None:
    topics.ready(store)
    before = version(store)
    with pytest.raises(StoreError) as error:
        merge_file(store, ME, file)
    assert said in error.value.message.english()
    assert version(store) == before


def test_only_who_may_change_everything_loads_a_file(store: Engine) -> None:
    with pytest.raises(AccessDeniedError):
        merge_file(store, Access("jo", "administrator", frozenset({1})), FERRY)


def test_the_file_is_plain_yaml(store: Engine) -> None:
    said = yaml.safe_load(text(store))
    assert [one["code"] for one in said["topics"]] == [one.id for one in LIST]
