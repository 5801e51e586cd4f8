"""Arrivals against staffed hours: when people ask, when somebody is there, and what that does to the answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd

from metrics.comparison.periods import compare
from metrics.disclosure import MINIMUM as SMALLEST_GROUP
from metrics.estimate import Estimate
from metrics.norms import Hours
from metrics.reasons import no_questions
from metrics.responsiveness.estimates import as_share
from metrics.responsiveness.words import whole
from metrics.words import N_, Message

Opening = Mapping[int, Hours]
"""The weekdays (0 is Monday) on which somebody is there, and from when to when."""

SIDES: dict[str, str] = {"a": "asked", "d": "due", "k": "in_time", "r": "answers"}
"""The columns of the store's frame by hour, by their first letter."""

MOST_SHOWN = 3


@dataclass(frozen=True)
class Busy:
    """An hour of the week in which many ask and nobody is there."""

    weekday: int
    hour: int
    asked: int


@dataclass(frozen=True)
class Staffing:
    """Questions inside and outside opening hours.

    `outside` is the share of all questions that came outside; the other two are the shares answered in time of those
    whose deadline has passed. `busiest` are the hours without staff in which most people ask, the busiest first;
    hours with fewer than five questions are not among them.
    """

    outside: Estimate
    in_time_inside: Estimate
    in_time_outside: Estimate
    busiest: tuple[Busy, ...]


def by_hour(hours: pd.DataFrame, opening: Mapping[int, Opening]) -> pd.DataFrame:
    """One row per account, weekday and hour: account_id, dow, hour, asked, due, in_time, answers, staffed.

    `hours` is the frame of the store (columns a00 to r23), `opening` the opening hours by account_id; an account that
    is not in it is never staffed. An hour is staffed when somebody is there in the middle of it. Public holidays are
    not told apart: they are counted as the weekday they are on.
    """
    days = list(zip(hours["account_id"].tolist(), hours["dow"].tolist(), strict=True))
    staffed = [_open_hours(opening.get(account, {}).get(weekday)) for account, weekday in days]
    sums = {
        name: hours[[f"{side}{hour:02}" for hour in range(24)]].to_numpy().T.ravel() for side, name in SIDES.items()
    }
    return pd.DataFrame(
        {
            "account_id": np.tile(hours["account_id"].to_numpy(), 24),
            "dow": np.tile(hours["dow"].to_numpy(), 24),
            **sums,
            "hour": np.repeat(np.arange(24), len(hours)),
            "staffed": np.array(staffed, dtype=bool).reshape(-1, 24).T.ravel(),
        }
    )


@cache
def _open_hours(times: Hours | None) -> tuple[bool, ...]:
    """For each hour of a day with these opening hours, whether somebody is there in the middle of it."""
    return tuple(times is not None and is_open({0: times}, 0, hour * 60 + 30) for hour in range(24))


def is_open(opening: Opening, weekday: int, minute: int) -> bool:
    """Whether somebody is there at a minute of a weekday, counted from midnight.

    >>> is_open({0: ("09:00", "17:00")}, 0, 16 * 60 + 30), is_open({0: ("09:00", "17:00")}, 1, 16 * 60 + 30)
    (True, False)
    """
    if weekday not in opening:
        return False
    start, end = (int(time[:2]) * 60 + int(time[3:]) for time in opening[weekday])
    return start <= minute < end


def staffing(hours: pd.DataFrame, opening: Mapping[int, Opening]) -> Staffing:
    """How many ask outside opening hours, whether they wait longer, and when most of them ask."""
    found = by_hour(hours, opening)
    inside, outside = found[found["staffed"]], found[~found["staffed"]]
    slots = outside.groupby(["dow", "hour"])["asked"].sum()
    busiest = slots[slots >= SMALLEST_GROUP].sort_values(ascending=False, kind="stable").head(MOST_SHOWN)
    return Staffing(
        share_of(int(outside["asked"].sum()), int(found["asked"].sum())),
        _in_time(inside),
        _in_time(outside),
        tuple(Busy(int(slot[0]), int(slot[1]), int(n)) for slot, n in zip(busiest.index, busiest, strict=True)),
    )


def _in_time(slots: pd.DataFrame) -> Estimate:
    return share_of(int(slots["in_time"].sum()), int(slots["due"].sum()))


def share_of(part: int, n: int) -> Estimate:
    """A share of questions with its interval, or the reason why there is none."""
    return as_share(Estimate(None, n=n), part) if n else Estimate(None, reason=no_questions())


def headline(found: Staffing) -> Message:
    """One sentence: who asks outside opening hours, and whether these people are answered in time less often."""
    if found.outside.value is None:
        assert found.outside.reason is not None
        return found.outside.reason
    share, n = whole(found.outside.value), found.outside.n
    inside, outside = found.in_time_inside, found.in_time_outside
    if inside.value is None or outside.value is None:
        text = N_("{share} of {n} questions came outside opening hours; too few to compare with the others.")
        return Message("outside_hours", text, {"share": share, "n": n})
    values = {"share": share, "n": n, "inside": whole(inside.value), "outside": whole(outside.value)}
    match compare(outside, inside).direction:
        case "down":
            text = N_(
                "{share} of {n} questions came outside opening hours. They are clearly answered in time less often: "
                "{outside}, against {inside} of the others."
            )
        case "up":
            text = N_(
                "{share} of {n} questions came outside opening hours. They are clearly answered in time more often: "
                "{outside}, against {inside} of the others."
            )
        case _:
            text = N_(
                "{share} of {n} questions came outside opening hours. No clear difference in how many are in time: "
                "{outside}, against {inside} of the others."
            )
    return Message("outside_hours", text, values)
