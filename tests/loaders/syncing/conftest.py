"""A connection to a small server on this machine."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from data import connections
from data.access import LOCAL_ADMINISTRATOR
from data.registers import add_account, add_department
from tests.loaders.syncing.small_mastodon import World, serving


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Servers on this machine may be asked, without pauses."""
    monkeypatch.setenv("ANSWERABLE_TEST_LOOPBACK", "1")
    monkeypatch.setenv("ANSWERABLE_API_DELAY", "0")


@pytest.fixture
def world() -> Iterator[World]:
    """A server with twelve posts, one of them with two replies."""
    made = World()
    with serving(made):
        made.posts = [made.post(number, likes=number, replies=2 if number == 3 else 0) for number in range(12, 0, -1)]
        root = "000003"
        question = "Wanneer gaat het zwembad weer open?"
        made.replies = {root: [made.reply(root, "r1", question), made.reply(root, "r2", "Mooi!", "piet")]}
        yield made


def connect(engine: Engine, world: World, texts: bool = True) -> int:
    """A connection of a department's account to the server; its number."""
    department = add_department(engine, LOCAL_ADMINISTRATOR, "Communicatie", search=False)
    account = add_account(engine, LOCAL_ADMINISTRATOR, department, "mastodon", "waterstad", search=False)
    new = connections.New(
        connector="mastodon",
        platform="mastodon",
        name="Mastodon @waterstad",
        target="@waterstad",
        host=world.host,
        account_id=account,
        texts=texts,
    )
    return connections.add(engine, LOCAL_ADMINISTRATOR, new)
