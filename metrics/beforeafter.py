"""Before and after an action: whether a number changed then, and whether that is more than it does anyway.

Three looks at the same weeks, all agreed on before the start:

* the *chart* of the department: do the weeks after the start lie outside what its own weeks before make ordinary?
* the *control*: another department, in the same weeks. What moves both (a season, a platform) is taken out.
* the *placebo dates*: the same comparison at every earlier date on which nothing was started. How often was the
  difference as large without any cause?

"Changed after" needs the chart and the placebo dates. "Consistent with" is weaker: in the expected direction, and
unusual among the placebo dates, or on the chart where there are too few dates. No verdict says what brought it about:
other things happen in the same weeks.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from metrics.breaks.between import counted_otherwise, how
from metrics.breaks.shipped import Break
from metrics.change.xmr import FEWEST, Scale, Xmr, xmr
from metrics.periods import week_start
from metrics.words import N_, Message

WEEK = 7
BEFORE = 26
"""Weeks before the start that it is compared with, at most; at least 12."""
AFTER = 13
"""Weeks after the start that are looked at, at most; at least 6."""
FEWEST_AFTER = 6
PLACEBOS = 30
"""With fewer earlier dates, a rank says nothing."""
RARE, UNUSUAL = 0.04, 0.2  # of earlier dates; 4 % keeps false alarms under 10 % also with a trend and no control

Direction = Literal["up", "down"]
Verdict = Literal["changed_after", "consistent_with", "no_clear_change", "too_early", "not_comparable"]

VERDICTS: dict[Verdict, str] = {
    "changed_after": N_("changed after"),
    "consistent_with": N_("consistent with"),
    "no_clear_change": N_("no clear change"),
    "too_early": N_("too early to say"),
    "not_comparable": N_("not comparable"),
}


@dataclass(frozen=True)
class BeforeAfter:
    """The verdict with its sentence, and what it rests on.

    `before` and `after` are typical weeks (means on the scale used, in the unit of the metric). `rank` is (how many
    earlier dates had a difference at least as large, how many dates there were); None with fewer than 30. `chart` has
    its limits from the weeks before; `weeks` are the Mondays of its points, `first_after` the place of the first
    week after the start.
    """

    verdict: Verdict
    sentence: Message
    before: float | None = None
    after: float | None = None
    weeks_before: int = 0
    weeks_after: int = 0
    rank: tuple[int, int] | None = None
    with_control: bool = False
    weeks: tuple[int, ...] = ()
    values: tuple[float, ...] = ()
    first_after: int = 0
    chart: Xmr | None = None


def judged_weeks(start: int) -> tuple[int, int]:
    """The Mondays of the first and the last week that a start on this day is judged by.

    >>> judged_weeks(4)  # Monday 5 January 1970
    (-178, 88)
    """
    first = week_start(start + WEEK - 1)
    return first - BEFORE * WEEK, first + (AFTER - 1) * WEEK


def judge(
    weeks: Mapping[int, float],
    control: Mapping[int, float] | None,
    start: int,
    direction: Direction,
    scale: Scale = "linear",
    breaks: Collection[Break] = (),
) -> BeforeAfter:
    """Whether a weekly series changed after a day, against a control and against earlier dates.

    `weeks` and `control` have a value by the Monday of each full week (day numbers); weeks without a value are left
    out. `start` is the day of the action: the first week that counts is the first one that begins on it or later.
    `direction` is what was expected. Use the `log` scale for counts and times. `breaks` are the changes of definition
    of the number: only weeks that are counted as those around the start are used.

    The difference of a date is the mean of the weeks after it less that of the weeks before, of the department less its
    control. On series without an effect, "changed after" comes out in at most 10 % of cases, also with a mild trend
    and weeks that resemble the week before (`tests/metrics/test_beforeafter.py`).

    Reference: Abadie, Diamond & Hainmueller (2015), "Comparative politics and the synthetic control method"
    (in-time placebos).
    """
    first = week_start(start + WEEK - 1)
    earliest, last = judged_weeks(start)
    known = {week: value for week, value in sorted(weeks.items()) if week <= last}
    own = {week: value for week, value in known.items() if counted_otherwise(week, start, breaks) is None}
    before = [week for week in own if earliest <= week < first]
    after = [week for week in own if week >= first]
    if len(before) < FEWEST or len(after) < FEWEST_AFTER:
        short = [week for week in known if (len(after) < FEWEST_AFTER if week >= first else len(before) < FEWEST)]
        reasons = [counted_otherwise(week, start, breaks) for week in short if week >= earliest]
        if found_breaks := [one for one in reasons if one is not None]:
            return BeforeAfter("not_comparable", _not_comparable(found_breaks[-1]), None, None, len(before), len(after))
        return BeforeAfter("too_early", _too_early(len(before), len(after)), None, None, len(before), len(after))
    shown = [*before, *after]
    values = tuple(own[week] for week in shown)
    chart = xmr(values, baseline=len(before), scale=scale)
    compared = _less(own, control, scale)
    found = _difference(compared, first, len(after))
    placebos = _placebos(compared, first, len(after))
    side = 1 if found is not None and found > 0 else -1
    rank = None if found is None or len(placebos) < PLACEBOS else (_as_large(placebos, found), len(placebos))
    chance = None if rank is None else (rank[0] + 1) / (rank[1] + 1)
    signalled = any(sign == side for signals in chart.signals[len(before) :] for sign in signals.values())
    verdict = _verdict(chance, signalled, side == (1 if direction == "up" else -1))
    typical = [_typical([own[week] for week in part], scale) for part in (before, after)]
    return BeforeAfter(
        verdict=verdict,
        sentence=_sentence(verdict, side, direction, rank),
        before=typical[0],
        after=typical[1],
        weeks_before=len(before),
        weeks_after=len(after),
        rank=rank,
        with_control=control is not None,
        weeks=tuple(shown),
        values=values,
        first_after=len(before),
        chart=chart,
    )


def _verdict(chance: float | None, signalled: bool, expected: bool) -> Verdict:
    if chance is not None and chance <= RARE and signalled:
        return "changed_after"
    unusual = signalled if chance is None else chance <= UNUSUAL  # a chart alone also sees a trend of long before
    if expected and unusual:
        return "consistent_with"
    return "no_clear_change"


def _less(own: Mapping[int, float], control: Mapping[int, float] | None, scale: Scale) -> dict[int, float]:
    """The series on its scale, less the control where there is one (weeks that both have)."""
    if control is None:
        return {week: _on(scale, value) for week, value in own.items()}
    return {week: _on(scale, value) - _on(scale, control[week]) for week, value in own.items() if week in control}


def _on(scale: Scale, value: float) -> float:
    return float(np.log1p(value)) if scale == "log" else value


def _difference(series: Mapping[int, float], first: int, length: int) -> float | None:
    """The mean of the weeks from a date on less the mean of those before; None without enough of either."""
    before = [series[week] for week in range(first - BEFORE * WEEK, first, WEEK) if week in series]
    after = [series[week] for week in range(first, first + length * WEEK, WEEK) if week in series]
    if len(before) < FEWEST or len(after) < FEWEST_AFTER:
        return None
    return float(np.mean(after) - np.mean(before))


def _placebos(series: Mapping[int, float], first: int, length: int) -> NDArray[np.float64]:
    """The differences of all earlier dates whose weeks after end before the real start."""
    if not series:
        return np.array([])
    dates = range(min(series) + FEWEST * WEEK, first - length * WEEK + 1, WEEK)
    found = (_difference(series, date, length) for date in dates)
    return np.array([difference for difference in found if difference is not None])


def _as_large(placebos: NDArray[np.float64], found: float) -> int:
    return int((np.abs(placebos) >= abs(found)).sum())


def _typical(values: list[float], scale: Scale) -> float:
    mean = float(np.mean([_on(scale, value) for value in values]))
    return float(np.expm1(mean)) if scale == "log" else mean


def _too_early(before: int, after: int) -> Message:
    text = N_(
        "Too early to say: {before} weeks before the start and {after} after it have enough cases for a figure; "
        "{needed} are needed."
    )
    return Message("too_early", text, {"before": before, "after": after, "needed": f"{FEWEST} + {FEWEST_AFTER}"})


def _not_comparable(one: Break) -> Message:
    text = N_("Not comparable: too few weeks before and after the start are counted in the same way. {how}")
    return Message("not_comparable", text, {"how": how(one)})


_SENTENCES: dict[Verdict, dict[bool, str]] = {
    "changed_after": {
        True: N_("It changed after the start, in the expected direction."),
        False: N_("It changed after the start, against the expected direction."),
    },
    "consistent_with": {
        True: N_("The weeks after the start are consistent with what was expected, but may be chance."),
    },
    "no_clear_change": {
        True: N_("No clear change: it does this without an action too."),
        False: N_("No clear change: it does this without an action too."),
    },
}


def _sentence(verdict: Verdict, side: int, direction: Direction, rank: tuple[int, int] | None) -> Message:
    text = _SENTENCES[verdict][side == (1 if direction == "up" else -1)]
    head = Message(verdict, text)
    if rank is None:
        few = N_("{finding} There are too few earlier weeks to compare with earlier dates.")
        return Message(verdict, few, {"finding": head})
    return Message(
        verdict,
        N_("{finding} Of {n} earlier date without an action, {k} had a difference as large."),
        {"finding": head, "n": rank[1], "k": rank[0]},
        plural=N_("{finding} Of {n} earlier dates without an action, {k} had a difference as large."),
        count=rank[1],
    )
