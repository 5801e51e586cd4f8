"""What Facebook and Instagram content exports share: their clock, their bugs, their duplicate columns."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from loaders.files.building import resaved
from loaders.files.building.columns import Columns
from loaders.files.building.counts import Counts
from loaders.files.building.format import Format
from loaders.files.building.post_types import post_types
from loaders.files.building.posts import Posts, posts_batch
from loaders.files.building.rows import Rows
from loaders.files.building.times import DAY_FIRST, ISO, MONTH_FIRST, PACIFIC, Times, day_comes_first, parse
from loaders.records import Batch
from metrics.words import N_, Message


def publish_times(rows: Rows, dates: "pd.Series[str]") -> Times:
    """Publish times in UTC. Precision "hour" where the minutes are not known.

    Meta writes US Pacific time in every country. Some exports of 2023 and 2024 hold the month in place of the
    minutes; then the hour is all that is known.
    """
    day_first = bool(day_comes_first(dates))
    if day_first:
        text = N_("The dates of this file have the day first, unlike Meta's own; they were read that way.")
        rows.warn(Message("day_first", text))
    own = DAY_FIRST if day_first else MONTH_FIRST
    times = parse(dates, (*own, *ISO, *resaved.patterns(day_first)), PACIFIC)
    no_minutes = _minutes_are_months(times)
    if not no_minutes.any():
        return times
    text = N_("The minutes of all times in this file equal the month, an export error of Meta: only the hour is known.")
    rows.warn(Message("minutes_are_months", text), no_minutes)
    hours = Times(times.seconds // 3600 * 3600, np.where(times.known, "hour", "").astype("<U6"))
    return times.where(no_minutes, hours)


def _minutes_are_months(times: Times) -> NDArray[np.bool_]:
    """Rows with the bug, when nearly all rows (19 of 20, at least three) have it; else none."""
    clock = pd.to_datetime(times.seconds, unit="s", utc=True).tz_convert(PACIFIC)
    readable = times.precision == "minute"
    same = np.asarray(clock.month == clock.minute) & readable
    has_bug = readable.sum() >= 3 and same.sum() >= 0.95 * readable.sum()
    return np.asarray(same & has_bug)


def meta_batch(
    rows: Rows,
    form: Format,
    columns: Columns,
    *,
    account: "pd.Series[str]",
    post_id: "pd.Series[str]",
    id_column: str,
    times: Times,
    count_columns: Sequence[str],
) -> Batch:
    """The batch of a content table whose accounts, ids and times are known."""
    _reject_error_rows(rows, columns, post_id)
    _reject_daily(rows, columns, post_id)
    found, definition = _views(columns.counts(count_columns))
    return posts_batch(
        rows,
        form.id,
        form.platform,
        Posts(
            account=account,
            post_id=post_id,
            times=times,
            text=longer(columns.text("title", trimmed=False), columns.text("description", trimmed=False)),
            permalink=columns.text("permalink"),
            type=post_types(columns.text("type")),
            counts=found,
            views_definition=definition,
            id_column=columns.header(id_column),
            date_column=columns.header("published_at"),
            dates=columns.text("published_at"),
        ),
    )


def _reject_error_rows(rows: Rows, columns: Columns, post_id: "pd.Series[str]") -> None:
    """Leave out rows that only say that Meta could not compute a post: by their column, or as their only cell."""
    nameless = (post_id == "").to_numpy(dtype=np.bool_)
    failed = nameless & (columns.text("comment") != "").to_numpy(dtype=np.bool_)
    if (nameless & ~failed).any():
        cells = np.array([rows.table.text(place)[nameless] for place in range(len(rows.table.header))], dtype=object)
        only = [" " in texts[0] if len(texts := [cell for cell in row if cell]) == 1 else False for row in cells.T]
        failed[nameless] |= np.array(only, dtype=np.bool_)
    text = N_("Meta could not compute the figures of this post and left the row empty. Export the period again later.")
    rows.reject(failed, columns.header("comment"), Message("export_error", text))


def _reject_daily(rows: Rows, columns: Columns, post_id: "pd.Series[str]") -> None:
    """Leave out posts with a row for each day: none of their rows holds the figures of the post."""
    days = columns.text("date")
    days = days.where(days.str.contains(r"\d{2}"), "")
    per_post = days[days != ""].groupby(post_id).nunique()
    by_day = post_id.isin(per_post.index[per_post > 1]).to_numpy(dtype=np.bool_)
    text = N_("This row holds the figures of one day. Export again, and choose lifetime figures instead of daily ones.")
    rows.reject(by_day, columns.header("date"), Message("daily_figures", text))


def _views(found: dict[str, Counts]) -> tuple[dict[str, Counts], str]:
    """The counts with impressions, or views since 2025, under one name; and which of the two it is."""
    views = found.pop("views", None)
    if "impressions" in found or views is None:
        return found, "impressions" if "impressions" in found else ""
    return {**found, "impressions": views}, "views"


def longer(one: "pd.Series[str]", other: "pd.Series[str]") -> "pd.Series[str]":
    """Of two texts the longer: captions stand in Title, in Description, or cut short in one of them.

    >>> longer(pd.Series(["Roadworks in…", ""]), pd.Series(["Roadworks in May", "Hi"])).tolist()
    ['Roadworks in May', 'Hi']
    """
    first, second = (pa.array(texts, type=pa.large_string()) for texts in (one, other))
    is_longer = pc.greater(pc.utf8_length(first), pc.utf8_length(second))
    return pd.Series(pd.array(pc.if_else(is_longer, first, second), dtype="str"))
