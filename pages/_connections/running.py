"""Runs in the background, started by a reader."""

import streamlit as st

from components import notice
from components.i18n import _
from components.progress import Tell
from data.connections import ApiConnection
from data.errors import StoreError
from loaders.syncing import Outcome, sync
from metrics.words import N_, Message
from pages._connections.asking import PLACE
from pages._context import access, engine
from pages._jobs import start


def run_now(one: ApiConnection) -> None:
    """Fetch what is new, in the background."""
    store, who = engine(), access()
    doing = Message("fetching", N_("News of “{name}” is being fetched"), {"name": one.name})

    def task(tell: Tell) -> Message:
        return _told(one.name, sync(store, who, one.id, tell))

    if not start(who, doing, task):
        notice.leave(PLACE, _("Other work is being done now. Try again when it is over."), "problem")
    st.rerun()


def _told(name: str, done: Outcome) -> Message:
    """What came of a run, in words; raises `StoreError` with what stopped it, so that nobody takes it for done."""
    if done.errors and not done.whole:
        raise StoreError(done.errors[0])
    values = {"name": name, "fetched": done.fetched, "inserted": done.inserted, "updated": done.updated}
    if done.errors:
        text = N_("“{name}”: {fetched} rows were fetched. {inserted} are new and {updated} changed. But: {remark}")
        return Message("fetched_with_remark", text, values | {"remark": done.errors[0]})
    text = N_("“{name}”: {fetched} rows were fetched. {inserted} are new and {updated} changed.")
    return Message("fetched", text, values)
