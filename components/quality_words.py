"""How the quality of data is said: a badge as an icon and a word, shares with their interval, reasons as sentences."""

from collections.abc import Iterable

from components.i18n import _, number, percent, say
from metrics.quality.accuracy import Tally
from metrics.quality.completeness import Known
from metrics.quality.verdict import BADGES, Badge, Reason

_LOOK: dict[Badge, tuple[str, str]] = {
    "good": ("check_circle", "green"),
    "partial": ("warning", "orange"),
    "do_not_compare": ("block", "red"),
}


def badge_words(badge: Badge) -> str:
    """The badge as Markdown: an icon with a shape of its own and the word, coloured as well."""
    icon, colour = _LOOK[badge]
    return f":{colour}[:material/{icon}: {_(BADGES[badge])}]"


def reason_lines(reasons: Iterable[Reason]) -> str:
    """Each reason with what to do, as Markdown for the cell of a table."""
    return " ".join(f"{say(reason.message)} *{say(reason.what_to_do)}*" for reason in reasons)


def tally_words(tally: Tally) -> str:
    """So many of so many."""
    return _("{k} of {n}", k=tally.k, n=tally.n)


def share_words(tally: Tally) -> str:
    """A share with its 95 % interval and what it rests on: "98.2% (96% to 99.3%), 218 of 222"."""
    if tally.interval is None:
        return _("Cannot be checked")
    low, high = (percent(end) for end in tally.interval)
    share = percent(tally.k / tally.n)
    return _("{share} ({low} to {high}), {k} of {n}", share=share, low=low, high=high, k=tally.k, n=tally.n)


def known_words(known: Known) -> str:
    """How many of the posts have a count; "not available" where the platform gives it to nobody."""
    if known.never:
        return _("Not available: the platform does not give it")
    if known.share is None:
        return _("No posts in this period")
    return share_words(Tally(known.n, known.of))


def age_words(days: int) -> str:
    """How long ago something was, by the calendar."""
    return _("today") if days <= 0 else _("{n} days ago", n=number(days)) if days > 1 else _("yesterday")
