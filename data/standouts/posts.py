"""Own posts as `metrics.expectation` takes them: a sample of each platform to fit on, and all of them page by page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pandas as pd
from sqlalchemy import ColumnElement, Connection, Select, func, select

from data.daily import FOLLOWERS
from data.queries.frames import read_on
from data.rollup_sums import FOLLOWER_DAYS, followers_on
from data.schema import account, account_day, post, post_score
from metrics.measures import INTERACTION_PARTS

DAYS = 2 * 365
"""Posts from before say little about what is to be expected now."""
SAMPLE = 20_000
"""Posts of a platform that a fit rests on; more make it no better that matters."""
PAGE = 50_000

_COLUMNS = {
    "id": "int64",
    "account_id": "int64",
    "day": "int64",
    "dow": "int64",
    "hour": "float64",
    "topic_id": "float64",
    "interactions": "float64",
}
_FOLLOWERS = {"account_id": "int64", "day": "int64", "value": "float64"}


@dataclass(frozen=True)
class Window:
    """The days that are judged, the platform of each account, and how many posts with known interactions each has."""

    first: int
    last: int
    platform_of: Mapping[int, str]
    sizes: Mapping[str, int]

    @property
    def total(self) -> int:
        """All of these posts together."""
        return sum(self.sizes.values())


def window(connection: Connection) -> Window:
    """The newest two years with posts."""
    last = connection.scalar(select(func.max(post.c.day)).where(_judgeable())) or 0
    first = last - DAYS + 1
    platforms = {int(id): str(code) for id, code in connection.execute(select(account.c.id, account.c.platform))}
    counted = select(post.c.account_id, func.count()).where(_judgeable(), post.c.day.between(first, last))
    sizes: dict[str, int] = {}
    for id, n in connection.execute(counted.group_by(post.c.account_id)):
        sizes[platforms[id]] = sizes.get(platforms[id], 0) + int(n)
    return Window(first, last, platforms, sizes)


def followers(connection: Connection, here: Window) -> pd.DataFrame:
    """The followers of accounts on the days around: account_id, day, value."""
    near = account_day.c.day.between(here.first - FOLLOWER_DAYS, here.last + FOLLOWER_DAYS)
    query = select(account_day.c.account_id, account_day.c.day, account_day.c.value)
    return read_on(connection, query.where(account_day.c.metric == FOLLOWERS, near), _FOLLOWERS)


def sample(connection: Connection, here: Window, platform: str, known: pd.DataFrame) -> pd.DataFrame:
    """The posts of a platform, or some of them: keys are hashes, so every so-many-th key is drawn at random."""
    accounts = [id for id, code in here.platform_of.items() if code == platform]
    some: list[ColumnElement[bool]] = [post.c.account_id.in_(accounts), post.c.day.between(here.first, here.last)]
    step = -(-here.sizes[platform] // SAMPLE)
    if step > 1:
        some.append(post.c.id % step == 0)
    return _read(connection, _posts().where(*some), known)


def pages(connection: Connection, here: Window, known: pd.DataFrame, at_once: int = PAGE) -> Iterator[pd.DataFrame]:
    """All posts of the window with their `platform`, some days at a time."""
    count = max(1, -(-here.total // at_once))
    days = -(-(here.last - here.first + 1) // count)
    for start in range(here.first, here.last + 1, days):
        end = min(start + days - 1, here.last)
        page = _read(connection, _posts().where(post.c.day.between(start, end)), known)
        yield page.assign(platform=page["account_id"].map(here.platform_of))


def _judgeable() -> ColumnElement[bool]:
    """Own posts of which likes, comments and shares are all known: missing is not zero."""
    known = [post.c[name].is_not(None) for name in INTERACTION_PARTS]
    return (post.c.type != "reply") & known[0] & known[1] & known[2]


def _posts() -> Select[tuple[int, ...]]:
    parts = [post.c[name] for name in INTERACTION_PARTS]
    columns = [post.c[name] for name in ("id", "account_id", "day", "dow", "hour")]
    interactions = (parts[0] + parts[1] + parts[2]).label("interactions")
    statement = select(*columns, post_score.c.topic_id, interactions)
    return statement.join_from(post, post_score, post_score.c.id == post.c.id, isouter=True).where(_judgeable())


def _read(connection: Connection, statement: Select[tuple[int, ...]], known: pd.DataFrame) -> pd.DataFrame:
    rows = read_on(connection, statement, _COLUMNS)
    return rows.assign(followers=followers_on(rows, known))
