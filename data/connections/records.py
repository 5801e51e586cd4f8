"""What is known of a connection, of a new one, and of a run."""

from dataclasses import dataclass, field
from typing import Literal

from metrics.words import Message

Status = Literal["active", "paused", "broken"]
RunStatus = Literal["running", "done", "stopped", "failed"]
DAILY = 24 * 60


@dataclass(frozen=True)
class ApiConnection:
    """An account or a website at a platform, and how its figures are asked for. Its secret is not part of it.

    `connector` is the id of one of `loaders.apis`; `host` is "" where the platform has one. `upstream_id` is its
    lasting id there, "" until it was tested. `since` is the ISO date of the oldest post that is wanted, None for all;
    `budget` US dollars a month, None where it costs nothing. `secret_end` holds the last four characters of a secret
    that the store keeps, `secret_until` the ISO date on which it ends. `problem` says why it is broken. `next_ts` is
    when the next run is due; None for at once.
    """

    id: int
    connector: str
    name: str
    host: str
    target: str
    upstream_id: str
    account_id: int | None
    site_id: int | None
    texts: bool
    status: Status
    since: str | None
    every_minutes: int
    budget: float | None
    secret_end: str | None
    secret_until: str | None
    problem: Message | None
    next_ts: int | None
    who: str
    made_ts: int


@dataclass(frozen=True)
class New:
    """A connection to add, for an account or for a website of the register.

    `platform` is the one that the connector fetches from, so that it cannot be given an account elsewhere. `secret` is
    kept encrypted; leave it empty where it stands in the environment or in a file.
    """

    connector: str
    platform: str
    name: str
    target: str
    host: str = ""
    upstream_id: str = ""
    account_id: int | None = None
    site_id: int | None = None
    texts: bool = False
    since: str | None = None
    every_minutes: int = DAILY
    budget: float | None = None
    secret: str = field(default="", repr=False)
    secret_until: str | None = None


@dataclass(frozen=True)
class Run:
    """One time that a connection was asked for news. `problems` are what went wrong; `cost` is in US dollars."""

    id: int
    connection_id: int
    started_ts: int
    alive_ts: int
    ended_ts: int | None
    status: RunStatus
    fetched: int
    inserted: int
    updated: int
    unchanged: int
    deleted: int
    requests: int
    quota: int
    cost: float
    problems: tuple[Message, ...]
    import_id: int | None
    who: str
