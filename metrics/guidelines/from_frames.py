"""The evidence on each account, put together from the frames that the store answers with."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from metrics.guidelines.evidence import Answers, Evidence, Tally
from metrics.periods import Period, week_start

WEEKS = 26
"""At least so many weeks are looked at for a rhythm: with thirteen, even a perfect record is within chance of 80 %."""


@dataclass(frozen=True)
class Frames:
    """What the store knows about the accounts; each frame has account_id and may miss accounts.

    `coverage`: first_day and covered_until, one row for each account. `weeks`: posts by period (a Monday) of
    `weeks_of(period)`. `sums`: posts, comments_posts and comments_n. `hours`: posts by dow and p00..p23. `content`: n
    by dimension and value ("alt" counts pictures, not posts). `answers`: due, in_time and due_waiting. `removals`: n
    and cited. `targets`: the share that the norm of an account promises. `without_norm`: accounts for which nobody set
    one.
    """

    coverage: pd.DataFrame
    weeks: pd.DataFrame
    sums: pd.DataFrame
    hours: pd.DataFrame
    content: pd.DataFrame
    answers: pd.DataFrame
    removals: pd.DataFrame
    targets: Mapping[int, float | None] = field(default_factory=dict)
    without_norm: Collection[int] = ()


def weeks_of(period: Period) -> Period:
    """The full weeks that a rhythm is judged over: those of the period, and at least the last 26.

    >>> weeks_of(Period(20633, 20723)).days / 7
    26.0
    """
    end = week_start(period.last + 1)
    start = min(week_start(period.first + 6), end - 7 * WEEKS)
    return Period(start, end - 1)


def evidence(frames: Frames, period: Period) -> dict[int, Evidence]:
    """What is known about each account of `coverage`."""
    weeks, hours, content = (dict(list(f.groupby("account_id"))) for f in (frames.weeks, frames.hours, frames.content))
    sums, answers, removals = (_by_account(f) for f in (frames.sums, frames.answers, frames.removals))
    found = {}
    for row in frames.coverage.to_dict("records"):
        key = int(row["account_id"])
        own, kinds = sums.get(key, {}), _content(content.get(key))
        pictures = kinds.pop("alt", {})
        found[key] = Evidence(
            day=period.last,
            posts=int(own.get("posts", 0)),
            weeks=_weeks(row, weeks.get(key), weeks_of(period)),
            hours=_hours(hours.get(key)),
            content={**kinds},
            commented=_tally(own, "comments_posts", "comments_n"),
            answers=_answers(answers.get(key), frames.targets.get(key), key not in frames.without_norm),
            removals=_tally(removals.get(key, {}), "cited", "n"),
            described=(pictures.get("described", 0), sum(pictures.values())) if pictures else None,
        )
    return found


def _by_account(frame: pd.DataFrame) -> dict[int, Mapping[Any, Any]]:
    return {int(row["account_id"]): row for row in frame.to_dict("records")}


def _weeks(account: Mapping[Any, Any], posts: pd.DataFrame | None, over: Period) -> tuple[int, ...]:
    """Posts of each full week between the first post and the last day that the imports tell about."""
    if pd.isna(account["first_day"]) or pd.isna(account["covered_until"]):
        return ()
    first = max(over.first, week_start(int(account["first_day"]) + 6))
    last = min(over.last, int(account["covered_until"]))
    counted = {} if posts is None else dict(zip(posts["period"].tolist(), posts["posts"].tolist(), strict=True))
    return tuple(int(counted.get(monday, 0)) for monday in range(first, last - 5, 7))


def _hours(rows: pd.DataFrame | None) -> dict[tuple[int, int], int]:
    if rows is None:
        return {}
    counts = rows[[f"p{hour:02}" for hour in range(24)]].to_numpy("int64").tolist()
    return {(d, h): n for d, row in zip(rows["dow"].tolist(), counts, strict=True) for h, n in enumerate(row) if n}


def _content(rows: pd.DataFrame | None) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    if rows is not None:
        for dimension, value, n in rows[["dimension", "value", "n"]].itertuples(index=False, name=None):
            found.setdefault(dimension, {})[value] = int(n)
    return found


def _answers(row: Mapping[Any, Any] | None, target: float | None, has_norm: bool) -> Answers | None:
    if row is None:
        return None
    return Answers(int(row["due"]), int(row["in_time"]), int(row["due_waiting"]), target, has_norm)


def _tally(row: Mapping[Any, Any], part: str, whole: str) -> Tally | None:
    return (int(row[part]), int(row[whole])) if row.get(whole) else None
