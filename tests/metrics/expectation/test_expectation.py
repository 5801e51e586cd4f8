"""Simulated truth: how often chance stands out, how often what truly stands out is found, and for whom."""

import numpy as np
import pandas as pd
import pytest

from metrics.expectation import FEWEST_POSTS, Expectation, fit
from tests.metrics.expectation.simulated import ACCOUNTS, SLOPE, posts, standing_out

RUNS = 400
NEW = 500
"""A topic that no fit knows: it counts for nothing."""


def times(model: Expectation, post: pd.DataFrame, other: pd.DataFrame) -> float:
    """How many times as much is expected of a post as of another one."""
    found = [model.judge(one, one["interactions"].to_numpy()).expected[0] for one in (post, other)]
    return float(found[0] / found[1])


@pytest.fixture(scope="module")
def null() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Shares of posts beyond their range and standing out in 400 small organisations, and by account."""
    beyond, out, by_account = [], [], np.zeros((2, ACCOUNTS))
    for seed in range(RUNS):
        frame, _, _ = posts(seed, 150)
        model = fit(frame)
        assert model is not None
        above, best = standing_out(model, frame)
        beyond.append(len(above) / len(frame))
        out.append(len(best) / len(frame))
        accounts = frame["account_id"].to_numpy()
        by_account += [np.bincount(accounts[which] - 1, minlength=ACCOUNTS) for which in (above, slice(None))]
    return np.array(beyond), np.array(out), by_account


def test_chance_exceeds_the_range_as_often_as_is_said(null: tuple[np.ndarray, np.ndarray, np.ndarray]) -> None:
    beyond, out, _ = null  # 60,000 posts
    assert 0.018 <= beyond.mean() <= 0.030
    assert out.mean() <= 0.007


def test_small_and_large_accounts_have_the_same_chance(null: tuple[np.ndarray, np.ndarray, np.ndarray]) -> None:
    above, n = null[2]
    share = above / n
    assert (share > 0.012).all() and (share < 0.040).all(), share
    small, large = (above[part].sum() / n[part].sum() for part in (slice(0, 6), slice(6, 12)))
    assert 0.6 < small / large < 1.6


@pytest.mark.parametrize("size", [2_000, 20_000])
def test_more_posts_make_it_exact(size: int) -> None:
    shares = []
    for seed in range(3):
        frame, _, _ = posts(seed, size)
        model = fit(frame)
        assert model is not None
        shares.append(len(standing_out(model, frame)[0]) / size)
    assert 0.020 <= np.mean(shares) <= 0.030


@pytest.mark.parametrize(("share", "least"), [(0.005, 0.85), (0.02, 0.8), (0.05, 0.65)])
def test_a_post_of_three_deviations_is_found_whoever_posted_it(share: float, least: float) -> None:
    """Planted posts get what three standard deviations more would give, on small accounts and large ones.

    Many of them widen the spread that they are held against, however robust it is.
    """
    found, planted = np.zeros(ACCOUNTS), np.zeros(ACCOUNTS)
    for seed in range(20):
        frame, level, _ = posts(seed, 2_000, rate=0.02)
        random = np.random.default_rng(seed)
        chosen = random.random(len(frame)) < share
        frame.loc[chosen, "interactions"] = random.poisson(np.exp(level[chosen] + 3.0)).astype(float)
        model = fit(frame)
        assert model is not None
        out = np.zeros(len(frame), dtype=bool)
        out[standing_out(model, frame)[1]] = True
        accounts = frame["account_id"].to_numpy() - 1
        found += np.bincount(accounts[chosen & out], minlength=ACCOUNTS)
        planted += np.bincount(accounts[chosen], minlength=ACCOUNTS)
    assert found.sum() / planted.sum() >= least
    assert found[:4].sum() / planted[:4].sum() >= least - 0.1, "the smallest accounts too"


def test_what_was_put_in_comes_out() -> None:
    slopes, spreads, errors = [], [], []
    for seed in range(20):
        frame, _, topics = posts(seed, 3_000, spread=0.8, rate=0.05)
        model = fit(frame)
        assert model is not None
        post = frame.head(1)
        slopes.append(np.log2(times(model, post.assign(followers=2_000.0), post.assign(followers=1_000.0))))
        spreads.append(model.spread)
        often = frame["topic_id"].value_counts().head(5).index
        seen = np.log([times(model, post.assign(topic_id=one), post.assign(topic_id=NEW)) for one in often])
        true = topics[often]
        errors.append((seen - seen.mean()) - (true - true.mean()))
    assert np.mean(slopes) == pytest.approx(SLOPE, abs=0.02)
    assert np.mean(spreads) == pytest.approx(0.8, abs=0.05)
    assert np.abs(np.concatenate(errors)).mean() < 0.08


def test_without_pooling_it_is_the_robust_regression_of_statsmodels() -> None:
    import statsmodels.api as sm

    from metrics.expectation.factors import Factors
    from metrics.expectation.pooling import pooled_fit

    frame, _, _ = posts(1, 2_000, rate=2.0)  # large counts: log(1 + count) is as good as the log of the level
    frame = frame[frame["interactions"] > 50].reset_index(drop=True)
    factors = Factors.of(frame.assign(dow=0, topic_id=0, hour=np.nan, day=20_000))
    columns = factors.table(frame)[:, :2]
    counts = frame["interactions"].to_numpy()
    found = pooled_fit(columns, counts, {}, (np.zeros(2), np.zeros(2))).coefficients
    theirs = sm.RLM(np.log1p(counts), columns.toarray(), M=sm.robust.norms.HuberT()).fit().params
    assert found == pytest.approx(theirs, abs=0.01)


def test_a_good_team_with_a_small_audience_is_held_against_its_audience() -> None:
    frame, _, _ = posts(2, 3_000, between=0.3)
    model = fit(frame)
    assert model is not None
    above, _ = standing_out(model, frame)
    share = np.bincount(frame["account_id"].to_numpy()[above], minlength=ACCOUNTS + 1)[1:] / len(above)
    assert share.max() < 0.25, "no account takes a quarter of all"


def test_an_account_without_known_followers_is_held_against_its_own_level() -> None:
    random = np.random.default_rng(3)
    frame, _, _ = posts(3, 1_200)
    frame["followers"] = np.nan
    usual = np.exp(random.normal(2, 1.5, ACCOUNTS))[frame["account_id"] - 1]
    frame["interactions"] = random.poisson(usual * np.exp(0.8 * random.normal(size=len(frame)))).astype(float)
    model = fit(frame)
    assert model is not None
    assert 0.010 <= len(standing_out(model, frame)[0]) / len(frame) <= 0.045
    expected = pd.Series(model.judge(frame, frame["interactions"].to_numpy()).expected)
    assert np.corrcoef(np.log(expected), np.log(usual))[0, 1] > 0.95


def test_few_posts_on_a_topic_are_pulled_to_the_others() -> None:
    frame, _, _ = posts(4, 1_000)
    frame["topic_id"] = np.where(np.arange(1_000) < 2, 99, frame["topic_id"])
    frame.loc[:1, "interactions"] = 4_000.0
    model = fit(frame)
    assert model is not None
    post = frame.head(1)
    assert times(model, post, post.assign(topic_id=NEW)) < 5


def _flat(n: int, **columns: object) -> pd.DataFrame:
    frame = {"account_id": 1, "day": 20_000 + np.arange(n) % 300, "dow": np.arange(n) % 7, "hour": np.nan}
    return pd.DataFrame(frame | {"topic_id": 0, "followers": np.nan, "interactions": 0.0} | columns)


def test_nothing_stands_out_where_all_is_equal_or_zero() -> None:
    for frame in (_flat(200), _flat(200, interactions=7.0)):
        model = fit(frame)
        assert model is not None
        assert len(model.above(frame, frame["interactions"].to_numpy())) == 0


def test_missing_is_not_zero() -> None:
    frame, _, _ = posts(5, 400)
    gaps = frame.assign(interactions=frame["interactions"].where(np.arange(400) % 2 == 0))
    model, half = fit(gaps), fit(frame[::2])
    assert model is not None and half is not None and model.n == 200
    assert model.fitted.coefficients == pytest.approx(half.fitted.coefficients)
    counts = gaps["interactions"].to_numpy()
    assert not np.isnan(counts[model.above(gaps, counts)]).any()
    assert fit(gaps.assign(interactions=np.nan)) is None


def test_too_few_posts_are_not_judged() -> None:
    assert fit(_flat(FEWEST_POSTS - 1, interactions=5.0)) is None
    assert fit(_flat(FEWEST_POSTS, interactions=5.0)) is not None
    assert fit(_flat(0)) is None


def test_groups_that_the_fit_did_not_see_count_for_nothing_and_widen_the_range() -> None:
    frame, _, _ = posts(6, 2_000)
    model = fit(frame)
    assert model is not None
    one = frame.head(1).assign(topic_id=1)
    known, new = (model.judge(one.assign(topic_id=id), np.array([50.0])) for id in (1, NEW))
    assert new.high[0] - new.low[0] > 0 and np.isfinite(new.surprise[0]) and np.isfinite(known.surprise[0])
