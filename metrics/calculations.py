"""The few shapes that post metrics come in: a total, a median per post, an average, a share, a rate.

Every function answers with an `Estimate` that names the platforms in the number and the platforms that were asked
for but do not report what it needs. A missing count is never a zero.
"""

from dataclasses import replace

import pandas as pd

from metrics import reasons
from metrics.estimate import Estimate
from metrics.histogram import median_with_interval, merge
from metrics.intervals import wilson
from metrics.measures import INTERACTION_PARTS
from metrics.slices import Slice
from metrics.totals import addable
from metrics.words import Message

MINIMUM_POSTS = 8
"""Medians, averages and rates need this many posts (METRICS 1.4)."""

MINIMUM_FOR_SHARE = 10
"""Below this a share is said as "7 of 9", not as a percentage (METRICS 3.1)."""


def posting_platforms(sums: pd.DataFrame, counter: str = "posts") -> tuple[str, ...]:
    """The platforms with at least one post, or with one that `counter` counts."""
    posted = sums[counter].to_numpy() > 0  # of each of hundreds of weeks: ten times faster than rows of the frame
    return tuple(sorted(set(sums["platform"].array[posted])))


def _reporting(
    data: Slice, counter: str, measure: str, *, parts: tuple[str, ...] = (), notes: tuple[Message, ...] = ()
) -> Estimate:
    """An estimate without a value yet: the platforms in it and those without, and the reason if nobody reports.

    `counter` is the column that counts the posts with the measure; `parts` are the counts that the measure is made
    of, so that the reason can name the one that is missing.
    """
    asked = posting_platforms(data.sums)
    if not asked:
        return Estimate(None, reason=reasons.no_posts(), notes=notes)
    inside = posting_platforms(data.sums, counter)
    without = tuple(platform for platform in asked if platform not in inside)
    if not inside:
        lacking = next((part for part in parts if data.sums[f"{part}_n"].sum() == 0), measure)
        return Estimate(None, reason=reasons.not_reported(lacking, without), without=without, notes=notes)
    n = int(data.sums[counter].sum())
    reported = data.sums[data.sums["platform"].isin(inside)] if without else data.sums
    posts = int(reported["posts"].sum())
    if n < posts:
        notes += (reasons.partly_reported(measure, n, posts),)
    return Estimate(None, n=n, platforms=inside, without=without, notes=notes)


def _enough(found: Estimate, *, one_platform: bool) -> Estimate:
    """The same estimate, with the reason why it can have no value, if there is one."""
    if found.reason is not None:
        return found
    if one_platform and len(found.platforms) > 1:
        return replace(found, reason=reasons.choose_one_platform(found.platforms))
    if found.n < MINIMUM_POSTS:
        return replace(found, reason=reasons.too_few_posts(found.n, MINIMUM_POSTS))
    return found


def total(data: Slice, count: str) -> Estimate:
    """The sum of a count over the posts that report it; `n` is the number of those posts."""
    data, found = _together(data, count)
    return found if found.reason else replace(found, value=float(data.sums[count].sum()))


def median_per_post(data: Slice, count: str) -> Estimate:
    """The median of a count over the posts that report it, with its order-statistic interval."""
    data, found = _together(data, count)
    found = _enough(found, one_platform=False)
    return found if found.reason else _median(found, data, count, whole=True)


def mean_per_post(data: Slice, count: str) -> Estimate:
    """The average of a count over the posts that report it. Without an interval: a few posts decide it."""
    data, found = _together(data, count)
    found = _enough(found, one_platform=False)
    return found if found.reason else replace(found, value=float(data.sums[count].sum()) / found.n)


def share_of_posts(data: Slice, count: str) -> Estimate:
    """The share of posts with at least one, among the posts that report the count, with Wilson's interval."""
    data, found = _together(data, count)
    if found.reason is not None:
        return found
    with_one = int(data.sums[f"{count}_posts"].sum())
    if not 0 <= with_one <= found.n:
        return replace(found, reason=reasons.figures_clash())
    if found.n < MINIMUM_FOR_SHARE:
        return replace(found, reason=reasons.too_few_for_share(with_one, found.n))
    low, high = wilson(with_one, found.n)
    return replace(found, value=with_one / found.n, low=low, high=high)


def mean_per_1000_followers(data: Slice, count: str) -> Estimate:
    """The average over posts of count / followers on the day of the post x 1,000; one platform at a time.

    Over the posts of which followers, likes, comments and shares are all known, so that P3, C3 and V3 rest on the
    same posts.
    """
    found = _enough(_with_base(data, "followers"), one_platform=True)
    if found.reason is not None:
        return found
    return replace(found, value=1000 * float(data.sums[f"{count}_per_follower"].sum()) / found.n)


def median_rate(data: Slice, base: str) -> Estimate:
    """The median over posts of interactions divided by followers, reach or impressions; one platform at a time."""
    found = _enough(_with_base(data, base), one_platform=True)
    return found if found.reason else _median(found, data, f"er_{base}", whole=False)


def pooled_rate(data: Slice, base: str) -> Estimate:
    """All interactions divided by all reach or impressions of the same posts; one platform at a time.

    The store counts only posts whose base is above zero.
    """
    found = _enough(_with_base(data, base), one_platform=True)
    if found.reason is not None:
        return found
    rate = float(data.sums[f"er_{base}_interactions"].sum()) / float(data.sums[f"er_{base}_base"].sum())
    return replace(found, value=rate)


def rate_by_reach(data: Slice, count: str) -> Estimate:
    """A count divided by reach, over the accounts where every post that reports one reports the other.

    The store sums the two apart; where they cover different posts the quotient would mean nothing.
    """
    same = data.sums[f"{count}_n"].where(data.sums[f"{count}_n"] == data.sums["reach_n"], 0)
    data = replace(data, sums=data.sums.assign(both_n=same))
    found = _enough(_reporting(data, "both_n", "reach", parts=(count, "reach")), one_platform=True)
    if found.reason is not None:
        return found
    used = data.sums[data.sums["both_n"] > 0]
    reach = float(used["reach"].sum())
    if reach == 0:
        return replace(found, reason=reasons.nobody_reached())
    return replace(found, value=float(used[count].sum()) / reach)


def _together(data: Slice, count: str) -> tuple[Slice, Estimate]:
    """What may be added up of a count, and the estimate about it that has no value yet."""
    data, notes = addable(data, posting_platforms(data.sums, f"{count}_n"))
    parts = INTERACTION_PARTS if count == "interactions" else ()
    return data, _reporting(data, f"{count}_n", count, parts=parts, notes=notes)


def _with_base(data: Slice, base: str) -> Estimate:
    """The posts of which interactions and this base are known."""
    if base == "followers":
        return _reporting(data, "per_follower_n", base, parts=INTERACTION_PARTS)
    return _reporting(data, f"er_{base}_n", base, parts=(*INTERACTION_PARTS, base))


def _median(found: Estimate, data: Slice, measure: str, *, whole: bool) -> Estimate:
    rows = data.histograms[data.histograms["measure"] == measure]
    counts = merge(rows)
    value, low, high = median_with_interval(counts, whole=whole)
    n = int(counts.sum())
    if n < MINIMUM_POSTS:  # the posts are counted, their values are not known
        return replace(found, n=n, reason=reasons.too_few_posts(n, MINIMUM_POSTS))
    return replace(found, value=value, low=low, high=high, n=n)
