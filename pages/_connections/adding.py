"""Adding a connection: what a platform gives and asks for, a test, and then what should be fetched."""

from dataclasses import asdict
from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

import pandas as pd
import streamlit as st

from components.connections import add_form as form
from components.connections.facts import facts_card
from components.connections.fields import Wishes, a_year_ago, wish_fields
from components.connections.view import FoundView
from components.escape import plain
from components.i18n import _
from components.select import select_or_none
from data import connections
from data.connections import DAILY, New
from data.registers import accounts, add_account, add_department, add_site, clean_host, is_host, sites
from loaders.apis import Connector, connectors
from loaders.apis.connector import Field, Found
from loaders.syncing import test
from pages._connections.asking import PLACE, ask
from pages._connections.switches import switches
from pages._context import access, department_names, engine, settings
from pages._work import attempt, turn

_TESTED = "_connection_tested"


class _Tested(NamedTuple):
    """What a test asked for and found; the secret is not kept."""

    connector: str
    host: str
    account: str
    found: Found


def add_section() -> None:
    """Draw the choice of a platform, its facts, and the form."""
    st.header(_("Add a connection"), anchor=False)
    every = connectors()
    names = {one.id: one.name for one in sorted(every.values(), key=lambda one: one.name.casefold())}
    chosen = select_or_none(_("Platform"), names, key=f"connection_platform_{turn()}")
    if chosen is None:
        st.caption(_("Choose one to see what it gives, what it needs and what its terms say. Nothing is asked yet."))
        return
    connector = every[chosen]
    with st.container(border=True, key="card_add_connection"):
        st.subheader(connector.name, anchor=False)
        facts_card(asdict(connector.facts))
        if not switches(connector):
            return
        _form(connector, f"connect_{connector.id}_{turn()}")


def asked(field: Field | None) -> form.Asked | None:
    """A field of a connector as the forms know it."""
    return None if field is None else form.Asked(field.label, field.help, field.pattern, field.required)


def _form(connector: Connector, key: str) -> None:
    account = asked(connector.account)
    assert account is not None
    with st.form(f"{key}_access", border=False):  # outside one, a secret is lost when Tab leads to its eye
        typed, problems = form.access_fields(key, connector.host is None, account, asked(connector.secret))
        wanted = form.test_button(key, connector.costs_money)
    if wanted:
        form.told(problems)
        st.session_state.pop(_TESTED, None)
        found = None if problems else ask(lambda: _test(connector, typed))
        if found is not None:
            st.session_state[_TESTED] = _Tested(connector.id, typed.host, typed.account, found)
    tested: _Tested | None = st.session_state.get(_TESTED)
    if tested is not None and tested[:3] == (connector.id, typed.host, typed.account):
        _rest(connector, key, typed, tested.found, problems)


def _rest(connector: Connector, key: str, typed: form.Access, found: Found, problems: list[str]) -> None:
    """The second half of the form, once it is clear which account it is."""
    site = connector.counts == "site"
    form.found_card(FoundView(found.title, found.handle))
    start = connections.default_name(connector.name, found.handle, site)
    name = form.name_field(f"{key}_{found.upstream_id}", start)
    known = _known(connector)
    fits = next((one for one, handle in known.items() if _same(handle, found)), None)
    address = found.handle if site and is_host(found.handle) else ""
    owner, missing = form.owner_fields(key, known, fits, department_names(), site=site, host=address)
    today = datetime.now(ZoneInfo(settings().time_zone)).date()
    wishes, wrong = wish_fields(
        key,
        Wishes(False, a_year_ago(today), DAILY, None),
        offers_texts=connector.texts,
        costs_money=connector.costs_money,
    )
    if not form.add_button(key):
        return
    if [*problems, *missing, *wrong]:
        form.told([*problems, *missing, *wrong])
        return
    again = ask(lambda: _test(connector, typed))  # the secret may be another one
    if again is None:
        return
    if again.upstream_id != found.upstream_id:
        st.session_state[_TESTED] = _Tested(connector.id, typed.host, typed.account, again)
        st.rerun()
    attempt(PLACE, lambda: _add(connector, name or start, typed, again, owner, wishes))


def _test(connector: Connector, typed: form.Access) -> Found:
    return test(engine(), access(), connector.id, typed.host, typed.account, typed.secret)


def _add(connector: Connector, name: str, typed: form.Access, found: Found, owner: form.Owner, wishes: Wishes) -> str:
    connections.free(engine(), access(), name)  # before a department or an account is made for it
    site = connector.counts == "site"
    number = owner.existing
    if number is None:
        department = owner.department.id
        if department is None:
            department = add_department(engine(), access(), owner.department.name)
        number = (
            add_site(engine(), access(), department, owner.site)
            if site
            else add_account(engine(), access(), department, connector.platform, found.handle, found.title)
        )
    new = New(
        connector=connector.id,
        platform=connector.platform,
        name=name,
        target=typed.account,
        host=typed.host,
        upstream_id=found.upstream_id,
        account_id=None if site else number,
        site_id=number if site else None,
        secret=typed.secret,
        secret_until=typed.secret_until,
        **vars(wishes),
    )
    connections.add(engine(), access(), new)
    st.session_state.pop(_TESTED, None)
    return _("“{name}” is added. Press “Run now” to fetch its figures for the first time.", name=plain(name, 80))


def _known(connector: Connector) -> dict[int, str]:
    """The accounts of the platform, or the websites, that are in the register; made-up ones are left out."""
    table: pd.DataFrame = sites(engine(), access()) if connector.counts == "site" else accounts(engine(), access())
    own = table[~table["is_demo"].astype(bool)]
    if connector.counts == "site":
        return dict(zip(own["id"].tolist(), own["host"], strict=True))
    own = own[own["platform"] == connector.platform]
    return dict(zip(own["id"].tolist(), own["handle"], strict=True))


def _same(name: str, found: Found) -> bool:
    """Whether the register calls this account or website as its platform does."""
    return _clean(name) in {_clean(one) for one in (found.handle, *found.names)}


def _clean(name: str) -> str:
    return clean_host(name) if is_host(name) else name.strip().removeprefix("@").casefold()
