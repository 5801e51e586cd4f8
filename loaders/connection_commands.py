"""The commands about connections: which there can be, which there are, one more or less, and asking them for news."""

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime
from getpass import getpass
from typing import TYPE_CHECKING, Any

from loaders.console import DONE, REFUSED, WRONG_CALL, tell
from metrics.words import N_, Message

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from data.access import Access
    from data.connections import ApiConnection
    from loaders.syncing import Outcome

_NONE = Message("no_connections", N_("There are no connections. Make one: python -m loaders connect --help"))
_NOTHING = Message("nothing_to_ask", N_("Nobody is asked now: every connection is paused, or waits for its platform."))


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Teach the command line `connectors`, `connections`, `connect` and `sync`."""
    commands.add_parser("connectors", help="list what can be connected: id, platform, account or site, name")
    commands.add_parser("connections", help="list the connections: name, connector, status, last run, next run")

    connect = commands.add_parser("connect", help="connect an account or a website, after a test")
    what = connect.add_mutually_exclusive_group(required=True)
    what.add_argument("--connector", metavar="ID", help="see `connectors`; needs --target and --department")
    what.add_argument("--remove", metavar="NAME", help="remove a connection; what it imported stays")
    what.add_argument("--pause", metavar="NAME", help="fetch nothing until it is resumed")
    what.add_argument("--resume", metavar="NAME", help="fetch again")
    what.add_argument("--replace-secret", metavar="NAME", help="read another secret from standard input")
    target = "the account, page or site, as the platform calls it"
    connect.add_argument("--target", default="", metavar="ACCOUNT", help=target)
    connect.add_argument("--department", metavar="NAME", help="made when it is new")
    connect.add_argument("--host", default="", help="the server, where the platform has many")
    connect.add_argument("--account", default="", metavar="NAME", help="what the register calls it, where that differs")
    connect.add_argument("--name", default="", help="what to call the connection")
    connect.add_argument("--texts", action="store_true", help="also what citizens wrote, masked")
    connect.add_argument("--since", type=date.fromisoformat, metavar="YYYY-MM-DD", help="leave out older posts")
    connect.add_argument("--every", type=int, default=24 * 60, metavar="MINUTES", help="how often (once a day)")
    connect.add_argument("--budget", type=float, metavar="DOLLARS", help="the most that it may cost in a month")
    connect.add_argument("--secret-stdin", action="store_true", help="read its token or key from standard input")
    until = "the day on which the secret ends"
    connect.add_argument("--secret-until", type=date.fromisoformat, metavar="YYYY-MM-DD", help=until)

    sync = commands.add_parser("sync", help="ask connections for news: all that fetch, or one")
    sync.add_argument("--connection", metavar="NAME", help="only this one, also when it is paused or broken")
    sync.add_argument("--json", action="store_true", help="print what was done")


def _connectors(_given: argparse.Namespace) -> int:
    from loaders.apis import connectors

    for one in connectors().values():
        print(one.id, one.platform, one.counts, one.name, sep="\t")
    return DONE


def _connections(_given: argparse.Namespace) -> int:
    from data.access import LOCAL_ADMINISTRATOR
    from data.errors import StoreError
    from data.store import open_store

    try:
        lines = list(_lines(open_store(), LOCAL_ADMINISTRATOR))
    except StoreError as error:
        tell(error.message)
        return REFUSED
    for line in lines:
        print(*line, sep="\t")
    if not lines:
        tell(_NONE)
    return DONE


def _connect(given: argparse.Namespace) -> int:
    from data.access import LOCAL_ADMINISTRATOR
    from data.errors import StoreError
    from data.store import open_store
    from loaders.apis.client import ApiError

    if given.connector and (lacking := _lacking(given)):
        print(f"--connector also needs {' and '.join(lacking)}", file=sys.stderr)
        return WRONG_CALL
    try:
        tell(_done(open_store(), LOCAL_ADMINISTRATOR, given))
    except (StoreError, ApiError) as error:
        tell(error.message)
        return REFUSED
    return DONE


def _lacking(given: argparse.Namespace) -> list[str]:
    """The options that a new connection needs and that were not given; some platforms need no account."""
    from loaders.apis import connectors

    connector = connectors().get(given.connector)
    needed = ["target", "department"] if connector is None or connector.account.required else ["department"]
    return [f"--{name}" for name in needed if not getattr(given, name)]


def _sync(given: argparse.Namespace) -> int:
    from data.access import LOCAL_ADMINISTRATOR
    from data.connections import listed, named
    from data.errors import StoreError
    from data.store import open_store
    from loaders.syncing import waits

    try:
        engine, now = open_store(), int(time.time())
        if given.connection:
            wanted = [named(engine, LOCAL_ADMINISTRATOR, given.connection)]
        else:
            every = listed(engine, LOCAL_ADMINISTRATOR)
            wanted = [one for one in every if one.status != "paused" and not waits(one, now)]
    except StoreError as error:
        tell(error.message)
        return REFUSED
    if not wanted and not given.json:
        tell(_NOTHING if listed(engine, LOCAL_ADMINISTRATOR) else _NONE)
    outcomes = []
    for one in wanted:
        outcome = _asked(engine, LOCAL_ADMINISTRATOR, one, always=bool(given.connection))
        outcomes.append(outcome)
        for message in outcome.errors:
            tell(message, f"{one.name}: ")
        if not given.json:
            print(*outcome.words(), sep="\t", file=sys.stderr)
    if given.json:
        print(json.dumps([outcome.as_json() for outcome in outcomes], ensure_ascii=False, indent=2))
    return DONE if all(outcome.whole for outcome in outcomes) else REFUSED


def _asked(engine: "Engine", access: "Access", one: "ApiConnection", *, always: bool) -> "Outcome":
    """Ask a connection for news. A broken one is only asked `always`; else its problem is told again, until mended."""
    from data.errors import StoreError
    from loaders.syncing import Outcome, sync

    if one.status == "broken" and one.problem is not None and not always:
        return Outcome(one.name, errors=(one.problem,))
    try:
        return sync(engine, access, one.id)
    except StoreError as error:
        return Outcome(one.name, errors=(error.message,), next_ts=one.next_ts)


COMMANDS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "connectors": _connectors,
    "connections": _connections,
    "connect": _connect,
    "sync": _sync,
}


def _lines(engine: "Engine", access: "Access") -> Iterator[tuple[str, ...]]:
    """A line for each connection; what is wrong with it goes to stderr."""
    from data.connections import expires_soon, listed, runs

    for one in listed(engine, access):
        last = next(iter(runs(engine, access, one.id, limit=1)), None)
        yield one.name, one.connector, one.status, _moment(last.started_ts) if last else "-", _next(one)
        for message in (one.problem, expires_soon(one, datetime.now(UTC).date())):
            if message is not None:
                tell(message, f"{one.name}: ")


def _done(engine: "Engine", access: "Access", given: argparse.Namespace) -> Message:
    """Do what was asked; what to tell of it."""
    from data import connections

    until = given.secret_until and given.secret_until.isoformat()
    if given.connector:
        return _connected(engine, access, given, until)
    name = given.remove or given.pause or given.resume or given.replace_secret
    one = connections.named(engine, access, name)
    told = {"name": one.name}
    if given.remove:
        connections.remove(engine, access, one.id)
        return Message("removed", N_("“{name}” is removed. What it imported stays."), told)
    if given.pause:
        connections.pause(engine, access, one.id)
        return Message("paused", N_("“{name}” is paused."), told)
    if given.resume:
        connections.resume(engine, access, one.id)
        return Message("resumed", N_("“{name}” fetches again."), told)
    connections.replace_secret(engine, access, one.id, _secret(), until)
    return Message("replaced", N_("“{name}” has another secret."), told)


def _connected(engine: "Engine", access: "Access", given: argparse.Namespace, until: str | None) -> Message:
    from loaders.connecting import Wish, connect

    wish: dict[str, Any] = {name: getattr(given, name) for name in ("connector", "target", "department", "host")}
    wish |= {name: getattr(given, name) for name in ("name", "account", "texts", "budget")}
    wish |= {"since": given.since and given.since.isoformat(), "every_minutes": given.every, "secret_until": until}
    made = connect(engine, access, Wish(**wish, secret=_secret() if given.secret_stdin else ""))
    text = N_("“{name}” is connected. Its figures come with the next run: python -m loaders sync")
    return Message("connected", text, {"name": made.name})


def _secret() -> str:
    """A secret from standard input; typed by a person, it is not shown."""
    return getpass("Secret: ") if sys.stdin.isatty() else sys.stdin.read()


def _next(one: "ApiConnection") -> str:
    if one.status != "active":
        return "-"
    return "now" if one.next_ts is None else _moment(one.next_ts)


def _moment(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
