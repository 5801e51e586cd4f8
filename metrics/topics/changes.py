"""Which topics rose or fell since the period before, beyond what chance and busy weeks show."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from metrics.comparison.multiple import clear_among
from metrics.comparison.periods import MINIMUM_WEEKS, SMALLEST_CHANGE
from metrics.comparison.platform_mix import holds_inside
from metrics.disclosure import MINIMUM
from metrics.estimate import Estimate
from metrics.intervals import weekly_change, wilson
from metrics.periods import Period, month_last, week_start
from metrics.topics.frames import NO_TOPIC
from metrics.trend import Step

FEWEST = 10
"""Messages in both periods together that a comparison needs."""

Direction = Literal["up", "down", "unclear"]


@dataclass(frozen=True)
class Shift:
    """A topic that was compared: its share of the messages in both periods, and whether they differ clearly.

    Shares, and the numbers of messages they rest on, are of the accounts whose data cover both periods. `p` is how
    often chance alone would show a change this large.
    """

    topic: int
    direction: Direction
    now: float
    before: float
    n_now: int
    n_before: int
    p: float


def changes(both: pd.DataFrame, steps: pd.DataFrame, period: Period, step: Step) -> dict[int, Shift]:
    """Every topic that can be compared, by its id; none when there are fewer than six full weeks (or months).

    `both` is period ("current", "previous"), platform, topic_id, messages; `steps` the messages per week or month
    (`period` is its first day), topic_id over both periods. Both are about the same accounts.

    Compared is the share of messages on a topic, week by week: a topic has busy weeks, so the spread is taken from the
    weeks themselves, as if each had had equally many messages (`metrics.intervals.weekly_change`). A change is clear
    when it passes Benjamini and Hochberg's line over all topics compared, is at least 5 % of the share before, and is
    not merely one of the mix of platforms (`metrics.comparison.platform_mix`).
    """
    now, before = (_totals(both, name) for name in ("current", "previous"))
    weeks = _by_step(steps)
    units = [_whole(weeks.index.tolist(), part, step) for part in (period, period.before())]
    if min(map(len, units)) < MINIMUM_WEEKS or not (sum(now.values()) and sum(before.values())):
        return {}
    told = [t for t in sorted({*now, *before} - {NO_TOPIC}) if _enough(now.get(t, 0), before.get(t, 0))]
    tested = [(topic, weekly_change(*(weeks.loc[unit, topic].tolist() for unit in units))[1]) for topic in told]
    clear = clear_among([p for _, p in tested])
    found = {}
    for place, (topic, p) in enumerate(tested):
        shares = [counts.get(topic, 0) / sum(counts.values()) for counts in (now, before)]
        sure = place in clear and _large(*shares) and _same_platforms(both, topic, shares[0] > shares[1])
        direction: Direction = ("up" if shares[0] > shares[1] else "down") if sure else "unclear"
        found[topic] = Shift(topic, direction, shares[0], shares[1], now.get(topic, 0), before.get(topic, 0), p)
    return found


def _enough(now: int, before: int) -> bool:
    """Enough to compare, and nothing that may not be shown."""
    return now + before >= FEWEST and all(n == 0 or n >= MINIMUM for n in (now, before))


def _large(now: float, before: float) -> bool:
    return before == 0 or abs(now / before - 1) >= SMALLEST_CHANGE


def _totals(both: pd.DataFrame, period: str) -> dict[int, int]:
    rows = both[both["period"] == period]
    added = rows.groupby("topic_id")["messages"].sum()
    return dict(zip(added.index.tolist(), added.tolist(), strict=True))


def _by_step(steps: pd.DataFrame) -> pd.DataFrame:
    """Messages per week (rows) and topic, as if every week had had as many messages as the average one."""
    table = steps.pivot_table(index="period", columns="topic_id", values="messages", aggfunc="sum", fill_value=0)
    totals = table.sum(axis="columns")
    return table.mul(totals.mean() / totals, axis="index")


def _whole(starts: Sequence[int], period: Period, step: Step) -> list[int]:
    """The weeks or months with messages that lie wholly inside a period."""
    return [start for start in starts if start >= period.first and _last(start, step) <= period.last]


def _last(start: int, step: Step) -> int:
    return week_start(start) + 6 if step == "week" else month_last(start)


def _same_platforms(both: pd.DataFrame, topic: int, rose: bool) -> bool:
    pairs = []
    for _, rows in both.groupby("platform"):
        sides = [_share(rows[rows["period"] == name], topic) for name in ("current", "previous")]
        pairs.append((sides[0], sides[1]) if rose else (sides[1], sides[0]))
    return holds_inside(pairs)


def _share(rows: pd.DataFrame, topic: int) -> Estimate:
    n = int(rows["messages"].sum())
    if n == 0:
        return Estimate(None)
    part = int(rows.loc[rows["topic_id"] == topic, "messages"].sum())
    low, high = wilson(part, n)
    return Estimate(part / n, n, low, high)
