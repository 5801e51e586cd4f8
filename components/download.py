"""Numbers to take along: a CSV that opens in Excel, says what it is, and runs nothing."""

import csv
import io
from collections.abc import Callable
from datetime import UTC, datetime

import pandas as pd
import streamlit as st

from components.i18n import _, language, period, set_language
from components.source import Source
from metrics.cells import safe_cell
from metrics.definitions import definitions_version
from metrics.periods import to_date


def as_csv(table: pd.DataFrame, source: Source, title: str) -> bytes:
    """A table as CSV, under the lines that say what it is; UTF-8 with a mark, so that Excel reads it rightly."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    for name, value in _preamble(source, title):
        writer.writerow([safe_cell(name), safe_cell(value)])
    writer.writerow([])
    writer.writerow([safe_cell(str(column)) for column in table.columns])
    for row in table.itertuples(index=False, name=None):
        writer.writerow([safe_cell(value) for value in row])
    return text.getvalue().encode("utf-8-sig")


def csv_button(name: str, title: str, source: Source, table: Callable[[], pd.DataFrame]) -> None:
    """A button that saves a table; the file is made when it is pressed. `name` is the file name without `.csv`."""
    file_name = f"{name}-{to_date(source.period.first)}-{to_date(source.period.last)}.csv"
    file_button(f"csv_{name}", _("Download CSV"), file_name, "text/csv", lambda: as_csv(table(), source, title))


def file_button(key: str, label: str, file_name: str, mime: str, make: Callable[[], bytes]) -> None:
    """A button that saves a file, which is made in the reader's language when it is pressed."""
    reader = language()

    def made() -> bytes:
        set_language(reader)  # the browser fetches the file outside the run of the page
        return make()

    st.download_button(
        label,
        data=made,
        file_name=file_name,
        mime=mime,
        key=key,
        on_click="ignore",
        icon=":material/download:",
    )


def _preamble(source: Source, title: str) -> list[tuple[str, str]]:
    lines = [
        (_("Title"), title),
        (_("Organisation"), source.organisation),
        (_("Period"), period(source.period)),
        (_("First day"), to_date(source.period.first).isoformat()),
        (_("Last day"), to_date(source.period.last).isoformat()),
        (_("Departments"), ", ".join(source.departments) or _("all departments")),
        (_("Platforms"), ", ".join(source.platforms) or _("all platforms")),
        (_("Accounts with data"), f"{source.covered} / {source.accounts}"),
        (_("Version of the definitions"), definitions_version()),
        (_("Made at"), datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")),
    ]
    if source.besides:
        lines.insert(1, (_("Rests on"), source.besides))
    return [("DEMO", _("Demo city: made-up data")), *lines] if source.demo else lines
