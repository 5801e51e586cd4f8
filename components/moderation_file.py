"""A log of removals from a file: the template, the uploader, what came of it, and the files of before."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from components.escape import bare, plain
from components.i18n import _, ngettext, number, say
from components.load_view import Note, Refusal
from components.row_list import draw_notes, draw_refusals
from components.select import select_or_none
from components.table_facts import fact_row
from components.template_list import TemplateFile, template_buttons
from metrics.words import Message


@dataclass(frozen=True)
class LogFileResult:
    """What a file did. `same_as` is the earlier file that holds exactly its rows; then nothing was stored."""

    file: str
    read: int
    stored: int
    same_as: str = ""
    replaced: tuple[str, ...] = ()
    overlapping: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    error: Message | None = None


@dataclass(frozen=True)
class LogFileWish:
    """A file to load (`name`, `content`), or the `source` of an earlier file to take out."""

    name: str = ""
    content: bytes = b""
    source: str = ""


def moderation_file(
    template: TemplateFile, sources: Sequence[tuple[str, int]], result: LogFileResult | None
) -> LogFileWish | None:
    """Draw it; what the user asked for. `sources` are the earlier files with their number of rows."""
    st.markdown(
        _(
            "Do you keep removals in a spreadsheet? Fill in the template, or load your own file: it needs columns with "
            "the date, the account and the action. Columns with comments or names are never read."
        )
    )
    with st.container(horizontal=True):
        template_buttons(template)
    with st.form("moderation_file", clear_on_submit=True, border=False):
        file = st.file_uploader(_("File with removals (CSV or Excel)"), key="moderation_upload")
        asked = st.form_submit_button(_("Load this file"), key="moderation_go", icon=":material/upload_file:")
    if result is not None:
        _draw(result)
    if asked and file is None:
        st.error(_("Choose a file first."), icon=":material/error:")
    gone = _undo(sources)
    if asked and file is not None:
        return LogFileWish(file.name, file.getvalue())
    return LogFileWish(source=gone) if gone else None


def _draw(result: LogFileResult) -> None:
    if result.error is not None:
        st.error(plain(say(result.error), 500), icon=":material/error:")
        return
    fact_row([(_("Rows in the file"), number(result.read)), (_("Rows stored"), number(result.stored))])
    if result.same_as:
        text = _("These rows are in the log already, from {file}. Nothing has changed.", file=plain(result.same_as))
        st.info(text, icon=":material/history:")
    if result.replaced:
        names = [plain(name) for name in result.replaced]
        text = _("Every row of {files} is in this file too, so this file takes its place.", files=names)
        st.info(text, icon=":material/history:")
    if result.overlapping:
        names = [plain(name) for name in result.overlapping]
        text = _(
            "Some rows of {files} are in this file too, and may be counted twice now. If this is a newer version of "
            "the same log, take the older file out below.",
            files=names,
        )
        st.warning(text, icon=":material/warning:")
    draw_notes(result.notes)
    draw_refusals(result.refusals, result.file, "moderation")


def _undo(sources: Sequence[tuple[str, int]]) -> str | None:
    if not sources:
        return None
    with st.expander(_("Take a file out of the log"), icon=":material/undo:"):
        labels = {name: f"{bare(name, 80)} · {ngettext('{n} row', '{n} rows', rows)}" for name, rows in sources}
        which = select_or_none(_("File to take out, with all its rows"), labels, key="moderation_source")
        if st.button(_("Take this file out"), key="moderation_undo", icon=":material/undo:"):
            if which is None:
                st.error(_("Choose a file first."), icon=":material/error:")
            return which
    return None
