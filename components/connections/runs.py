"""The runs of a connection, newest first: as a table to read and as a file to keep."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from components.connections.times import when
from components.connections.used import money
from components.connections.view import RunState, RunView
from components.download import csv_button
from components.escape import plain
from components.i18n import _, number
from components.source import Source
from components.table import html_table
from metrics.words import N_

_WORDS: dict[RunState, tuple[str, str]] = {
    "running": (N_("Running now"), "sync"),
    "done": (N_("Done"), "check_circle"),
    "stopped": (N_("Broke off, goes on next time"), "pause_circle"),
    "failed": (N_("Failed"), "error"),
}
_SHOWN = 10


def runs_table(runs: Sequence[RunView], name: str, source: Source) -> None:
    """Draw the newest runs, and a button for all that are known."""
    if not runs:
        st.info(_("This connection has not run yet."), icon=":material/info:")
        return
    html_table(pd.DataFrame([_row(one) for one in runs[:_SHOWN]], dtype="object"), _("Runs of this connection"))
    if len(runs) > _SHOWN:
        st.caption(_("The newest {n} are shown. The file below has them all.", n=_SHOWN))
    csv_button(name, _("Runs of this connection"), source, lambda: runs_file(runs))


def _row(one: RunView) -> dict[str, str]:
    """A run in words, escaped."""
    word, icon = _WORDS[one.state]
    told = " ".join(plain(text, 400) for text in one.problems)
    status = f":material/{icon}: {_(word)}"
    return {
        _("Started"): when(one.started),
        _("What came of it"): f"{status}  \n:small[{told}]" if told else status,
        _("Rows"): number(one.fetched),
        _("New"): number(one.inserted),
        _("Changed"): number(one.updated),
        _("Gone at the platform"): number(one.deleted),
    }


def runs_file(runs: Sequence[RunView]) -> pd.DataFrame:
    """All that is known of the runs, for a spreadsheet."""
    rows = [
        {
            _("Started"): one.started.strftime("%Y-%m-%d %H:%M"),
            _("Minutes"): None if one.minutes is None else round(one.minutes, 1),
            _("What came of it"): _(_WORDS[one.state][0]),
            _("Rows"): one.fetched,
            _("New"): one.inserted,
            _("Changed"): one.updated,
            _("Gone at the platform"): one.deleted,
            _("Requests"): one.requests,
            _("Units of the quota"): one.quota,
            _("Cost"): money(one.cost),
            _("Problems"): " ".join(one.problems),
            _("By"): one.who,
        }
        for one in runs
    ]
    return pd.DataFrame(rows, dtype="object")
