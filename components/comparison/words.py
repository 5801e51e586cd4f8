"""The words around the charts of departments: what the axis counts, what the limits mean, how rows are sorted."""

from components.escape import plain
from components.i18n import _, say
from metrics.comparison import wording
from metrics.comparison.funnel import Funnel, Side
from metrics.comparison.shrinkage import Shrunken
from metrics.registry import Metric, RestsOn
from metrics.words import N_

AXIS: dict[RestsOn, str] = {
    "questions": N_("Left: few questions, so wide limits. Right: many."),
    "messages": N_("Left: few messages, so wide limits. Right: many."),
    "posts": N_("Left: few posts, so wide limits. Right: many."),
    "accounts": N_("Left: few accounts, so wide limits. Right: many."),
    "site_days": N_("Left: few days with data, so wide limits. Right: many."),
}
"""What the axis under the funnel counts."""

SIDES: dict[Side, str] = {
    "low": N_("lower than its number explains"),
    "high": N_("higher than its number explains"),
    "within": N_("within expected variation"),
    "too_few": N_("too few to say"),
}
"""Where a department is in the funnel, for the table."""


def axis(metric: Metric) -> str:
    """What the axis below counts, and what that does to the limits."""
    return _(AXIS[metric.rests_on])


def limits() -> tuple[str, str]:
    """The names of the inner and of the outer limits of a funnel."""
    return _("95%"), _("99.8%")


def how_to_read(metric: Metric, found: Funnel[str]) -> str:
    """What the limits of a funnel mean, and what moves a department to the left."""
    if found.reason is not None:
        lines = [_("The lines show how far chance alone reaches. How much departments vary anyway is not in them.")]
    else:
        lines = [
            _(
                "Of 100 departments that work alike, 95 are between the dashed lines; of 1,000, 998 are between the "
                "dotted lines. How much departments vary anyway is in them. A triangle is outside the dotted lines."
            )
        ]
    if metric.unit != "share":
        lines.append(_("Weeks that differ much make a number less sure, which moves a department to the left."))
    return " ".join(lines)


def how_drawn(found: Shrunken[str]) -> str:
    """What the dots of a caterpillar mean."""
    if found.reason is not None:
        return _("Dot: the number with its 95% interval.")
    return _(
        "Filled dot: the estimate with its 95% interval, drawn towards the middle where there are few cases. Open dot: "
        "as counted."
    )


def how_sorted(metric: Metric, found: Shrunken[str]) -> str:
    """Why the rows are in this order."""
    said = say(wording.order(metric, found, {who: plain(who) for who in found.raw}))
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
