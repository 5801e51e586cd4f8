"""What the Overview and Departments ask: every number of two periods, one over time, and strata to test it in."""

import pandas as pd
from sqlalchemy import Engine

from data.access import Access
from data.filters import Filters
from data.queries import figures
from data.queries.coverage import freshness
from data.queries.rhythm import rhythm
from data.queries.strata import answer_strata, ratio_sums, strata
from data.queries.tiles.tile import TREND, Run, Tile, answers, both_periods, histogram, sites, sums, waiting
from metrics.comparison.strata import Dimension
from metrics.registry import metrics


def _strata(dimension: Dimension) -> Run:
    return lambda engine, access, filters: strata(engine, access, filters, dimension, ratio_sums())


def _answer_strata(dimension: Dimension) -> Run:
    return lambda engine, access, filters: answer_strata(engine, access, filters, dimension)


def _weeks_of_both(engine: Engine, access: Access, filters: Filters) -> pd.DataFrame:
    return figures.sums(engine, access, both_periods(filters), "week")


def _numbers(page: str) -> list[Tile]:
    """What both pages ask: every number of the period and the one before, and one number over time."""
    measures = sorted({metric.histogram for metric in metrics().values() if metric.histogram})
    return [
        Tile(page, "sums of the period and the one before", sums("window")),
        Tile(page, "sums per week of both", _weeks_of_both),
        *(Tile(page, f"{measure} per post, both periods", histogram(measure, "window")) for measure in measures),
        Tile(page, "answers, both periods", answers("window")),
        Tile(page, "questions that wait, both periods", waiting("window")),
        Tile(page, "followers at the start and end of both", figures.audience),
        Tile(page, "websites, both periods", sites("window")),
        Tile(page, "coverage per account", freshness),
        Tile(page, "days between posts per account", rhythm),
        Tile(page, "one sum per week", sums("week", TREND.columns)),
        Tile(page, "one median per week", histogram(TREND.histogram or "", "week")),
        Tile(page, "one sum per month, all years", sums("month", TREND.columns), "all"),
        Tile(page, "one median per month, all years", histogram(TREND.histogram or "", "month"), "all"),
    ]


OVERVIEW = _numbers("overview")
DEPARTMENTS = _numbers("departments")

STRATA = (
    Tile("departments", "posts by platform", _strata("platform")),
    Tile("departments", "posts by topic", _strata("topic")),
    Tile("departments", "posts by weekday", _strata("weekday")),
    Tile("departments", "posts that are paid for", _strata("paid")),
    Tile("departments", "answers by platform", _answer_strata("platform")),
    Tile("departments", "answers by topic", _answer_strata("topic")),
    Tile("departments", "answers by weekday", _answer_strata("weekday")),
)
"""What shares and rates are tested over."""
