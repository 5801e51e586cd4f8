"""The figures of the period in strata, read once for a choice of filters, and what can be tested over them."""

import pandas as pd
import streamlit as st

from data.filters import Filters
from data.queries.strata import answer_strata, ratio_sums, strata
from metrics.comparison.strata import DIMENSIONS, Dimension
from metrics.registry import Metric
from metrics.slices import Slice
from pages._context import access, engine, figures
from pages._numbers import Key, key


def sliced(asked: Filters, dimension: Dimension) -> Slice:
    """The figures of the period whose sums and answers have the column `stratum`."""
    return _sliced(key(asked), dimension)


def testable(asked: Filters, metric: Metric) -> list[Dimension]:
    """Over which dimensions a share or a rate can be tested: its sums are kept there, in two strata or more."""
    return [dimension for dimension in DIMENSIONS if _holds(sliced(asked, dimension), metric)]


def _holds(data: Slice, metric: Metric) -> bool:
    ratio = metric.ratio
    assert ratio is not None
    frame: pd.DataFrame = getattr(data, ratio.frame)
    return set(ratio.columns) <= set(frame.columns) and frame["stratum"].nunique() > 1


# `key` names the store and the filters; everything below is computed once for it.


@st.cache_resource(max_entries=64, show_spinner=False)
def _sliced(key: Key, dimension: Dimension) -> Slice:
    asked = key[2]
    current = figures(asked).where(period="current")
    return Slice(
        days=current.days,
        sums=strata(engine(), access(), asked, dimension, ratio_sums()),
        histograms=current.histograms.iloc[:0],
        audience=current.audience.iloc[:0],
        sites=current.sites.iloc[:0],
        youtube_in_totals=current.youtube_in_totals,
        answers=answer_strata(engine(), access(), asked, dimension),
    )
