"""Once an expectation is registered, posts that people put in or take out by hand are counted and told."""

from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, select

from data.access import LOCAL_ADMINISTRATOR as ME
from data.access import Access
from data.queries.campaigns import campaign_posts, changed_by_hand
from data.schema import post, post_tag
from data.tags import add_tag, apply, put_in, register_expectation, say_nothing, take_out
from metrics.campaigns.rules import Rules
from tests.data.answering.messages import LATER
from tests.data.stored_rollups import assert_rollups_are_true
from tests.loaders.sample_batches import DAY, batch, emptied, load, registers
from tests.loaders.sample_batches import post as made

OPEN, SHUT = "Het zwembad is open", "Alles dicht"
SAY = {"in": put_in, "out": take_out, "nothing": say_nothing}


@pytest.fixture(autouse=True)
def _registers(store: Engine) -> None:
    registers(store)


def _campaign(store: Engine) -> int:
    """A campaign whose rule holds the odd ones of six posts."""
    rows = [made(str(n), text=OPEN if n % 2 else SHUT, account="green" if n == 5 else "parking") for n in range(1, 7)]
    load(store, batch(rows, exported_ts=LATER))
    pool = add_tag(store, ME, "Pool", "campaign", Rules(words=("zwembad",)), first_day=20_633, last_day=20_640)
    apply(store, ME)
    return pool


def _register(store: Engine, pool: int) -> None:
    register_expectation(store, ME, pool, "interactions", 5.0, "")


def _id(store: Engine, number: int) -> int:
    with store.connect() as connection:
        return int(connection.scalars(select(post.c.id).where(post.c.external_id == str(number))).one())


def _say(store: Engine, pool: int, what: str, *numbers: int) -> None:
    SAY[what](store, ME, pool, [_id(store, n) for n in numbers])


def _inside(store: Engine, pool: int) -> set[int]:
    return set(campaign_posts(store, ME, [pool])["id"].tolist())


def test_what_is_said_before_is_not_told_and_what_is_said_since_is(store: Engine) -> None:
    pool = _campaign(store)
    _say(store, pool, "in", 2)
    _say(store, pool, "out", 1)
    _register(store, pool)
    assert changed_by_hand(store, ME, pool) == (0, 0)
    _say(store, pool, "in", 4, 6)
    _say(store, pool, "out", 3)
    assert changed_by_hand(store, ME, pool) == (2, 1)
    assert changed_by_hand(store, Access("jo", "administrator", frozenset({2})), pool) == (0, 0)
    load(store, batch([made("7", text=OPEN), made("8", text=SHUT)], exported_ts=LATER + DAY))
    assert changed_by_hand(store, ME, pool) == (2, 1), "what the rule finds belongs to it as before"
    _say(store, pool, "out", 7)
    assert changed_by_hand(store, ME, pool) == (2, 2)
    assert _inside(store, pool) == {_id(store, n) for n in (2, 4, 5, 6)}
    assert_rollups_are_true(store, "rollup_group")


def test_what_was_said_before_cannot_be_taken_back_unseen(store: Engine) -> None:
    pool = _campaign(store)
    _say(store, pool, "in", 2)
    _say(store, pool, "out", 1)
    _register(store, pool)
    _say(store, pool, "nothing", 1, 2)
    assert changed_by_hand(store, ME, pool) == (1, 1)
    assert _inside(store, pool) == {_id(store, n) for n in (1, 3, 5)}
    _say(store, pool, "out", 2)
    _say(store, pool, "nothing", 2)
    assert changed_by_hand(store, ME, pool) == (1, 1), "it was in"
    _say(store, pool, "in", 2)
    _say(store, pool, "out", 1)
    assert changed_by_hand(store, ME, pool) == (0, 0), "as it was"


def test_a_post_that_is_in_already_is_not_added(store: Engine) -> None:
    pool = _campaign(store)
    _register(store, pool)
    _say(store, pool, "in", 1)
    _say(store, pool, "out", 2)
    assert changed_by_hand(store, ME, pool) == (0, 0)
    _say(store, pool, "nothing", 1, 2)
    with store.connect() as connection:
        kept = connection.execute(select(post_tag.c.how, post_tag.c.was).distinct()).all()
    assert [tuple(row) for row in kept] == [("rule", None)]


_STEPS = st.lists(st.tuples(st.sampled_from(sorted(SAY)), st.integers(1, 6)), max_size=8)


@settings(
    max_examples=15,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
@given(_STEPS, _STEPS)
def test_whatever_is_said_the_difference_since_then_is_told(store: Engine, before: Any, since: Any) -> None:
    emptied(store)
    pool = _campaign(store)
    for what, number in before:
        _say(store, pool, what, number)
    _register(store, pool)
    then = _inside(store, pool)
    for what, number in since:
        _say(store, pool, what, number)
    now = _inside(store, pool)
    assert changed_by_hand(store, ME, pool) == (len(now - then), len(then - now))
    assert_rollups_are_true(store, "rollup_group")
