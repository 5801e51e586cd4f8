"""Whatever comes in, a reading is words and numbers, never NaN and never a warning."""

import math
import warnings

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.change.reading import Target, assurance_words, read, sentence, variation_words, what_to_do
from metrics.estimate import Estimate
from metrics.registry import metrics
from metrics.words import Message

METRICS = ("within_norm", "response_median", "messages", "er_reach", "audience_growth", "audience", "conversation")
MONDAY = 18_267

VALUES = st.one_of(
    st.none(),
    st.just(0.0),
    st.integers(0, 50).map(float),
    st.floats(0, 1e9, allow_nan=False),
    st.sampled_from([float("nan"), float("inf"), -3.0]),
)


def judged(metric: str, values: list[float | None], cases: list[int], since: int | None) -> None:
    share = metrics()[metric].unit == "share"
    weeks = {
        MONDAY + 7 * place: Estimate(None if value is None else min(max(value, 0.0), 1.0) if share else value, n)
        for place, (value, n) in enumerate(zip(values, cases, strict=True))
    }
    target = Target(0.5, "at_least", Message("norm", "norm"))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = read(metrics()[metric], weeks, target=target, since=since)
    lines = (*found.values, *found.centre, *found.low, *found.high, found.p)
    assert all(value is None or math.isfinite(value) for value in lines)
    assert found.p is None or 0 <= found.p <= 1
    columns = (found.weeks, found.values, found.centre, found.low, found.high, found.signals)
    assert len({len(column) for column in columns}) == 1
    for low, centre, high in zip(found.low, found.centre, found.high, strict=True):
        if low is not None and centre is not None and high is not None:
            assert low <= centre + 1e-9 * abs(centre)
            assert centre <= high + 1e-9 * abs(high)
    for text in (sentence(metrics()[metric], found), what_to_do(metrics()[metric], found)):
        assert "nan" not in text.english().lower().split()
    assert variation_words(found).english()
    assert assurance_words(found).english()


@given(data=st.data(), metric=st.sampled_from(METRICS))
@settings(max_examples=150, deadline=None)
def test_any_series_gives_words(data: st.DataObject, metric: str) -> None:
    values = data.draw(st.lists(VALUES, max_size=45))
    cases = data.draw(st.lists(st.integers(0, 5000), min_size=len(values), max_size=len(values)))
    judged(metric, values, cases, data.draw(st.sampled_from([None, MONDAY + 30, MONDAY + 100_000])))


@pytest.mark.parametrize("metric", METRICS)
@pytest.mark.parametrize(
    "values",
    [[], [4.0], [None] * 30, [0.0] * 30, [1.0] * 30, [7.0] * 30, [0.0] * 29 + [1.0], [0.0] * 170, [3.0, None] * 80],
)
@pytest.mark.parametrize("n", [0, 1, 4000])
def test_series_without_anything_to_see_give_words(metric: str, values: list[float | None], n: int) -> None:
    judged(metric, values, [n] * len(values), None)
