"""Parts add up to the numbers that the metrics give, for each department, and weeks tell what they are worth."""

from typing import Any

import numpy as np
import pandas as pd
import pytest

from metrics.comparison.design_effect import of_rates, of_shares
from metrics.comparison.funnel import funnel
from metrics.comparison.part import Part, parts_of, strata_of
from metrics.comparison.shrinkage import shrunken
from metrics.measures import COUNTS
from metrics.registry import Metric, metrics, offered
from metrics.slices import Slice
from tests.metrics.sample_slices import DAY, posts, slice_of, with_answers

POOLED = [metric for metric in metrics().values() if metric.ratio is not None]
each = pytest.mark.parametrize("metric", POOLED, ids=lambda metric: metric.id)


def city(youtube: bool = False) -> Slice:
    """Departments on one platform, on two, with YouTube, with posts that lack counts, and with few posts."""
    rng = np.random.default_rng(1)
    content: list[dict[str, Any]] = []

    def add(n: int, **owner: Any) -> None:
        for _ in range(n):
            counts = {count: int(value) for count, value in zip(COUNTS, rng.poisson(2, len(COUNTS)), strict=True)}
            content.extend(posts(1, **owner, **counts | {"reach": int(rng.integers(50, 900)), "followers": 700}))

    add(30, department_id=1, account_id=1)
    add(20, department_id=2, account_id=2)
    add(25, department_id=2, account_id=3, platform="instagram")
    add(15, department_id=3, account_id=4, platform="youtube")
    add(15, department_id=3, account_id=5)
    add(12, department_id=4, account_id=6, platform="youtube")
    add(3, department_id=5, account_id=7)
    content.extend(posts(9, department_id=1, account_id=1))
    data = slice_of(content, youtube_in_totals=youtube)
    data = with_answers(data, [60] * 20 + [2 * DAY] * 9, [9 * DAY] * 6, talked=20, two_way=15, deep=4)
    data = with_answers(
        data,
        [60] * 9,
        [9 * DAY] * 30,
        department_id=2,
        account_id=3,
        platform="instagram",
        talked=12,
        two_way=5,
        deep=1,
    )
    return with_answers(data, [], [], department_id=5, account_id=7, talked=9, two_way=4)


@each
@pytest.mark.parametrize("youtube", [False, True])
def test_the_part_is_the_number(metric: Metric, youtube: bool) -> None:
    data = city(youtube)
    parts = parts_of(metric, data)
    compared = 0
    for department in range(1, 6):
        found = metric.compute(data.where(department_id=department))
        if found.value is not None:
            compared += 1
            assert parts[department].value == pytest.approx(found.value, rel=1e-12)
            assert parts[department].rests_on == found.n
        elif found.reason is not None and found.reason.code in ("choose_one_platform", "no_conversations", "no_posts"):
            assert department not in parts
    assert compared >= 2


@each
def test_by_platform_too(metric: Metric) -> None:
    data = city()
    inside = strata_of(metric, data, "platform")
    for platform, parts in inside.items():
        for department, part in parts.items():
            found = metric.compute(data.where(department_id=department, platform=platform))
            assert found.value is None or part.value == pytest.approx(found.value, rel=1e-12)


def test_every_share_and_pooled_rate_that_is_offered_has_its_ratio() -> None:
    without = {metric.id for metric in offered() if metric.unit in ("share", "rate") and metric.ratio is None}
    assert without == {"er_followers", "er_reach", "er_impressions", "audience_growth_rate"}  # medians; accounts


@each
def test_the_columns_are_in_the_frames(metric: Metric) -> None:
    assert metric.ratio is not None
    data = city()
    assert set(metric.ratio.columns) <= set(getattr(data, metric.ratio.frame).columns)
    assert metric.ratio.frame == "answers" or set(metric.ratio.columns) <= set(metric.columns)


@each
def test_an_empty_slice_has_no_parts(metric: Metric) -> None:
    assert parts_of(metric, slice_of()) == {} == parts_of(metric, slice_of(), weeks=slice_of())
    assert strata_of(metric, slice_of()) == {}


def test_a_number_that_is_no_ratio_is_refused() -> None:
    with pytest.raises(ValueError, match="applause is no pooled share or rate"):
        parts_of(metrics()["applause"], city())


def weekly(k: Any, n: Any) -> dict[int, pd.DataFrame]:
    return {1: pd.DataFrame({"k": k, "n": n})}


def test_weeks_of_a_slice_give_the_design_effect() -> None:
    content = [
        post for week in range(8) for post in posts(5, period=7 * week, likes=week % 2, reach=100, comments=0, shares=0)
    ]
    weeks = slice_of(content)
    whole = slice_of([post | {"period": "current"} for post in content])
    share, rate = (parts_of(metrics()[name], whole, weeks=weeks)[1] for name in ("popularity_p1", "er_reach_pooled"))
    # 5 alike in each week: r is 8/7 x 5 = 5.71 - 1 over 4, at most 1, so 40 posts are worth 8
    assert (share.k, share.n, share.spread, share.effective) == (20, 40, 5.0, 8.0)
    # 8/7 x 8 weeks x 2.5² = 57.1 against a count of 20, widened by (2.365 / 1.96)²
    assert rate.spread == pytest.approx(57.14 / 20 * (2.3646 / 1.96) ** 2, rel=1e-3)
    assert parts_of(metrics()["er_reach_pooled"], whole)[1].effective == 0.0


def test_strata_without_weeks_are_worth_what_the_whole_is() -> None:
    metric, data = metrics()["popularity_p1"], city()
    inside = strata_of(metric, data, whole={1: Part(20, 40, spread=3.0)})
    assert {department: part.spread for department, part in inside["facebook"].items()} == {1: 3.0}


def test_too_few_weeks_say_nothing() -> None:
    assert of_rates(weekly([1, 9, 2, 8, 1], [100] * 5)) == {}
    assert of_shares(weekly([1, 9, 2, 8, 1], [10] * 5)) == {1: 1.0}
    assert of_rates(weekly([0] * 8, [100] * 8)) == {1: 1.0}
    assert of_shares(weekly([0] * 8, [10] * 8)) == {1: 1.0} == of_shares(weekly([10] * 8, [10] * 8))


def test_weeks_that_differ_by_chance_cost_little() -> None:
    rng = np.random.default_rng(2)
    effects = [
        of_shares(
            {d: pd.DataFrame({"k": rng.binomial(n, 0.7), "n": n}) for d, n in enumerate(rng.integers(1, 40, (10, 13)))}
        )
        for _ in range(400)
    ]
    assert np.mean([list(found.values()) for found in effects]) < 1.15


def test_intervals_of_shares_from_weeks_that_resemble_each_other() -> None:
    """Ten departments of 13 weeks; the share of a week varies by 15 points around 70 %."""
    rng = np.random.default_rng(3)
    held, naive = [], []
    for _ in range(400):
        weeks = {
            d: pd.DataFrame({"k": rng.binomial(n, rng.beta(5.8, 2.5, 13)), "n": n})
            for d, n in enumerate(rng.integers(2, 40, (10, 13)))
        }
        effects = of_shares(weeks)
        for department, own in weeks.items():
            part = Part(float(own["k"].sum()), float(own["n"].sum()))
            for spread, into in ((effects[department], held), (1.0, naive)):
                found = Part(part.k, part.n, spread).estimate(share=True)
                into.append((found.low or 0) <= 5.8 / 8.3 <= (found.high or 0))
    assert np.mean(naive) < 0.85 and np.mean(held) >= 0.93


def test_intervals_of_rates_by_reach() -> None:
    """Posts with a reach and a rate that vary by a factor of two: the people are no independent cases."""
    rng = np.random.default_rng(4)
    held, naive = [], []
    for _ in range(800):
        week = np.repeat(np.arange(13), 4)
        reach = rng.lognormal(7, 0.7, len(week))
        frame = pd.DataFrame(
            {"week": week, "n": reach, "k": reach * rng.lognormal(np.log(0.02) - 0.18, 0.6, len(week))}
        )
        own = frame.groupby("week")[["k", "n"]].sum()
        k, n, spread = float(own["k"].sum()), float(own["n"].sum()), of_rates({1: own})[1]
        for part, into in ((Part(k, n, spread, 52), held), (Part(k, n, 1.0, 52), naive)):
            found = part.estimate(share=False)
            into.append((found.low or 0) <= 0.02 <= (found.high or 0))
    assert np.mean(naive) < 0.6 and 0.92 <= np.mean(held) <= 0.99


def test_an_unknown_spread_has_no_interval() -> None:
    found = Part(10, 1000, float("inf"), 12).estimate(share=False)
    assert (found.value, found.low, found.n) == (0.01, None, 12)


@pytest.mark.slow
@pytest.mark.parametrize("sd", [0.0, 0.2, 0.4])
def test_departments_are_seldom_flagged_on_rates_by_reach(sd: float) -> None:
    """From posts to the funnel: ten departments with 13 to 156 posts, whose true rates differ so much (log scale)."""
    rng = np.random.default_rng(5)
    flags, flags_of_counts, held = 0, 0, []
    for _ in range(400):
        true = 0.02 * np.exp(rng.normal(0, sd, 10) - sd**2 / 2)
        weeks, cases = {}, {}
        for department, often in enumerate((1, 1, 2, 2, 3, 4, 5, 6, 8, 12)):
            week = np.repeat(np.arange(13), rng.poisson(often, 13))
            n = rng.lognormal(7, 0.7, len(week))
            k = n * true[department] * rng.lognormal(-0.18, 0.6, len(week))
            weeks[department] = pd.DataFrame({"week": week, "k": k, "n": n}).groupby("week")[["k", "n"]].sum()
            cases[department] = len(week)
        spread = of_rates(weeks)
        parts = {
            d: Part(float(own["k"].sum()), float(own["n"].sum()), spread.get(d, float("inf")), cases[d])
            for d, own in weeks.items()
        }
        flags += len(funnel(parts, share=False).flagged)
        counts = {d: Part(part.k, part.n, 1.0, part.cases) for d, part in parts.items()}
        flags_of_counts += len(funnel(counts, share=False).flagged)
        drawn = shrunken({d: part.estimate(share=False) for d, part in parts.items()}, "log")
        held += [(one.low or 0) <= true[d] <= (one.high or 0) for d, one in drawn.values.items()]
    assert flags / 400 <= 0.2
    assert np.mean(held) >= 0.9  # 0.98, 0.92, 0.92: a few posts decide a rate
    if sd == 0.0:
        assert flags_of_counts / 400 > 5 * flags / 400  # 0.30 against 0.03
