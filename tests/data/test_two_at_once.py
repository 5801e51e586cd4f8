"""Two people who do the same at the same moment: one of them does it, the other hears so. On both engines."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from sqlalchemy import Engine, select

from data import schema
from data.access import Access
from data.acknowledged import acknowledge, acknowledged
from data.baselines import add_baseline, baselines, withdraw
from data.errors import StoreError
from data.events import add_event
from data.goals import add_goal
from data.practice import share
from data.tags import add_tag, register_expectation, tags
from metrics.campaigns.rules import Rules
from tests.loaders.sample_batches import batch, load, post, registers

JO, SAM = (Access(who, "administrator") for who in ("jo", "sam"))
DAY = 20_633
Act = Callable[[Engine, Access], Any]


def _register(store: Engine) -> Act:
    pool = add_tag(store, JO, "Pool", "campaign", Rules(), first_day=DAY, last_day=DAY + 7)
    return lambda engine, who: register_expectation(engine, who, pool, "reach", 5.0 + len(who.who), who.who)


def _withdraw(store: Engine) -> Act:
    one = add_baseline(store, JO, "posts", DAY, "tool", "A planner")
    return lambda engine, who: withdraw(engine, who, one)


def _share(store: Engine) -> Act:
    registers(store)
    load(store, batch([post("1")]))
    with store.connect() as connection:
        id = connection.scalars(select(schema.post.c.id)).one()
    return lambda engine, who: share(engine, who, id, who.who)


ACTS: dict[str, Callable[[Engine], Act]] = {
    "expected_before": _register,
    "withdrawn_before": _withdraw,
    "acknowledged_before": lambda _: lambda engine, who: acknowledge(engine, who, "number:posts:0", DAY, who.who),
    "baseline_known": lambda _: lambda engine, who: add_baseline(engine, who, "posts", DAY, "tool", who.who),
    "tag_name_taken": lambda _: lambda engine, who: add_tag(engine, who, "Pool", "campaign", Rules()),
    "utm_taken": lambda _: lambda engine, who: add_tag(engine, who, who.who, "other", Rules(), utm_campaign="pool"),
    "goal_known": lambda _: lambda engine, who: add_goal(engine, who, "More members"),
    "post_decided": _share,
    "event_known": lambda _: lambda engine, who: add_event(engine, who, "storm", "Storm", DAY),
}


@pytest.mark.parametrize("code", sorted(ACTS))
def test_one_wins_and_the_other_is_told(store: Engine, code: str) -> None:
    act, together = ACTS[code](store), Barrier(2)

    def attempt(who: Access) -> str:
        together.wait()
        try:
            act(store, who)
        except StoreError as error:
            assert error.message.english()
            return error.message.code
        return "done"

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(attempt, (JO, SAM))) == sorted(["done", code])


def test_what_the_winner_wrote_is_whole(store: Engine) -> None:
    for code in ("expected_before", "acknowledged_before", "withdrawn_before"):
        act, together = ACTS[code](store), Barrier(2)

        def attempt(who: Access, act: Act = act, together: Barrier = together) -> Access | None:
            together.wait()
            try:
                act(store, who)
            except StoreError:
                return None
            return who

        with ThreadPoolExecutor(2) as pool:
            (winner,) = [who for who in pool.map(attempt, (JO, SAM)) if who is not None]
        if code == "expected_before":
            one = tags(store, JO)[0]
            assert (one.expected, one.expectation) == (5.0 + len(winner.who), winner.who)
        elif code == "acknowledged_before":
            assert [(one.note, one.who) for one in acknowledged(store, JO)] == [(winner.who, winner.who)]
    assert sum(one.counts for one in baselines(store, JO)) == 0
