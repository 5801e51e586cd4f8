"""What the terms of a platform let nobody keep: fetched figures go in time, exports stay."""

import time
from dataclasses import replace

import pytest
from sqlalchemy import Connection, Engine, select, update

from data import retention
from data.access import LOCAL_ADMINISTRATOR
from data.retention import DAY, TERMS
from data.schema import import_batch, observation, post
from data.settings import read_settings, write_settings
from data.store import writing
from tests.data.syncing.fetched import connected, whole
from tests.loaders.sample_batches import batch, load
from tests.loaders.sample_batches import post as made

TERM = TERMS["youtube"]
NOW = int(time.time())


@pytest.fixture
def filled(store: Engine) -> Engine:
    """A store with an export, and two runs of a connection: the old one has a post that the new one has not."""
    connected(store)
    load(store, batch([made("8")]))
    whole(store, [made("1", likes=1), made("2", likes=1)], since=NOW)
    whole(store, [made("1", likes=5)], since=NOW)
    with writing(store) as connection:
        connection.execute(update(import_batch).values(platform="youtube"))
        age(connection, (1, 2), TERM.days * DAY + 60)
    return store


def age(connection: Connection, numbers: tuple[int, ...], seconds: int) -> None:
    """Say that these imports are so old."""
    statement = update(import_batch).where(import_batch.c.id.in_(numbers)).values(observed_ts=NOW - seconds)
    connection.execute(statement)


def posts(engine: Engine) -> list[tuple[str, int | None]]:
    with engine.connect() as connection:
        rows = connection.execute(select(post.c.external_id, post.c.likes).order_by(post.c.external_id)).all()
    return [(row[0], row[1]) for row in rows]


def test_what_was_not_asked_again_in_time_is_gone(filled: Engine) -> None:
    assert posts(filled) == [("1", 5), ("2", 1), ("8", None)]
    assert retention.enforce(filled, LOCAL_ADMINISTRATOR) == 1
    assert posts(filled) == [("1", 5), ("8", None)]
    with filled.connect() as connection:
        assert sorted(connection.scalars(select(observation.c.import_id))) == [1, 3]
    assert retention.enforce(filled, LOCAL_ADMINISTRATOR) == 0


def test_a_day_before_the_end_nothing_goes(filled: Engine) -> None:
    with writing(filled) as connection:
        age(connection, (2,), (TERM.days - 1) * DAY)
    assert retention.expired(filled, LOCAL_ADMINISTRATOR) == ()
    assert retention.expired(filled, LOCAL_ADMINISTRATOR, NOW + 2 * DAY) == (2,)


def test_with_the_amendment_everything_stays(filled: Engine) -> None:
    settings = read_settings(filled, LOCAL_ADMINISTRATOR)
    agreed = replace(settings, organisation="Waterstad", **{TERM.amended: True})
    write_settings(filled, LOCAL_ADMINISTRATOR, agreed)
    assert retention.enforce(filled, LOCAL_ADMINISTRATOR) == 0
    assert len(posts(filled)) == 3


def test_other_platforms_have_no_such_term(filled: Engine) -> None:
    with writing(filled) as connection:
        connection.execute(update(import_batch).values(platform="mastodon"))
    assert retention.enforce(filled, LOCAL_ADMINISTRATOR) == 0
