"""The open export on the data page: make it under a progress bar, then save it."""

import tempfile
from pathlib import Path

import streamlit as st
from sqlalchemy import Engine

from components import notice
from components.i18n import _
from components.take_out import ReadyFile, ready_file, take_out
from data.access import Access
from data.open_export import contents, export_name, write_open_export
from data.store import version
from pages._context import access, demo, engine
from pages._work import work

_PLACE = "take_out"
_FOLDER = "_take_out_folder"


def take_out_section() -> None:
    """Draw what is in the export; make it when asked, and offer the one that was made last."""
    st.header(_("Take your data out"), anchor=False)
    who = access()
    store = engine()
    sizes = _contents(store, who, (str(store.url), version(store)))
    wish = take_out(sizes, who.may("texts") and who.may("administer"))
    notice.show(_PLACE)
    made = _made()
    if made is not None and wish is None:
        ready_file(ReadyFile(made.name, made.stat().st_size, made.read_bytes))
    if wish is not None:
        folder = tempfile.TemporaryDirectory(prefix="answerable-")  # goes with the session, and with the next file
        st.session_state[_FOLDER] = folder
        path = Path(folder.name) / export_name(demo(), wish == "texts")
        work(
            _PLACE,
            _("Making the file"),
            lambda tell: write_open_export(engine(), access(), path, texts=wish == "texts", progress=tell),
            _("The file is ready. Save it on your computer."),
        )


def _made() -> Path | None:
    """The file that was made last in this session."""
    folder = st.session_state.get(_FOLDER)
    return None if folder is None else next(Path(folder.name).glob("*.zip"), None)


@st.cache_resource(max_entries=8, show_spinner=False)
def _contents(_store: Engine, who: Access, state: tuple[str, int]) -> dict[str, int]:
    """The rows of each table; counting a million takes a second, so it is done once per state of the store."""
    return contents(_store, who)
