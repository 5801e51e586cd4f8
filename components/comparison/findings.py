"""The first line of the page: who differs by more than size and chance explain, in a few sentences."""

from components.comparison.titles import beside_the_middle, furthest
from components.escape import plain
from components.i18n import _, say
from metrics.comparison import wording
from metrics.comparison.funnel import Funnel
from metrics.comparison.shrinkage import Shrunken
from metrics.registry import Metric

_NAMED = 3  # departments that the first line has room for


def of_funnel(metric: Metric, found: Funnel[str], estimates: Shrunken[str] | None) -> list[str]:
    """The finding of the page; each a sentence in Markdown.

    Who is outside the limits of a funnel, and that the others are not. With nobody outside, first who can be told apart
    from another: that departments differ, and that they always do, are two things, and this order keeps them together.
    """
    outside = _outside(found)
    if not outside and (apart := of_estimates(estimates)):
        if found.reason is not None:
            return [*apart, _("There are too few departments to say whether any of them stands out.")]
        return [*apart, _("None of them stands out from how much departments differ anyway.")]
    if not outside or len(outside) > _NAMED:
        return [say(wording.headline(found, _names(found), metric.rests_on))]
    about = [_about(metric, found, who) for who in outside]
    within = [who for who, point in found.points.items() if point.side == "within"]
    if len(within) == 1:
        return [*about, _about(metric, found, within[0])]
    return [*about, *([_("The other {n} departments are within expected variation.", n=len(within))] if within else [])]


def funnel_title(metric: Metric, found: Funnel[str]) -> str:
    """The finding of the funnel alone, in Markdown: one that is outside by name, else all of them in a sentence."""
    outside = _outside(found)
    if outside and len(outside) <= _NAMED:
        return _about(metric, found, outside[0])
    return say(wording.headline(found, _names(found), metric.rests_on))


def of_estimates(found: Shrunken[str] | None) -> list[str]:
    """Who lies beside the middle where departments can be told apart; of many the two that lie furthest apart."""
    if found is None or (pair := furthest(found)) is None:
        return []
    if found.reason is not None:  # then there is no middle
        return [_("{higher} is clearly higher than {lower}.", higher=plain(pair[0]), lower=plain(pair[1]))]
    lower, higher = ([plain(who) for who in side] for side in beside_the_middle(found))
    if lower and higher and len(lower) + len(higher) <= 2 * _NAMED:
        text = _(
            "Departments differ clearly. Lower than the middle: {lower}. Higher: {higher}.", lower=lower, higher=higher
        )
    elif lower and len(lower) <= _NAMED and not higher:
        text = _("Departments differ clearly. Lower than the middle: {lower}.", lower=lower)
    elif higher and len(higher) <= _NAMED and not lower:
        text = _("Departments differ clearly. Higher than the middle: {higher}.", higher=higher)
    else:
        first, last = map(plain, pair)
        text = _(
            "Departments differ clearly, most of all {higher} (higher) and {lower} (lower).", higher=first, lower=last
        )
    return [text]


def _outside(found: Funnel[str]) -> list[str]:
    return sorted(found.flagged, key=str.casefold)


def _about(metric: Metric, found: Funnel[str], who: str) -> str:
    point = found.points[who]
    return say(wording.about(plain(who), point.side, point.n, metric.rests_on))


def _names(found: Funnel[str]) -> dict[str, str]:
    return {who: plain(who) for who in found.points}
