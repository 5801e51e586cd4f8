"""Columns of daily figures to a batch of account-days or site-days."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from loaders.files.building.columns import Columns
from loaders.files.building.counts import Counts, total
from loaders.files.building.format import Format
from loaders.files.building.posts import reject_incredible
from loaders.files.building.resaved import parse_resaved
from loaders.files.building.rows import Rows
from loaders.files.building.times import Times
from loaders.files.reading.headers import Aliases
from loaders.files.reading.table import Table
from loaders.records import ACCOUNT_DAY_COLUMNS, SITE_DAY_COLUMNS, Batch, Platform
from metrics.measures import INTERACTION_PARTS
from metrics.words import N_, Message


def days_batch(
    rows: Rows,
    format_id: str | None,
    platform: Platform,
    owner: "pd.Series[str]",
    times: Times,
    figures: Mapping[str, Counts],
    date_column: str | None,
    dates: "pd.Series[str]",
) -> Batch:
    """The batch of a table with one row a day; `owner` is the account, or the site for platform "website".

    `figures` are whole numbers by metric, negative ones allowed (retractions). Rows without a credible date or
    without any figure are rejected; of one day's rows the most complete is kept.
    """
    rows.reject_unreadable(~times.known, date_column, dates)
    reject_incredible(rows, times, date_column)
    present = np.stack([column.present for column in figures.values()], axis=1)
    rows.reject(np.asarray(~present.any(axis=1)), None, Message("no_figures", N_("This row holds no figures.")))
    day = pd.Series(pd.to_datetime(times.seconds, unit="s").strftime("%Y-%m-%d"), dtype="str")
    rows.drop_duplicates(owner + "|" + day, present.sum(axis=1))
    is_site = platform == "website"
    columns = SITE_DAY_COLUMNS if is_site else ACCOUNT_DAY_COLUMNS
    frame = _long(rows, "site" if is_site else "account", owner, day, figures).astype(columns)[list(columns)]
    batch = Batch(
        file=rows.table.name,
        format=format_id,
        kind="site_days" if is_site else "account_days",
        platform=platform,
        rows_read=rows.read,
        duplicates=rows.duplicates,
        rejected=rows.rejected,
        warnings=rows.warnings,
        checks=rows.checks,
        questions=rows.questions,
    )
    if is_site:
        batch.site_days = frame
    else:
        batch.account_days = frame
    return batch


def _long(
    rows: Rows, kind: str, owner: "pd.Series[str]", day: "pd.Series[str]", figures: Mapping[str, Counts]
) -> pd.DataFrame:
    """One row for each figure that is there, in the order of the file."""
    parts = []
    for metric, column in figures.items():
        mask: NDArray[np.bool_] = rows.alive & column.present
        parts.append(
            pd.DataFrame(
                {
                    "line": rows.table.lines[mask],
                    kind: owner[mask].to_numpy(),
                    "date": day[mask].to_numpy(),
                    "metric": metric,
                    "value": column.values[mask].astype(np.float64),
                }
            )
        )
    return pd.concat(parts).sort_values("line", kind="stable").reset_index(drop=True)


def days_of(
    table: Table, form: Format, aliases: Aliases, figures: Sequence[str], patterns: Sequence[str], account: str
) -> Batch:
    """The batch of a table with one row a day of one account; `aliases` name `date` and every figure."""
    rows = Rows(table)
    columns = Columns(rows, aliases)
    found = daily_figures(columns, figures)
    dates = columns.text("date")
    owner = pd.Series([account] * len(table), dtype="str")
    times = parse_resaved(dates, tuple(patterns))
    return days_batch(rows, form.id, form.platform, owner, times, found, columns.header("date"), dates)


def daily_figures(columns: Columns, figures: Sequence[str]) -> dict[str, Counts]:
    """Those of these figures that a table has, and interactions.

    Interactions are the sum of likes, comments and shares where the table has all three: the "engagements" of
    the platforms hold clicks too.
    """
    found = columns.counts(figures, signed=figures)
    parts = columns.counts(INTERACTION_PARTS, signed=INTERACTION_PARTS)
    if len(parts) == len(INTERACTION_PARTS):
        found["interactions"] = total(list(parts.values()))
    return found
