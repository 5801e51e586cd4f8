"""Comments in the rollups leave out the organisation's own replies, whenever these become known."""

from typing import Any

import pytest
from sqlalchemy import Engine, select

from data import schema as tables
from data.access import LOCAL_ADMINISTRATOR
from data.undo import undo
from metrics.histogram import bucket_of
from tests.data.stored_rollups import assert_rollups_are_true, buckets, day_row
from tests.loaders.sample_batches import (
    DAY,
    MONDAY,
    batch,
    comment,
    contents,
    day_value,
    emptied,
    load,
    post,
    registers,
)


@pytest.fixture(autouse=True)
def _registers(store: Engine) -> None:
    registers(store)


def own(comment_id: str, **values: Any) -> dict[str, Any]:
    """An own reply under post 1, on the day after it."""
    return comment(comment_id, **{"is_own": True, "author": "", "published_ts": MONDAY + DAY} | values)


def comment_sums(engine: Engine) -> tuple[int, ...]:
    row = day_row(engine)
    return row["comments"], row["comments_n"], row["comments_posts"]


def test_comments_leave_out_known_own_replies(store: Engine) -> None:
    posts = [
        post("1", likes=6, comments=5, shares=0, reach=100, impressions=50),
        post("2", likes=3, comments=1, shares=0),
        post("3", comments=1),
        post("4"),
    ]
    replies = [own("10"), own("11"), own("12", post_id="2"), own("13", post_id="3"), own("14", post_id="3")]
    replies += [own("15", post_id="4"), comment("16"), comment("17", post_id="3")]
    load(store, batch(posts, replies, [day_value("2026-06-29", 100.0)]))
    row = day_row(store)
    assert comment_sums(store) == (3, 3, 1)  # 5 - 2, 1 - 1, never below 0, and not known
    assert row["comments_per_follower"] == pytest.approx(0.03)
    assert buckets(store, "comments") == {0: 2, int(bucket_of([3])[0]): 1}
    assert (row["interactions"], row["interactions_n"]) == (15, 2)
    assert row["interactions_per_follower"] == pytest.approx(0.15)
    assert (row["er_reach_interactions"], row["er_impressions_interactions"]) == (11, 11)
    assert_rollups_are_true(store)


def test_own_replies_and_their_post_come_in_any_order(store: Engine) -> None:
    said, replies = (
        batch([post("1", comments=5)]),
        batch(comments=[own("10"), own("11"), comment("12", published_ts=MONDAY + DAY)]),
    )
    for first, second in ((said, replies), (replies, said)):
        emptied(store)
        load(store, first)
        load(store, second)
        assert comment_sums(store) == (3, 1, 1)
        assert_rollups_are_true(store)


def test_a_reply_that_proves_to_be_own_or_not_changes_the_day_of_its_post(store: Engine) -> None:
    load(store, batch([post("1", comments=5)], [own("10")], exported_ts=MONDAY))
    for age, is_own, expected in ((1, False, 5), (2, True, 4)):
        load(store, batch(comments=[own("10", is_own=is_own)], exported_ts=MONDAY + age))
        assert comment_sums(store) == (expected, 1, 1)
        assert_rollups_are_true(store)


def test_undoing_an_import_of_own_replies_counts_them_again(store: Engine) -> None:
    load(store, batch([post("1", comments=5)], [own("10")], exported_ts=MONDAY))
    before = contents(store)
    newer = load(store, batch(comments=[own("10", is_own=False), own("11"), own("12")], exported_ts=MONDAY + 1))
    assert comment_sums(store) == (3, 1, 1)
    undo(store, LOCAL_ADMINISTRATOR, newer.import_id or 0)
    assert comment_sums(store) == (4, 1, 1)
    assert contents(store) == before


def test_an_own_reply_knows_the_message_it_answers(store: Engine) -> None:
    load(store, batch(posts=[post("5", type="reply", parent_id="c1")], comments=[comment("c1")]))
    load(store, batch(posts=[post("5", type="reply")]))  # an export that does not say
    with store.connect() as connection:
        asked = select(tables.comment.c.id).join(tables.post, tables.post.c.parent_id == tables.comment.c.id)
        assert len(connection.scalars(asked).all()) == 1
