"""Posts belong to a tag as its rule and people say, after whatever was done to the store, on both engines."""

from typing import Any

import pandas as pd
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, delete, select

from data.access import LOCAL_ADMINISTRATOR as ME
from data.post_groups import PAID
from data.schema import post as posts
from data.schema import post_tag
from data.schema import rollup_group as groups
from data.schema import tag as tags
from data.tags import add_tag, apply, change_tag, preview, put_in, remove_tag, say_nothing, take_out, unfinished
from data.undo import undo
from metrics.campaigns.rules import Rules
from tests.data.answering.messages import LATER
from tests.data.stored_rollups import assert_rollups_are_true
from tests.loaders.sample_batches import DAY, MONDAY, batch, contents, emptied, load, post, registers

POOL = Rules(words=("zwembad", "#zwemmen"))
OPEN = "Het Zwembád is open"


@pytest.fixture(autouse=True)
def _registers(store: Engine) -> None:
    registers(store)


def _tag(store: Engine, rules: Rules = POOL, name: str = "Pool") -> int:
    made = add_tag(store, ME, name, "campaign", rules)
    apply(store, ME)
    return made


def _held(store: Engine, tag: int) -> dict[str, str]:
    """How each post is in a tag, by its number at the platform."""
    query = select(posts.c.external_id, post_tag.c.how).join(post_tag, post_tag.c.post_id == posts.c.id)
    with store.connect() as connection:
        return dict(connection.execute(query.where(post_tag.c.tag_id == tag)).all())


def _id(store: Engine, external: str) -> int:
    with store.connect() as connection:
        return int(connection.scalars(select(posts.c.id).where(posts.c.external_id == external)).one())


def test_posts_of_before_and_after_are_found(store: Engine) -> None:
    before = [post("1", text=OPEN, likes=1), post("2", text="Alles dicht"), post("3", type="reply", text=OPEN)]
    load(store, batch(before, exported_ts=LATER))
    pool = add_tag(store, ME, "Pool", "campaign", POOL)
    assert unfinished(store, ME) == {pool} and _held(store, pool) == {}
    apply(store, ME)
    assert unfinished(store, ME) == frozenset() and _held(store, pool) == {"1": "rule"}
    new = [post("4", text="Zin in #ZWEMMEN?"), post("5", text="zwembaden"), post("2", text="Zwembad dicht")]
    load(store, batch(new, exported_ts=LATER + DAY))
    assert _held(store, pool) == {"1": "rule", "2": "rule", "4": "rule"}
    assert_rollups_are_true(store, "rollup_group")


def test_an_undo_leaves_nothing_of_a_rule_and_everything_that_a_person_said(store: Engine) -> None:
    load(store, batch([post("1", text=OPEN)], exported_ts=LATER))
    pool = _tag(store)
    before = contents(store)
    loaded = load(store, batch([post("2", text=OPEN), post("3", text="Iets anders")], exported_ts=LATER + DAY))
    assert loaded.import_id
    undo(store, ME, loaded.import_id)
    assert {name: rows for name, rows in contents(store).items() if rows != before[name]} == {}
    again = load(store, batch([post("3", text="Iets anders")], exported_ts=LATER + DAY))
    put_in(store, ME, pool, [_id(store, "3")])
    assert again.import_id
    undo(store, ME, again.import_id)
    load(store, batch([post("3", text="Iets anders")], exported_ts=LATER + DAY))
    assert _held(store, pool) == {"1": "rule", "3": "hand"}
    assert_rollups_are_true(store, "rollup_group")


def test_what_a_person_says_counts_above_the_rule(store: Engine) -> None:
    load(store, batch([post("1", text=OPEN), post("2", text="Badmeester gezocht")], exported_ts=LATER))
    pool = _tag(store)
    take_out(store, ME, pool, [_id(store, "1")])
    put_in(store, ME, pool, [_id(store, "2")])
    assert _held(store, pool) == {"1": "not", "2": "hand"}
    load(store, batch([post("1", text=OPEN, likes=9)], exported_ts=LATER + DAY))
    change_tag(store, ME, pool, {"rules": Rules(words=("zwembad", "open"))})
    apply(store, ME)
    assert _held(store, pool) == {"1": "not", "2": "hand"}
    assert_rollups_are_true(store, "rollup_group")
    say_nothing(store, ME, pool, [_id(store, "1"), _id(store, "2")])
    assert _held(store, pool) == {"1": "rule"}
    assert_rollups_are_true(store, "rollup_group")


def test_a_change_of_the_rule_that_is_broken_off_goes_on_later(store: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.tags.applying._DAYS_AT_ONCE", 1)
    many = [post(str(n), text=OPEN, published_ts=MONDAY + n * DAY) for n in range(1, 5)]
    load(store, batch(many, exported_ts=LATER + 9 * DAY))
    pool = add_tag(store, ME, "Pool", "campaign", POOL)

    def stop(share: float) -> None:
        if share >= 0.5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        apply(store, ME, stop)
    assert len(_held(store, pool)) == 2 and unfinished(store, ME) == {pool}
    assert_rollups_are_true(store, "rollup_group")
    apply(store, ME)
    assert len(_held(store, pool)) == 4 and not unfinished(store, ME)
    assert_rollups_are_true(store, "rollup_group")


def test_without_a_rule_or_a_tag_nothing_is_left_of_it(store: Engine) -> None:
    load(store, batch([post("1", text=OPEN)], exported_ts=LATER))
    pool, other = _tag(store), _tag(store, Rules(platforms=("x",)), "All of X")
    change_tag(store, ME, pool, {"rules": Rules()})
    apply(store, ME)
    assert _held(store, pool) == {} and _held(store, other) == {"1": "rule"}
    remove_tag(store, ME, other)
    assert contents(store)["post_tag"] == contents(store)["rollup_group"] == []


def test_a_post_is_paid_for_once_however_many_paid_tags_hold_it(store: Engine) -> None:
    rows = [post("1", text=OPEN, likes=3), post("2", text="Zwembad dicht"), post("3", text="Iets anders")]
    load(store, batch(rows, exported_ts=LATER))
    first, second = (add_tag(store, ME, name, "paid", Rules(words=(word,))) for name, word in _PAID.items())
    apply(store, ME)
    assert _paid(store) == 2
    assert_rollups_are_true(store, "rollup_group")
    change_tag(store, ME, first, {"kind": "other"})
    assert _paid(store) == 1, "the other tag still holds one of them"
    assert_rollups_are_true(store, "rollup_group")
    change_tag(store, ME, first, {"kind": "paid", "rules": Rules(words=("anders",))})
    assert _paid(store) == 2
    apply(store, ME)
    assert _paid(store) == 2, "1 and 3"
    put_in(store, ME, second, [_id(store, "2")])
    load(store, batch([post("1", text=OPEN, likes=9)], exported_ts=LATER + DAY))
    assert _paid(store) == 3
    assert_rollups_are_true(store, "rollup_group")
    remove_tag(store, ME, second)
    assert _paid(store) == 1
    assert_rollups_are_true(store, "rollup_group")
    remove_tag(store, ME, first)
    assert contents(store)["rollup_group"] == []


_PAID = {"Water": "zwembad", "Open": "open"}


def _paid(store: Engine) -> int:
    return sum(posts for dimension, posts in _rows(store, groups.c.dimension, groups.c.posts) if dimension == PAID)


def test_all_parts_of_a_rule_must_hold(store: Engine) -> None:
    rows = [post("1", text=OPEN), post("2", text=OPEN, type="image"), post("3", text=OPEN, account="green")]
    load(store, batch([*rows, post("4", text=OPEN, published_ts=MONDAY + 3 * DAY)], exported_ts=LATER + 9 * DAY))
    for rules, expected in {
        Rules(words=("open",)): {"1", "2", "3", "4"},
        Rules(words=("open",), accounts=(1,)): {"1", "2", "4"},
        Rules(accounts=(1,), types=("image",)): {"2"},
        Rules(platforms=("x",), last_day=20633): {"1", "2", "3"},
        Rules(words=("ope*",), first_day=20634): {"4"},
        Rules(platforms=("facebook",)): set(),
    }.items():
        number = _tag(store, rules, rules.text()[:80])
        assert set(_held(store, number)) == expected
        found = preview(store, ME, rules)
        assert found.n == len(expected) and len(found.examples) == min(3, len(expected))
    assert_rollups_are_true(store, "rollup_group")


_TEXTS = st.sampled_from([OPEN, "Iets anders", "#zwemmen", None])
_POSTS = st.lists(st.tuples(st.sampled_from("123456"), _TEXTS, st.integers(0, 3)), max_size=4)
_STEP = st.one_of(
    st.tuples(st.just("load"), _POSTS),
    st.tuples(st.just("undo"), st.integers(0, 5)),
    st.tuples(st.just("rule"), st.sampled_from([POOL, Rules(words=("anders",)), Rules(last_day=20634), Rules()])),
    st.tuples(st.sampled_from(["in", "out", "nothing"]), st.integers(0, 5)),
)


@settings(
    max_examples=12,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
@given(st.lists(_STEP, min_size=2, max_size=7))
def test_whatever_happens_posts_are_where_the_rule_says(store: Engine, steps: list[tuple[str, Any]]) -> None:
    emptied(store)
    rules, said, imports, clock = POOL, {}, [], LATER
    pool = _tag(store)
    for what, value in steps:
        clock += DAY
        known = sorted(key for (key,) in _rows(store, posts.c.id))
        if what == "load":
            rows = {name: post(name, text=text, published_ts=MONDAY + day * DAY) for name, text, day in value}
            imports.append(load(store, batch(list(rows.values()), exported_ts=clock)).import_id)
        elif what == "undo" and value < len(imports) and imports[value]:
            undo(store, ME, imports[value])
            imports[value] = None
        elif what == "rule":
            rules = value
            change_tag(store, ME, pool, {"rules": rules})
            apply(store, ME)
        elif what in ("in", "out", "nothing") and value < len(known):
            {"in": put_in, "out": take_out, "nothing": say_nothing}[what](store, ME, pool, [known[value]])
            said[known[value]] = {"in": "hand", "out": "not", "nothing": None}[what]
    rows = _rows(store, posts.c.id, posts.c.text, posts.c.account_id, posts.c.type, posts.c.day)
    frame = pd.DataFrame(rows, columns=["id", "text", "account_id", "type", "day"]).assign(platform="x")
    expected = {int(key): "rule" for key in frame["id"][rules.hold(frame)] if not said.get(int(key))}
    expected |= {key: how for key, how in said.items() if how}
    assert dict(_rows(store, post_tag.c.post_id, post_tag.c.how)) == expected
    assert_rollups_are_true(store, "rollup_group")


def _rows(store: Engine, *columns: Any) -> list[Any]:
    with store.connect() as connection:
        return [tuple(row) for row in connection.execute(select(*columns))]


def test_a_tag_that_went_before_its_posts_were_found_is_not_looked_for_for_ever(store: Engine) -> None:
    """As when finding the posts of a tag of the demo is broken off, and the demo is removed."""
    load(store, batch([post("1", text=OPEN)], exported_ts=LATER))
    pool = add_tag(store, ME, "Pool", "campaign", POOL)
    with store.begin() as connection:
        connection.execute(delete(tags).where(tags.c.id == pool))
    apply(store, ME)
    assert unfinished(store, ME) == frozenset()
