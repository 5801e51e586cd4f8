"""Slices from a handful of posts, added up by the same functions that fill the store's rollups."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd

from data.rollup_sums import day_sums, histograms
from metrics.histogram import histogram
from metrics.measures import COUNTS
from metrics.responsiveness.bins import BINS
from metrics.slices import ANSWERS, RESPONSE, TOPICS, Slice

DAYS = {"previous": 0, "current": 100}
AUDIENCE = ["period", "account_id", "department_id", "platform"]
AUDIENCE += ["followers_start", "followers_end", "start_day", "end_day"]
SITES = ["period", "site_id", "department_id", "metric", "value", "days", "latest"]
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


DAY = 86_400
_UP_TO = (3600, 4 * 3600, 8 * 3600, DAY, 3 * DAY, 5 * DAY)
"""Made-up borders of the bins for questions of which nobody says when the organisation is open."""


def with_answers(
    data: Slice, seconds: Sequence[float] = (), ages: Sequence[float] = (), norm: float = DAY, **values: Any
) -> Slice:
    """The slice with an account's questions: `seconds` to the answers given, `ages` of those still waiting.

    The deadline is `norm` seconds after the question; that of every answered one has passed. `values` are whose they
    are (as in `posts`) and further sums (`talked`, `two_way`, `deep`).
    """
    owner = {"period": "current", "account_id": 1, "department_id": 1, "platform": "facebook"}
    owner |= {name: values.pop(name) for name in _OWNER if name in values}
    times, waited = np.asarray(seconds, dtype="float64"), np.asarray(ages, dtype="float64")
    late = int((waited > norm).sum())
    sums = dict.fromkeys(ANSWERS, 0) | {"asked": len(times) + len(waited), "answered": len(times)}
    sums |= {"waiting": len(waited), "due": len(times) + late, "in_time": int((times <= norm).sum())}
    sums |= {"due_waiting": late, **values}
    names, counts = np.unique(np.searchsorted(_UP_TO, times), return_counts=True)
    sums |= {list(BINS)[name]: int(n) for name, n in zip(names, counts, strict=True)}
    buckets = histogram(times).rename_axis("bucket").rename("n").reset_index().assign(**owner, measure=RESPONSE)
    waiting = pd.DataFrame({"age_s": waited.astype("int64")}).value_counts().rename("n").reset_index().assign(**owner)
    return replace(
        data,
        histograms=_below(data.histograms, buckets),
        answers=_below(data.answers, pd.DataFrame([{**owner, **sums}])),
        waiting=_below(data.waiting, waiting),
    )


def with_topic(data: Slice, **values: Any) -> Slice:
    """The slice with messages of citizens and those on a topic; `values` are `TOPICS` and whose they are."""
    owner = {"period": "current", "account_id": 1, "department_id": 1, "platform": "facebook"}
    return replace(data, topics=pd.DataFrame([owner | dict.fromkeys(TOPICS, 0) | values]))


def _below(frame: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    return rows[frame.columns] if frame.empty else pd.concat([frame, rows[frame.columns]], ignore_index=True)
