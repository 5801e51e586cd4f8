"""A fair comparison in words: who is outside what size and ordinary variation explain, and why not if nobody is."""

from collections.abc import Hashable, Mapping
from dataclasses import replace
from typing import TypeVar

from metrics.comparison.funnel import FEWEST, Funnel, Side
from metrics.comparison.shrinkage import Shrunken
from metrics.estimate import Estimate
from metrics.registry import RESTS_ON, Metric, RestsOn
from metrics.words import N_, Message

K = TypeVar("K", bound=Hashable)

SIDES: dict[Side, str] = {
    "low": N_("{name} is lower than its number of {cases} explains."),
    "high": N_("{name} is higher than its number of {cases} explains."),
    "within": N_("{name} is within expected variation."),
    "too_few": N_("{name} has too few {cases} to judge: {n} of the {needed} needed."),
}
"""What is said of one department."""


def about(name: str, side: Side, n: float, rests_on: RestsOn) -> Message:
    """What is said of one department; `n` is how many cases it has.

    >>> about("Parks", "low", 240, "messages").english()
    'Parks is lower than its number of messages explains.'
    >>> about("Water", "too_few", 7, "questions").english()
    'Water has too few questions to judge: 7 of the 10 needed.'
    """
    values = {"name": name, "cases": _cases(rests_on), "n": round(n), "needed": FEWEST}
    return Message(f"funnel_{side}", SIDES[side], values)


def headline(funnel: Funnel[K], names: Mapping[K, str], rests_on: RestsOn) -> Message:
    """The finding of the page in one sentence: who is lower or higher than explained, by name; never a rank."""
    if funnel.reason is not None:
        return replace(funnel.reason, values={**funnel.reason.values, "cases": _cases(rests_on)})
    low, high = (_named(funnel, side, names) for side in ("low", "high"))
    values = {"low": low, "high": high, "cases": _cases(rests_on)}
    if low and high:
        text = N_("Lower than the number of {cases} explains: {low}. Higher: {high}. The others vary as expected.")
    elif low:
        text = N_("Lower than the number of {cases} explains: {low}. The others vary as expected.")
    elif high:
        text = N_("Higher than the number of {cases} explains: {high}. The others vary as expected.")
    else:
        return Message("funnel_alike", N_("All departments are within expected variation."))
    return Message("funnel_outside", text, values)


def order(metric: Metric, found: Shrunken[K], names: Mapping[K, str]) -> Message:
    """What is said beside the estimates: why they are in the order of their names, or that they may be sorted."""
    if found.reason is not None:
        return found.reason
    if not found.distinguishable:
        text = N_("No department can be told apart from another, so they are in the order of their names.")
        return Message("not_distinguishable", text)
    one, other = found.pairs[0]
    if len(found.pairs) == 1:
        text = N_("{higher} is clearly higher than {lower}; no other two can be told apart.")
        if metric.unit == "duration":
            text = N_("{higher} is clearly slower than {lower}; no other two can be told apart.")
        return Message("one_pair", text, {"higher": names[one], "lower": names[other]})
    text = N_("{n} of {pairs} pairs of departments can be told apart. Others may stand in any order.")
    pairs = len(found.values) * (len(found.values) - 1) // 2
    return Message("some_pairs", text, {"n": len(found.pairs), "pairs": pairs})


def refusal(metric: Metric, estimates: Mapping[K, Estimate], names: Mapping[K, str]) -> Message | None:
    """Why departments are not compared on this number at all; None when they may be.

    Whether the data allow it is judged elsewhere (`metrics.quality.fairness`); this is about the number itself.
    """
    known = {key: estimate for key, estimate in estimates.items() if estimate.value is not None}
    if len(known) < 2:
        return Message(
            "too_few_numbers",
            N_("Not compared: {n} department has this number, and a comparison needs {needed}."),
            {"n": len(known), "needed": 2},
            plural=N_("Not compared: {n} departments have this number, and a comparison needs {needed}."),
            count=len(known),
        )
    if metric.unit in ("count", "per_week", "per_day", "per_30_days"):
        text = N_(
            "Not compared: a total says how large a department is, not how well it does. Choose a share, or a number "
            "per post, follower or reach."
        )
        return Message("total", text)
    if metric.of_one_platform and len({estimate.platforms for estimate in known.values()}) > 1:
        text = N_("Not compared: {names} have this number on different platforms. Choose one platform.")
        return Message("different_platforms", text, {"names": tuple(sorted(names[key] for key in known))})
    return None


def _cases(rests_on: RestsOn) -> Message:
    return Message(rests_on, RESTS_ON[rests_on])


def _named(funnel: Funnel[K], side: str, names: Mapping[K, str]) -> tuple[str, ...]:
    return tuple(sorted(names[key] for key, point in funnel.points.items() if point.side == side))
