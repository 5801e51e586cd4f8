"""What came of a campaign: every verdict by hand, and never more certain than the posts allow."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from metrics.campaigns.beside import LogSums, beside
from metrics.campaigns.evidence import Evidence, gaps, measured
from metrics.campaigns.results import beside_words, changed_words, finding_beside, headline, result
from metrics.campaigns.tag import Measure, Tag

FIRST, LAST = 20_600, 20_609
POOL = Tag(
    *(1, "Pool", "campaign"),
    utm_campaign="pool",
    first_day=FIRST,
    last_day=LAST,
    measure="visits",
    expected=100,
    registered_ts=(FIRST - 3) * 86_400,
)


def posts(*values: float, account: int = 1) -> pd.DataFrame:
    """Posts with these interactions, in the middle of the day; reach is ten times that, comments a tenth."""
    frame = pd.DataFrame({"account_id": account, "day": FIRST, "hour": 12.0, "interactions": list(values)})
    return frame.assign(reach=frame["interactions"] * 10, comments=frame["interactions"] / 10)


def visits(each: float, first: int = FIRST, last: int = LAST, newest: int = LAST) -> Evidence:
    """A campaign with so many visits each day, in figures from `first` to `last`."""
    return Evidence(posts(), dict.fromkeys(range(FIRST, LAST + 1), each), (first, last), newest)


@pytest.mark.parametrize(
    ("evidence", "verdict"),
    [
        (visits(10), "reached"),
        (visits(9), "not_reached"),
        (visits(10, last=LAST - 3), "too_early"),
        (visits(20, last=LAST - 3), "reached"),  # a count cannot fall any more
        (visits(10, first=FIRST + 3), "undecided"),
        (visits(10, first=LAST + 5, last=LAST + 9), "not_measurable"),
        (Evidence(posts()), "not_measurable"),
    ],
)
def test_visits_are_counted_and_missing_days_are_not_zero(evidence: Evidence, verdict: str) -> None:
    found = result(POOL, evidence)
    assert found.verdict == verdict
    assert found.why.english() and "None" not in found.why.english()


def test_months_without_any_figures_between_two_exports_are_missing_and_not_zero() -> None:
    """Figures of January and of June are loaded; the campaign was in March."""
    loaded = [*range(FIRST - 90, FIRST - 60), *range(LAST + 60, LAST + 90)]
    between = Evidence(posts(), {}, (loaded[0], loaded[-1]), LAST + 90, visits_gaps=gaps(loaded))
    assert result(POOL, between).verdict == "not_measurable" and result(POOL, between).visits.value is None
    long = replace(POOL, last_day=LAST + 65)
    found = result(long, replace(between, visits=dict.fromkeys(range(LAST + 60, LAST + 66), 5.0)))
    assert (found.verdict, found.why.code, found.visits.value, found.visits.n) == ("undecided", "visits_gap", 30.0, 6)
    assert "30 visits are known, of 6 of its days" in found.why.english()
    enough = replace(between, visits=dict.fromkeys(range(LAST + 60, LAST + 66), 20.0))
    assert result(long, enough).verdict == "reached"  # a count cannot fall any more


def of_posts(measure: Measure, expected: float, newest: int = LAST, *values: float) -> str:
    tag = replace(POOL, measure=measure, expected=expected)
    return result(tag, Evidence(posts(*values), newest=newest)).verdict


def test_posts_are_judged_by_the_whole_interval() -> None:
    ten = [float(n) for n in range(20, 30)]
    assert of_posts("interactions", 15, LAST, *ten) == "reached"
    assert of_posts("interactions", 40, LAST, *ten) == "not_reached"
    assert of_posts("interactions", 24, LAST, *ten) == "undecided"
    assert of_posts("reach", 150, LAST, *ten) == "reached"
    assert of_posts("comments", 1.5, LAST, *ten, *ten) == "reached"
    assert of_posts("interactions", 15, LAST - 1, *ten) == "too_early"
    assert of_posts("interactions", 15, LAST, *ten[:5]) == "undecided"  # no interval below six
    assert of_posts("comments", 1, LAST, *ten) == "undecided"  # nor of an average below twelve
    assert of_posts("interactions", 15, LAST) == "not_measurable"
    assert of_posts("reach", 15, LAST, float("nan")) == "not_measurable"


def test_without_a_registered_expectation_nothing_is_judged() -> None:
    assert result(replace(POOL, registered_ts=None), visits(10)).verdict == "not_written"
    assert result(replace(POOL, measure=None), visits(10)).verdict == "not_written"


def test_written_before_is_by_the_clock_of_the_organisation() -> None:
    midnight = FIRST * 86_400 - 7_200  # in Amsterdam, in summer
    assert replace(POOL, registered_ts=midnight - 1).written_before("Europe/Amsterdam")
    assert not replace(POOL, registered_ts=midnight).written_before("Europe/Amsterdam")
    assert not replace(POOL, registered_ts=None).written_before("Europe/Amsterdam")


def test_the_headline_counts_what_can_be_judged() -> None:
    found = [result(POOL, visits(10)), result(POOL, visits(9)), result(POOL, visits(9, last=LAST - 1))]
    assert "1 of 2 campaigns" in headline(found).english()
    assert "1 of 1 are too early" in headline(found[2:]).english()
    assert "No campaign is described" in headline([]).english()


@pytest.mark.parametrize("values", [(), (0.0,), (5.0,), (0.0,) * 20, (7.0,) * 20])
def test_empty_single_equal_and_zero_posts_give_words(values: tuple[float, ...]) -> None:
    same = LogSums(30, 30 * 2.0, 30 * 4.0)
    for others in ({}, {1: same}, {1: LogSums(0, 0.0, 0.0)}):
        found = result(replace(POOL, measure="interactions"), Evidence(posts(*values), newest=LAST, others=others))
        for words in (found.why, finding_beside(found), beside_words(found)):
            assert words.english() and "nan" not in words.english().lower()
    for measure in ("interactions", "reach", "comments"):
        estimate = measured(POOL, measure, Evidence(posts(*values), newest=LAST))
        assert (estimate.value is None) == (not values)


def test_a_platform_that_gets_more_anyway_is_no_success() -> None:
    """All posts of the campaign stand on the account where every post gets ten times as much."""
    large, small = np.full(40, np.log1p(1000.0)), np.full(400, np.log1p(100.0))
    others = {one: LogSums(len(x), float(x.sum()), float((x**2).sum()) + 4) for one, x in ((1, large), (2, small))}
    found = beside(posts(*[1000.0] * 8).assign(logs=np.log1p(1000.0)), others)
    assert found is not None and found.ratio == pytest.approx(1.0) and found.usual == pytest.approx(1000, rel=0.01)


@pytest.mark.parametrize(("n", "truth"), [(6, 1.0), (12, 1.0), (40, 1.0), (40, 2.0)])
def test_the_interval_holds_the_truth_in_95_of_100(n: int, truth: float) -> None:
    """Three accounts of different size, log-normal interactions (METRICS.md 3.2), 1,000 runs."""
    random, runs, held = np.random.default_rng(5), 1000, 0
    centre, weights = np.array([2.0, 4.0, 6.0]), [0.5, 0.3, 0.2]
    for _ in range(runs):
        account = random.choice(3, n, p=weights)
        logs = centre[account] + random.normal(0, 1.2, n) + np.log(truth)
        others = {}
        for one in range(3):
            x = centre[one] + random.normal(0, 1.2, 60)
            others[one] = LogSums(60, float(x.sum()), float((x**2).sum()))
        found = beside(pd.DataFrame({"account_id": account, "logs": logs}), others)
        assert found is not None and found.low is not None and found.high is not None
        held += found.low <= truth <= found.high
    assert 0.93 <= held / runs <= 0.98


def test_posts_changed_by_hand_since_the_expectation_are_told_with_their_number() -> None:
    changed = replace(Evidence(posts(5, 5, 5)), added=2, taken_out=1)
    said = changed_words(result(POOL, changed))
    assert said is not None
    assert "written: 2; taken out by hand: 1; in it now: 3" in said.english()
    assert changed_words(result(POOL, Evidence(posts(5)))) is None
    assert changed_words(result(replace(POOL, registered_ts=None), changed)) is None, "nothing is expected"
