"""Whose figures are these: an account in a department for each source that the files name."""

from collections.abc import Sequence

import streamlit as st

from components.escape import bare, plain
from components.i18n import _, ngettext
from components.load_view import Choice, FileSource
from components.load_words import platform_word

_NEW, _SKIP, _NEW_DEPARTMENT = "new", "skip", "new"


def assign(sources: Sequence[FileSource], departments: Sequence[tuple[int, str]]) -> list[Choice]:
    """Draw one row per source and return what is chosen; a `problem` says what is still needed.

    A department that was typed for one source can be picked for the next ones, so a first import of ten accounts
    of one department needs its name only once.
    """
    choices: list[Choice] = []
    typed: list[str] = []
    for source in sources:
        with st.container(border=True, key=f"source_{source.key}"):
            choice = _assign_one(source, departments, typed)
        if choice.new_department and choice.new_department not in typed:
            typed.append(choice.new_department)
        choices.append(choice)
    return choices


def _assign_one(source: FileSource, departments: Sequence[tuple[int, str]], typed: Sequence[str]) -> Choice:
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
        department, name = _department(source, departments, typed)
    problem = None
    if not handle.strip():
        problem = _("Give the account a name: the file does not say which account it is.")
    elif department is None and not name:
        problem = _("Choose a department for {account}, or type the name of a new one.", account=plain(handle))
    return Choice(source.key, handle=handle.strip(), department=department, new_department=name, problem=problem)


def _who(source: FileSource) -> None:
    """The source in words, and where it was found."""
    name = plain(source.name) if source.name else _("account not named in the file")
    found = [ngettext("{rows} rows in {n} file", "{rows} rows in {n} files", len(source.files), rows=source.rows)]
    if source.remembered:
        found.append(_("remembered from last time"))
    st.markdown(f"**{platform_word(source.platform)} · {name}**  \n:small[{' · '.join(found)}]")


def _account(source: FileSource) -> int | str:
    labels = {account: bare(label) for account, label in source.known}
    options: list[int | str] = [*labels, _NEW, _SKIP]
    fixed = {_NEW: _("New account"), _SKIP: _("Do not load these rows")}
    start = options.index(source.suggestion) if source.suggestion in labels else options.index(_NEW)
    chosen: int | str = st.selectbox(
        _("Account"),
        options,
        index=start,
        format_func=lambda option: fixed[option] if isinstance(option, str) else labels[option],
        key=f"account_{source.key}",
    )
    return chosen


def _department(
    source: FileSource, departments: Sequence[tuple[int, str]], typed: Sequence[str]
) -> tuple[int | None, str]:
    """An existing department (its id), or the name of a new one; the last typed name is suggested."""
    labels = {f"id:{number_}": name for number_, name in departments}
    labels |= {f"typed:{name}": name for name in typed if name not in labels.values()}
    options = [*labels, _NEW_DEPARTMENT]
    chosen = st.selectbox(
        _("Department"),
        options,
        index=options.index(f"typed:{typed[-1]}") if typed else None if departments else 0,
        placeholder=_("Choose a department"),
        format_func=lambda option: _("New department…") if option == _NEW_DEPARTMENT else bare(labels[option]),
        key=f"department_{source.key}",
    )
    if chosen is None:
        return None, ""
    if chosen == _NEW_DEPARTMENT:
        name = st.text_input(_("Name of the new department"), key=f"new_department_{source.key}", max_chars=120)
        return _known_department(name, departments)
    origin, _colon, value = chosen.partition(":")
    return (int(value), "") if origin == "id" else (None, value)


def _known_department(name: str, departments: Sequence[tuple[int, str]]) -> tuple[int | None, str]:
    """A typed name that exists already, in any case, is that department."""
    name = " ".join(name.split())
    for number_, known in departments:
        if known.casefold() == name.casefold():
            return number_, ""
    return None, name
