"""One test over all metrics: complete texts, and an answer to every kind of data."""

import math
import subprocess
import sys
from dataclasses import replace

import pytest

from data.schema import rollup_day
from metrics.estimate import Estimate
from metrics.measures import COUNTS, HISTOGRAMS, TERMS
from metrics.registry import GROUPS, RESTS_ON, Metric, metrics
from metrics.slices import ANSWERS, OWNER, RESPONSE
from tests.metrics.sample_slices import DAY, posts, slice_of, with_answers, with_topic

EVERY = list(metrics().values())
each = pytest.mark.parametrize("metric", EVERY, ids=lambda metric: metric.id)

ZEROS = {**dict.fromkeys(COUNTS, 0), "followers": 100}
ONES = {**dict.fromkeys(COUNTS, 1), "followers": 100}
KINDS = {
    "empty": slice_of(),
    "one row": slice_of(posts(1, **ONES)),
    "all zero": slice_of(posts(20, **ZEROS)),
    "all equal": slice_of(posts(20, **ONES)),
    "nothing reported": slice_of(posts(20)),
    "two platforms": slice_of(posts(20, **ONES) + posts(20, platform="x", account_id=2, **ONES)),
    "only replies": slice_of(posts(3, type="reply")),
    "one question": with_answers(slice_of(posts(1, **ONES)), [60]),
    "one waiting": with_answers(slice_of(), [], [9 * DAY]),
    "no questions": with_answers(slice_of(posts(20, **ZEROS))),
    "answered at once": with_answers(slice_of(posts(20, **ONES)), [0] * 20, talked=20, two_way=20, deep=20),
    "never answered": with_answers(slice_of(posts(20, **ONES)), [], [9 * DAY] * 20, talked=20),
    "not due yet": with_answers(slice_of(posts(20, **ONES)), [], [60] * 20),
    "one message": with_topic(slice_of(), messages=1, about=1, asked=1),
    "few messages": with_topic(slice_of(), messages=9, about=5, unclear=4, asked=9, waiting=9),
    "a small topic": with_topic(slice_of(), messages=90, about=4, unclear=86),
    "no messages": with_topic(slice_of(), messages=0),
    "messages": with_topic(slice_of(), messages=90, about=40, unclear=50, asked=20, waiting=20),
    "questions on one of two platforms": with_answers(
        slice_of(posts(20, **ONES) + posts(20, platform="x", account_id=2, **ONES)),
        [60] * 9 + [2 * DAY] * 9,
        [9 * DAY] * 6,
        talked=12,
        two_way=9,
        deep=3,
    ),
}


@each
def test_the_definition_is_complete(metric: Metric) -> None:
    texts = [metric.label, metric.definition, metric.formula, metric.reference]
    assert all(text.strip() for text in texts)
    assert metric.definition.endswith(".") and (metric.caution is None or metric.caution.endswith("."))
    assert metric.group in GROUPS and metric.rests_on in RESTS_ON
    assert metric.needs and set(metric.needs) <= TERMS.keys()
    assert metric.histogram is None or metric.histogram in (*HISTOGRAMS, RESPONSE)
    assert set(metric.columns) <= set(rollup_day.columns.keys())
    assert set(metric.answers) <= set(ANSWERS)
    assert set(metric.parts) <= metrics().keys()


@each
def test_the_id_is_the_name_of_its_file(metric: Metric) -> None:
    assert metric.compute.__module__ == f"metrics.catalogue.{metric.id}"


@each
@pytest.mark.parametrize("kind", KINDS)
def test_it_answers_with_a_number_or_a_reason(metric: Metric, kind: str) -> None:
    honest(metric.compute(KINDS[kind]))


@each
@pytest.mark.parametrize("kind", KINDS)
def test_what_it_says_that_it_reads_is_enough(metric: Metric, kind: str) -> None:
    data = KINDS[kind]
    less = replace(
        data,
        answers=data.answers[[*OWNER, *metric.answers]] if metric.answers else data.answers.iloc[:0],
        waiting=data.waiting if metric.histogram == RESPONSE else data.waiting.iloc[:0],
        sites=data.sites[data.sites["metric"].isin(metric.needs)],
    )
    if metric.columns:
        less = replace(less, sums=data.sums[[*OWNER, *metric.columns]])
    assert metric.compute(less) == metric.compute(data)


def honest(found: Estimate) -> None:
    assert (found.value is None) == (found.reason is not None)
    numbers = [number for number in (found.value, found.low, found.high) if number is not None]
    assert all(math.isfinite(number) for number in numbers)
    if found.value is not None and found.low is not None and found.high is not None:
        assert found.low <= found.value <= found.high
    assert not set(found.platforms) & set(found.without)
    if found.reason is not None:
        assert "{" not in found.reason.english()


@each
def test_it_reads_only_the_columns_that_it_names(metric: Metric) -> None:
    data = KINDS["questions on one of two platforms"]
    owner = ["period", "account_id", "department_id", "platform"]
    less = replace(data, sums=data.sums[[*owner, *(metric.columns or ("posts",))]])
    assert metric.compute(less) == metric.compute(data)


@each
def test_it_leaves_the_shared_frames_alone(metric: Metric) -> None:
    data = KINDS["questions on one of two platforms"]
    names = ("sums", "histograms", "audience", "sites", "answers", "waiting", "topics")
    before = {name: getattr(data, name).copy() for name in names}
    metric.compute(data)
    assert all(getattr(data, name).equals(frame) for name, frame in before.items())


def test_metrics_stand_group_by_group_in_their_order() -> None:
    places = [(list(GROUPS).index(metric.group), metric.order) for metric in EVERY]
    assert places == sorted(set(places))


def test_labels_are_unique() -> None:
    assert len({metric.label for metric in EVERY}) == len(EVERY)


def test_labels_stand_before_a_finding_and_have_no_colon_of_their_own() -> None:
    assert not [metric.label for metric in EVERY if ":" in metric.label]


def test_numbers_need_no_interface_no_store_and_no_slow_import() -> None:
    code = (
        "import sys, metrics.findings, metrics.glossary, metrics.disclosure, metrics.comparison.pairs\n"
        "from metrics.registry import metrics\n"
        "metrics()\n"
        "heavy = {'streamlit', 'plotly', 'sqlalchemy', 'scipy', 'statsmodels'}\n"
        "sys.exit(', '.join(heavy & {name.split('.')[0] for name in sys.modules}) or 0)\n"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stderr == ""
