"""The first line of the page: who differs by more than size and chance explain, in a few sentences."""

from components.comparison.titles import furthest
from components.escape import plain
from components.i18n import _, say
from metrics.comparison import wording
from metrics.comparison.funnel import Funnel
from metrics.comparison.shrinkage import Shrunken
from metrics.registry import Metric

_NAMED = 3  # departments that the first line has room for


def of_funnel(metric: Metric, found: Funnel[str], estimates: Shrunken[str] | None) -> list[str]:
    """Who is outside the limits of a funnel, and that the others are not; each a sentence in Markdown."""
    outside = sorted(found.flagged, key=str.casefold)
    within = [who for who, point in found.points.items() if point.side == "within"]
    if not outside and found.reason is None:
        return [say(wording.headline(found, _names(found), metric.rests_on)), *of_estimates(estimates)]
    if found.reason is not None or len(outside) > _NAMED:
        return [say(wording.headline(found, _names(found), metric.rests_on))]
    about = [_about(metric, found, who) for who in outside]
    if len(within) == 1:
        return [*about, _about(metric, found, within[0])]
    return [*about, *([_("The other {n} departments are within expected variation.", n=len(within))] if within else [])]


def of_estimates(estimates: Shrunken[str] | None) -> list[str]:
    """The two that lie furthest apart, where any two can be told apart."""
    if estimates is None or (pair := furthest(estimates)) is None:
        return []
    higher, lower = map(plain, pair)
    return [_("Still, {higher} is clearly higher than {lower}.", higher=higher, lower=lower)]


def _about(metric: Metric, found: Funnel[str], who: str) -> str:
    point = found.points[who]
    return say(wording.about(plain(who), point.side, point.n, metric.rests_on))


def _names(found: Funnel[str]) -> dict[str, str]:
    return {who: plain(who) for who in found.points}
