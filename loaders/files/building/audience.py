"""Tables of groups of an audience (age, country, traffic source, ...) to a batch: context, never posts."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from loaders.files.building.decimals import Numbers
from loaders.files.building.rows import Mask, Rows
from loaders.records import AUDIENCE_COLUMNS, Batch, Platform, empty
from metrics.audience_groups import is_share
from metrics.words import N_, Message

_SEPARATOR = "\x1f"
AUDIENCE_CONTEXT = "audience_context"
"""The code of the reason of rows that are no posts, but are kept as audience."""


@dataclass(frozen=True)
class GroupFigures:
    """One figure of each group: a column of the table, or of a table of both ages and genders one of them.

    `dimension` and `metric` are codes of `metrics.audience_groups`. `labels` (the group, as the file names it) and
    `values` are as long as the table; a value is NaN where the file gives none, and a share is from 0 to 1
    (`decimals.percentages` makes shares of percentages).
    """

    dimension: str
    labels: "pd.Series[str]"
    metric: str
    values: Numbers


def audience_batch(
    rows: Rows,
    format_id: str,
    platform: Platform,
    figures: Sequence[GroupFigures],
    warning: Message,
    *,
    account: "pd.Series[str] | None" = None,
    dates: "pd.Series[str] | None" = None,
    exported_ts: int | None = None,
) -> Batch:
    """The batch of a table of groups: `audience` filled, `kind` "audience", and no row kept as a post or a day.

    `warning` says what the table is and which export to make for posts. `account` is as the file names it and `dates`
    (YYYY-MM-DD) the day of the figures; both are left out, or "" in a row, where the file does not say.

    Every row stays accounted for. Rows without a group or without any figure are rejected as such, of rows about one
    group the most complete stays, and the rows that are kept as audience are rejected too, with a reason that says
    so: `rows_kept` counts posts, comments and days only (CONTRACTS: recognised, but of no use as posts).

    A table `Gender,Distribution` with fractions, for example:

        rows = Rows(data_rows(table))
        figures = [GroupFigures("gender", rows.table.text(0), "share", decimals(rows.table.text(1)))]
        return audience_batch(rows, FORMAT.id, FORMAT.platform, figures, Message("tiktok_not_posts", text))
    """
    account = rows.table.text(None) if account is None else account
    dates = rows.table.text(None) if dates is None else dates
    figures = [_credible(rows, one) for one in figures]
    present = [np.asarray(~np.isnan(one.values) & (one.labels != "").to_numpy(dtype=np.bool_)) for one in figures]
    _leave_out(rows, figures, present, account, dates)
    frames = [
        _long(rows, one, mask & rows.alive, account, dates) for one, mask in zip(figures, present, strict=True)
    ] or [empty(AUDIENCE_COLUMNS)]
    frame = pd.concat(frames).sort_values("line", kind="stable", ignore_index=True)
    rows.reject(rows.alive, None, kept_as_audience())
    rows.warn(warning)
    kept = frame.astype(AUDIENCE_COLUMNS)[list(AUDIENCE_COLUMNS)]
    return rows.batch(format_id, "audience", platform, audience=kept, exported_ts=exported_ts)


def kept_as_audience() -> Message:
    """Why a row about a group is no post: what is done with it instead."""
    text = N_("This row is about a group of the audience, not about a post or a day. It is kept as audience context.")
    return Message(AUDIENCE_CONTEXT, text)


def _credible(rows: Rows, one: GroupFigures) -> GroupFigures:
    """The figures without shares that cannot be."""
    if not is_share(one.metric):
        return one
    wrong = np.asarray((one.values < 0) | (one.values > 1))
    if not wrong.any():
        return one
    n = int(wrong.sum())
    rows.warn(
        Message(
            "wrong_share",
            N_("{n} share is below 0% or above 100%; it counts as missing."),
            {"n": n},
            plural=N_("{n} shares are below 0% or above 100%; they count as missing."),
            count=n,
        ),
        wrong,
    )
    return GroupFigures(one.dimension, one.labels, one.metric, np.where(wrong, np.nan, one.values))


def _leave_out(
    rows: Rows,
    figures: Sequence[GroupFigures],
    present: Sequence[Mask],
    account: "pd.Series[str]",
    dates: "pd.Series[str]",
) -> None:
    """Rows that name no group, hold no figure, or repeat a group."""
    length = len(rows.table)
    named = np.zeros(length, dtype=np.bool_)
    filled = np.zeros(length, dtype=np.int64)
    keys = account + _SEPARATOR + dates
    for one, mask in zip(figures, present, strict=True):
        named |= (one.labels != "").to_numpy(dtype=np.bool_)
        filled += mask
    for labels in {id(one.labels): one.labels for one in figures}.values():
        keys = keys + _SEPARATOR + labels
    rows.reject(~named, None, Message("no_group", N_("This row does not say which group it is about.")))
    rows.reject(filled == 0, None, Message("no_figures", N_("This row holds no figures.")))
    rows.drop_duplicates(keys, filled)


def _long(
    rows: Rows, one: GroupFigures, mask: Mask, account: "pd.Series[str]", dates: "pd.Series[str]"
) -> pd.DataFrame:
    """One row for each group that has this figure."""
    return pd.DataFrame(
        {
            "line": rows.table.lines[mask],
            "account": account[mask].to_numpy(),
            "date": dates[mask].to_numpy(),
            "dimension": one.dimension,
            "label": one.labels[mask].to_numpy(),
            "metric": one.metric,
            "value": one.values[mask],
        }
    )
