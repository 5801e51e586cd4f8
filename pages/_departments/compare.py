"""The departments beside each other on one number: what turns round first, then the funnel and the estimates."""

from components.comparison import strata_words, words
from components.comparison.caterpillar_card import caterpillar_card
from components.comparison.funnel_card import funnel_card
from components.comparison.kinds import kind_of
from components.comparison.paradox_card import paradox_card
from components.comparison.titles import estimates_title
from components.i18n import _
from components.metric_charts import side_by_side_card
from components.not_compared import not_compared_card
from components.source import Source
from components.values import platform_names
from data.filters import Filters
from metrics.registry import Metric
from pages import _changes as changes
from pages import _numbers as numbers
from pages import _quality as quality
from pages._departments import numbers as departments
from pages._departments.naming import named
from pages._departments.numbers import Compared, Members

QUALITY_PAGE = "quality.py"


def compare_section(asked: Filters, metric: Metric, members: Members, source: Source, finding: str) -> list[str]:
    """Draw the section; what a reader must know about it. `finding` is the first sentence of the page."""
    reason = quality.not_compared(asked, metric.id, "department_id")
    if reason is not None:
        not_compared_card("departments", metric, reason, QUALITY_PAGE)
        return []
    found = departments.compared(asked, metric, members)
    here = (numbers.key(asked), "compared", metric.id, members)
    for place, turning in enumerate(found.turnings):
        paradox_card(f"paradox_{place}", metric, named(turning, metric), source, (here, "paradox", place))
    if found.funnel is not None and (found.turnings or not found.mixed):
        title = _("{metric}: as counted", metric=_(metric.label)) if found.turnings else finding
        remark = strata_words.misleads() if found.turnings else ""
        funnel_card(metric, found.funnel, found.estimates, source, (here, "funnel"), title=title, remark=remark)
    _estimates(asked, metric, found, source, here)
    return _remarks(asked, metric, members, found)


def _estimates(asked: Filters, metric: Metric, found: Compared, source: Source, here: tuple[object, ...]) -> None:
    """The estimates with their intervals; of a number without intervals the numbers themselves."""
    if found.shrunken is not None:
        title = estimates_title(metric, found.shrunken, same_mix=found.mixed)
        remark = strata_words.at_one_mix(platform_names(found.same_mix)) if found.mixed else ""
        caterpillar_card(metric, found.shrunken, source, (here, "estimates"), title=title, remark=remark)
    elif found.funnel is None or (found.mixed and not found.turnings):
        estimates = numbers.by_department(asked, metric.id)
        listed = {who: estimates[who] for who in found.estimates}
        whole = changes.tile(asked, metric.id).now
        title = _("{metric}, each department apart", metric=_(metric.label))
        side_by_side_card("side_by_side", _("Department"), metric, listed, source, here, title=title, whole=whole)


def _remarks(asked: Filters, metric: Metric, members: Members, found: Compared) -> list[str]:
    """What was tested, what could not be, and on which other numbers departments change places."""
    remarks = []
    if kind_of(metric) == "total":
        remarks.append(words.from_size())
    if not found.turnings:
        remarks.append(strata_words.tested(list(found.tested)))
    if (
        found.funnel is not None
        and metric.ratio is not None
        and metric.ratio.frame == "sums"
        and "paid" not in found.tested
    ):
        remarks.append(strata_words.paid_unknown())
    if elsewhere := departments.turned_elsewhere(asked, members, metric):
        remarks.append(strata_words.elsewhere([_(one.label) for one in elsewhere]))
    return [remark for remark in remarks if remark]
