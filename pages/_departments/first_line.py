"""The finding of the page, for the number that was chosen."""

from components import sentences
from components.comparison import words
from components.comparison.findings import of_funnel
from components.comparison.kinds import kind_of
from components.comparison.titles import estimates_title
from components.i18n import say
from data.filters import Filters
from metrics.registry import Metric
from pages._departments import numbers as departments
from pages._departments.naming import named
from pages._departments.numbers import Members


def first_line(asked: Filters, metric: Metric, members: Members) -> list[str]:
    """What is to be said of the departments on this number; each a sentence in Markdown, the most important first.

    Why they are not compared, else who changes places inside strata, else who is outside the funnel, else who can be
    told apart. Of numbers that cannot tell departments apart it says so, and why.
    """
    reason = departments.refused(asked, metric, members)
    if reason is not None:
        return [say(reason)]
    found = departments.compared(asked, metric, members)
    if found.turnings:
        return [named(found.turnings[0], metric).sentence()]
    if found.funnel is not None and not found.mixed:
        return of_funnel(metric, found.funnel, found.shrunken)
    if found.shrunken is not None:
        return [estimates_title(metric, found.shrunken, found.same_mix)]
    if found.compared == 0:
        return [sentences.nothing_side_by_side(found.estimates.values())]
    return [words.from_size() if kind_of(metric) == "total" else words.unsure()]
