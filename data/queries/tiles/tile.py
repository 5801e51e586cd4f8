"""A statement of a page by its name, and the ways in which several pages ask for figures."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

import pandas as pd
from sqlalchemy import Engine

from data.access import Access
from data.filters import Filters
from data.queries import answers as of_answers
from data.queries import figures
from data.queries.content import content as of_content
from data.queries.windows import By
from metrics.periods import Period
from metrics.registry import metrics
from metrics.slices import ANSWERS

Run = Callable[[Engine, Access, Filters], pd.DataFrame]


@dataclass(frozen=True)
class Tile:
    """One statement of a page. `span` says which period it is asked for: the default one, or everything.

    `exact` marks what no rollup can give (distinct authors, exact percentiles).
    """

    page: str
    name: str
    run: Run
    span: Literal["default", "all"] = "default"
    exact: bool = False


TREND = metrics()["conversation"]
"""The number that the pages show over time when nobody has chosen another."""

ANSWERED = metrics()["within_norm"]
"""The number of the answers that is followed by week: it reads no more than it needs."""


def sums(by: By, columns: tuple[str, ...] | None = None) -> Run:
    """Sums of posts."""
    return lambda engine, access, filters: figures.sums(engine, access, filters, by, columns)


def histogram(measure: str, by: By) -> Run:
    """A measure of posts or of answers as a histogram."""
    return lambda engine, access, filters: figures.histograms(engine, access, filters, (measure,), by)


def sites(by: By, *metrics: str) -> Run:
    """Days of websites."""
    return lambda engine, access, filters: figures.sites(engine, access, filters, by, metrics or None)


def content(by: By, *dimensions: str) -> Run:
    """Posts by kind."""
    return lambda engine, access, filters: of_content(engine, access, filters, by, dimensions)


def answers(by: By, columns: tuple[str, ...] = ANSWERS) -> Run:
    """How questions were answered."""
    return lambda engine, access, filters: of_answers.answers(engine, access, filters, by, columns)


def waiting(by: By) -> Run:
    """Questions that wait."""
    return lambda engine, access, filters: of_answers.waiting(engine, access, filters, by)


def both_periods(filters: Filters) -> Filters:
    """The period and the one before it in one."""
    return replace(filters, period=Period(filters.period.before().first, filters.period.last))
