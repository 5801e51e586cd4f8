"""The first line of the page: who differs by more than size and chance explain, in one or two sentences."""

from collections.abc import Sequence

from components.comparison.titles import furthest
from components.escape import plain
from components.i18n import _, ngettext, say
from metrics.comparison.funnel import Funnel
from metrics.comparison.shrinkage import Shrunken
from metrics.registry import Metric

_NAMED = 3  # names that fit in the first line


def of_funnel(metric: Metric, found: Funnel[str], estimates: Shrunken[str] | None) -> list[str]:
    """Who is outside the limits of a funnel, and that the others are not; each a sentence in Markdown."""
    if found.reason is not None:
        return [say(found.reason)]
    sides = {side: _on(found, side) for side in ("low", "high", "within")}
    outside = [_outside(metric, side, sides[side]) for side in ("low", "high") if sides[side]]
    if not outside:
        return [_("All departments are within expected variation."), *of_estimates(estimates)]
    return [*outside, *_within(sides["within"])]


def of_estimates(estimates: Shrunken[str] | None) -> list[str]:
    """The two that lie furthest apart, where any two can be told apart."""
    if estimates is None or (pair := furthest(estimates)) is None:
        return []
    higher, lower = map(plain, pair)
    return [_("Still {higher} is clearly higher than {lower}.", higher=higher, lower=lower)]


def _on(found: Funnel[str], side: str) -> list[str]:
    return sorted((who for who, point in found.points.items() if point.side == side), key=str.casefold)


def _outside(metric: Metric, side: str, names: Sequence[str]) -> str:
    """Those on one side of the funnel, in the order of the alphabet."""
    listed, n, questions = [plain(name) for name in names], len(names), metric.rests_on == "questions"
    if side == "low" and questions:
        return ngettext(
            "{departments} is lower than its number of questions explains.",
            "{departments} are lower than their numbers of questions explain.",
            n,
            departments=listed,
        )
    if side == "low":
        return ngettext(
            "{departments} is lower than its number of posts explains.",
            "{departments} are lower than their numbers of posts explain.",
            n,
            departments=listed,
        )
    if questions:
        return ngettext(
            "{departments} is higher than its number of questions explains.",
            "{departments} are higher than their numbers of questions explain.",
            n,
            departments=listed,
        )
    return ngettext(
        "{departments} is higher than its number of posts explains.",
        "{departments} are higher than their numbers of posts explain.",
        n,
        departments=listed,
    )


def _within(names: Sequence[str]) -> list[str]:
    if not names:
        return []
    if len(names) > _NAMED:
        return [_("The other {n} departments are within expected variation.", n=len(names))]
    return [
        ngettext(
            "{departments} is within expected variation.",
            "{departments} are within expected variation.",
            len(names),
            departments=[plain(name) for name in names],
        )
    ]
