"""Whose figures are these: an account in a department for each source that the files name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from components.escape import bare, plain
from components.i18n import _, ngettext
from components.load_view import Choice, FileSource
from components.load_words import platform_word
from components.select import select, select_or_none

_NEW, _SKIP, _EACH = "new", "skip", "each"


@dataclass(frozen=True)
class _Department:
    """A department that exists, or the name of a new one; neither when nothing is chosen yet."""

    id: int | None = None
    name: str = ""


def assign(sources: Sequence[FileSource], departments: Sequence[tuple[int, str]]) -> list[Choice]:
    """Draw one row per source and return what is chosen; a `problem` says what is still needed.

    Several new accounts of one department need its name only once: it can be chosen for all of them.
    """
    names = dict(departments)
    new = [source for source in sources if source.suggestion is None]
    shared = _for_all(names) if len(new) > 1 else None
    choices = []
    for source in sources:
        with st.container(border=True, key=f"card_source_{source.key}"):
            choices.append(_assign_one(source, names, shared))
    return choices


def _assign_one(source: FileSource, names: Mapping[int, str], shared: _Department | None) -> Choice:
    _who(source)
    with st.container(horizontal=True, vertical_alignment="top"):
        account = _account(source)
        if account == _SKIP:
            return Choice(source.key, skip=True)
        if isinstance(account, int):
            return Choice(source.key, existing=account)
        handle = source.name or st.text_input(
            _("Name of the account"), key=f"handle_{source.key}", max_chars=200, placeholder=_("as on the platform")
        )
        department = shared or _department(names, source.key)
    problem = None
    if not handle.strip():
        problem = _(
            "Give the account a name: {file} does not say whose figures these are.", file=plain(source.files[0])
        )
    elif department == _Department():
        problem = _("Choose a department for {account}, or type the name of a new one.", account=plain(handle))
    return Choice(source.key, None, handle.strip(), department.id, department.name, problem=problem)


def _who(source: FileSource) -> None:
    """The source in words, and where it was found."""
    name = plain(source.name) if source.name else _("account not named in {file}", file=plain(source.files[0]))
    found = [ngettext("{rows} rows in {n} table", "{rows} rows in {n} tables", len(source.files), rows=source.rows)]
    if source.remembered:
        found.append(_("remembered from last time"))
    st.markdown(f"**{platform_word(source.platform)} · {name}**  \n:small[{' · '.join(found)}]")


def _account(source: FileSource) -> int | str:
    words: dict[int | str, str] = {_NEW: _("New account"), _SKIP: _("Do not load these rows")}
    words |= {account: bare(label) for account, label in source.known}
    start = source.suggestion if source.suggestion in words else _NEW
    return select(_("Account"), words, start, key=f"account_{source.key}")


def _for_all(names: Mapping[int, str]) -> _Department | None:
    """One department for all new accounts; None when each gets its own."""
    words = {_EACH: _("Choose for each account")} | _departments(names)
    with st.container(horizontal=True, vertical_alignment="top"):
        chosen = select(_("Department of all new accounts"), words, _EACH, key="department_for_all")
        return None if chosen == _EACH else _named(chosen, names, "for_all")


def _department(names: Mapping[int, str], key: str) -> _Department:
    """The department of one new account."""
    words = _departments(names)
    if names:
        chosen = select_or_none(_("Department"), words, key=f"department_{key}")
    else:
        chosen = select(_("Department"), words, _NEW, key=f"department_{key}")
    return _Department() if chosen is None else _named(chosen, names, key)


def _departments(names: Mapping[int, str]) -> dict[int | str, str]:
    """A new one comes first, because the list may be long."""
    return {_NEW: _("New department…"), **{one: bare(name) for one, name in names.items()}}


def _named(chosen: int | str, names: Mapping[int, str], key: str) -> _Department:
    """A department by its number, or by a typed name; a name that exists already, in any case, is that department."""
    if isinstance(chosen, int):
        return _Department(id=chosen)
    typed = st.text_input(_("Name of the new department"), key=f"new_department_{key}", max_chars=120)
    name = " ".join(typed.split())
    known = next((one for one, known in names.items() if known.casefold() == name.casefold()), None)
    return _Department(name=name) if known is None else _Department(id=known)
