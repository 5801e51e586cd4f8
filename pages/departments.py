"""How do the departments compare? The same numbers for each, with n and intervals, in alphabetical order, unranked."""

from components.address import choose_one
from components.audience_card import audience_card
from components.figures.trend import MOST_PANELS
from components.i18n import _, say
from components.metric_charts import multiples_card
from components.overview_table import overview_table
from components.page import finding, notes, page
from components.source import Source
from components.tile import tile_grid
from components.time_axis import step_of
from components.welcome import no_data
from data.filters import Filters
from metrics.registry import GROUPS, Metric, metrics, offered
from pages import _changes as changes
from pages import _numbers as numbers
from pages import _quality as quality
from pages._context import audience_groups, demo, department_names, filters
from pages._side_by_side import departments_title, side_by_side

FIRST = "conversation"
GROUP_NAMES = {str(metric.group): GROUPS[metric.group] for metric in offered()}
TILES = ("conversation", "posts", "interactions", "commitment_c1", "audience", "visitors")
"""What one department alone is shown with; the same as on the Overview."""


def main() -> None:
    """Draw the page; one chosen department is shown with its own tiles."""
    place = page(
        _("Departments"),
        question=_("Which departments get more answers than others, beyond chance? Decide who to learn from."),
        demo=demo(),
    )
    asked = filters()
    if asked is None:
        no_data("data.py")
        return
    alone = asked.departments is not None and len(asked.departments) == 1
    finding(place, say(changes.first_findings(asked)[0] if alone else changes.departments_headline(asked)))
    source = numbers.source(asked)
    if alone:
        tile_grid(changes.tiles(asked, TILES), source)
    metric = metrics()[choose_one("metric", _("Number to compare"), _choices(), FIRST, _label, 400)]
    if not alone:
        _side_by_side(asked, metric, source)
    remarks = [_("Departments are in alphabetical order. A ranking would hide that most differences are chance.")]
    if len(asked.departments or department_names()) <= MOST_PANELS:
        _over_time(asked, metric, source)
    else:
        remarks.append(_("Choose at most {n} departments to see them over time.", n=MOST_PANELS))
    group = choose_one("group", _("Numbers in the table"), list(GROUP_NAMES), FIRST, _group, 400)
    _table(asked, group, source)
    if alone:
        audience_card(audience_groups(asked), source)
    notes(remarks)


def _side_by_side(asked: Filters, metric: Metric, source: Source) -> None:
    title = say(changes.departments_headline(asked)) if metric.id == FIRST else departments_title(asked, metric)
    side_by_side("side_by_side", asked, metric, "department_id", source, title)


def _over_time(asked: Filters, metric: Metric, source: Source) -> None:
    if metric.rests_on == "accounts" or metric.unit == "per_week":
        return
    if quality.not_compared(asked, metric.id, "department_id") is not None:
        return  # the card above says why
    step = step_of(asked.period)
    series = numbers.over_time_by_department(asked, metric.id, step)
    multiples_card("over_time", metric, series, step, source, (numbers.key(asked), "over time", metric.id))


def _table(asked: Filters, group: str, source: Source) -> None:
    listed = [metric for metric in offered() if metric.group == group]
    cells = numbers.table(asked, tuple(metric.id for metric in listed))
    title = _("{group}: all numbers by department", group=_group(group))
    unfair = {metric.id for metric in listed if quality.not_compared(asked, metric.id, "department_id") is not None}
    overview_table("numbers", title, listed, cells, source, (numbers.key(asked), "table", group), unfair)


def _group(code: str) -> str:
    return _(GROUP_NAMES[code])


def _choices() -> list[str]:
    return [metric.id for metric in offered()]


def _label(metric: str) -> str:
    return _(metrics()[metric].label)


main()
