"""What do we want to reach, and do our numbers show that? Goals, the numbers behind them, and their targets."""

from dataclasses import replace

import streamlit as st

from components import notice
from components.chart import below
from components.goals.levels import levels_explained
from components.goals.table import goals_table
from components.i18n import _, say
from components.page import finding, notes, page
from components.table import show_as_table
from data.filters import Filters
from metrics.goals.headline import headline
from pages import _numbers as numbers
from pages._context import demo, department_names, filters
from pages._goals.cards import cards
from pages._goals.changing import add
from pages._goals.stored import PLACE, Goals, every_goal, shown


def main() -> None:
    """Draw the page: the finding, what the levels mean, the goals of each department, and the table."""
    place = page(
        _("Goals"),
        question=_("What do we want to reach, and do our numbers show that? Decide what to measure."),
        demo=demo() or any(goal.is_demo for goal in every_goal()),
    )
    asked = filters()
    found = shown(asked)
    judged = [row.judged for goal in found.active for row in found.rows[goal.id]]
    finding(place, " ".join(say(sentence) for sentence in headline(found.every, judged)))
    notes(_remarks(asked, found))
    notice.show(PLACE)
    levels_explained(expanded=not found.every)
    cards(found)
    add(expanded=not found.every)
    if found.every and asked is not None:
        _table(asked, found)


def _remarks(asked: Filters | None, found: Goals) -> list[str]:
    """What a reader must know to judge the numbers."""
    if asked is None:
        return [_("No exports are loaded yet, so no target can be checked with data.")] if found.every else []
    if asked.platforms:
        return [_("A goal is about all platforms; of the filters, the period and the departments count here.")]
    return []


def _table(asked: Filters, found: Goals) -> None:
    title = _("All goals and numbers")
    source = numbers.source(Filters(asked.period, asked.departments))
    source = replace(source, demo=source.demo or any(goal.is_demo for goal in found.every))
    table = goals_table([(goal, found.rows[goal.id]) for goal in found.every], department_names())
    st.header(title, anchor=False)
    show_as_table("goals", table.words, title)
    below("goals", title, table, source)


main()
