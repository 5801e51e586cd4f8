"""The words around the charts of departments: what the axis counts, what the limits mean, how rows are sorted."""

from components.escape import plain
from components.i18n import _, say
from metrics.comparison import wording
from metrics.comparison.funnel import Side
from metrics.comparison.shrinkage import Shrunken
from metrics.registry import Metric, RestsOn
from metrics.words import N_

AXIS: dict[RestsOn, str] = {
    "questions": N_("Questions: few at the left, many at the right"),
    "messages": N_("Messages: few at the left, many at the right"),
    "posts": N_("Posts: few at the left, many at the right"),
}
"""What the axis under the funnel of a share counts."""

SIDES: dict[Side, str] = {
    "low": N_("lower than its number explains"),
    "high": N_("higher than its number explains"),
    "within": N_("within expected variation"),
    "too_few": N_("too few to say"),
}
"""Where a department is in the funnel, for the table."""


def axis(metric: Metric) -> str:
    """What the axis below counts. Of a rate it is how much the posts are worth as evidence, which has no unit."""
    if metric.unit == "share" and metric.rests_on in AXIS:
        return _(AXIS[metric.rests_on])
    return _("Evidence: little at the left, much at the right")


def limits() -> tuple[str, str]:
    """The names of the inner and of the outer limits of a funnel."""
    return _("95%"), _("99.8%")


def how_to_read() -> str:
    """What the limits of a funnel mean."""
    return _(
        "Of 100 departments that work alike, 95 are between the dashed lines; of 1,000, 998 are between the dotted "
        "lines. How much departments vary anyway is in them. A triangle is outside the dotted lines."
    )


def how_drawn() -> str:
    """What the two dots of a caterpillar mean."""
    return _(
        "Filled dot: the estimate with its 95% interval, drawn towards the middle where there are few cases. Open dot: "
        "as counted."
    )


def how_sorted(found: Shrunken[str]) -> str:
    """Why the rows are in this order."""
    said = say(wording.order(found, {who: plain(who) for who in found.raw}))
    return _("Sorted by value. {why}", why=said) if found.distinguishable else said


def unsure() -> str:
    """What is to be said of numbers that have no interval."""
    return _("This number has no interval, so no difference is told. Choose a median, a share or a rate to compare.")


def from_size() -> str:
    """What totals are good for, and what not."""
    return _(
        "Totals follow from size: who has more followers and posts has more of everything. Choose a number that is set "
        "against the audience or per post to compare."
    )


def beside_the_middle(whole: str) -> str:
    """Why the middle of the funnel is not the number of all together."""
    return _("All together, each case counted once: {whole}. The middle is that of the departments.", whole=whole)
