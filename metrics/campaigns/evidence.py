"""What is known of a campaign: its posts, other posts of their accounts, visits that came with its links."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.special import stdtrit

from metrics.campaigns.beside import Beside, LogSums, beside
from metrics.campaigns.tag import Measure, Tag
from metrics.estimate import Estimate
from metrics.intervals import median_ranks
from metrics.words import N_, Message

FEWEST_COMMENTED = 12
"""Posts from which an average of comments has an interval that can be trusted."""
MOST_WITHOUT = 14
"""Days in a row without any campaign in the figures of websites; after more, the figures themselves are missing."""
FIRST_HOUR = 6
"""Posts of the night are in no slot (`metrics.content.slots`)."""


@dataclass(frozen=True)
class Evidence:
    """Of one campaign. `posts` has account_id, day, hour, interactions, reach, comments (missing: NaN), a row each.

    `visits` are by day; `visits_known` is the first and the last day of any campaign in the figures of websites: on a
    day between them a campaign that is not there had no visits, unless the day is in `visits_gaps` (first and last day
    of each): of a stretch so long without any campaign the figures are missing. `newest` is the newest day with data.
    `others` are the other posts of each of its accounts. `added` and `taken_out` are how many posts people put in and
    took out by hand since the expectation was registered.
    """

    posts: pd.DataFrame
    visits: Mapping[int, float] = field(default_factory=dict)
    visits_known: tuple[int, int] | None = None
    newest: int | None = None
    others: Mapping[int, LogSums] = field(default_factory=dict)
    visits_gaps: tuple[tuple[int, int], ...] = ()
    added: int = 0
    taken_out: int = 0


def gaps(days: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """The stretches of more than two weeks between days with figures of any campaign, by first and last day.

    >>> gaps([10, 12, 26, 41, 57])
    ((42, 56),)
    """
    pairs = pairwise(sorted(set(days)))
    return tuple((before + 1, after - 1) for before, after in pairs if after - before - 1 > MOST_WITHOUT)


def days_with_visits(tag: Tag, evidence: Evidence) -> list[int]:
    """The days of a campaign of which its visits are known, also when there were none."""
    if tag.first_day is None or tag.last_day is None or evidence.visits_known is None:
        return []
    first, last = max(tag.first_day, evidence.visits_known[0]), min(tag.last_day, evidence.visits_known[1])
    return [day for day in range(first, last + 1) if not any(a <= day <= b for a, b in evidence.visits_gaps)]


def measured(tag: Tag, measure: Measure, evidence: Evidence) -> Estimate:
    """How much of a measure a campaign has, with its 95 % interval where it has one; `n` is of posts, or of days."""
    if measure == "visits":
        return _visits(tag, evidence)
    known = evidence.posts[measure].dropna().to_numpy(np.float64)
    if not len(evidence.posts):
        return Estimate(None, reason=Message("no_tagged_posts", N_("No post belongs to it yet.")))
    if not len(known):
        text = N_("The platforms of its posts do not report this.")
        return Estimate(None, reason=Message("not_reported_of_posts", text))
    return _average(known) if measure == "comments" else _median(known)


def against_others(evidence: Evidence) -> Beside | None:
    """Its posts beside the others of the same accounts; only those of which the hour is known, from 6 to 24 o'clock.

    Those are the ones that the store has sums of.
    """
    timed = evidence.posts[(evidence.posts["hour"] >= FIRST_HOUR) & evidence.posts["interactions"].notna()]
    return beside(timed.assign(logs=np.log1p(timed["interactions"])), evidence.others)


def _visits(tag: Tag, evidence: Evidence) -> Estimate:
    if tag.utm_campaign is None or tag.first_day is None or tag.last_day is None:
        text = N_("It has no utm_campaign or no days, so no visits can be counted for it.")
        return Estimate(None, reason=Message("no_utm", text))
    if evidence.visits_known is None:
        text = N_("No figures of visits by campaign are loaded.")
        return Estimate(None, reason=Message("no_campaign_visits", text))
    days = days_with_visits(tag, evidence)
    if not days:
        text = N_("The figures of visits by campaign that are loaded are of other days.")
        return Estimate(None, reason=Message("other_days_visits", text))
    value = sum(evidence.visits.get(day, 0.0) for day in days)
    return Estimate(float(value), n=len(days))


def _median(values: NDArray[np.float64]) -> Estimate:
    """The median and its order-statistic interval (`metrics.intervals.median_ranks`)."""
    ordered = np.sort(values)
    ranks = median_ranks(len(ordered))
    low, high = (None, None) if ranks is None else (float(ordered[ranks[0] - 1]), float(ordered[ranks[1] - 1]))
    return Estimate(float(np.median(ordered)), n=len(ordered), low=low, high=high)


def _average(values: NDArray[np.float64]) -> Estimate:
    """The mean, and the interval of Student's t from `FEWEST_COMMENTED` posts on; most posts have no comment at all."""
    mean, n = float(values.mean()), len(values)
    if n < FEWEST_COMMENTED:
        return Estimate(mean, n=n)
    half = float(stdtrit(n - 1, 0.975) * values.std(ddof=1) / np.sqrt(n))
    return Estimate(mean, n=n, low=max(0.0, mean - half), high=mean + half)
