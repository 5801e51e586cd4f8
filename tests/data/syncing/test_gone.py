"""What was deleted upstream is deleted here: what this connection brought, and nothing else."""

from typing import Any

from sqlalchemy import Engine, func, select

from data.schema import comment, conversation, message_class, observation, post, rollup_day
from data.syncing.gone import MANY
from tests.data.syncing.fetched import connected, whole
from tests.loaders.sample_batches import DAY, MONDAY, batch, load
from tests.loaders.sample_batches import comment as said
from tests.loaders.sample_batches import post as made

QUESTION = "When is the car park open again?"


def values(engine: Engine, column: Any) -> list[Any]:
    with engine.connect() as connection:
        return sorted(connection.scalars(select(column)))


def posts_of(engine: Engine) -> int:
    with engine.connect() as connection:
        return connection.scalar(select(func.sum(rollup_day.c.posts))) or 0


def test_a_post_that_is_gone_goes_with_what_was_said_under_it(store: Engine) -> None:
    connected(store)
    asked = [said("q", post_id="2", text=QUESTION)]
    whole(store, [made("1"), made("2")], asked, threads=["2"])
    assert (posts_of(store), len(values(store, conversation.c.id))) == (2, 1)
    ended = whole(store, [made("1")])
    assert ended.deleted == 2
    assert values(store, post.c.external_id) == ["1"]
    for column in (comment.c.id, conversation.c.id, message_class.c.id):
        assert values(store, column) == []
    assert posts_of(store) == 1
    assert len(values(store, observation.c.id)) == 2


def test_a_message_that_is_gone_goes_alone(store: Engine) -> None:
    connected(store)
    two = [said("q", post_id="1", text=QUESTION), said("r", post_id="1", text="Nice", author="piet")]
    whole(store, [made("1")], two, threads=["1"])
    ended = whole(store, [made("1")], two[1:], threads=["1"])
    assert ended.deleted == 1
    assert values(store, comment.c.external_id) == ["r"]
    assert values(store, conversation.c.id) == []


def test_what_was_not_listed_stays(store: Engine) -> None:
    connected(store)
    whole(store, [made("1"), made("2", published_ts=MONDAY - 40 * DAY)], [said("q", post_id="1")], threads=["1"])
    ended = whole(store, [made("1")], since=MONDAY - DAY)
    assert ended.deleted == 0
    assert values(store, post.c.external_id) == ["1", "2"]
    assert values(store, comment.c.external_id) == ["q"]


def test_what_an_export_brought_stays(store: Engine) -> None:
    connected(store)
    load(store, batch([made("8")], [said("z", post_id="8")]))
    whole(store, [made("1")])
    assert whole(store, [made("1")]).deleted == 0
    assert values(store, post.c.external_id) == ["1", "8"]


def test_most_posts_gone_at_once_wait_for_a_second_run(store: Engine) -> None:
    connected(store)
    many = [made(str(n)) for n in range(1, MANY + 6)]
    whole(store, many)
    first = whole(store, many[:2])
    assert first.deleted == 0
    assert [problem.code for problem in first.problems] == ["many_gone"]
    assert str(len(many) - 2) in first.problems[0].english()
    second = whole(store, many[:2])
    assert (second.deleted, second.problems) == (len(many) - 2, ())
    assert values(store, post.c.external_id) == ["1", "2"]
