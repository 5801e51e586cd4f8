"""Long work is done by one at a time, and what a dead server left behind goes away by itself."""

import time

import pytest
from sqlalchemy import Engine

from data import locks
from data.errors import StoreError
from data.locks import only_one
from data.store import version


def test_one_at_a_time_by_name(store: Engine) -> None:
    before = version(store)
    told: list[float] = []
    with only_one(store, "topics", "jo", told.append) as tell:
        tell(0.5)
        with pytest.raises(StoreError, match="jo started this at"), only_one(store, "topics", "an", told.append):
            pass
        with only_one(store, "other", "an", told.append):
            pass
    with only_one(store, "topics", "an", told.append):
        pass
    assert told == [0.5] and version(store) == before, "no figure changed"


def test_it_is_free_again_after_an_error(store: Engine) -> None:
    with pytest.raises(ZeroDivisionError), only_one(store, "topics", "jo", lambda _: None):
        raise ZeroDivisionError
    with only_one(store, "topics", "an", lambda _: None):
        pass


def test_a_dead_one_expires_and_does_not_free_that_of_another(store: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    now = time.time()
    dead = only_one(store, "topics", "dead", lambda _: None)
    dead.__enter__()
    monkeypatch.setattr(locks.time, "time", lambda: now + locks.EXPIRES + 1)
    with only_one(store, "topics", "an", lambda _: None):
        dead.__exit__(None, None, None)
        with pytest.raises(StoreError, match="an started"), only_one(store, "topics", "jo", lambda _: None):
            pass


def test_a_sign_of_life_keeps_it(store: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    now = time.time()
    monkeypatch.setattr(locks, "_BEAT", -1)
    with only_one(store, "topics", "jo", lambda _: None) as tell:
        monkeypatch.setattr(locks.time, "time", lambda: now + locks.EXPIRES - 1)
        tell(0.5)
        monkeypatch.setattr(locks.time, "time", lambda: now + locks.EXPIRES + 1)
        with pytest.raises(StoreError), only_one(store, "topics", "an", lambda _: None):
            pass
