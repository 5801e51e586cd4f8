"""What is said of a comparison: names in the order of the alphabet, never a rank."""

import pytest

from metrics.comparison.funnel import funnel
from metrics.comparison.part import Part
from metrics.comparison.shrinkage import shrunken
from metrics.comparison.wording import about, headline, order, refusal
from metrics.estimate import Estimate
from metrics.registry import metrics

NAMES = {"p": "Parks", "r": "Roads", "w": "Water"} | {str(n): f"Department {n}" for n in range(18)}
ALIKE = {str(n): Part(132 + n, 200) for n in range(18)}


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({}, "All departments are within expected variation."),
        (
            {"w": Part(90, 200), "r": Part(85, 200)},
            "Lower than the number of messages explains: Roads, Water. The others vary as expected.",
        ),
        (
            {"w": Part(90, 200), "p": Part(193, 200)},
            "Lower than the number of messages explains: Water. Higher: Parks. The others vary as expected.",
        ),
        ({"p": Part(193, 200)}, "Higher than the number of messages explains: Parks. The others vary as expected."),
    ],
)
def test_the_headline(more: dict[str, Part], words: str) -> None:
    assert headline(funnel(ALIKE | more, share=True), NAMES, "messages").english() == words


def test_too_few_departments() -> None:
    assert headline(funnel({"p": Part(1, 20)}, share=True), NAMES, "messages").english() == (
        "Not judged: 1 department has 10 messages or more, and a comparison needs 3."
    )


def test_each_side_has_its_sentence() -> None:
    said = [about("Roads", side, 40, "questions").english() for side in ("low", "high", "within", "too_few")]
    assert len(set(said)) == 4 and all("Roads" in one for one in said)


def test_the_order_of_the_estimates() -> None:
    def said(*shares: int) -> str:
        estimates = {key: Part(k, 100).estimate(share=True) for key, k in zip("prw", shares, strict=True)}
        return order(metrics()["within_norm"], shrunken(estimates, "share"), NAMES).english()

    assert said(70, 71, 72).startswith("No department can be told apart from another")
    assert said(70, 60, 78) == "Water is clearly higher than Roads; no other two can be told apart."
    assert said(20, 80, 50) == "3 of 3 pairs of departments can be told apart. Others may stand in any order."


def test_why_a_number_is_not_compared() -> None:
    facebook, x = Estimate(0.1, 40, platforms=("facebook",)), Estimate(0.2, 40, platforms=("x",))

    def said(metric: str, **estimates: Estimate) -> str | None:
        found = refusal(metrics()[metric], estimates, NAMES)
        return found.english() if found else None

    assert said("likes", p=facebook, r=x) == (
        "Not compared: a total says how large a department is, not how well it does. Choose a share, or a number per "
        "post, follower or reach."
    )
    assert said("er_reach_pooled", p=facebook, r=x) == (
        "Not compared: Parks, Roads have this number on different platforms. Choose one platform."
    )
    assert said("within_norm", p=facebook, r=Estimate(None)) == (
        "Not compared: 1 department has this number, and a comparison needs 2."
    )
    assert said("within_norm", p=facebook, r=x) is None is said("er_reach_pooled", p=facebook, r=facebook)
