"""All numbers of a group for every department, as a table."""

from components.address import choose_one
from components.i18n import _
from components.overview_table import overview_table
from components.source import Source
from data.filters import Filters
from metrics.registry import GROUPS, offered
from pages import _numbers as numbers
from pages import _quality as quality

NAMES = {str(metric.group): GROUPS[metric.group] for metric in offered()}


def all_numbers_section(asked: Filters, source: Source, first: str) -> None:
    """Draw the table with the choice of its group; `first` is the group that nobody has to choose."""
    group = choose_one("group", _("Numbers in the table"), list(NAMES), first, _group, 400)
    listed = [metric for metric in offered() if metric.group == group]
    cells = numbers.table(asked, tuple(metric.id for metric in listed))
    title = _("{group}: all numbers by department", group=_group(group))
    unfair = {metric.id for metric in listed if quality.not_compared(asked, metric.id, "department_id") is not None}
    overview_table("numbers", title, listed, cells, source, (numbers.key(asked), "table", group), unfair)


def _group(code: str) -> str:
    return _(NAMES[code])
