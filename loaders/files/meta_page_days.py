"""Meta Business Suite: one figure of a page or account by day ("Visits.csv", ...), in one or more blocks of a file."""

import re

import pandas as pd

from loaders.files.building.counts import counts
from loaders.files.building.days import days_batch
from loaders.files.building.format import Clue, Format
from loaders.files.building.meta_network import network, networks_in, with_networks
from loaders.files.building.meta_titles import figure_of, network_of
from loaders.files.building.noise import data_rows
from loaders.files.building.not_loaded import not_loaded
from loaders.files.building.resaved import parse_daily
from loaders.files.building.rows import Rows
from loaders.files.building.times import ISO
from loaders.files.building.zero_days import with_zero_days
from loaders.files.reading.headers import Header
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_, Message

DATES = frozenset({"date", "data", "datum", "fecha", "ημερομηνία"})
VALUES = frozenset({"primary", "primair", "primario", "primário", "primaire", "primär", "principal"})
COUNTED = frozenset(
    {"visitors", "new_followers", "lost_followers", "reach", "viewers", "page_views", "impressions"}
    | {"interactions", "link_clicks"}
)
"""Figures that begin at 0 every day. The number of followers does not."""
SIGNED = frozenset({"new_followers", "interactions"})

_CLOCK = r"[T ]\d{1,2}:\d{2}.*$"


def _sniff(header: Header) -> bool:
    if len(header) < 2 or header[0] not in DATES or any(header[2:]):
        return False
    if header[1] in VALUES:
        return True
    # 2023: the header repeats a figure, not always the right one
    named = network_of(header.title) or network_of(header[1])
    return bool(named and figure_of(header.title or header[1]) and figure_of(header[1]))


def parse(table: Table) -> Batch:
    """One figure by day. The title above the block says which one, never the header below it or the file's name.

    Days are Pacific days: the clock behind them (`T00:00:00` or `T01:00:00`) only shows daylight saving.
    """
    title = table.keys.title
    figure = figure_of(title or table.keys[1])
    rows = Rows(data_rows(table))
    platform = network(rows)
    if not figure:
        reason = N_("This figure is not one that is kept of accounts.")
        text = N_(
            'The figure "{title}" is not loaded. In Meta Business Suite choose Insights, Results, and export reach, '
            "views, visits, follows, content interactions or link clicks."
        )
        warning = Message("figure_not_kept", text, {"title": title or table.header[1]})
        return not_loaded(table, FORMAT, Message("figure_not_kept", reason), warning, platform)
    dates = rows.table.text(0).str.replace(_CLOCK, "", regex=True)
    times = parse_daily(dates, ISO)
    owner = pd.Series([""] * len(rows.table), dtype="str")
    values = {figure: counts(rows.table.text(1), signed=figure in SIGNED)}
    batch = days_batch(rows, FORMAT.id, platform, owner, times, values, table.header[0], dates)
    batch.account_days = with_zero_days(rows, times, batch.account_days, COUNTED)
    return batch


FORMAT = Format(
    id="meta_page_days",
    platform="facebook",
    kind="account_days",
    description=N_("Meta Business Suite, one figure by day of a Facebook page or Instagram account (CSV)"),
    sniff=_sniff,
    parse=parse,
    arrange=with_networks,
    clue=Clue(re.compile(r".*\.csv", re.IGNORECASE), networks_in),
)
