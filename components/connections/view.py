"""What is drawn of a connection and of its runs; names and texts are as they were typed or fetched."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from metrics.words import Message

State = Literal["fresh", "new", "running", "late", "waiting", "paused", "broken"]
RunState = Literal["running", "done", "stopped", "failed"]


@dataclass(frozen=True)
class ConnectionView:
    """A connection: whose figures it fetches, how it is, and what a person can change.

    Moments are in the organisation's time zone. `next` is None when nothing is planned (`state` says why) or a run is
    due now. `rows` is what the last run fetched; `quota` and `cost` (US dollars) are what this month's runs took.
    `secret_end` is "" where the store keeps no secret; `outside` is one that the environment or a file holds.
    """

    id: int
    name: str
    platform: str
    account: str
    whose: str
    state: State
    problem: Message | None
    last: datetime | None
    next: datetime | None
    rows: int | None
    quota: int
    cost: float
    texts: bool
    since: str | None
    every_minutes: int
    budget: float | None
    has_secret: bool
    secret_end: str
    secret_until: str | None
    outside: bool
    offers_texts: bool
    costs_money: bool


@dataclass(frozen=True)
class RunView:
    """One time that a connection asked for news, and what came of it."""

    started: datetime
    minutes: float | None
    state: RunState
    fetched: int
    inserted: int
    updated: int
    deleted: int
    requests: int
    quota: int
    cost: float
    problems: tuple[str, ...]
    who: str


@dataclass(frozen=True)
class FoundView:
    """What a test found: the account as its platform calls it."""

    title: str
    handle: str
