"""A small organisation whose rollups are written by hand: two departments, four accounts, two sites."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from sqlalchemy import Connection, Engine, Table, event, insert, select, update

from data import site_weeks
from data.access import LOCAL_ADMINISTRATOR, Access
from data.filters import Filters
from data.registers import add_account, add_department, add_site
from data.schema import (
    account_day,
    rollup_content,
    rollup_day,
    rollup_month,
    rollup_post,
    rollup_topic,
    rollup_topic_month,
    rollup_week,
    site_day,
)
from data.staging import workbench
from data.store import write_transaction, writing
from metrics.periods import Period, to_date, to_day

NOBODY = Access("mystery guest", "guest")
ROADS_ONLY = Access("jo", "administrator", frozenset({1}))

SEPTEMBER = Period(to_day(date(2026, 9, 1)), to_day(date(2026, 9, 30)))
ROADS_X, ROADS_FACEBOOK, PARKS_X, PARKS_YOUTUBE = 1, 2, 3, 4
PLATFORMS = {ROADS_X: "x", ROADS_FACEBOOK: "facebook", PARKS_X: "x", PARKS_YOUTUBE: "youtube"}


def organise(engine: Engine) -> None:
    """Roads (1) with accounts 1 and 2 and site 1, Parks (2) with accounts 3 and 4 and site 2."""
    roads, parks = (add_department(engine, LOCAL_ADMINISTRATOR, name) for name in ("Roads", "Parks"))
    for number, platform in PLATFORMS.items():
        owner = roads if number <= ROADS_FACEBOOK else parks
        assert add_account(engine, LOCAL_ADMINISTRATOR, owner, platform, f"account{number}") == number
    for owner, host in ((roads, "roads.example"), (parks, "parks.example")):
        add_site(engine, LOCAL_ADMINISTRATOR, owner, host)


def put_day(engine: Engine, day: int, account: int, **sums: float) -> None:
    """A row of `rollup_day`, and what it adds to the rollups of weeks and months."""
    monday = day - to_date(day).weekday()
    _put(
        engine, rollup_day, {"day": day, "account_id": account}, sums, {rollup_week: monday, rollup_month: _month(day)}
    )


def put_topic(engine: Engine, day: int, account: int, topic: int, **sums: float) -> None:
    """A row of `rollup_topic`, and what it adds to the rollup of months."""
    key = {"day": day, "account_id": account, "topic_id": topic}
    _put(engine, rollup_topic, key, sums, {rollup_topic_month: _month(day)})


def _month(day: int) -> int:
    when = to_date(day)
    return when.year * 100 + when.month


def _put(engine: Engine, daily: Table, key: dict[str, int], sums: dict[str, float], longer: dict[Table, int]) -> None:
    names = [column.name for column in daily.columns if not column.primary_key]
    values = dict.fromkeys(names, 0) | sums
    rest = {name: value for name, value in key.items() if name != "day"}
    with writing(engine) as connection:
        connection.execute(insert(daily).values(key | values))
        for rollup, period in longer.items():
            time = next(iter(rollup.primary_key.columns))
            where = [time == period, *(rollup.c[name] == value for name, value in rest.items())]
            if connection.execute(select(time).where(*where)).first() is None:
                connection.execute(insert(rollup).values({time.name: period, **rest, **dict.fromkeys(names, 0)}))
            added = {name: rollup.c[name] + values[name] for name in names}
            connection.execute(update(rollup).where(*where).values(added))


def put_bucket(engine: Engine, day: int, account: int, bucket: int, n: int, measure: str = "likes") -> None:
    """A row of `rollup_post`."""
    values = {"measure": measure, "day": day, "account_id": account, "bucket": bucket, "n": n}
    _insert(engine, rollup_post, values)


def put_content(engine: Engine, day: int, account: int, dimension: str, value: str, *sums: float) -> None:
    """A row of `rollup_content`; `sums` are n, total and squares."""
    values = dict(zip(("n", "total", "squares"), sums, strict=True))
    _insert(
        engine, rollup_content, {"dimension": dimension, "day": day, "account_id": account, "value": value} | values
    )


def put_followers(engine: Engine, day: int, account: int, value: float, metric: str = "followers") -> None:
    """A row of `account_day`."""
    _insert(engine, account_day, {"day": day, "account_id": account, "metric": metric, "value": value})


def put_visitors(engine: Engine, day: int, site: int, value: float, metric: str = "visitors") -> None:
    """A row of `site_day`, and the weeks added up."""
    _insert(engine, site_day, {"day": day, "site_id": site, "metric": metric, "value": value})
    with workbench(engine) as connection, write_transaction(connection):
        site_weeks.rebuild(connection)


def only(period: Period, departments: tuple[int, ...] | None = None, *platforms: str) -> Filters:
    """Filters for a period."""
    return Filters(period, departments, platforms or None)


@contextmanager
def statements(engine: Engine) -> Iterator[list[str]]:
    """The statements that are sent meanwhile."""
    sent: list[str] = []

    def note(_: Connection, __: Any, statement: str, *rest: Any) -> None:
        if not statement.startswith("BEGIN"):
            sent.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(engine, "before_cursor_execute", note)


def _insert(engine: Engine, table: Any, values: dict[str, Any]) -> None:
    with writing(engine) as connection:
        connection.execute(insert(table).values(values))
