"""The verdict rule: what it says at the borders, and how often it errs by chance."""

import numpy as np
import pytest
from scipy.stats import binom

from metrics.claims.check import checks
from metrics.claims.facts import Answers, Facts
from metrics.claims.spread import differ
from metrics.claims.verdict import Code, Verdict, at_least, at_most, saying

SAY = saying({}, agree="", disagree="", too_few="")


def promised(k: int, n: int, share: float) -> Code:
    """The verdict on "we answer in time" when `k` of `n` were."""
    return checks()["within_norm"].check(Facts(answers=Answers(n, k, 0, share))).code


@pytest.mark.parametrize(
    ("k", "n", "share", "code"),
    [
        (24, 30, 0.8, "too_few"),
        (140, 200, 0.8, "disagree"),
        (35, 35, 0.9, "agree"),
        (34, 34, 0.9, "too_few"),
        (16, 16, 0.8, "agree"),
        (15, 15, 0.8, "too_few"),
        (10, 10, 0.5, "agree"),
        (9, 9, 0.5, "too_few"),  # a perfect record of fewer than ten decides nothing
        (0, 9, 0.5, "too_few"),
        (0, 10, 0.5, "disagree"),
    ],
)
def test_the_rule_of_the_interval(k: int, n: int, share: float, code: Code) -> None:
    assert promised(k, n, share) == code


def test_a_single_test_message_is_no_proof() -> None:
    assert promised(0, 1, 0.8) == "too_few"


def by_chance(share: float, n: int) -> dict[Code, float]:
    """How probable each verdict is when exactly the promised share is kept: worked out, not simulated."""
    counts = np.arange(n + 1)
    codes, chances = np.array([promised(k, n, share) for k in counts.tolist()]), binom.pmf(counts, n, share)
    return {code: float(chances[codes == code].sum()) for code in ("agree", "disagree")}


@pytest.mark.parametrize("share", [0.5, 0.8, 0.9, 0.95])
@pytest.mark.parametrize("n", [10, 20, 30, 50, 100, 200, 400, 1000])
def test_chance_alone_seldom_decides_when_the_promise_is_exactly_kept(share: float, n: int) -> None:
    """About 2.5 % on each side. Wilson's interval errs more often for high promises and few questions: up to 9 %."""
    found = by_chance(share, n)
    assert found["agree"] <= 0.035
    assert found["disagree"] <= (0.09 if share >= 0.9 and n < 100 else 0.04)


def test_chance_alone_seldom_decides_in_400_made_up_organisations() -> None:
    rng = np.random.default_rng(7)
    codes = [promised(int(rng.binomial(200, 0.8)), 200, 0.8) for _ in range(400)]
    assert codes.count("disagree") <= 20 and codes.count("agree") <= 20  # 2.5 % of 400 is 10
    assert codes.count("too_few") >= 360


def test_a_promise_that_is_clearly_broken_or_kept_is_found() -> None:
    rng = np.random.default_rng(8)
    broken = [promised(int(rng.binomial(200, 0.65)), 200, 0.8) for _ in range(400)]
    kept = [promised(int(rng.binomial(200, 0.9)), 200, 0.8) for _ in range(400)]
    assert broken.count("disagree") >= 380 and kept.count("agree") >= 360


def test_at_most_is_the_mirror_of_at_least() -> None:
    mirror: dict[Code, Code] = {"agree": "agree", "disagree": "disagree", "too_few": "too_few"}
    for n in (9, 10, 50, 200):
        for k in range(n + 1):
            assert at_most(k, n, 0.25, SAY).code == mirror[at_least(n - k, n, 0.75, SAY).code], (k, n)


def test_below_the_minimum_no_share_is_shown() -> None:
    assert at_least(3, 9, 0.5, SAY) == Verdict("too_few", SAY("too_few"), n=9)


def test_departments_that_are_alike_are_seldom_called_different() -> None:
    rng = np.random.default_rng(9)
    found = [differ([(int(rng.binomial(60, 0.7)), 60) for _ in range(6)]) for _ in range(400)]
    assert sum(found) <= 34  # 5 % of 400 is 20
    assert not differ([(0, 20), (0, 30)]) and not differ([(20, 20), (30, 30)]) and not differ([(5, 20)])
