"""Connecting an account or a website: tested at the platform first, then kept with its place in the registers."""

import re
from dataclasses import dataclass, field

from sqlalchemy import Engine

from data import connections
from data.access import Access
from data.connections import DAILY, ApiConnection, New, default_name
from data.errors import StoreError
from data.registers import add_account, add_site, clean_host, is_host, sites
from loaders.apis import connectors
from loaders.apis.connector import Connector, Field, Found
from loaders.commands import by_handle, department_named, plain_handle
from loaders.syncing.asking import tried
from loaders.terms import forbidden
from metrics.words import N_, Message


@dataclass(frozen=True)
class Wish:
    """What a person wants connected.

    `department` is made when it is new. `account` is what the register calls the account (or website), where that
    differs from what the platform calls it. `secret` may stay empty where the environment or a file holds it. Without
    `name` the connection is called after its platform and its account.
    """

    connector: str
    target: str
    department: str
    host: str = ""
    name: str = ""
    account: str = ""
    texts: bool = False
    since: str | None = None
    every_minutes: int = DAILY
    budget: float | None = None
    secret: str = field(default="", repr=False)
    secret_until: str | None = None


def connect(engine: Engine, access: Access, wish: Wish) -> ApiConnection:
    """Test a connection and keep it, with its account or website and department when these are new.

    Raises `StoreError` for a wish that cannot be, `ApiError` when the test fails; then nothing is stored.
    """
    access.require("administer")
    connector = connector_of(engine, access, wish.connector)
    of_site = connector.counts == "site"
    typed = connections.free(engine, access, wish.name or default_name(connector.name, wish.target, of_site))
    outside = None if wish.secret.strip() else connections.secret_outside(typed)
    secret = outside or wish.secret.strip()
    check(connector, wish, secret)
    host = wish.host.strip().lower()
    found = tried(connector, host, wish.target.strip(), secret)
    name = typed
    if not wish.name and outside is None:
        name = connections.free(engine, access, default_name(connector.name, found.handle, of_site))
    owner = _owner(engine, access, connector, wish, found)
    new = New(
        connector=connector.id,
        platform=connector.platform,
        name=name,
        target=wish.target,
        host=host,
        upstream_id=found.upstream_id,
        account_id=None if of_site else owner,
        site_id=owner if of_site else None,
        texts=wish.texts,
        since=wish.since,
        every_minutes=wish.every_minutes,
        budget=wish.budget,
        secret=wish.secret,
        secret_until=wish.secret_until,
    )
    return connections.one(engine, access, connections.add(engine, access, new))


def connector_of(engine: Engine, access: Access, id: str) -> Connector:
    """The connector with this id. Raises `StoreError` when there is none, or when the platform's terms forbid it."""
    connector = connectors().get(id)
    if connector is None:
        text = N_("“{id}” is not known. Connect one of these: {known}.")
        raise StoreError(Message("unknown_connector", text, {"id": id, "known": tuple(connectors())}))
    if reason := forbidden(engine, access, connector):
        raise StoreError(reason)
    return connector


def check(connector: Connector, wish: Wish, secret: str) -> None:
    """Stop with a `StoreError` at the first thing that this connector cannot do or needs."""
    named = {"name": connector.name}
    if connector.host is None and not wish.host.strip():
        text = N_("Say on which server it is: --host, for example social.example.")
        raise StoreError(Message("no_host", text))
    if connector.host is not None and wish.host.strip():
        text = N_("{name} is always at {host}, so leave the server empty.")
        raise StoreError(Message("fixed_host", text, named | {"host": connector.host}))
    if wish.target.strip() or connector.account.required:
        _require_form(connector.account, wish.target)
    if connector.secret is None and secret:
        raise StoreError(Message("no_secret_wanted", N_("{name} needs no secret, so give none."), named))
    if connector.secret is not None and (secret or connector.secret.required):
        _require_form(connector.secret, secret)
    if wish.texts and not connector.texts:
        raise StoreError(Message("no_texts", N_("{name} gives counts only, no texts of citizens."), named))
    if connector.costs_money and wish.budget is None:
        text = N_("{name} costs money. Say with --budget how many US dollars it may cost in a month.")
        raise StoreError(Message("no_budget", text, named))


def _require_form(asked: Field, typed: str) -> None:
    """What was typed is never repeated: it may be a secret."""
    if not re.fullmatch(asked.pattern, typed.strip(), re.DOTALL):
        text = N_("Check this: {label}. {help}")
        values = {"label": Message("label", asked.label), "help": Message("help", asked.help)}
        raise StoreError(Message("wrong_form", text, values))


def _owner(engine: Engine, access: Access, connector: Connector, wish: Wish, found: Found) -> int:
    """The account (or website) of the register that was found, else a new one."""
    names = (wish.account,) if wish.account else (found.handle, *found.names)
    if connector.counts == "site":
        host = next((clean_host(name) for name in names if is_host(name)), None)
        if host is None:
            text = N_(
                "{name} does not say which website this is. Give its address: --account, for example "
                "www.waterstad.example."
            )
            raise StoreError(Message("which_site", text, {"name": connector.name}))
        register = sites(engine, access)
        known = dict(zip(register["host"], register["id"].tolist(), strict=True))
        return known.get(host) or add_site(engine, access, department_named(engine, access, wish.department), host)
    known_accounts = by_handle(engine, access, connector.platform)
    for name in map(plain_handle, names):
        if name in known_accounts:
            return known_accounts[name]
    department = department_named(engine, access, wish.department)
    title = None if wish.account else found.title
    return add_account(engine, access, department, connector.platform, names[0], title, search=False)
