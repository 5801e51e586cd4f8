"""Messages of citizens day by day, per account and per topic, and the days that imports cover: what signals rest on."""

import json
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd
from sqlalchemy import Engine, Table, func, select

from data.access import Access
from data.filters import Filters
from data.queries import scope
from data.queries.frames import read
from data.schema import answered_until, import_batch, rollup_day, rollup_topic
from data.time_zone import organisation_zone
from metrics.periods import Period, from_iso, to_day

_COVERED = {"account_id": "int64", "first": "int64", "last": "int64"}


def covered(engine: Engine, access: Access, filters: Filters) -> pd.DataFrame:
    """The stretches of days of which imports tell what citizens wrote to each account, a row for each import.

    Columns: account_id, first, last. `first` is the day of the first message or post in the import, `last` the last
    whole day before it was made: of the day itself, only a part is known. Raises `AccessDeniedError`.
    """
    statement = (
        select(answered_until.c.account_id, answered_until.c.until_ts, import_batch.c.report)
        .join(import_batch, import_batch.c.id == answered_until.c.import_id)
        .where(*scope.of_accounts(answered_until.c.account_id, access, filters.departments, filters.platforms))
    )
    with engine.connect() as connection:
        zone = ZoneInfo(organisation_zone(connection))
        rows = [_stretch(row, zone) for row in connection.execute(statement)]
    return pd.DataFrame([row for row in rows if row is not None], columns=list(_COVERED)).astype(_COVERED)


def _stretch(row: Any, zone: ZoneInfo) -> tuple[int, int, int] | None:
    first = json.loads(row.report).get("first")
    if not first:
        return None
    whole = from_iso(first)
    start = whole or datetime.fromisoformat(first).astimezone(zone).date()
    return row.account_id, to_day(start), to_day(datetime.fromtimestamp(row.until_ts, zone).date()) - 1


def daily_volume(engine: Engine, access: Access, filters: Filters, period: Period) -> pd.DataFrame:
    """Messages of citizens to each account: columns account_id, day, messages; days without any have no row."""
    messages = rollup_day.c.comments_in
    statement = select(rollup_day.c.account_id, rollup_day.c.day, messages.label("messages")).where(messages > 0)
    return _read(engine, access, filters, period, rollup_day, statement, "account_id", "messages")


def daily_topics(
    engine: Engine, access: Access, filters: Filters, period: Period, accounts: tuple[int, ...]
) -> pd.DataFrame:
    """Messages and complaints on each topic to these accounts: topic_id, day, messages, complaints."""
    names = ("messages", "complaints")
    sums = (func.sum(rollup_topic.c[name]).label(name) for name in names)
    keys = (rollup_topic.c.topic_id, rollup_topic.c.day)
    statement = select(*keys, *sums).where(rollup_topic.c.account_id.in_(accounts), rollup_topic.c.topic_id != 0)
    return _read(engine, access, filters, period, rollup_topic, statement.group_by(*keys), "topic_id", *names)


def _read(
    engine: Engine, access: Access, filters: Filters, period: Period, table: Table, statement: Any, *columns: str
) -> pd.DataFrame:
    here = scope.of_accounts(table.c.account_id, access, filters.departments, filters.platforms)
    within = statement.where(table.c.day.between(period.first, period.last), *here)
    return read(engine, within, dict.fromkeys((columns[0], "day", *columns[1:]), "int64"))
