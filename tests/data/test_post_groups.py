"""Own posts by topic and by tag equal what counting them one by one gives, after whatever was done to the store."""

from collections import Counter

import pytest
from sqlalchemy import Engine, delete, insert, literal, select

from data import bulk
from data.access import LOCAL_ADMINISTRATOR as ME
from data.post_groups import TAG, TOPIC, count_touched
from data.rollups import rebuild
from data.schema import post as posts
from data.schema import post_score, post_tag, rollup_group, tag
from data.staging import fill, touched_day, workbench
from data.store import write_transaction
from data.undo import undo
from tests.data.answering.messages import LATER
from tests.data.scoring.scored import PARKING, listed, scored
from tests.data.stored_rollups import assert_rollups_are_true
from tests.loaders.sample_batches import DAY, MONDAY, batch, comment, contents, day_value, load, post, registers

_ON_PARKING = {"likes": 3, "comments": 2, "shares": 1, "reach": 100, "text": "Het parkeren wordt duurder"}


@pytest.fixture(autouse=True)
def _registers(store: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    registers(store)
    monkeypatch.setattr("data.topics.topic.shipped", lambda: ())
    listed(store)


def _groups(engine: Engine, dimension: str) -> Counter[int]:
    """Posts of each group, over all days."""
    found: Counter[int] = Counter()
    with engine.connect() as connection:
        query = select(rollup_group.c.value, rollup_group.c.posts).where(rollup_group.c.dimension == dimension)
        for value, n in connection.execute(query):
            found[value] += n
    return found


def _tag_all(engine: Engine, *how: str) -> None:
    """Put every post, own replies too, in as many tags as there are ways to; and count."""
    with workbench(engine) as connection, write_transaction(connection):
        connection.execute(delete(post_tag))
        for number, way in enumerate(how, start=1):
            if not connection.scalar(select(tag.c.id).where(tag.c.id == number)):
                values = {"kind": "other", "rules": "{}", "expectation": "", "who": "me", "made_ts": 1}
                connection.execute(insert(tag).values(id=number, name=f"Tag {number}", **values))
            rows = select(literal(number), posts.c.id, literal(way))
            connection.execute(insert(post_tag).from_select(["tag_id", "post_id", "how"], rows))
        days = bulk.read(connection, select(posts.c.account_id, posts.c.day).distinct())
        fill(connection, touched_day, days)
        count_touched(connection, days)


def test_only_posts_of_which_the_topic_is_known_are_in_a_group(store: Engine) -> None:
    load(store, batch([post("1", **_ON_PARKING), post("2", text="Goedemorgen"), post("3", text=None)]))
    assert not _groups(store, TOPIC)
    scored(store)
    assert _groups(store, TOPIC) == {PARKING: 1, 0: 1}  # the third says nothing, so its topic stays unknown
    load(store, batch([post("4", type="reply", text="Over parkeren: bel ons"), post("5", text="Parkeren kan")]))
    assert _groups(store, TOPIC) == {PARKING: 1, 0: 1}
    scored(store)
    assert _groups(store, TOPIC) == {PARKING: 2, 0: 1}
    assert_rollups_are_true(store)


def test_another_list_of_topics_moves_posts(store: Engine) -> None:
    load(store, batch([post("1", **_ON_PARKING), post("2", account="green", text="Alles over afval")]))
    scored(store)
    listed(store, {7: "duurder"}, version=2)
    scored(store)
    assert _groups(store, TOPIC) == {7: 1, 0: 1}
    assert_rollups_are_true(store)


def test_counts_follow_every_import_and_undo(store: Engine) -> None:
    load(store, batch([post("1", **_ON_PARKING), post("2", likes=1, published_ts=MONDAY + DAY)], exported_ts=LATER))
    scored(store)
    _tag_all(store, "rule", "hand", "not")
    assert _groups(store, TAG) == {1: 2, 2: 2}
    before = contents(store)
    changed = [post("1", **_ON_PARKING | {"likes": 9}), post("2", likes=1, published_ts=MONDAY + 5 * DAY)]
    replies = [comment("10"), comment("11", is_own=True, author="")]
    for second in (
        batch(changed, exported_ts=LATER + DAY),
        batch(comments=replies),
        batch(account_days=[day_value("2026-06-20", 1000.0)]),
    ):
        loaded = load(store, second)
        assert contents(store)["rollup_group"] != before["rollup_group"]
        assert_rollups_are_true(store)
        assert loaded.import_id
        undo(store, ME, loaded.import_id)
        assert contents(store)["rollup_group"] == before["rollup_group"]
        assert_rollups_are_true(store)


def test_a_post_that_is_gone_or_has_another_text_is_in_no_group_of_topics(store: Engine) -> None:
    first = load(store, batch([post("1", **_ON_PARKING)], exported_ts=LATER))
    scored(store)
    load(store, batch([post("1", **_ON_PARKING | {"text": "Het zwembad is open"})], exported_ts=LATER + DAY))
    assert not _groups(store, TOPIC)
    scored(store)
    assert _groups(store, TOPIC) == {0: 1}
    assert first.import_id
    undo(store, ME, first.import_id)
    assert_rollups_are_true(store)


def test_groups_that_nobody_is_in_any_more_go(store: Engine) -> None:
    loaded = load(store, batch([post("1", **_ON_PARKING)]))
    scored(store)
    _tag_all(store, "rule")
    assert loaded.import_id
    undo(store, ME, loaded.import_id)
    assert not contents(store)["rollup_group"]
    with store.connect() as connection:
        assert connection.execute(select(post_score)).all() == []


def test_counting_everything_anew_gives_the_same(store: Engine) -> None:
    load(store, batch([post("1", **_ON_PARKING), post("2", account="green", likes=4)]))
    scored(store)
    _tag_all(store, "rule", "not")
    before = contents(store)["rollup_group"]
    rebuild(store, ME)
    assert contents(store)["rollup_group"] == before and len(before) == 4
