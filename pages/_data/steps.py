"""Loading exports in steps: choose files, check what was found, say whose they are, load, read the report."""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from components import notice
from components.assignment import assign
from components.escape import plain
from components.export_help import export_help
from components.i18n import _, day, say
from components.load_report import load_report
from components.load_view import Choice, FileSource, LoadedView
from components.load_words import table_name
from components.progress import progress_with_text
from components.questions import Answer
from components.table_card import table_list
from components.upload import choose_files, step
from data.errors import StoreError
from data.registers import departments
from data.scoring import score
from loaders.files import formats
from loaders.files.reading.limits import FILE_BYTES, MEGABYTE
from loaders.importer import imports
from pages._context import access, engine
from pages._data import mapping
from pages._data.against_store import notes_against_store
from pages._data.demo import demo_section
from pages._data.preview import table_view
from pages._data.sources import sources
from pages._data.storing import load
from pages._data.templates import templates_section
from pages._data.uploads import Upload, forget, read

_PLACE = "load"
_TURN, _REPORT = "_upload_turn", "_load_report"


def load_steps() -> None:
    """Draw the steps as far as the user has come; after an import, its report."""
    report: list[LoadedView] | None = st.session_state.get(_REPORT)
    if report is not None:
        _report(report)
        return
    step(1, _("Choose your export files"))
    files = choose_files(st.session_state.get(_TURN, 0), FILE_BYTES // MEGABYTE)
    export_help([(known.platform, known.kind, _(known.description)) for known in formats()])
    templates_section()
    uploads = read(files)
    if not uploads:
        demo_section()
        return
    step(2, _("Check what was found"))
    found = sources(engine(), access(), uploads)
    _check(uploads, found)
    if not found:
        st.info(_("There is nothing to load yet. The remarks above say what to do."), icon=":material/info:")
        return
    step(3, _("Say whose they are"))
    table = departments(engine(), access())
    choices = assign(found, list(zip(table["id"].tolist(), table["name"].tolist(), strict=True)))
    step(4, _("Load"))
    notice.show(_PLACE)
    _load(uploads, choices)


def _check(uploads: list[Upload], found: list[FileSource]) -> None:
    """The previews, and what the user wants to do about the columns of a table."""
    before = _loaded_before()
    known = mapping.saved()
    places = {}
    for upload in uploads:
        if upload.repeats:
            text = _("{file} is the same file as another one, so it counts once.", file=plain(upload.name))
            st.info(text, icon=":material/content_copy:")
            continue
        for position in range(len(upload.tables)):
            view = mapping.offer(table_view(upload, position, before), upload, position, known)
            view = replace(view, notes=(*view.notes, *notes_against_store(upload, position, found)))
            places[view.key] = (view, upload, position)
    wish = table_list([view for view, _upload, _position in places.values()])
    if wish is None:
        return
    _view, upload, position = places[wish.table.key]
    if isinstance(wish, Answer):
        upload.learn({wish.name: wish.value})
        st.rerun()
    elif wish.saved is None:
        mapping.open_dialog(upload, position)
    else:
        upload.map_table(wish.table.file, known[wish.saved])
        st.rerun()


def _load(uploads: list[Upload], choices: list[Choice]) -> None:
    """The button, and what it does when nothing is missing."""
    if not st.button(_("Load into Answerable"), key="load_go", type="primary", icon=":material/database_upload:"):
        return
    problems = list(dict.fromkeys(choice.problem for choice in choices if choice.problem))
    if all(choice.skip for choice in choices):
        problems.append(_("You chose to load nothing. Choose an account for at least one of the sources."))
    if problems:
        notice.tell("\n".join(f"- {problem}" for problem in problems), "problem")
        return
    tell = progress_with_text()
    try:
        report = load(
            engine(),
            access(),
            uploads,
            choices,
            lambda share, file: tell(share, _("Loading {file}", file=table_name(file))),
        )
    except StoreError as error:
        notice.leave(_PLACE, plain(say(error.message), 500), "problem")
    else:
        st.session_state[_REPORT] = report
        st.session_state[_TURN] = st.session_state.get(_TURN, 0) + 1
        forget()
        _score(report, tell)
    st.rerun()


def _score(report: list[LoadedView], tell: Callable[[float, str], None]) -> None:
    """Topics and tones of what came in. When that stops, the import stands, and the reader is told."""
    if not any(one.inserted or one.updated for one in report):
        return
    doing = _("Working out topics and tones of messages")
    try:
        score(engine(), access(), lambda share: tell(share, doing))
    except StoreError as error:
        notice.leave(_PLACE, plain(say(error.message), 500), "problem")


def _report(report: list[LoadedView]) -> None:
    """The load report, and the ways on."""
    st.header(_("Load report"), anchor=False)
    notice.show(_PLACE)
    load_report(report)
    with st.container(horizontal=True):
        st.page_link("overview.py", label=_("See the Overview"), icon=":material/dashboard:")
        st.page_link("quality.py", label=_("See how good the data are"), icon=":material/fact_check:")
        if st.button(_("Load more files"), key="load_more", icon=":material/upload_file:"):
            del st.session_state[_REPORT]
            st.rerun()


def _loaded_before() -> dict[str, str]:
    """The day of the newest import of each file, by its hash."""
    table = imports(engine(), access())
    done = table[table["status"] == "done"].sort_values("imported_ts")
    return {digest: day(int(ts) // 86_400) for digest, ts in zip(done["file_hash"], done["imported_ts"], strict=True)}
