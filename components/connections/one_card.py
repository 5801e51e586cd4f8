"""Everything that can be done with one connection: run, test, pause, replace the secret, change, remove."""

from dataclasses import dataclass, field
from typing import Literal

import streamlit as st

from components.connections.add_form import Asked, told, unfit
from components.connections.fields import Wishes, end_field, wish_fields
from components.connections.headline import remedy
from components.connections.states import every_word, state_words
from components.connections.times import next_words, when
from components.connections.view import ConnectionView
from components.escape import plain
from components.i18n import _, day
from components.log_fields import typed_day
from components.table_facts import fact_row

Do = Literal["run", "test", "pause", "resume", "remove"]
_ASKED = "_connection_remove"


@dataclass(frozen=True)
class NewSecret:
    """Another secret for a connection, and the day (ISO) on which it ends."""

    secret: str = field(repr=False)
    until: str | None


def connection_facts(one: ConnectionView) -> None:
    """Draw what is known of a connection in a few words each."""
    facts = [
        (_("Status"), state_words(one.state)),
        (_("Last run"), when(one.last)),
        (_("Next run"), next_words(one)),
        (_("How often"), every_word(one.every_minutes)),
        (_("From which day on"), _day(one.since) or _("everything there is")),
    ]
    if one.offers_texts:
        facts.append((_("Messages of citizens"), _("fetched, masked") if one.texts else _("counts only")))
    if one.outside:
        facts.append((_("Secret"), _("kept outside the store")))
    elif one.secret_end:
        facts.append((_("Secret"), _("ends in {end}", end=plain(one.secret_end, 8))))
    if one.secret_until:
        facts.append((_("Secret is valid until"), _day(one.secret_until)))
    fact_row(facts)
    told = remedy(one)
    if told:
        draw = st.info if one.state in ("new", "paused") else st.warning
        draw(told, icon=":material/build:")


def buttons(one: ConnectionView, busy: bool) -> Do | None:
    """Draw the buttons; what was asked for. `busy`: other work is being done on this server."""
    wish: Do | None = None
    with st.container(horizontal=True):
        idle = not busy and one.state != "running"
        if st.button(_("Run now"), key="connection_run", type="primary", icon=":material/sync:", disabled=not idle):
            wish = "run"
        if st.button(_("Test"), key="connection_test", icon=":material/network_check:"):
            wish = "test"
        if one.state in ("paused", "broken") and st.button(
            _("Go on"), key="connection_resume", icon=":material/play_arrow:"
        ):
            wish = "resume"
        if one.state != "paused" and st.button(_("Pause"), key="connection_pause", icon=":material/pause:"):
            wish = "pause"
        if st.session_state.get(_ASKED) != one.id and st.button(
            _("Remove…"), key="connection_remove", icon=":material/link_off:"
        ):
            st.session_state[_ASKED] = one.id
            st.rerun()
    if busy:
        st.caption(_("Other work is being done now. “Run now” works again when it is over."))
    return "remove" if st.session_state.get(_ASKED) == one.id and _confirmed(one) else wish


def _confirmed(one: ConnectionView) -> bool:
    st.warning(
        _(
            "Remove the connection “{name}”? Its secret is forgotten and nothing is fetched any more. What was fetched "
            "stays. To take that away too, undo its imports: page Exports and accounts, “Loaded before”.",
            name=plain(one.name, 60),
        ),
        icon=":material/warning:",
    )
    with st.container(horizontal=True):
        yes = st.button(_("Yes, remove this connection"), key="connection_remove_yes", type="primary")
        no = st.button(_("No, keep it"), key="connection_remove_no")
    if yes or no:
        del st.session_state[_ASKED]
    if no:
        st.rerun()
    return yes


def change_form(key: str, one: ConnectionView) -> Wishes | None:
    """Draw what can be changed; what it should be, once it is saved and can be."""
    with st.expander(_("Change what it fetches"), icon=":material/edit:"), st.form(key, border=False):
        start = Wishes(one.texts, one.since, one.every_minutes, one.budget)
        wishes, problems = wish_fields(key, start, offers_texts=one.offers_texts, costs_money=one.costs_money)
        if not st.form_submit_button(_("Save the changes"), key=f"{key}_go", icon=":material/save:"):
            return None
        told(problems)
        return None if problems else wishes


def secret_form(key: str, one: ConnectionView, asked: Asked | None) -> NewSecret | None:
    """Draw the form that replaces the secret; the new one once it is sent. The old one is never shown."""
    if asked is None or not one.has_secret:
        return None
    with (
        st.expander(_("Replace the secret"), icon=":material/key:"),
        st.form(key, clear_on_submit=True, border=False),
    ):
        if one.outside:
            st.info(
                _("The environment or a file on the server holds the secret, and that one is used. Change it there."),
                icon=":material/info:",
            )
        if one.secret_end:
            st.markdown(_("The one that is stored now ends in **{end}**.", end=plain(one.secret_end, 8)))
        typed = st.text_input(
            _(asked.label), key=f"{key}_secret", type="password", help=_(asked.help), autocomplete="off"
        ).strip()
        until, problems = end_field(f"{key}_until")
        if not st.form_submit_button(_("Replace it"), key=f"{key}_go", icon=":material/key:"):
            return None
        problems += unfit(Asked(asked.label, asked.help, asked.pattern, required=True), typed)
        told(problems)
        return None if problems else NewSecret(typed, until)


def _day(iso: str | None) -> str:
    found = typed_day(iso or "")
    return "" if found is None else day(found)
