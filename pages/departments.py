"""Which departments differ by more than their size and chance explain? Never a ranking."""

import streamlit as st

from components.address import choose_one
from components.audience_card import audience_card
from components.comparison.kinds import in_order, label
from components.i18n import _, say
from components.page import finding, notes, page
from components.tile import tile_grid
from components.welcome import no_data
from metrics.registry import metrics, offered
from pages import _changes as changes
from pages import _numbers as numbers
from pages._context import audience_groups, demo, department_names, figures, filters
from pages._departments.all_numbers import all_numbers_section
from pages._departments.compare import compare_section
from pages._departments.first_line import first_line
from pages._departments.over_time import over_time_section
from pages._departments.peers import choose_peers

TILES = ("conversation", "posts", "interactions", "commitment_c1", "audience", "visitors")
"""What one department alone is shown with; the same as on the Overview."""


def main() -> None:
    """Draw the page; one department is shown with its own tiles."""
    place = page(
        _("Departments"),
        question=_("Which departments differ by more than size and chance explain? Decide who to learn from."),
        demo=demo(),
    )
    asked = filters()
    if asked is None:
        no_data("data.py")
        return
    source = numbers.source(asked)
    answers = not figures(asked).where(period="current").answers.empty
    first = metrics()["within_norm" if answers else "conversation"]
    alone = len(asked.departments or department_names()) == 1
    if alone:
        finding(place, say(changes.first_findings(asked)[0]))
        tile_grid(changes.tiles(asked, TILES), source)
    codes = [metric.id for metric in in_order(offered())]
    with st.container(horizontal=True, key="compared"):
        heading = _("Number over time") if alone else _("Number to compare")
        metric = metrics()[choose_one("metric", heading, codes, first.id, _label, 480)]
        members = () if alone else choose_peers(asked, metric)
    remarks = []
    if not alone:
        finding(place, " ".join(first_line(asked, metric, members)))
        remarks += compare_section(asked, metric, members, source)
    remarks += over_time_section(asked, metric)
    all_numbers_section(asked, source, metric.group)
    if alone:
        audience_card(audience_groups(asked), source)
    notes(remarks)


def _label(metric: str) -> str:
    return label(metrics()[metric])


main()
