"""What the posting times of accounts come to, as sentences."""

from collections.abc import Mapping

from metrics.cadence.posting_times import FEWEST_POSTS, PostingTimes, SlotRatio
from metrics.content.slots import SLOTS
from metrics.words import N_, Message


def verdict(times: PostingTimes) -> Message:
    """The finding on one account or department: the times that do better beyond chance, or that there are none.

    >>> verdict(PostingTimes(200, (SlotRatio("week_evening", 200, 1.1, 0.9, 1.3),))).english()
    'No time of posting is distinguishable: with 200 posts, all differences may be chance.'
    """
    if not times.judged:
        text = N_("Too few posts to compare times of posting: {n}. At least {needed} at two times or more are needed.")
        return Message("times_too_few", text, {"n": times.n, "needed": FEWEST_POSTS})
    if times.better:
        text = N_("Some times do better beyond chance: {slots}.")
        return Message("times_better", text, {"slots": tuple(_said(one) for one in times.better)})
    if times.worse:
        text = N_("No time does better beyond chance; some do less well: {slots}.")
        return Message("times_worse", text, {"slots": tuple(_said(one) for one in times.worse)})
    text = N_("No time of posting is distinguishable: with {n} posts, all differences may be chance.")
    return Message("times_alike", text, {"n": times.n})


def headline(found: Mapping[str, PostingTimes]) -> Message:
    """The finding on several departments or accounts, by name: those where a time does better, or that none is."""
    better = tuple(name for name, times in found.items() if times.better)
    judged = sum(times.judged for times in found.values())
    if not judged:
        return Message("times_none_judged", N_("There are too few posts with known interactions to compare times."))
    if not better:
        text = N_("No time of posting is distinguishable, in any of the {n} that have enough posts.")
        return Message("times_none", text, {"n": judged})
    text = N_("The time of posting makes a difference beyond chance in {k} of {n}: {names}.")
    return Message("times_some", text, {"k": len(better), "n": judged, "names": better})


def _said(one: SlotRatio) -> Message:
    text = N_("{slot} ({ratio} times the other posts, interval {low} to {high}, n = {n})")
    values = {"ratio": one.ratio, "low": one.low, "high": one.high}
    rounded = {name: round(value, 2) for name, value in values.items() if value is not None}
    return Message("slot", text, {"slot": Message(one.slot, SLOTS[one.slot]), "n": one.n, **rounded})
