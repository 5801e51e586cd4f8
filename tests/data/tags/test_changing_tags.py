"""What a tag may be, who may change it, and that a registered expectation stays as it was written."""

from typing import Any

import pytest
from sqlalchemy import Engine, insert, select

from data.access import LOCAL_ADMINISTRATOR as ME
from data.access import Access, AccessDeniedError
from data.errors import StoreError
from data.queries.campaigns import campaign_posts
from data.registers import delete_account
from data.schema import account
from data.schema import post as posts
from data.store import writing
from data.tags import (
    add_tag,
    apply,
    change_tag,
    members,
    put_in,
    register_expectation,
    remove_tag,
    say_nothing,
    tags,
    take_out,
    unfinished,
)
from metrics.campaigns.rules import GONE, Rules
from metrics.campaigns.tag import Tag
from tests.data.answering.messages import LATER
from tests.loaders.sample_batches import batch, load, post, registers

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
        _refused("tag_word_account", rules=Rules(words=("@waterstad",))),
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
    parking = add_tag(store, PARKING_ONLY, "Parking", "other", Rules(), department_id=1)
    assert [one.name for one in tags(store, PARKING_ONLY)] == ["All", "Parking"]
    for id in (whole, green):
        for attempt in (
            lambda id=id: change_tag(store, PARKING_ONLY, id, {"name": "Mine"}),
            lambda id=id: remove_tag(store, PARKING_ONLY, id),
            lambda id=id: put_in(store, PARKING_ONLY, id, []),
        ):
            with pytest.raises(AccessDeniedError):
                attempt()
    for owner in (None, 2):
        with pytest.raises(AccessDeniedError) as denied:
            add_tag(store, PARKING_ONLY, "Whole", "other", Rules(), department_id=owner)
        assert "another department" in denied.value.message.english(), "a page shows it like any other refusal"
    with pytest.raises(AccessDeniedError):
        change_tag(store, PARKING_ONLY, parking, {"department_id": 2})
    with pytest.raises(AccessDeniedError):
        register_expectation(store, PARKING_ONLY, green, "reach", 5.0, "")


@pytest.mark.parametrize("rules", [Rules(words=("pool",)), Rules(accounts=(2,)), Rules(accounts=(1, 2))])
def test_the_rule_of_a_department_holds_posts_of_its_own_only(store: Engine, rules: Rules) -> None:
    own = Rules(words=("pool",), accounts=(1,))
    mine = add_tag(store, PARKING_ONLY, "Mine", "other", own, department_id=1)
    wide = add_tag(store, ME, "Wide", "other", rules, department_id=1)
    for attempt in (
        lambda: add_tag(store, PARKING_ONLY, "Theirs", "paid", rules, department_id=1),
        lambda: change_tag(store, PARKING_ONLY, mine, {"rules": rules}),
        lambda: change_tag(store, PARKING_ONLY, wide, {"kind": "paid"}),
    ):
        with pytest.raises(StoreError) as refused:
            attempt()
        assert refused.value.message.code == "tag_of_others"
    change_tag(store, PARKING_ONLY, wide, {"name": "Widest", "rules": rules})
    assert unfinished(store, PARKING_ONLY) == {mine, wide}


def test_posts_and_tags_of_others_are_out_of_reach(store: Engine) -> None:
    load(store, batch([post("1"), post("2", account="green")], exported_ts=LATER))
    with store.connect() as connection:
        of = {account: id for id, account in connection.execute(select(posts.c.id, posts.c.account_id))}
    mine = add_tag(store, ME, "Mine", "paid", BY_HAND, department_id=1, utm_campaign="mine")
    green = add_tag(store, ME, "Green", "other", Rules(platforms=("x",)), department_id=2, utm_campaign="secret")
    apply(store, ME)
    for say in (put_in, take_out, say_nothing):
        with pytest.raises(StoreError) as refused:
            say(store, PARKING_ONLY, mine, [of[1], of[2]])
        assert refused.value.message.code == "no_post"
    assert members(store, ME, mine).empty and len(members(store, ME, green)) == 2
    assert members(store, PARKING_ONLY, green).empty and campaign_posts(store, PARKING_ONLY, [green]).empty
    assert len(campaign_posts(store, ME, [green])) == 2
    change_tag(store, ME, green, {"rules": Rules(accounts=(2,))})
    assert unfinished(store, PARKING_ONLY) == frozenset() and unfinished(store, ME) == {green}
    with pytest.raises(StoreError) as taken:
        change_tag(store, PARKING_ONLY, mine, {"utm_campaign": "secret"})
    assert "Green" not in taken.value.message.english()
    put_in(store, ME, mine, [of[2]])
    for attempt in (
        lambda: remove_tag(store, PARKING_ONLY, mine),
        lambda: change_tag(store, PARKING_ONLY, mine, {"kind": "other"}),
    ):
        with pytest.raises(StoreError) as refused:
            attempt()
        assert refused.value.message.code == "posts_of_others"
    take_out(store, ME, mine, [of[2]])
    put_in(store, PARKING_ONLY, mine, [of[1]])
    remove_tag(store, PARKING_ONLY, mine)


def _third(store: Engine, handle: str) -> int:
    """An account with the number 3, as an engine gives it once more when the last one is gone."""
    with writing(store) as connection:
        row = {"id": 3, "department_id": 2, "platform": "x", "handle": handle, "name": handle}
        connection.execute(insert(account).values(row))
    return 3


def test_a_rule_forgets_an_account_that_is_removed(store: Engine) -> None:
    third = _third(store, "third")
    both = add_tag(store, ME, "Both", "other", Rules(words=("pool",), accounts=(1, third)))
    alone = add_tag(store, ME, "Alone", "other", Rules(words=("pool",), accounts=(third,)))
    delete_account(store, ME, third)
    rules = {one.id: one.rules for one in tags(store, ME)}
    assert rules[both] == Rules(words=("pool",), accounts=(1,))
    assert rules[alone] == Rules(words=("pool",), accounts=(GONE,)), "and not of all accounts"
    again = _third(store, "another")
    load(
        store,
        batch([post("1", text="Pool"), post("2", text="Pool", account="new")], exported_ts=LATER),
        accounts={"parking": 1, "new": again},
    )
    apply(store, ME)
    assert len(members(store, ME, both)) == 1 and members(store, ME, alone).empty
    change_tag(store, ME, alone, {"name": "Still here", "rules": rules[alone]})
    with pytest.raises(StoreError):
        change_tag(store, ME, both, {"rules": Rules(accounts=(1, 99))})
