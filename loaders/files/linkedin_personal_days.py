"""LinkedIn analytics of a person: the sheets ENGAGEMENT and FOLLOWERS, with figures by day."""

import re

import pandas as pd

from loaders.files.building.days import days_of
from loaders.files.building.format import Format
from loaders.files.building.linkedin import person_of_file
from loaders.files.building.times import ISO, MONTH_FIRST
from loaders.files.building.times import parse as parse_times
from loaders.files.reading.headers import Aliases, Header, normalise, resolve
from loaders.files.reading.table import Table
from loaders.records import ACCOUNT_DAY_COLUMNS, Batch
from metrics.words import N_

ALIASES: Aliases = {
    "date": ("Date", "Fecha"),
    "impressions": ("Impressions", "Impresiones"),
    "interactions": ("Engagements", "Interacciones"),  # of a person: reactions, comments and reposts, without clicks
    "new_followers": ("New followers", "Nuevos seguidores"),
}
FIGURES = ("impressions", "interactions", "new_followers")
SHEETS = ("engagement", "followers", "interacciones", "seguidores")
_SHAPES = ({"date", "impressions", "interactions"}, {"date", "new_followers"})
_TOTAL = re.compile(r"(?P<date>\d{1,2}/\d{1,2}/\d{4}):?, (?P<followers>\d[\d.,]*)$")


def _sniff(header: Header) -> bool:
    found = resolve(header, ALIASES)
    whole = found.keys() in _SHAPES and len([name for name in header if name]) == len(found)
    return whole and (normalise(header.sheet) in SHEETS or bool(person_of_file(header.file_name) or _above(header)))


def _above(header: Header) -> "re.Match[str] | None":
    """The number of followers that stands above the days, with its date."""
    return next((match for line in header.above if (match := _TOTAL.search(line))), None)


def parse(table: Table) -> Batch:
    """Impressions and interactions, or new followers, by day; and the number of followers above them."""
    batch = days_of(table, FORMAT, ALIASES, FIGURES, (*MONTH_FIRST, *ISO), person_of_file(table.file_name))
    return _with_followers(batch, table.keys)


def _with_followers(batch: Batch, header: Header) -> Batch:
    """The number above the days becomes a figure of its own day, which mostly is the last one."""
    days, total = batch.account_days, _above(header)
    if total is None or days.empty:
        return batch
    found = parse_times(pd.Series([total["date"]]), MONTH_FIRST)
    day = pd.Timestamp(int(found.seconds[0]), unit="s").strftime("%Y-%m-%d")
    same = days[days["date"] == day]
    if found.known[0] and len(same):
        row = {**same.iloc[0], "metric": "followers", "value": float(re.sub(r"\D", "", total["followers"]))}
        batch.account_days = pd.concat([days, pd.DataFrame([row])], ignore_index=True).astype(ACCOUNT_DAY_COLUMNS)
    return batch


FORMAT = Format(
    id="linkedin_personal_days",
    platform="linkedin",
    kind="account_days",
    description=N_("LinkedIn analytics of a person: engagement and followers by day (Excel)"),
    sniff=_sniff,
    parse=parse,
)
