"""What was loaded before, each import with a way back; and the demo city."""

from collections.abc import Callable, Hashable, Mapping
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import streamlit as st

from components import notice
from components.demo_card import demo_card
from components.escape import plain
from components.i18n import _, day, say
from components.import_list import import_list
from components.load_view import PastImport
from components.load_words import kind_word
from components.progress import Tell, progress
from data.errors import StoreError
from loaders.importer import imports, undo
from pages._context import access, demo, engine, settings
from pages._preview import description

_PLACE = "history"


def history() -> None:
    """Draw the list of imports and the demo city; do what the user asks for."""
    notice.show(_PLACE)
    st.header(_("Files that were loaded"), anchor=False)
    table = imports(engine(), access())
    zone = ZoneInfo(settings().time_zone)
    own = [_past(row, zone) for row in table[table["is_demo"] == 0].to_dict("records")]
    chosen = import_list(own)
    if chosen is not None:
        name = next(one.file for one in own if one.id == chosen)
        _work(
            _("Undoing the import"),
            lambda tell: undo(engine(), access(), chosen, tell),
            _("The import of {file} is undone.", file=plain(name)),
        )
    st.header(_("Practise with made-up data"), anchor=False)
    _demo()


def _demo() -> None:
    wish = demo_card(demo())
    if wish is None:
        return
    from loaders.demo import load, remove  # the demo city's texts are needed by few

    if wish == "load":
        _work(
            _("Building the demo city"),
            lambda tell: load(engine(), access(), progress=tell),
            _("The demo city is loaded. Overview and Departments now show it."),
        )
    else:
        _work(
            _("Removing the demo city"),
            lambda tell: remove(engine(), access(), progress=tell),
            _("The demo city is removed."),
        )


def _work(doing: str, work: Callable[[Tell], object], done: str) -> None:
    """Long work under a progress bar; then the page once more, with what came of it."""
    try:
        work(progress(doing))
    except StoreError as error:
        notice.leave(_PLACE, plain(say(error.message), 500), "problem")
    else:
        notice.leave(_PLACE, done)
    st.rerun()


def _past(row: Mapping[Hashable, Any], zone: ZoneInfo) -> PastImport:
    moment = datetime.fromtimestamp(row["imported_ts"], UTC).astimezone(zone)
    return PastImport(
        id=int(row["id"]),
        file=row["file_name"],
        what=description(row["format"]) or kind_word(row["kind"]),
        platform=row["platform"],
        when=f"{day(moment.date())}, {moment:%H:%M}",
        who=row["who"],
        inserted=int(row["inserted"]),
        updated=int(row["updated"]),
        unchanged=int(row["unchanged"]),
        undone=row["status"] == "undone",
    )
