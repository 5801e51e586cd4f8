"""Slices from a handful of posts, added up by the same functions that fill the store's rollups."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from data.rollup_sums import day_sums, histograms
from metrics.measures import COUNTS
from metrics.slices import Slice

DAYS = {"previous": 0, "current": 100}
AUDIENCE = ["period", "account_id", "department_id", "platform"]
AUDIENCE += ["followers_start", "followers_end", "start_day", "end_day"]
SITES = ["period", "site_id", "department_id", "metric", "value", "days"]
_OWNER = ["period", "account_id", "department_id", "platform"]


def posts(n: int = 1, **values: Any) -> list[dict[str, Any]]:
    """`n` equal posts. What is not given is missing; account 1 of department 1 on Facebook in the current period."""
    return [{"period": "current", "account_id": 1, "department_id": 1, "platform": "facebook", **values}] * n


def slice_of(
    content: Sequence[dict[str, Any]] = (),
    *,
    days: int = 91,
    audience: Sequence[dict[str, Any]] = (),
    sites: Sequence[dict[str, Any]] = (),
    youtube_in_totals: bool = False,
) -> Slice:
    """A slice of these posts. `period` is a name or, for a slice by week, the first day of the week."""
    columns = [*_OWNER, "type", "followers", "own_replies", *COUNTS]
    frame = pd.DataFrame(list(content), columns=columns)
    frame = frame.astype(dict.fromkeys((*COUNTS, "followers", "own_replies"), "float64"))
    frame["is_reply"] = frame["type"] == "reply"
    frame["day"] = frame["period"].map(lambda period: DAYS.get(period, period)).astype("int64")
    frame["account_id"] = frame["account_id"].astype("int64")
    owner = frame[[*_OWNER, "day"]].drop_duplicates()
    buckets = pd.concat([found.assign(measure=measure) for measure, found in histograms(frame).items()])
    messages = pd.DataFrame({"account_id": [], "day": [], "is_own": [], "n": []}, dtype="int64")
    return Slice(
        days=days,
        sums=owner.merge(day_sums(frame, messages)).drop(columns="day"),
        histograms=owner.merge(buckets).drop(columns="day"),
        audience=pd.DataFrame(list(audience), columns=AUDIENCE).astype({"platform": "str"}),
        sites=pd.DataFrame(list(sites), columns=SITES),
        youtube_in_totals=youtube_in_totals,
    )
