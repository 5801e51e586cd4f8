"""Post ids as text, repaired from the link where a spreadsheet destroyed them."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from loaders.files.building.id_times import looks_damaged
from loaders.files.building.patterns import group
from loaders.files.building.rows import Rows
from loaders.files.building.times import DAY, Times
from metrics.words import N_, Message

_KEPT_FROM_EXCEL = r"""^(?:="(.*)"|'(\d+))$"""
"""Tricks of tools that keep a spreadsheet from counting with an id: `="12"`, or an apostrophe before it."""
UPLOADED = 15 * 60
"""Seconds that an id may be older than the publication, as it is made at the upload; ten minutes is the most seen."""


def whole_ids(rows: Rows, cells: "pd.Series[str]", links: "pd.Series[str]", in_link: str) -> "pd.Series[str]":
    """Ids, with damaged or missing ones taken from the link (`in_link` is the pattern, with one named group).

    A damaged id without a link becomes "", so its row is rejected: two posts must not become one.
    """
    ids = cells.str.replace(_KEPT_FROM_EXCEL, r"\1\2", regex=True).str.replace(r"^(\d{5,})\.0$", r"\1", regex=True)
    damaged = looks_damaged(ids)
    wanted = damaged | ((ids == "") & (links != "")).to_numpy(dtype=np.bool_)
    if not wanted.any():
        return ids
    from_link = group(links, in_link)
    in_links = (from_link != "").to_numpy(dtype=np.bool_)
    _tell_repaired(rows, damaged & in_links)
    _tell_lost(rows, damaged & ~in_links)
    return ids.mask(wanted, from_link).astype("str")


def _tell_repaired(rows: Rows, repaired: NDArray[np.bool_]) -> None:
    n = int(repaired.sum())
    if n:
        rows.warn(
            Message(
                "damaged_ids",
                N_("{n} post id was destroyed by a spreadsheet (like 6.49E+17); it was taken from the link."),
                {"n": n},
                plural=N_(
                    "{n} post ids were destroyed by a spreadsheet (like 6.49E+17); they were taken from the links."
                ),
                count=n,
            ),
            repaired,
        )


def _tell_lost(rows: Rows, lost: NDArray[np.bool_]) -> None:
    n = int(lost.sum())
    if n:
        rows.warn(
            Message(
                "lost_ids",
                N_(
                    "{n} post id was destroyed by a spreadsheet (like 6.49E+17) and no link tells it, so its row is "
                    "left out. Export again and do not open the file in Excel first."
                ),
                {"n": n},
                plural=N_(
                    "{n} post ids were destroyed by a spreadsheet (like 6.49E+17) and no links tell them, so their "
                    "rows are left out. Export again and do not open the file in Excel first."
                ),
                count=n,
            ),
            lost,
        )


def moments(rows: Rows, days: Times, by_id: NDArray[np.int64], slack: int = 0) -> Times:
    """Days made exact by the time inside the id, where that falls on the day or within `slack` seconds of it.

    A row without a day takes the id's time; where the two do not agree the day stays, and the row is told.
    """
    near = ~days.known | ((by_id >= days.seconds - slack) & (by_id < days.seconds + DAY + slack))
    differ = (by_id > 0) & ~near
    rows.check("time_in_id", (by_id > 0) & days.known, differ)
    if differ.any():
        n = int(differ.sum())
        rows.warn(
            Message(
                "day_disagrees",
                N_("{n} post has another day in its id than in the file; that of the file was kept, without an hour."),
                {"n": n},
                plural=N_(
                    "{n} posts have another day in their id than in the file; that of the file is kept, without hour."
                ),
                count=n,
            ),
            differ,
        )
    return days.where((by_id > 0) & near, exact(by_id))


def exact(by_id: NDArray[np.int64]) -> Times:
    """Times from ids as `Times`; unknown where an id carries none."""
    return Times(by_id, np.where(by_id > 0, "minute", "").astype("<U6"))


def checked(rows: Rows, times: Times, by_id: NDArray[np.int64], tolerance: int) -> Times:
    """Times compared with those inside the ids (`tell_disagreement`), which fill those without a clock."""
    tell_disagreement(rows, times, by_id, tolerance)
    return times.where((times.precision != "minute") & (by_id > 0), exact(by_id))


def tell_disagreement(rows: Rows, times: Times, by_id: NDArray[np.int64], tolerance: int) -> NDArray[np.bool_]:
    """Rows whose time differs from the one in their id by more than `tolerance` seconds; they are told.

    Only times with a clock can be compared, and ids that hold a time (0 means none).
    """
    both = (times.precision == "minute") & (by_id > 0)
    differ = both & (np.abs(times.seconds - by_id) > tolerance)
    rows.check("time_in_id", both, differ)
    if differ.any():
        n = int(differ.sum())
        rows.warn(
            Message(
                "time_disagrees",
                N_("{n} time in the file differs from the time inside the post's id by over {minutes} minutes."),
                {"n": n, "minutes": tolerance // 60},
                plural=N_(
                    "{n} times in the file differ from the times inside the posts' ids by over {minutes} minutes."
                ),
                count=n,
            ),
            differ,
        )
    return np.asarray(differ)
