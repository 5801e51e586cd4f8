"""What was loaded before, each import with a way back."""

from collections.abc import Hashable, Mapping
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd
import streamlit as st

from components import notice
from components.i18n import _, day
from components.import_list import import_list
from components.load_view import PastImport
from components.load_words import kind_word, table_name
from components.words import platform_name
from data.access import LOCAL_ADMINISTRATOR
from loaders.importer import imports, undo
from pages._context import access, engine, settings
from pages._data.preview import description
from pages._work import work

_PLACE = "history"


def history() -> None:
    """Draw the list of imports; undo the one that the user confirms."""
    st.header(_("What was loaded"), anchor=False)
    notice.show(_PLACE)
    table = imports(engine(), access())
    zone = ZoneInfo(settings().time_zone)
    own = {row["id"]: _past(row, zone) for row in table[table["is_demo"] == 0].to_dict("records")}
    chosen = import_list(list(own.values()))
    if chosen is not None:
        done = _("The import of {file} is undone.", file=table_name(own[chosen].file))
        work(_PLACE, _("Undoing the import"), lambda tell: undo(engine(), access(), chosen, tell), done)


def _past(row: Mapping[Hashable, Any], zone: ZoneInfo) -> PastImport:
    what = description(row["format"]) or f"{platform_name(row['platform'])}, {kind_word(row['kind'])}"
    moment = datetime.fromtimestamp(row["imported_ts"], UTC).astimezone(zone)
    return PastImport(
        id=int(row["id"]),
        file=row["file_name"],
        what=what if pd.isna(row["connection_id"]) else _("fetched by a connection: {what}", what=what),
        when=f"{day(moment.date())}, {moment:%H:%M}",
        who=_("local administrator") if row["who"] == LOCAL_ADMINISTRATOR.who else row["who"],
        inserted=int(row["inserted"]),
        updated=int(row["updated"]),
        unchanged=int(row["unchanged"]),
        undone=row["status"] == "undone",
    )
