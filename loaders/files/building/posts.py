"""Columns of posts to a batch: what every format of posts has in common."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from loaders.files.building.counts import Counts, absent
from loaders.files.building.reported import reason_not_given
from loaders.files.building.rows import Rows
from loaders.files.building.times import DAY, Times
from loaders.records import POST_COLUMNS, Batch, Platform
from metrics.measures import COUNTS, TERMS
from metrics.words import N_, Message

EARLIEST = 946_684_800
"""1 January 2000: older than every platform, so an earlier date is a mistake (or Excel's zero)."""


@dataclass(frozen=True)
class Posts:
    """The columns of a table of posts as a format mapped them; all of the table's length.

    `date_column` is the header of the date, for reasons; `dates` are its cells. `counts` holds what the file has.
    `parent_id` is what an own reply answers, where the file says so. `pictures` has the counts `images` and
    `described`, of formats that tell which pictures have a description.
    """

    account: "pd.Series[str]"
    post_id: "pd.Series[str]"
    times: Times
    text: "pd.Series[str]"
    permalink: "pd.Series[str]"
    type: "pd.Series[str]"
    counts: Mapping[str, Counts]
    views_definition: str
    id_column: str | None
    date_column: str | None
    dates: "pd.Series[str]"
    parent_id: "pd.Series[str] | None" = None
    pictures: Mapping[str, Counts] = field(default_factory=dict)


def posts_batch(rows: Rows, format_id: str | None, platform: Platform, posts: Posts) -> Batch:
    """The batch of a table of posts: rows without id or credible date out, doubles merged, reasons for gaps set."""
    rows.reject(posts.post_id == "", posts.id_column, Message("no_id", N_("This row has no post id.")))
    rows.reject_unreadable(~posts.times.known, posts.date_column, posts.dates)
    reject_incredible(rows, posts.times, posts.date_column)
    missing = {name: absent(len(rows.table), reason_not_given(platform, name)) for name in COUNTS}
    counts = _without_implausible_zeros(rows, {**missing, **posts.counts})
    _tell_unreadable(rows, counts)
    reasons = np.stack([counts[name].reasons for name in COUNTS], axis=1).astype("<U1")
    rows.reject(rows.table.short & (reasons == "x").any(axis=1), None, misfit())
    _tell_short(rows)
    rows.drop_duplicates(posts.post_id, (reasons == ".").sum(axis=1))
    _tell_formulas(rows, posts)
    frame = _frame(rows, posts, counts, reasons)
    kept = frame if rows.alive.all() else frame[rows.alive].reset_index(drop=True)
    missing_metrics = tuple(name for name in COUNTS if kept[name].isna().all())
    return rows.batch(format_id, "posts", platform, posts=kept, missing_metrics=missing_metrics)


def _frame(rows: Rows, posts: Posts, counts: Mapping[str, Counts], reasons: NDArray[np.str_]) -> pd.DataFrame:
    """All rows of the table in the columns of `records`; `reasons` has a letter for each row and count."""
    return pd.DataFrame(
        {
            "line": rows.table.lines,
            "account": posts.account,
            "post_id": posts.post_id,
            "published_ts": pd.Series(posts.times.seconds, dtype="Int64"),
            "precision": pd.Series(posts.times.precision, dtype="str"),
            "text": posts.text,
            "permalink": posts.permalink,
            "type": posts.type,
            "parent_id": rows.table.text(None) if posts.parent_id is None else posts.parent_id,
            **{name: counts[name].series() for name in COUNTS},
            "missing": pd.Series(np.ascontiguousarray(reasons).view(f"<U{len(COUNTS)}").ravel(), dtype="str"),
            "views_definition": posts.views_definition,
            **_pictures(posts.pictures, len(rows.table)),
        }
    ).astype(POST_COLUMNS)


def _pictures(told: Mapping[str, Counts], n: int) -> dict[str, "pd.Series[int]"]:
    """Pictures and those described: both, or neither where one is missing or they contradict each other."""
    images, described = (told.get(name, absent(n, "f")) for name in ("images", "described"))
    unknown = ~images.present | ~described.present | (described.values > images.values)
    return {
        "images": images.missing_where(unknown, "f").series(),
        "described": described.missing_where(unknown, "f").series(),
    }


def reject_incredible(rows: Rows, times: Times, column: str | None) -> None:
    """Leave out rows dated in the future, or before any platform existed: they cannot be true.

    A day of slack covers all time zones.
    """
    latest = time.time() + DAY
    text = N_("This row has a date in the future. Check the date format, or the clock of the machine that exported it.")
    rows.reject(times.known & (times.seconds > latest), column, Message("future_date", text))
    text = N_("This row has a date before any of these platforms existed.")
    rows.reject(times.known & (times.seconds < EARLIEST), column, Message("ancient_date", text))


def _without_implausible_zeros(rows: Rows, counts: dict[str, Counts]) -> dict[str, Counts]:
    """Views (impressions) that are zero in every row while people were reached: an export bug, so missing.

    A post that reached somebody was seen, so not even one row can be right.
    """
    views, reach = counts["impressions"], counts["reach"]
    zero = views.present & (views.values == 0)
    if not zero.any() or (views.values[views.present] > 0).any() or not (reach.values[reach.present] > 0).any():
        return counts
    text = N_(
        "Views are zero in every row while posts reached people. This is an export error: views count as missing."
    )
    rows.warn(Message("implausible_zero", text), zero)
    return {**counts, "impressions": views.missing_where(zero, "z")}


def _tell_unreadable(rows: Rows, counts: Mapping[str, Counts]) -> None:
    for name, column in counts.items():
        mask = (column.reasons == "x") & rows.alive
        if mask.any():
            n = int(mask.sum())
            values = {"n": n, "metric": Message(name, TERMS[name])}
            rows.warn(
                Message(
                    "unreadable_count",
                    N_("{n} cell of {metric} is not a count; it counts as missing."),
                    values,
                    plural=N_("{n} cells of {metric} are not counts; they count as missing."),
                    count=n,
                ),
                mask,
            )


def misfit() -> Message:
    """Why a row with too few cells is left out: what it has is in the wrong place."""
    text = N_("This row has fewer cells than the header, and those it has do not fit their columns.")
    return Message("short_row", text)


def _tell_short(rows: Rows) -> None:
    mask = rows.table.short & rows.alive
    if mask.any():
        n = int(mask.sum())
        rows.warn(
            Message(
                "short_rows",
                N_("{n} row has fewer cells than the header; the missing ones at its end count as missing."),
                {"n": n},
                plural=N_("{n} rows have fewer cells than the header; the missing ones at their end count as missing."),
                count=n,
            ),
            mask,
        )


def _tell_formulas(rows: Rows, posts: Posts) -> None:
    mask = (posts.text.str.startswith("=") | posts.permalink.str.startswith("=")).to_numpy(dtype=np.bool_) & rows.alive
    if mask.any():
        n = int(mask.sum())
        rows.warn(
            Message(
                "formula",
                N_("{n} text starts with = like a formula. It is kept as text and never run."),
                {"n": n},
                plural=N_("{n} texts start with = like a formula. They are kept as text and never run."),
                count=n,
            ),
            mask,
        )
