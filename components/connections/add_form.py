"""The form that adds a connection: first what a test needs, then what was found and what should be fetched."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import streamlit as st

from components.connections.fields import Wishes, end_field, wish_fields
from components.connections.view import FoundView
from components.department_choice import DepartmentChoice, department_of
from components.escape import bare, plain
from components.i18n import _, ngettext
from components.select import select

_LONG = 300
_NEW = 0


@dataclass(frozen=True)
class Asked:
    """A field of the form: its label, its help, the pattern that it must match; English templates."""

    label: str
    help: str
    pattern: str
    required: bool


@dataclass(frozen=True)
class Access:
    """What was typed to reach an account: the server where one is typed, the account, the secret."""

    host: str
    account: str
    secret: str = field(repr=False)
    secret_until: str | None


@dataclass(frozen=True)
class Owner:
    """Whose figures they are: an account or website that is known, or a new one of a department."""

    existing: int | None
    department: DepartmentChoice
    site: str = ""


def access_fields(key: str, host: bool, account: Asked, secret: Asked | None) -> tuple[Access, list[str]]:
    """Draw the fields; what was typed, and a sentence for each value that cannot be."""
    server = ""
    if host:
        server = (
            st.text_input(
                _("Server"),
                key=f"{key}_host",
                max_chars=253,
                help=_("The name only, for example social.waterstad.example. No address with https and no path."),
            )
            .strip()
            .lower()
        )
    typed = st.text_input(_(account.label), key=f"{key}_account", max_chars=_LONG, help=_(account.help)).strip()
    hidden, until = "", None
    problems: list[str] = []
    if secret is not None:
        hidden = st.text_input(
            _(secret.label), key=f"{key}_secret", type="password", help=_(secret.help), autocomplete="off"
        ).strip()
        st.caption(_("It is kept encrypted and never shown again. You only see its last four characters."))
        until, problems = end_field(f"{key}_until")
    if host and not server:
        problems.append(_("Server: fill in the name of the server."))
    problems += unfit(account, typed)
    if secret is not None:
        problems += unfit(secret, hidden)
    return Access(server, typed, hidden, until), problems


def unfit(asked: Asked, typed: str) -> list[str]:
    """What is wrong with a typed value, without repeating it; nothing where it fits.

    >>> asked = Asked("Account", "Write it like name@server.", r"[a-z]+@[a-z.]+", True)
    >>> unfit(asked, "stad@waterstad.example"), unfit(asked, "stad")
    ([], ['Account: this cannot be right. Write it like name@server.'])
    """
    if not typed:
        return [_("{field}: this cannot be empty.", field=_(asked.label))] if asked.required else []
    if re.fullmatch(asked.pattern, typed, re.DOTALL):
        return []
    return [_("{field}: this cannot be right. {help}", field=_(asked.label), help=_(asked.help))]


def test_button(key: str, costs_money: bool) -> bool:
    """Draw the button that tests what was typed; whether it was pressed."""
    if costs_money:
        st.caption(_("A test asks the platform for the account, which costs a little money. It stores nothing."))
    else:
        st.caption(_("A test asks the platform for the name of the account, and stores nothing."))
    return st.form_submit_button(_("Test"), key=f"{key}_test", icon=":material/network_check:")


def found_card(found: FoundView) -> None:
    """Say what the test found, so that a person can see whether it is the right account."""
    title, handle = plain(found.title or found.handle, 120), plain(found.handle, 120)
    st.success(_("Found: **{title}** ({handle}). Is this yours?", title=title, handle=handle), icon=":material/check:")


def name_field(key: str, start: str) -> str:
    """Draw the field for the name of the connection; what was typed."""
    typed = st.text_input(
        _("Name of this connection"),
        bare(start, 80),
        key=f"{key}_name",
        max_chars=80,
        help=_("As you and your colleagues call it. The command line uses it too."),
    )
    return " ".join(typed.split())


def owner_fields(
    key: str, known: Mapping[int, str], start: int | None, departments: Mapping[int, str], *, site: bool, host: str
) -> tuple[Owner, list[str]]:
    """Draw the choice of whose figures they are; `start` is the account or website that fits what was found.

    `host` is the address that a new website starts with.
    """
    label, new = (
        (_("Website in the register"), _("New website…")) if site else (_("Account in the register"), _("New account…"))
    )
    words = {_NEW: new} | {one: bare(name, 90) for one, name in known.items()}
    chosen = select(label, words, start if start in words else _NEW, key=f"{key}_owner")
    if chosen != _NEW:
        return Owner(chosen, DepartmentChoice()), []
    choice = department_of(departments, key)
    problems = [] if choice.id is not None or choice.name else [_("Choose a department, or fill in a new one.")]
    address = ""
    if site:
        address = st.text_input(_("Address of the website"), bare(host, 253), key=f"{key}_site", max_chars=253).strip()
        if not address:
            problems.append(_("Address of the website: fill it in, for example www.waterstad.example."))
    return Owner(None, choice, address), problems


def add_button(key: str) -> bool:
    """Draw the button that adds the connection; whether it was pressed."""
    return st.button(_("Add this connection"), key=f"{key}_add", type="primary", icon=":material/add_link:")


def told(problems: list[str]) -> None:
    """Say what has to be filled in or changed first."""
    if problems:
        head = ngettext("One thing first:", "{n} things first:", len(problems))
        st.error("\n".join([head, "", *(f"- {one}" for one in problems)]), icon=":material/error:")


__all__ = [
    "Access",
    "Asked",
    "Owner",
    "Wishes",
    "access_fields",
    "add_button",
    "found_card",
    "name_field",
    "owner_fields",
    "test_button",
    "told",
    "unfit",
    "wish_fields",
]
