"""The figures of the period in strata, read once for a choice of filters, and what can be tested over them."""

import pandas as pd
import streamlit as st

from data.filters import Filters
from data.queries.strata import Dimension, answer_strata, strata
from metrics.registry import Metric, metrics
from metrics.slices import Slice
from pages._context import access, engine, figures
from pages._numbers import Key, key

DIMENSIONS: tuple[Dimension, ...] = ("platform", "topic", "weekday", "paid")


def sliced(asked: Filters, dimension: Dimension) -> Slice:
    """The figures of the period whose sums and answers have the column `stratum`."""
    return _sliced(key(asked), dimension)


def testable(asked: Filters, metric: Metric) -> list[Dimension]:
    """Over which dimensions a share or a rate can be tested: what it is made of is kept there, in two strata or more."""
    return [dimension for dimension in DIMENSIONS if _holds(sliced(asked, dimension), metric)]


def _holds(data: Slice, metric: Metric) -> bool:
    ratio = metric.ratio
    assert ratio is not None
    frame: pd.DataFrame = getattr(data, ratio.frame)
    return set(ratio.columns) <= set(frame.columns) and frame["stratum"].nunique() > 1


def _columns() -> tuple[str, ...]:
    """The sums that shares and rates are made of."""
    ratios = [metric.ratio for metric in metrics().values() if metric.ratio is not None]
    of_posts = {name for ratio in ratios if ratio.frame == "sums" for name in ratio.columns}
    return tuple(sorted(of_posts | {ratio.under for ratio in ratios if ratio.under_frame == "sums"}))


# `key` names the store and the filters; everything below is computed once for it.


@st.cache_resource(max_entries=64, show_spinner=False)
def _sliced(key: Key, dimension: Dimension) -> Slice:
    asked = key[2]
    current = figures(asked).where(period="current")
    return Slice(
        days=current.days,
        sums=strata(engine(), access(), asked, dimension, _columns()),
        histograms=current.histograms.iloc[:0],
        audience=current.audience.iloc[:0],
        sites=current.sites.iloc[:0],
        youtube_in_totals=current.youtube_in_totals,
        answers=answer_strata(engine(), access(), asked, dimension),
    )
