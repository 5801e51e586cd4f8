"""Answers with something in them that cannot be read: they are no reason to take anything for deleted."""

from typing import Any

import pytest
from sqlalchemy import Engine

from data.schema import comment, post
from loaders.syncing import gathering
from tests.loaders.syncing.conftest import connect
from tests.loaders.syncing.small_mastodon import World
from tests.loaders.syncing.test_sync import connection, sync, values


@pytest.mark.parametrize("damage", [{"created_at": None}, {"id": None}, {"created_at": "gisteren"}])
def test_a_post_that_cannot_be_read_is_not_gone(store: Engine, world: World, damage: dict[str, Any]) -> None:
    number = connect(store, world)
    sync(store, number)
    world.posts[1] = world.posts[1] | damage
    outcome = sync(store, number)
    assert outcome.deleted == 0
    assert len(values(store, post.c.id)) == 12
    del world.posts[1]
    assert sync(store, number).deleted == 1


def test_it_counts_for_all_of_a_run(store: Engine, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    number = connect(store, world)
    sync(store, number)
    monkeypatch.setattr(gathering, "ROWS", 1)
    world.posts[0] = world.posts[0] | {"created_at": None}
    world.broken_after, world.status = len(world.asked) + 6, 403
    assert sync(store, number).errors
    world.broken_after, world.posts[0] = None, world.post(12)
    del world.posts[-1]
    assert sync(store, number).deleted == 0
    assert sync(store, number).deleted == 1


def test_a_platform_that_renames_its_members_deletes_nothing(store: Engine, world: World) -> None:
    number = connect(store, world)
    sync(store, number)
    world.posts = [{"id": one["id"], "created": one["created_at"]} for one in world.posts]
    assert [sync(store, number).deleted for _ in range(2)] == [0, 0]
    assert len(values(store, post.c.id)) == 12


@pytest.mark.parametrize("listed", [[7, "x"], [{}], [{"id": None}]])
def test_a_list_of_nothing_that_is_a_post_is_no_end(store: Engine, world: World, listed: list[Any]) -> None:
    number = connect(store, world)
    sync(store, number)
    world.listed = listed
    assert sync(store, number).deleted == 0
    assert len(values(store, post.c.id)) == 12


def test_a_message_that_cannot_be_read_is_not_gone(store: Engine, world: World) -> None:
    number = connect(store, world)
    sync(store, number)
    whole = world.replies["000003"]
    for damaged in ([whole[0], "x"], [whole[0], whole[1] | {"id": None}]):
        world.replies["000003"] = damaged
        assert sync(store, number).deleted == 0
    assert values(store, comment.c.external_id) == ["r1", "r2"]
    assert connection(store, number).status == "active"
