"""One connection: what is known of it, what can be done with it, and its runs."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import streamlit as st

from components.address import choose_one
from components.connections import one_card as card
from components.connections.add_form import found_card
from components.connections.runs import runs_table
from components.connections.view import FoundView, RunView
from components.escape import bare, plain
from components.i18n import _
from components.select import distinct
from components.source import Source
from data import connections
from loaders.syncing import check
from metrics.periods import Period, to_day
from pages import _jobs as jobs
from pages._connections.adding import asked
from pages._connections.asking import PLACE, ask
from pages._connections.running import run_now
from pages._connections.views import Known, runs_of
from pages._context import access, demo, engine, settings
from pages._work import attempt, turn

CONNECTION = "connection"
"""Name of the chosen connection in the address."""


def one_section(every: Sequence[Known]) -> None:
    """Draw the connection that is chosen."""
    with st.container(border=True, key="card_connection"):
        st.header(_("One connection"), anchor=False)
        names = distinct({str(one.stored.id): bare(one.view.name, 90) for one in every})
        code = choose_one(CONNECTION, _("Connection"), list(names), next(iter(names)), names.__getitem__, 500)
        chosen = next(one for one in every if str(one.stored.id) == code)
        card.connection_facts(chosen.view)
        _act(chosen, card.buttons(chosen.view, jobs.running()))
        _change(chosen)
        st.subheader(_("Runs"), anchor=False)
        found = runs_of(chosen.stored.id)
        runs_table(found, f"runs-{chosen.stored.id}", _source(found, chosen))


def _act(one: Known, wish: card.Do | None) -> None:
    """Do what a button asks for."""
    store, who, number, name = engine(), access(), one.stored.id, plain(one.view.name, 60)
    match wish:
        case "run":
            run_now(one.stored)
        case "test":
            found = ask(lambda: check(store, who, number))
            if found is not None:
                found_card(FoundView(found.title, found.handle))
        case "pause":
            _do(lambda: connections.pause(store, who, number), _("“{name}” is paused.", name=name))
        case "resume":
            _do(lambda: connections.resume(store, who, number), _("“{name}” fetches again.", name=name))
        case "remove":
            said = _("The connection “{name}” is removed. What it fetched stays.", name=name)
            _do(lambda: connections.remove(store, who, number), said)


def _change(one: Known) -> None:
    """Draw the forms that change a connection; store what is sent."""
    store, who, number, name = engine(), access(), one.stored.id, plain(one.view.name, 60)
    wishes = card.change_form(f"change_connection_{number}_{turn()}", one.view)
    if wishes is not None:
        said = _("The changes of “{name}” are saved.", name=name)
        _do(lambda: connections.change(store, who, number, **vars(wishes)), said)
    field = asked(None if one.connector is None else one.connector.secret)
    new = card.secret_form(f"secret_connection_{number}_{turn()}", one.view, field)
    if new is not None:
        said = _("The secret of “{name}” is replaced. Test it to be sure.", name=name)
        _do(lambda: connections.replace_secret(store, who, number, new.secret, new.until), said)


def _do(change: Callable[[], None], said: str) -> None:
    """Make a change, and say so."""

    def done() -> str:
        change()
        return said

    attempt(PLACE, done)


def _source(runs: Sequence[RunView], one: Known) -> Source:
    """What the file of runs says of itself."""
    days = [to_day(run.started.date()) for run in runs] or [to_day(datetime.now(UTC).date())]
    return Source(
        organisation=settings().organisation,
        period=Period(min(days), max(days)),
        platforms=(bare(one.view.platform),),
        demo=demo(),
        besides=_("Runs of the connection “{name}”", name=bare(one.view.name, 90)),
    )
