"""The list of signals: what is checked, what is listed, in which order and in which words; and that it seldom errs."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from evals.signals import WORLDS, found_alone, one, pages
from metrics.change.lasting import of_counts, of_values
from metrics.change.reading import Reading, read
from metrics.estimate import Estimate
from metrics.findings import headline as overview_headline
from metrics.findings import with_signals
from metrics.registry import metrics
from metrics.signals.checks import WATCHED, WATCHED_WHOLE, check, checked
from metrics.signals.finding import Finding, Kind
from metrics.signals.listing import Signal, as_finding, headline, listed, of_messages
from metrics.signals.spikes import watch
from metrics.words import Message

MONDAY = 20_003
USUAL = [9, 12, 10, 11, 13, 10] * 5
NAMES = {1: "Parks", 2: "Roads"}
NOTHING = watch((), 1.0)
SPIKE = Signal(
    "topic:1", 20_020, Message("spike", "A rise."), Message("look", "Look."), read(metrics()["posts"], {}), "", {}, 0
)


def reading(values: list[int], metric: str = "posts") -> Reading:
    return read(metrics()[metric], {MONDAY + 7 * place: Estimate(float(n)) for place, n in enumerate(values)})


def newest(weeks: int) -> int:
    return MONDAY + 7 * weeks - 1


def test_a_shift_is_listed_with_department_number_and_levels() -> None:
    readings = {("posts", 1): reading([*USUAL, *[41] * 8]), ("posts", 2): reading([*USUAL, *USUAL[:8]])}
    found = listed(checked(readings, newest(38)), NAMES, NOTHING, {})
    assert [(one.series, one.day, one.page) for one in found.signals] == [("number:posts:1", MONDAY + 7 * 37, "change")]
    (signal,) = found.signals
    assert signal.sentence.english() == (
        "Parks: Posts higher since the week of 2025-05-05: 41 in the middle week, usually 11."
    )
    assert signal.address == {"view": "chart", "number": "posts", "dept": "1"}
    assert signal.what_to_do.english().startswith("Check that all exports are loaded")
    assert headline(found).english() == (
        "1 signal among 2 checks, after correction; without it fewer than 1 would appear by chance."
    )
    assert of_messages(found) is None


def test_one_far_week_is_listed_as_that_week() -> None:
    found = listed(checked({("posts", None): reading([*USUAL, 90])}, newest(31)), NAMES, NOTHING, {})
    assert found.signals[0].sentence.english() == (
        "The whole organisation: Posts higher in the week of 2025-05-05: 90, usually 11."
    )
    assert found.signals[0].address == {"view": "chart", "number": "posts"}


def test_what_is_not_known_is_not_judged() -> None:
    shifted, short = reading([*USUAL, *[41] * 8]), reading([9, 12, 10])
    old = checked({("posts", 1): shifted, ("posts", 2): short}, newest(38) + 30)
    assert (old.signals, old.checks, old.not_judged) == ((), 0, 2)
    recent = checked({("posts", 1): shifted}, newest(38) + 29)
    assert (len(recent.signals), recent.checks, recent.not_judged) == (1, 1, 0)
    nothing = checked({}, 20_000)
    assert (nothing.checks, nothing.by_chance, nothing.not_judged) == (0, 0, 0)
    text = headline(listed(nothing, {}, NOTHING, {})).english()
    assert text == "There are too few weeks to say whether anything changed."
    risen = replace(listed(nothing, {}, NOTHING, {}), signals=(SPIKE,), series=4)
    assert headline(risen).english() == (
        "1 sudden rise of messages. There are too few weeks to say whether a number changed."
    )


def test_among_many_checks_a_weak_one_is_not_listed() -> None:
    weak = reading([*USUAL, 18])
    assert weak.side and weak.p is not None and 0.001 < weak.p < 0.05
    alone = checked({("posts", 1): weak}, newest(31))
    among = checked({("posts", n): reading([*USUAL, 11]) for n in range(2, 97)} | {("posts", 1): weak}, newest(31))
    assert len(alone.signals) == 1 and (among.signals, among.checks, among.by_chance) == ((), 96, 5)
    text = headline(listed(among, NAMES, NOTHING, {})).english()
    assert text == "No signal among 96 checks, after correction; without it about 5 would appear by chance."


def test_six_weeks_together_show_what_one_does_not() -> None:
    values = np.array([*USUAL[:20], *[16] * 6], dtype=float)
    assert of_values(np.log1p(values), 20) < 0.01
    assert of_values(np.log1p(values[:20]), 14) > 0.5
    assert of_counts(values, 20) < 0.01
    assert reading(USUAL[:17]).p_lasting is None, "twelve weeks have to come before the six"
    assert reading(USUAL[:18]).p_lasting is not None


@pytest.mark.parametrize("values", [[0] * 40, [7] * 40, [0] * 39 + [1], [10**9] * 40, []])
def test_degenerate_series_give_no_nan(values: list[int]) -> None:
    found = reading(values)
    assert found.p_lasting is None or 0 <= found.p_lasting <= 1
    one = check("posts", 1, found)
    assert one is None or 0 <= one.p <= 1


def test_totals_and_their_parts_are_not_both_watched() -> None:
    every = metrics()
    assert all(every[name].ratio or every[name].unit == "count" for name in WATCHED)
    assert not {part for name in (*WATCHED, *WATCHED_WHOLE) for part in every[name].parts} & set(WATCHED)
    assert {"likes", "comments", "shares", "response_median", "visits"}.isdisjoint((*WATCHED, *WATCHED_WHOLE))


def test_a_signal_is_covered_by_what_was_said_in_its_week() -> None:
    (signal,) = listed(checked({("posts", 1): reading([*USUAL, 90])}, newest(31)), NAMES, NOTHING, {}).signals
    assert signal.is_covered_by("number:posts:1", signal.day)
    assert not signal.is_covered_by("number:posts:1", signal.day - 7), "a later week is a new signal"
    assert not signal.is_covered_by("number:posts:1", signal.day + 7)
    assert not signal.is_covered_by("number:posts:2", signal.day)


def finding(kind: Kind, checks: int = 0) -> Finding:
    return Finding(kind, Message(kind, kind), Message("todo", "todo"), "overview", checks=checks)


def test_the_overview_has_three_in_a_sensible_order() -> None:
    signals = [finding("signal", place) for place in range(4)]
    dormant, gone, small = finding("dormant"), finding("missing"), finding("small_base")
    change, no_change = finding("change"), finding("no_change")
    assert with_signals([no_change, dormant, gone], []) == [no_change, dormant, gone]
    assert with_signals([change, dormant, gone], signals[:1]) == [signals[0], change, dormant]
    assert with_signals([dormant, no_change], signals) == [signals[0], signals[1], dormant]
    assert with_signals([no_change], signals) == signals[:3]
    assert with_signals([small, dormant], signals) == [small, signals[0], dormant]
    assert with_signals([], signals[:1]) == signals[:1]
    assert overview_headline([no_change, *signals[:2]]).english() == (
        "2 signals need a look. Otherwise little changed since the period before."
    )
    assert overview_headline([no_change]).code == "headline_stable"


def test_a_signal_as_a_finding_names_all_checks() -> None:
    found = listed(checked({("posts", 1): reading([*USUAL, 90])}, newest(31)), NAMES, NOTHING, {})
    first = as_finding(found.signals[0], found)
    assert (first.kind, first.page, first.metric_id, first.checks) == ("signal", "change", "posts", 1)


def test_stable_weeks_that_resemble_each_other_are_seldom_unlikely() -> None:
    rng = np.random.default_rng(11)
    p = np.array([one(rng, metric).p for _, metric in product(range(500), WORLDS)])
    assert np.mean(p < 0.05) <= 0.065
    assert np.mean(p < 0.001) <= 0.0025


@pytest.mark.parametrize("metric", WORLDS)
def test_a_shift_of_three_sigma_that_lasts_is_found_far_more_often_than_by_one_week(metric: str) -> None:
    listed_, one_week = found_alone(metric, 3, 6, runs=400, seed=12)
    assert listed_ >= 0.5
    assert listed_ >= 2 * one_week


@pytest.mark.slow
def test_a_page_with_96_stable_series_has_hardly_a_signal() -> None:
    raw, told = pages(400, seed=13)
    assert 2.5 <= raw <= 6
    assert told <= 0.1
