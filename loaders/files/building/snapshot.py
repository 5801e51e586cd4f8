"""Figures of the moment, such as followers: they hold for the day on which they were asked for."""

from collections.abc import Mapping

import pandas as pd

from loaders.files.building.counts import Counts
from loaders.files.building.days import days_batch
from loaders.files.building.format import Format
from loaders.files.building.rows import Rows
from loaders.files.building.times import parse as parse_times
from loaders.records import Batch
from metrics.words import N_, Message


def snapshot_batch(rows: Rows, form: Format, owner: "pd.Series[str]", figures: Mapping[str, Counts]) -> Batch:
    """The figures as those of the day in the clue `fetched_on` (YYYY-MM-DD); a person is asked where there is none."""
    text = N_("This file holds figures of one day and does not say which. On which day was it fetched?")
    day = rows.ask_date("fetched_on", Message("fetched_on", text))
    dates = rows.everywhere("" if day is None else day.isoformat())
    times = parse_times(dates, ("%Y-%m-%d",))
    return days_batch(rows, form.id, form.platform, owner, times, figures, None, dates)
