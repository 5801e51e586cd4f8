"""Long work is done by one at a time, and what a dead server left behind goes away by itself."""

import time
from threading import Event

import pytest
from sqlalchemy import Engine

from data import locks
from data.errors import StoreError
from data.kept import kept
from data.locks import only_one
from data.store import version


def test_one_at_a_time_by_name(store: Engine) -> None:
    before = version(store)
    with only_one(store, "topics", "jo"):
        with pytest.raises(StoreError, match="jo started this at"), only_one(store, "topics", "an"):
            pass
        with only_one(store, "other", "an"):
            pass
    with only_one(store, "topics", "an"):
        pass
    assert version(store) == before, "no figure changed"


def test_it_is_free_again_after_an_error(store: Engine) -> None:
    with pytest.raises(ZeroDivisionError), only_one(store, "topics", "jo"):
        raise ZeroDivisionError
    with only_one(store, "topics", "an"):
        pass


def test_a_dead_one_expires_and_does_not_free_that_of_another(store: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    now = time.time()
    dead = only_one(store, "topics", "dead")
    dead.__enter__()
    monkeypatch.setattr(locks.time, "time", lambda: now + locks.EXPIRES + 1)
    with only_one(store, "topics", "an"):
        dead.__exit__(None, None, None)
        with pytest.raises(StoreError, match="an started"), only_one(store, "topics", "jo"):
            pass


def test_signs_of_life_keep_it(store: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    now = time.time()
    late = [now]
    monkeypatch.setattr(locks.time, "time", lambda: late[0])
    monkeypatch.setattr(locks, "BEAT", 0.01)
    with only_one(store, "topics", "jo"):
        late[0] = now + locks.EXPIRES - 1
        while _alive(store) == now:
            Event().wait(0.01)
        late[0] = now + locks.EXPIRES + 1
        with pytest.raises(StoreError), only_one(store, "topics", "an"):
            pass
    assert _alive(store) is None


def _alive(store: Engine) -> float | None:
    with store.connect() as connection:
        taken = kept(connection, "work:topics")
    return None if taken is None else float(taken["alive"])
