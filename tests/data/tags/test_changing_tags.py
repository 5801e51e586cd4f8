"""What a tag may be, who may change it, and that a registered expectation stays as it was written."""

from typing import Any

import pytest
from sqlalchemy import Engine

from data.access import LOCAL_ADMINISTRATOR as ME
from data.access import Access, AccessDeniedError
from data.errors import StoreError
from data.schema import account
from data.store import writing
from data.tags import add_tag, change_tag, put_in, register_expectation, remove_tag, tags
from metrics.campaigns.rules import Rules
from metrics.campaigns.tag import Tag
from tests.loaders.sample_batches import registers

DAYS: dict[str, Any] = {"first_day": 20_633, "last_day": 20_640}
BY_HAND = Rules()
PARKING_ONLY = Access("p", "administrator", frozenset({1}))


@pytest.fixture(autouse=True)
def _registers(store: Engine) -> None:
    registers(store)


def _only(store: Engine) -> Tag:
    (one,) = tags(store, ME)
    return one


def _refused(code: str, name: str = "Pool", rules: Rules = BY_HAND, kind: Any = "campaign", **values: Any) -> Any:
    def check(store: Engine) -> None:
        with pytest.raises(StoreError) as refused:
            add_tag(store, ME, name, kind, rules, **values)
        assert refused.value.message.code == code and refused.value.message.english()
        assert tags(store, ME) == []

    return check


@pytest.mark.parametrize(
    "refused",
    [
        _refused("tag_name", name="  "),
        _refused("text_too_long", name="x" * 81),
        _refused("unknown_code", kind="party"),
        _refused("tag_days", first_day=20_640, last_day=20_633),
        _refused("tag_day", first_day=-20_000),
        _refused("utm_campaign", utm_campaign="x" * 101),
        _refused("utm_campaign", utm_campaign="jan@waterstad.example"),
        _refused("tag_word_short", rules=Rules(words=("a*",))),
        _refused("tag_word_short", rules=Rules(words=("*",))),
        _refused("tag_many_words", rules=Rules(words=tuple(f"word{n}" for n in range(51)))),
        _refused("no_account", rules=Rules(accounts=(99,))),
        _refused("unknown_code", rules=Rules(platforms=("myspace",))),
        _refused("no_department", department_id=99),
    ],
)
def test_what_cannot_be_is_refused(store: Engine, refused: Any) -> None:
    refused(store)


def test_names_and_links_are_cleaned_and_belong_to_one_tag(store: Engine) -> None:
    add_tag(store, ME, "  Pool\n2026 ", "campaign", Rules(words=(" #Swim ", "#swim")), utm_campaign=" Pool-2026")
    one = _only(store)
    assert (one.name, one.utm_campaign, one.rules.words) == ("Pool 2026", "pool-2026", ("#swim",))
    for name, campaign in (("POOL 2026", ""), ("Other", "POOL-2026")):
        with pytest.raises(StoreError):
            add_tag(store, ME, name, "campaign", Rules(), utm_campaign=campaign)


def test_an_expectation_is_registered_once_and_then_locked(store: Engine) -> None:
    pool = add_tag(store, ME, "Pool", "campaign", Rules(), utm_campaign="pool", **DAYS)
    register_expectation(store, ME, pool, "visits", 500.0, "As last year")
    one = _only(store)
    assert one.is_registered and (one.measure, one.expected, one.expectation) == ("visits", 500.0, "As last year")
    for changes in (
        {"last_day": 20_700},
        {"utm_campaign": "other"},
        {"kind": "other"},
        {"rules": Rules(words=("pool",))},
    ):
        with pytest.raises(StoreError) as locked:
            change_tag(store, ME, pool, changes)
        assert locked.value.message.code == "tag_locked"
    change_tag(store, ME, pool, {"name": "Pools", "rules": BY_HAND, "last_day": 20_640})
    with pytest.raises(StoreError):
        register_expectation(store, ME, pool, "visits", 5.0, "")
    with pytest.raises(StoreError):
        remove_tag(store, ME, pool)
    assert _only(store).expected == 500.0


@pytest.mark.parametrize(
    ("kind", "days", "measure", "expected"),
    [
        ("other", DAYS, "reach", 5.0),
        ("campaign", {}, "reach", 5.0),
        ("campaign", DAYS, None, 5.0),
        ("campaign", DAYS, "reach", None),
        ("campaign", DAYS, "reach", 0.0),
        ("campaign", DAYS, "visits", 5.0),  # without links to count them by
    ],
)
def test_half_an_expectation_is_none(store: Engine, kind: Any, days: Any, measure: Any, expected: Any) -> None:
    one = add_tag(store, ME, "Pool", kind, Rules(), **days)
    with pytest.raises(StoreError):
        register_expectation(store, ME, one, measure, expected, "")
    assert not _only(store).is_registered


def test_only_who_may_change_the_department_changes_its_tags(store: Engine) -> None:
    whole = add_tag(store, ME, "All", "other", Rules())
    green = add_tag(store, ME, "Green", "other", Rules(), department_id=2)
    add_tag(store, PARKING_ONLY, "Parking", "other", Rules(), department_id=1)
    assert [one.name for one in tags(store, PARKING_ONLY)] == ["All", "Parking"]
    for id in (whole, green):
        for attempt in (
            lambda id=id: change_tag(store, PARKING_ONLY, id, {"name": "Mine"}),
            lambda id=id: remove_tag(store, PARKING_ONLY, id),
            lambda id=id: put_in(store, PARKING_ONLY, id, []),
        ):
            with pytest.raises(AccessDeniedError):
                attempt()
    with pytest.raises(AccessDeniedError):
        add_tag(store, PARKING_ONLY, "Whole", "other", Rules())


def test_an_account_that_is_gone_stays_out_of_a_new_rule(store: Engine) -> None:
    pool = add_tag(store, ME, "Pool", "other", Rules(accounts=(2,)))
    with writing(store) as connection:
        connection.execute(account.delete().where(account.c.id == 2))
    change_tag(store, ME, pool, {"name": "Still here"})
    with pytest.raises(StoreError):
        change_tag(store, ME, pool, {"rules": Rules(accounts=(1, 2))})
