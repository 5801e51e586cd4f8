"""A filled template of months (`loaders.templates`): figures of accounts or websites that are known by month only.

Followers are a level: they are kept on the last day of the month. The other figures are flows: each is spread over
the days of its month in whole numbers, as evenly as can be, so that months add up and weeks are estimates.
"""

import time

import numpy as np
import pandas as pd

from loaders.files.building.columns import Columns
from loaders.files.building.counts import Counts, absent
from loaders.files.building.days import days_batch
from loaders.files.building.format import Format
from loaders.files.building.rows import Rows
from loaders.files.building.templates import host, one_platform, opened
from loaders.files.building.times import DAY, Times
from loaders.files.building.times import parse as parse_times
from loaders.files.reading.table import Table
from loaders.mapping.spec import FIELDS
from loaders.records import Batch, Platform
from loaders.templates import MONTHLY
from metrics.words import N_, Message

_MONTHS = ("%Y-%m", "%b-%y")  # Excel makes the second of the first, in its own language
_DUTCH = {"mrt": "mar", "mei": "may", "okt": "oct"}
_LEVELS = frozenset({"followers"})


def parse(table: Table) -> Batch:
    """One row per month, as rows per day."""
    rows, columns = opened(table, MONTHLY)
    platform = one_platform(rows, columns, MONTHLY.platforms)
    months = columns.text("month")
    last_days = _last_days(months)
    text = N_("This month is not over yet, so its figures are not known. Fill it in when it is.")
    not_over = last_days.known & (last_days.seconds + DAY > time.time())
    rows.reject(not_over, columns.header("month"), Message("month_not_over", text))
    owner = columns.text("owner")
    batch = days_batch(
        rows,
        FORMAT.id,
        platform,
        host(owner) if platform == "website" else owner,
        last_days,
        _figures(rows, columns, platform),
        columns.header("month"),
        months,
    )
    batch.account_days, batch.site_days = _spread(batch.account_days), _spread(batch.site_days)
    _tell_estimates(rows)
    return batch


def _last_days(months: "pd.Series[str]") -> Times:
    """Midnight of the last day of each month; a spreadsheet may have made its first day of a month."""
    plain = months.str.casefold().str.replace(r"^(\d{4}-\d{2})-01$", r"\1", regex=True)
    for dutch, english in _DUTCH.items():
        plain = plain.str.replace(rf"^{dutch}-", f"{english}-", regex=True)
    first = parse_times(plain, _MONTHS)
    ends = pd.to_datetime(pd.Series(first.seconds), unit="s") + pd.offsets.MonthEnd(0)
    seconds = ends.to_numpy(dtype="datetime64[s]").astype(np.int64)
    return Times(np.where(first.known, seconds, 0), first.precision)


def _figures(rows: Rows, columns: Columns, platform: Platform) -> dict[str, Counts]:
    """The figures that an account, or a website, can have; others are told and left out."""
    found = columns.counts(MONTHLY.figures, signed=MONTHLY.figures)
    fields = FIELDS["site_days" if platform == "website" else "account_days"]
    fitting = [name for name in fields if name in found and not (platform == "website" and name == "visitors")]
    strange = [name for name in found if name not in fitting and (found[name].present & rows.alive).any()]
    if strange:
        text = N_("These columns do not fit what the file is about, so they were left out: {columns}.")
        names = ", ".join(columns.header(name) or name for name in strange)
        rows.warn(Message("columns_left_out", text, {"columns": names}))
    return {name: found[name] if name in fitting else absent(len(rows.table), "f") for name in found}


def _spread(frame: pd.DataFrame) -> pd.DataFrame:
    """Each flow in as many rows as its month has days. Their values are whole and add up to the month's."""
    if frame.empty:
        return frame
    flow = ~frame["metric"].isin(_LEVELS)
    last = pd.to_datetime(frame["date"], format="%Y-%m-%d")
    days = last.dt.day.where(flow, 1).to_numpy(dtype=np.int64)
    made = frame.loc[frame.index.repeat(days)].reset_index(drop=True)
    length = days.repeat(days)
    place = np.arange(len(made)) - (days.cumsum() - days).repeat(days)
    total = made["value"].to_numpy(dtype=np.int64)
    value = total * (place + 1) // length - total * place // length
    date = last.repeat(days.tolist()).reset_index(drop=True) - pd.to_timedelta(length - 1 - place, unit="D")
    return made.assign(value=value.astype(np.float64), date=date.dt.strftime("%Y-%m-%d").astype("str"))


def _tell_estimates(rows: Rows) -> None:
    if rows.alive.any():
        text = N_(
            "Figures of a month are spread evenly over its days. Sums of whole months are exact; "
            "those of weeks and days are estimates. Followers count on the last day of the month."
        )
        rows.warn(Message("spread_over_days", text))


FORMAT = Format(
    id="template_monthly",
    platform="other",
    kind="account_days",
    description=N_("The template for months by hand, filled in (CSV or Excel)"),
    sniff=MONTHLY.recognises,
    parse=parse,
)
