"""Departments held against each other on one number: together, inside strata, and at one mix."""

from collections.abc import Mapping

import pytest

from metrics.comparison.compared import number_compared, ratio_compared
from metrics.comparison.part import Part
from metrics.comparison.platform_mix import ByPlatform
from metrics.estimate import Estimate
from metrics.registry import metrics

SHARE, RATE, MEDIAN, COUNT = (metrics()[name] for name in ("answered_share", "er_reach_pooled", "applause", "posts"))

FACEBOOK = {"A": Part(60, 10_000), "B": Part(240, 30_000)}
INSTAGRAM = {"A": Part(2_400, 40_000), "B": Part(700, 10_000)}
PLATFORMS = {"facebook": FACEBOOK, "instagram": INSTAGRAM}
WHOLE = {"A": Part(2_460, 50_000), "B": Part(940, 40_000)}
COUNTED = {who: Estimate(part.value, round(part.n)) for who, part in WHOLE.items()}
ALIKE = {"morning": {"A": Part(1_230, 25_000), "B": Part(470, 20_000)}}


def test_a_share_is_added_up_and_has_the_intervals_of_its_parts() -> None:
    found = ratio_compared(SHARE, COUNTED, WHOLE, {"platform": PLATFORMS, "weekday": ALIKE})
    assert (found.compared, found.mixed, found.same_mix, found.tested) == (2, False, (), ("platform", "weekday"))
    part = WHOLE["A"].estimate(share=True)
    assert (found.estimates["A"].low, found.estimates["A"].high) == (part.low, part.high)
    assert found.funnel is not None and set(found.funnel.points) == {"A", "B"}


def test_a_pair_that_turns_round_has_its_strata() -> None:
    found = ratio_compared(SHARE, COUNTED, WHOLE, {"weekday": ALIKE, "platform": PLATFORMS})
    (turning,) = found.turnings
    assert (turning.dimension, turning.reversal.higher, turning.reversal.everywhere) == ("platform", "A", True)
    assert turning.strata == PLATFORMS and turning.pooled == WHOLE


def test_pairs_that_turn_round_in_every_stratum_come_first() -> None:
    blurred = {**PLATFORMS, "x": {"A": Part(20, 40), "B": Part(8, 40)}}  # one small stratum points the other way
    found = ratio_compared(SHARE, COUNTED, WHOLE, {"topic": blurred, "platform": PLATFORMS})
    assert [(one.dimension, one.reversal.everywhere) for one in found.turnings] == [
        ("platform", True),
        ("topic", False),
    ]


def test_only_those_who_are_compared_count() -> None:
    with_others = {name: {**parts, "C": Part(1, 20)} for name, parts in PLATFORMS.items()} | {"x": {"C": Part(3, 9)}}
    found = ratio_compared(SHARE, COUNTED, {**WHOLE, "C": Part(2, 40)}, {"platform": with_others})
    assert found == ratio_compared(SHARE, COUNTED, WHOLE, {"platform": PLATFORMS})


def test_a_rate_over_platforms_is_compared_at_one_mix_and_only_over_platforms() -> None:
    nothing = {who: Estimate(None) for who in WHOLE}  # as counted it would mix platforms
    found = ratio_compared(RATE, nothing, {}, {"weekday": ALIKE, "platform": PLATFORMS})
    assert (found.mixed, found.tested, found.same_mix) == (True, ("platform",), ("facebook", "instagram"))
    assert found.estimates["A"].value == pytest.approx(0.0492) and found.estimates["A"].low is not None
    assert found.shrunken is not None
    assert found.shrunken.raw["A"].value == pytest.approx(0.0360)  # 40 of 90 thousand on Facebook


def test_on_one_platform_a_rate_is_like_any_other() -> None:
    found = ratio_compared(RATE, COUNTED, WHOLE, {"weekday": ALIKE})
    assert (found.mixed, found.tested, found.turnings) == (False, ("weekday",), ())


FAR = {who: Estimate(value, 90, value * 0.9, value * 1.1) for who, value in (("A", 8.0), ("B", 2.0), ("C", 4.0))}


def on(*platforms: str) -> dict[str, Estimate]:
    return {who: Estimate(one.value, one.n, one.low, one.high, platforms=platforms) for who, one in FAR.items()}


def test_medians_that_differ_must_do_so_on_the_same_platforms() -> None:
    def inside() -> Mapping[str, ByPlatform]:
        alike = Estimate(5.0, 45, 4.5, 5.5)
        return {"A": {"x": FAR["A"], "facebook": FAR["A"]}, "B": {"x": FAR["B"]}, "C": {"facebook": alike}}

    found = number_compared(MEDIAN, on("facebook", "x"), inside)
    assert found.shrunken is not None and found.shrunken.distinguishable
    assert set(found.shrunken.pairs) == {("A", "B"), ("A", "C")}  # B and C are on no platform together


def test_what_is_on_one_platform_is_not_looked_at_again() -> None:
    def inside() -> Mapping[str, ByPlatform]:
        raise AssertionError("nobody asked")

    found = number_compared(MEDIAN, on("x"), inside)
    assert found.shrunken is not None and len(found.shrunken.pairs) == 3
    assert number_compared(COUNT, {"A": Estimate(3.0, 3), "B": Estimate(None)}, inside).shrunken is None
    assert number_compared(COUNT, {"A": Estimate(3.0, 3), "B": Estimate(None)}, inside).compared == 1
