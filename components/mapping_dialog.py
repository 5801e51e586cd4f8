"""The dialog for a table of no known format: start from a suggestion, correct it, see what comes out, keep it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import pandas as pd
import streamlit as st

from components.escape import bare, plain
from components.i18n import _, ngettext, say
from components.load_view import Refusal
from components.mapping_form import Columns, MappingValues, mapping_form
from components.select import select
from components.table import html_table
from metrics.words import Message

_SUGGESTION = "suggestion"


@dataclass(frozen=True)
class MappingPreview:
    """What a mapping makes of the first rows: the mapped rows in words, what is refused, or why nothing can be made."""

    rows: pd.DataFrame | None = None
    refusals: Sequence[Refusal] = ()
    problem: Message | None = None


@dataclass(frozen=True)
class MappingResult:
    """What the user asked for: to use the mapping now, to save it under its name, or to forget a saved one."""

    do: Literal["use", "save", "forget"]
    values: MappingValues


def choose_start(saved: Sequence[str], key: str) -> tuple[str | None, bytes | None]:
    """Draw where to start from: the suggestion (None, None), a saved mapping's name, or an uploaded mapping file."""
    chosen = None
    if saved:
        words = {_SUGGESTION: _("Our suggestion"), **{f"saved:{name}": bare(name) for name in saved}}
        option = select(_("Start from"), words, _SUGGESTION, key=f"{key}_start")
        chosen = None if option == _SUGGESTION else option.removeprefix("saved:")
    with st.expander(_("Use a mapping file that you got from somebody"), icon=":material/upload_file:"):
        file = st.file_uploader(_("Mapping file (JSON or YAML)"), type=["json", "yaml", "yml"], key=f"{key}_file")
    return (None, file.getvalue()) if file is not None else (chosen, None)


def mapping_dialog(
    columns: Columns,
    start: MappingValues,
    questions: Sequence[Message],
    preview: Callable[[MappingValues], MappingPreview],
    as_text: Callable[[MappingValues], str],
    key: str,
    saved: bool = False,
) -> MappingResult | None:
    """Draw the form with a live preview; what the user asked for.

    `as_text` makes the file that people share. `saved`: the form started from a saved mapping.
    """
    for question in questions:
        st.info(plain(say(question), 400), icon=":material/help:")
    values = mapping_form(columns, start, key)
    outcome = preview(values)
    _draw(outcome)
    name = st.text_input(_("Name of this mapping"), start.name, key=f"{key}_name", max_chars=80)
    values = replace(values, name=" ".join(name.split()))
    with st.container(horizontal=True):
        usable = outcome.problem is None
        use = st.button(_("Use this mapping"), key=f"{key}_use", type="primary", disabled=not usable)
        keep = st.button(_("Save for next time"), key=f"{key}_save", icon=":material/save:", disabled=not usable)
        st.download_button(
            _("Download the mapping"),
            data=as_text(values) if usable else "",
            file_name=f"{_file_name(values.name)}.json",
            mime="application/json",
            key=f"{key}_download",
            icon=":material/download:",
            on_click="ignore",
            disabled=not usable,
        )
        forget = saved and st.button(_("Forget this mapping"), key=f"{key}_forget", icon=":material/delete:")
    if forget:
        return MappingResult("forget", start)
    if keep and not values.name:
        st.error(_("Give the mapping a name first."), icon=":material/error:")
        return None
    return MappingResult("use" if use else "save", values) if use or keep else None


def _draw(outcome: MappingPreview) -> None:
    """The first mapped rows, so that a wrong choice is seen before anything is stored."""
    st.subheader(_("This is what it becomes"), anchor=False)
    if outcome.problem is not None:
        st.warning(plain(say(outcome.problem), 400), icon=":material/warning:")
        return
    if outcome.rows is not None and not outcome.rows.empty:
        html_table(outcome.rows.map(plain), _("The first rows as they will be stored"))
    if outcome.refusals:
        reason = plain(say(outcome.refusals[0].reason), 300)
        n = len({one.row for one in outcome.refusals})
        text = ngettext("{n} of the first rows is left out.", "{n} of the first rows are left out.", n)
        st.warning(f"{text}  \n{reason}", icon=":material/warning:")


def _file_name(name: str) -> str:
    """A file name from a mapping's name.

    >>> _file_name("Stad / 2026")
    'mapping-stad-2026'
    """
    words = "".join(character if character.isalnum() else " " for character in name.casefold()).split()
    return "-".join(["mapping", *words])
