"""How are we doing? Three findings in words, six numbers, the trend, platforms and departments side by side."""

from collections.abc import Callable

import streamlit as st

from components.address import choose_one
from components.change.card import change_card
from components.coverage import gaps
from components.findings import findings_list
from components.i18n import _, say
from components.page import finding, notes, page
from components.source import Source
from components.tile import tile_grid
from components.welcome import welcome
from data.filters import Filters
from metrics.findings import headline, with_signals
from metrics.registry import metrics
from pages import _changes as changes
from pages import _numbers as numbers
from pages._change.history import change_view, source_of
from pages._change.listed import first_signals, looked_at
from pages._context import access, coverage, demo, department_names, engine, filters
from pages._responsiveness import numbers as answers
from pages._side_by_side import side_by_side

TILES = ("conversation", "posts", "interactions", "commitment_c1", "audience", "visitors")
"""Six fit on the first screen; conversation comes first, because it is what the product is about."""
TRENDS = ("commitment_c1", "conversation", "posts", "interactions", "comments", "shares", "likes", "visitors")
RATES = ("er_followers", "er_reach", "er_impressions", "er_reach_pooled", "er_impressions_pooled")
"""Rates have a meaning for one platform at a time; they are never averaged over platforms."""


def main() -> None:
    """Draw the page; without data, the two ways to start."""
    place = page(
        _("Overview"),
        question=_("Do people answer what we publish, and is that changing? Decide what to look into first."),
        demo=demo(),
    )
    asked = filters()
    if asked is None:
        welcome("data.py", _load_demo)
        return
    found = changes.first_findings(asked)[1]
    signals = first_signals(asked)
    finding(place, say(headline([*found, *signals])))
    source = numbers.source(asked)
    first, six = st.columns([3, 7])
    with first:
        findings_list(with_signals(found, signals), looked_at(asked))
    with six:
        tile_grid(changes.tiles(asked, TILES), source)
    notes(gaps(coverage(asked), asked.period))
    if not answers.current(asked).answers.empty:
        st.page_link("responsiveness.py", label=say(answers.first_sentence(asked)), icon=":material/forum:")
    _trend(asked)
    _platforms(asked, source)
    _departments(asked, source)


def _trend(asked: Filters) -> None:
    metric = metrics()[choose_one("trend", _("Number over time"), TRENDS, TRENDS[0], _label, 400)]
    name = f"trend_{metric.id}"
    change_card(name, change_view(asked, metric.id), source_of(asked), department_names(), numbers.key(asked))


def _platforms(asked: Filters, source: Source) -> None:
    metric = metrics()[choose_one("rate", _("Number for each platform"), RATES, RATES[0], _label, 400)]
    title = _("{metric}, each platform apart", metric=_(metric.label))
    side_by_side("platforms", asked, metric, "platform", source, title)


def _departments(asked: Filters, source: Source) -> None:
    title = say(changes.departments_headline(asked))
    side_by_side("departments", asked, metrics()[TILES[0]], "department_id", source, title)


def _label(metric: str) -> str:
    return _(metrics()[metric].label)


def _load_demo(progress: Callable[[float], None]) -> None:
    from loaders.demo import load  # the demo city's texts are needed by few

    load(engine(), access(), progress=progress)


main()
