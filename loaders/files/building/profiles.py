"""Accounts as an API shows them at a moment: figures of the day on which it was asked, which only the asker knows."""

import numpy as np
import pandas as pd

from loaders.files.building.columns import Columns
from loaders.files.building.counts import absent
from loaders.files.building.days import days_batch
from loaders.files.building.format import Format
from loaders.files.building.rows import Rows
from loaders.files.building.times import ISO, parse
from loaders.records import Batch
from metrics.words import N_, Message

FETCHED_ON = "fetched_on"
"""The clue that tells the day."""


def profile_batch(rows: Rows, columns: Columns, form: Format, owner: "pd.Series[str]") -> Batch:
    """The followers of each account on the day of the question; without that day a person is asked for it."""
    text = N_("This file does not say of which day it is. On which day was it fetched?")
    day = rows.ask_date(FETCHED_ON, Message(FETCHED_ON, text))
    if day is None:
        reason = N_("It is not known on which day this was fetched, so these followers have no date yet.")
        rows.reject(np.ones(len(rows.table), dtype=np.bool_), columns.header("followers"), Message("no_day", reason))
    dates = rows.everywhere(day.isoformat() if day else "")
    followers = columns.counts(("followers",)).get("followers", absent(len(rows.table), "f"))
    return days_batch(rows, form.id, form.platform, owner, parse(dates, ISO), {"followers": followers}, None, dates)
