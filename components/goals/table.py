"""All goals with their numbers as a table, for reading and for files."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from components.escape import bare, plain
from components.goals.goal_card import Row
from components.goals.naming import kpi_name, now_words, target_words
from components.i18n import _, say
from components.number_table import Table
from components.plan.naming import department_name
from metrics.change.reading import assurance_words
from metrics.goals.goal import DIRECTIONS, STATUSES, Goal
from metrics.goals.judge import VERDICTS
from metrics.goals.levels import LEVELS

Listed = Sequence[tuple[Goal, Sequence[Row]]]


def goals_table(listed: Listed, departments: Mapping[int, str]) -> Table:
    """A row for each number; a goal without one has a row too."""
    return Table(lambda: in_words(listed, departments), lambda: as_rows(listed, departments))


def in_words(listed: Listed, departments: Mapping[int, str]) -> pd.DataFrame:
    """The table as people read it, escaped."""
    rows = [
        {
            _("Goal"): plain(goal.title, 300),
            _("Who"): plain(department_name(goal.department_id, departments)),
            _("Number"): "–" if row is None else plain(kpi_name(row.judged.kpi), 200),
            _("Level"): "–" if row is None else _(LEVELS[row.judged.kpi.level].name),
            _("Now"): "–" if row is None else now_words(row.judged) or say(row.judged.reason),
            _("Target"): "–" if row is None else target_words(row.judged.kpi),
            _("Verdict"): "–" if row is None else _(VERDICTS[row.judged.verdict]),
        }
        for goal, row in _pairs(listed)
    ]
    return pd.DataFrame(rows, dtype="object")


def as_rows(listed: Listed, departments: Mapping[int, str]) -> pd.DataFrame:
    """The table for programs: values in the unit of the metric, an empty cell where there is none."""
    return pd.DataFrame([_raw(goal, row, departments) for goal, row in _pairs(listed)], dtype="object")


def _raw(goal: Goal, row: Row | None, departments: Mapping[int, str]) -> dict[str, Any]:
    found: dict[str, Any] = {
        _("Goal"): bare(goal.title, 300),
        _("Department"): bare(department_name(goal.department_id, departments)),
        _("Status"): _(STATUSES[goal.status]),
    }
    kpi = None if row is None else row.judged.kpi
    now = None if row is None else row.judged.now
    return found | {
        _("Number"): kpi and kpi_name(kpi),
        _("Metric code"): kpi and kpi.metric,
        _("Level"): kpi and _(LEVELS[kpi.level].name),
        _("Value"): now and now.value,
        _("Lowest of the 95% interval"): now and now.low,
        _("Highest of the 95% interval"): now and now.high,
        _("n"): now and now.n,
        _("It should be"): kpi and _(DIRECTIONS[kpi.direction]),
        _("Target"): kpi and kpi.target,
        _("Verdict"): row and _(VERDICTS[row.judged.verdict]),
        _("Why"): row and say(row.judged.reason),
        _("Week by week"): row and row.weeks and say(assurance_words(row.weeks)),
        _("Where it is measured"): kpi and bare(kpi.source, 300),
    }


def _pairs(listed: Listed) -> Iterable[tuple[Goal, Row | None]]:
    for goal, rows in listed:
        yield from ((goal, row) for row in rows or (None,))
