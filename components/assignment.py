"""Whose figures are these: an account in a department for each source that the files name."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain

import streamlit as st

from components.assigned_account import handle_of, same_account, who
from components.department_choice import DepartmentChoice, department_for_all, department_of
from components.escape import bare, plain
from components.i18n import _
from components.load_view import Choice, FileSource
from components.load_words import table_name
from components.select import select

_NEW, _SKIP, _SAME = "new", "skip", "same:"


def assign(sources: Sequence[FileSource], departments: Sequence[tuple[int, str]]) -> list[Choice]:
    """Draw one row per source and return what is chosen; a `problem` says what is still needed.

    Several new accounts of one department need its name only once: it can be chosen for all of them. Files that do not
    name their account come last: they can be of one that is named, or all of one.
    """
    names = dict(departments)
    shared = None
    if len([source for source in sources if source.suggestion is None]) > 1:
        shared = department_for_all(names)
    named = [source for source in sources if source.name]
    choices: dict[str, Choice] = {}
    nameless = same_account(source for source in sources if not source.name)
    for group in chain(([source] for source in named), nameless):
        with st.container(border=True, key=f"card_source_{group[0].key}"):
            chosen = _assign_one(group, names, shared, [one for one in named if one.platform == group[0].platform])
        chosen = choices.get(chosen.source, chosen)  # as a named one that was drawn before
        choices |= {source.key: replace(chosen, source=source.key) for source in group}
    return [choices[source.key] for source in sources]


def _assign_one(
    group: Sequence[FileSource],
    names: Mapping[int, str],
    shared: DepartmentChoice | None,
    named: Sequence[FileSource],
) -> Choice:
    """What is chosen for the files of one account; another `source` in it when they are of that account."""
    source = group[0]
    who(group)
    with st.container(horizontal=True, vertical_alignment="top"):
        account = _account(source, [] if source.name else named)
        if account == _SKIP:
            return Choice(source.key, skip=True)
        if isinstance(account, int):
            return Choice(source.key, existing=account)
        if account != _NEW:
            return Choice(account.removeprefix(_SAME))
        handle = source.name or handle_of(source)
        department = shared or department_of(names, source.key)
    problem = None
    if not handle.strip():
        problem = _no_name(source)
    elif department == DepartmentChoice():
        problem = _("Choose a department for {account}, or type the name of a new one.", account=plain(handle))
    return Choice(source.key, None, handle.strip(), department.id, department.name, problem=problem)


def _no_name(source: FileSource) -> str:
    file = table_name(source.files[0].partition("!")[0])
    if source.platform == "website":
        return _("Type the address of the website: {file} does not say it.", file=file)
    return _("Give the account a name: {file} does not say whose figures these are.", file=file)


def _account(source: FileSource, named: Sequence[FileSource]) -> int | str:
    website = source.platform == "website"
    words: dict[int | str, str] = {
        _NEW: _("New website") if website else _("New account"),
        **{f"{_SAME}{one.key}": _("The same as {account}", account=bare(one.name)) for one in named},
        **{account: bare(label) for account, label in source.known},
        _SKIP: _("Do not load these rows"),
    }
    start: int | str | None = source.suggestion
    if start not in words:
        start = f"{_SAME}{source.beside}" if f"{_SAME}{source.beside}" in words else _NEW
    return select(_("Website") if website else _("Account"), words, start, key=f"account_{source.key}")
