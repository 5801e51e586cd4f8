"""What a connector is: what people are told of a platform, and how its figures are asked for.

A connector asks and hands over answers as they came; a format of `loaders.files` maps them, so a platform's fields are
known in one place, whether they come from a file or from its server.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from loaders.apis.client import Client, Manners
from loaders.records import Platform

Cursor = Mapping[str, Any]
"""Where to go on: plain JSON values that only the connector reads."""


@dataclass(frozen=True)
class Facts:
    """What people are told before they connect: short sentences, each list at least one."""

    gives: tuple[str, ...]
    gives_not: tuple[str, ...]
    needs: tuple[str, ...]  # token, role, review
    costs: tuple[str, ...]
    forbids: tuple[str, ...]  # by its terms
    keeps: tuple[str, ...]  # how long data may be kept


@dataclass(frozen=True)
class Field:
    """Something that a person types in: its label, what to type (with an example), and a pattern it must match."""

    label: str
    help: str
    pattern: str = r".+"
    required: bool = True


@dataclass(frozen=True)
class Target:
    """Whose figures are asked for, and with which secret.

    `host` is a checked host name. `account` is what a person typed; `upstream_id` its lasting id at the platform, ""
    before `check` found it. `secret` is the token, or the content of a key file; "" without one.
    """

    host: str
    account: str
    upstream_id: str = ""
    secret: str = field(default="", repr=False)


@dataclass(frozen=True)
class Found:
    """What a test of a connection found: the account as the platform calls it.

    `names` are what the formats may call this account (or site) in what is fetched; rows of others are left out.
    """

    upstream_id: str
    handle: str
    title: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class Wanted:
    """What a run asks for.

    `since_ts` is the oldest moment (seconds since 1970, UTC) that counts; None for all there is. `today` is the date
    (YYYY-MM-DD) in the organisation's time zone. `texts` wants messages under the posts too. `after` is the cursor of
    the last answer that was kept by a run that broke off; None to begin.
    """

    target: Target
    texts: bool
    since_ts: int | None
    today: str
    after: Cursor | None = None
    budget: float | None = None  # US dollars that are left this month


@dataclass(frozen=True)
class Fetched:
    """One answer of a platform.

    `document` is as it came, in a shape that the format unfolds; `rows` how many records it holds, for the progress.
    `after` is where to go on once this is kept. `listed_from` on the last page of a listing: from that moment on (0:
    of all time) everything that is upstream has been listed, so what is not among it is gone. `threads` are external
    ids of posts under which every message is in `document`. `quota` and `cost` (US dollars) are what this took.
    """

    format: str
    document: Any
    rows: int
    after: Cursor
    clues: Mapping[str, str] = field(default_factory=dict)
    listed_from: int | None = None
    threads: tuple[str, ...] = ()
    quota: int = 0
    cost: float = 0.0


@dataclass(frozen=True)
class Connector:
    """A platform that figures can be fetched from; one module of `loaders.apis` each.

    `host` is the platform's own; None where people type one. `account` and `secret` say what they are asked for.
    `check` tests a connection and finds the account; `fetch` yields answers: figures of the account, its posts, and
    (where wanted) what is written under them. Both raise `ApiError`. `window_days` is how far back a usual run looks
    for changed counts; a whole run comes every `whole_days`, sooner than what the platform's terms let be kept ends
    (`data.retention`). `only_with` is a setting without which the platform's terms forbid any use.
    """

    id: str
    platform: Platform
    name: str
    facts: Facts
    account: Field
    secret: Field | None
    check: Callable[[Client, Target], Found]
    fetch: Callable[[Client, Wanted], Iterator[Fetched]]
    host: str | None = None
    counts: Literal["account", "site"] = "account"
    texts: bool = False
    manners: Manners = field(default_factory=Manners)
    window_days: int = 90
    whole_days: int = 28
    only_with: str = ""
    costs_money: bool = False
