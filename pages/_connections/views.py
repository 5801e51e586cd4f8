"""The connections as people see them: from the store and the list of connectors to words and local times."""

import time
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from components.connections.headline import in_order
from components.connections.states import state_of
from components.connections.view import ConnectionView, RunState, RunView
from components.i18n import say
from data import connections
from data.connections import ApiConnection, Run
from data.connections.recent import Recent, recent
from data.errors import StoreError
from data.registers import accounts, sites
from loaders.apis import Connector, connectors
from metrics.words import Message
from pages._context import access, engine, settings

_SILENT = 300  # seconds without a sign of life after which a run is taken to have broken off
_MOST_RUNS = 500


@dataclass(frozen=True)
class Known:
    """A connection as it is stored, its connector (None: this version has none for it), and how it is drawn."""

    stored: ApiConnection
    connector: Connector | None
    view: ConnectionView


def known() -> tuple[Known, ...]:
    """Every connection that this reader may see, those that need attention first."""
    now = datetime.now(UTC)
    found = connections.listed(engine(), access())
    zone = ZoneInfo(settings().time_zone)
    month = now.astimezone(zone).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    last = recent(engine(), access(), int(month.timestamp())) if found else {}
    owners = _owners() if found else {}
    made = [_known(one, last.get(one.id), owners, zone, now) for one in found]
    place = {view.id: number for number, view in enumerate(in_order([one.view for one in made]))}
    return tuple(sorted(made, key=lambda one: place[one.view.id]))


def runs_of(connection: int) -> list[RunView]:
    """The runs of a connection, newest first."""
    zone = ZoneInfo(settings().time_zone)
    return [_run(one, zone) for one in connections.runs(engine(), access(), connection, _MOST_RUNS)]


def _known(
    one: ApiConnection, last: Recent | None, owners: dict[tuple[str, int], str], zone: ZoneInfo, now: datetime
) -> Known:
    connector = connectors().get(one.connector)
    owner = ("site", one.site_id) if one.account_id is None else ("account", one.account_id)
    running = last is not None and last.status == "running" and now.timestamp() - last.alive_ts < _SILENT
    outside, unreadable = _outside(one.name)
    view = ConnectionView(
        id=one.id,
        name=one.name,
        platform=one.connector if connector is None else connector.name,
        account=f"{one.target} ({one.host})" if one.host else one.target,
        whose=owners.get((owner[0], owner[1] or 0), ""),
        state=state_of(
            one.status,
            problem=one.problem is not None,
            running=running,
            last_good=_moment(None if last is None else last.good_ts, zone),
            every_minutes=one.every_minutes,
            now=now,
        ),
        problem=one.problem or unreadable or connections.expires_soon(one, now.astimezone(zone).date()),
        last=_moment(None if last is None else last.started_ts, zone),
        next=_moment(one.next_ts if one.next_ts is not None and one.next_ts > time.time() else None, zone),
        rows=None if last is None else last.fetched,
        quota=0 if last is None else last.quota,
        cost=0.0 if last is None else last.cost,
        texts=one.texts,
        since=one.since,
        every_minutes=one.every_minutes,
        budget=one.budget,
        has_secret=connector is not None and connector.secret is not None,
        secret_end=one.secret_end or "",
        secret_until=one.secret_until,
        outside=outside,
        offers_texts=connector is not None and connector.texts,
        costs_money=connector is not None and connector.costs_money,
    )
    return Known(one, connector, view)


def _outside(name: str) -> tuple[bool, Message | None]:
    """Whether the environment or a file holds the secret of a connection, and why that cannot be told."""
    try:
        return connections.secret_outside(name) is not None, None
    except StoreError as error:
        return True, error.message


def _owners() -> dict[tuple[str, int], str]:
    """The departments of accounts and websites, by kind and id."""
    tables = {"account": accounts(engine(), access()), "site": sites(engine(), access())}
    return {
        (kind, one): name
        for kind, table in tables.items()
        for one, name in zip(table["id"].tolist(), table["department"], strict=True)
    }


def _run(one: Run, zone: ZoneInfo) -> RunView:
    state: RunState = one.status
    if state == "running" and time.time() - one.alive_ts >= _SILENT:
        state = "stopped"
    started = datetime.fromtimestamp(one.started_ts, UTC).astimezone(zone)
    return RunView(
        started=started,
        minutes=None if one.ended_ts is None else (one.ended_ts - one.started_ts) / 60,
        state=state,
        fetched=one.fetched,
        inserted=one.inserted,
        updated=one.updated,
        deleted=one.deleted,
        requests=one.requests,
        quota=one.quota,
        cost=one.cost,
        problems=tuple(say(problem) for problem in one.problems),
        who=one.who,
    )


def _moment(seconds: int | None, zone: ZoneInfo) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC).astimezone(zone)
