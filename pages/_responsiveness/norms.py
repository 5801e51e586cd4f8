"""The norms that answers are judged by: which count, setting one, removing one."""

from datetime import date

import streamlit as st

from components import notice
from components.i18n import _
from components.norm_form import NormWish, norm_form
from components.norm_list import NormRow, norm_list
from components.words import platform_name
from data.norms import add_norm, fallback_norm, norms, remove_norm
from data.registers import accounts
from metrics.norms.versions import Scope
from pages._context import access, department_names, engine
from pages._work import work

_PLACE = "norms"


def norms_section() -> None:
    """Draw the norms and the form for a new one; store what is set or removed, and judge all answers by it."""
    st.header(_("Your norms"), anchor=False)
    notice.show(_PLACE)
    fallback = fallback_norm(engine(), access())
    removed = norm_list(_rows(), fallback)
    if removed is not None:
        done = _("The norm is removed, and answers are judged by the norms that are left.")
        work(_PLACE, _doing(), lambda tell: remove_norm(engine(), access(), removed, tell), done)
    st.subheader(_("Set a norm"), anchor=False)
    sent = norm_form(_scopes(), fallback, date.today())  # noqa: DTZ011 - any clock near the reader's will do
    if sent is None:
        return
    wish, problems = sent
    if wish is None:
        st.error("\n".join(f"- {problem}" for problem in problems), icon=":material/error:")
        return
    _store(wish)


def _store(wish: NormWish) -> None:
    done = _("The norm is set, and answers from its first day on are judged by it.")
    args = (engine(), access(), wish.scope, wish.valid_from, wish.norm)
    work(_PLACE, _doing(), lambda tell: add_norm(*args, progress=tell), done)


def _doing() -> str:
    return _("All answers are judged by the changed norms")


def _rows() -> list[NormRow]:
    found = norms(engine(), access())
    names = map(_name, found["scope"], found["name"], found["platform"])
    return [NormRow(*row) for row in zip(found["id"].tolist(), names, found["valid_from"], found["norm"], strict=True)]


def _name(scope: str, name: str, platform: str) -> str:
    """For whom a norm is."""
    if scope == "organisation":
        return _("The whole organisation")
    if scope == "account":
        return _("{account} on {platform}", account=name, platform=platform_name(platform))
    return name


def _scopes() -> dict[Scope, str]:
    """The organisation if this user may change that, then departments, then accounts."""
    whole = {Scope(): _name("organisation", "", "")} if access().may("administer") else {}
    departments = {Scope(department_id=id): name for id, name in department_names().items()}
    table = accounts(engine(), access())
    rows = zip(table["id"].tolist(), table["name"], table["platform"], strict=True)
    return whole | departments | {Scope(account_id=id): _name("account", name, code) for id, name, code in rows}
