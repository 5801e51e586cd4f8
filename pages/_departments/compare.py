"""The departments beside each other on one number: what turns round first, then the funnel and the estimates."""

from components.address import choose_one
from components.comparison import strata_words, words
from components.comparison.caterpillar_card import caterpillar_card
from components.comparison.findings import funnel_title
from components.comparison.funnel_card import funnel_card
from components.comparison.paradox_card import paradox_card
from components.comparison.titles import estimates_title
from components.i18n import _
from components.metric_charts import side_by_side_card
from components.not_compared import not_compared_card
from components.source import Source
from components.values import value_words
from data.filters import Filters
from metrics.comparison.compared import Compared
from metrics.registry import Metric
from pages import _changes as changes
from pages import _numbers as numbers
from pages._departments import numbers as departments
from pages._departments.naming import named
from pages._departments.numbers import Members

QUALITY_PAGE = "quality.py"


def compare_section(asked: Filters, metric: Metric, members: Members, source: Source) -> list[str]:
    """Draw the section; what a reader must know about it."""
    reason = departments.refused(asked, metric, members)
    if reason is not None:
        not_compared_card("departments", metric, reason, QUALITY_PAGE)
        return []
    found = departments.compared(asked, metric, members)
    here = (numbers.key(asked), "compared", metric.id, members)
    tested = strata_words.tested(list(found.tested)) if found.compared > 1 and not found.turnings else ""
    if found.turnings:
        _turned(metric, found, source, here)
    if found.funnel is not None and (found.turnings or not found.mixed) and _is_seen(found):
        as_counted = _("{metric}: as counted", metric=_(metric.label))
        title = as_counted if found.turnings else funnel_title(metric, found.funnel)
        lines = [strata_words.misleads()] if found.turnings else [_whole(asked, metric, members, found), tested]
        remark = "  \n".join(line for line in lines if line)
        funnel_card(metric, found.funnel, found.estimates, source, (here, "funnel"), title=title, remark=remark)
    _estimates(asked, metric, found, source, here, tested)
    return _remarks(asked, metric, members, found)


def _is_seen(found: Compared[str]) -> bool:
    """Whether the funnel shows more than the estimates do: it takes two departments with enough cases."""
    assert found.funnel is not None
    judged = sum(point.side != "too_few" for point in found.funnel.points.values())
    return judged > 1 or found.shrunken is None


def _whole(asked: Filters, metric: Metric, members: Members, found: Compared[str]) -> str:
    """The number that other pages show, where it is about the same departments: the middle is another."""
    whole = changes.tile(asked, metric.id).now
    if found.funnel is None or found.funnel.reason is not None:
        return ""  # then the line is that of all together
    if whole.value is None or len(members) < len(numbers.by_department(asked, metric.id)) or found.compared < 2:
        return ""
    return words.beside_the_middle(value_words(metric, whole))


def _turned(metric: Metric, found: Compared[str], source: Source, here: tuple[object, ...]) -> None:
    """The pair that changes places, with a choice when there are several."""
    pairs = {str(place): named(turning, metric) for place, turning in enumerate(found.turnings)}
    place = "0"
    if len(pairs) > 1:
        label = _("Departments that change places")
        place = choose_one("pair", label, list(pairs), "0", lambda code: pairs[code].names(), 400)
    paradox_card("paradox", metric, pairs[place], source, (here, "paradox", place))


def _estimates(
    asked: Filters, metric: Metric, found: Compared[str], source: Source, here: tuple[object, ...], tested: str
) -> None:
    """The estimates with their intervals; of a number without intervals the numbers themselves."""
    if found.shrunken is not None:
        title = estimates_title(metric, found.shrunken, found.same_mix)
        lines = [strata_words.at_one_mix(found.same_mix), tested] if found.mixed else []
        remark = "  \n".join(line for line in lines if line)
        caterpillar_card(metric, found.shrunken, source, (here, "estimates"), title=title, remark=remark)
    elif found.funnel is None or found.mixed:
        estimates = numbers.by_department(asked, metric.id)
        listed = {who: estimates[who] for who in found.estimates}
        whole = changes.tile(asked, metric.id).now
        title = _("{metric}, each department apart", metric=_(metric.label))
        side_by_side_card("side_by_side", _("Department"), metric, listed, source, here, title=title, whole=whole)


def _remarks(asked: Filters, metric: Metric, members: Members, found: Compared[str]) -> list[str]:
    """What was tested, what could not be, and on which other numbers departments change places."""
    remarks = []
    if found.funnel is not None:
        of_posts = metric.ratio is not None and metric.ratio.frame == "sums"
        remarks += [strata_words.paid_unknown()] if of_posts and "paid" not in found.tested else []
    if elsewhere := departments.turned_elsewhere(asked, members, metric):
        remarks.append(strata_words.elsewhere([_(one.label) for one in elsewhere]))
    return remarks
