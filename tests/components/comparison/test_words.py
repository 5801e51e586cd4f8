"""The first line, the titles and the order of rows: who differs, in words, never a rank."""

from math import inf

import pytest

from components.comparison import strata_words, words
from components.comparison.caterpillar_card import in_order
from components.comparison.findings import funnel_title, of_estimates, of_funnel
from components.comparison.kinds import KINDS, kind_of, label
from components.comparison.kinds import in_order as numbers_in_order
from components.comparison.titles import beside_the_middle, estimates_title
from metrics.comparison.funnel import funnel
from metrics.comparison.part import Part
from metrics.comparison.shrinkage import Shrunken, shrunken
from metrics.estimate import Estimate
from metrics.registry import offered
from tests.components.estimates import FEW, metric

ANSWERED, MEDIAN = metric("answered_share"), metric("response_median")
ALIKE = {name: Part(k, 200) for name, k in zip("ABCDEFGHI", [140, 138, 145, 135, 141, 139, 144, 137, 142], strict=True)}


def estimates(parts: dict[str, Part]) -> Shrunken[str]:
    return shrunken({who: part.estimate(share=True) for who, part in parts.items()}, "share")


def said(parts: dict[str, Part]) -> str:
    return " ".join(of_funnel(ANSWERED, funnel(parts, share=True), estimates(parts)))


def title(parts: dict[str, Part]) -> str:
    return funnel_title(ANSWERED, funnel(parts, share=True))


def test_who_is_outside_is_named_and_the_others_are_within() -> None:
    assert said(ALIKE | {"Parks": Part(80, 200)}) == (
        "Parks is lower than its number of questions explains. The other 9 departments are within expected variation."
    )


def test_names_are_escaped() -> None:
    assert said(ALIKE | {"*Parks*": Part(80, 200)}).startswith("\\*Parks\\* is lower")


def test_nobody_outside_and_nobody_to_tell_apart() -> None:
    assert said(ALIKE) == "All departments are within expected variation."


def test_those_that_vary_as_expected_may_still_differ() -> None:
    parts = {"A": Part(100, 400), "B": Part(200, 400), "C": Part(205, 400), "D": Part(300, 400)}
    assert said(parts) == (
        "Departments differ clearly. Lower than the middle: A. Higher: D. "
        "None of them stands out from how much departments differ anyway."
    )
    assert title(parts) == "All departments are within expected variation.", "the funnel speaks of the funnel"


def test_those_that_differ_are_told_apart_though_too_few_are_judged_to_stand_out() -> None:
    parts = {"A": Part(100, 400), "B": Part(300, 400), "C": Part(4, 9)}
    assert said(parts).endswith("There are too few departments to say whether any of them stands out.")
    assert said(parts).startswith("Departments differ clearly") and "Not judged" not in said(parts)
    assert title(parts).startswith("Not judged: 2 departments have 10 questions or more, and a comparison needs 3.")


def test_the_funnel_names_who_is_outside_and_many_in_one_sentence() -> None:
    assert title(ALIKE | {"Parks": Part(80, 200)}) == "Parks is lower than its number of questions explains."
    alike = {f"{name}{k}": part for name, part in ALIKE.items() for k in range(6)}
    many = alike | {name: Part(80, 200) for name in ("P", "Q", "R", "S")}
    sentence = "Lower than the number of questions explains: P, Q, R and S. The others vary as expected."
    assert (title(many), said(many)) == (sentence, sentence)


@pytest.mark.parametrize(
    ("parts", "words_in_it"),
    [
        ({"A": Part(7, 9)}, "Not judged: 0 departments have 10 questions"),
        ({"A": Part(70, 90), "B": Part(1, 1)}, "Not judged: 1 department has 10 questions"),
        ({name: Part(0, 50) for name in "ABCD"}, "within expected variation"),
        ({name: Part(50, 50) for name in "ABCD"}, "within expected variation"),
        ({}, "Not judged: 0 departments have 10 questions"),
    ],
)
def test_one_department_few_cases_all_or_nothing_give_words(parts: dict[str, Part], words_in_it: str) -> None:
    assert words_in_it in said(parts)
    assert "nan" not in said(parts).lower()


def test_beside_the_middle_is_only_who_can_be_told_apart() -> None:
    assert beside_the_middle(estimates(ALIKE)) == ([], [])
    assert of_estimates(None) == []
    many = {name: Part(k, 1000) for name, k in zip("ABCDEFGHI", range(100, 1000, 100), strict=True)}
    (sentence,) = of_estimates(estimates(many))
    assert sentence == "Departments differ clearly, most of all I (higher) and A (lower)."


def test_rows_are_sorted_by_value_only_where_two_can_be_told_apart() -> None:
    apart = {"Alders": Part(100, 400), "Birch": Part(300, 400), "Cedar": Part(200, 400)}
    assert in_order(estimates(apart)) == ["Birch", "Cedar", "Alders"]
    assert words.how_sorted(ANSWERED, estimates(apart)).startswith("Sorted by value. ")
    alike = dict(reversed(ALIKE.items()))
    assert in_order(estimates(alike)) == sorted(ALIKE)
    assert "order of their names" in words.how_sorted(ANSWERED, estimates(alike))


def test_a_department_without_a_number_is_the_last_row() -> None:
    known = {who: part.estimate(share=True) for who, part in {"B": Part(100, 400), "C": Part(300, 400)}.items()}
    found = shrunken({"A": FEW, **known, "D": Part(200, 400).estimate(share=True)}, "share")
    assert in_order(found) == ["C", "D", "B", "A"]


def test_titles_say_where_a_rate_was_compared() -> None:
    apart = estimates({"A": Part(100, 400), "B": Part(300, 400), "C": Part(200, 400)})
    assert estimates_title(ANSWERED, apart) == "Answered at all: B clearly higher than A"
    one = estimates_title(ANSWERED, apart, ("facebook",))
    assert one == "Answered at all, on Facebook alone: B clearly higher than A"
    assert "at the same mix of platforms" in estimates_title(ANSWERED, apart, ("facebook", "x"))
    assert estimates_title(ANSWERED, estimates(ALIKE)) == "Answered at all: no clear differences"
    assert estimates_title(ANSWERED, shrunken({"A": FEW}, "share")) == "Answered at all: nothing to compare"


def test_one_number_is_no_comparison() -> None:
    one = shrunken({"A": FEW, "*B*": Part(8, 17).estimate(share=True), "C": FEW}, "share")
    assert estimates_title(ANSWERED, one) == "Answered at all: only \\*B\\* has enough data for this number"
    assert words.how_sorted(ANSWERED, one).startswith("Not drawn together: 1 department has a number")
    assert "open" not in words.how_drawn(one).lower(), "nothing was drawn together, so there is one dot"


def test_two_are_told_apart_when_they_differ_clearly() -> None:
    apart = estimates({"A": Part(20, 100), "*B*": Part(90, 100)})
    assert estimates_title(ANSWERED, apart) == "Answered at all: \\*B\\* clearly higher than A"
    assert of_estimates(apart) == ["\\*B\\* is clearly higher than A."]
    alike = estimates({"A": Part(50, 100), "B": Part(53, 100)})
    assert estimates_title(ANSWERED, alike) == "Answered at all: no clear differences"


def test_intervals_without_width_tell_no_difference_and_no_likeness() -> None:
    found = shrunken({who: Estimate(n, 30, n, n) for who, n in {"A": 1, "B": 2, "C": 2}.items()}, "log")
    assert estimates_title(metric("conversation"), found).endswith("differences cannot be told from chance")


def test_of_a_time_higher_is_slower() -> None:
    hours = {"A": Estimate(3600.0, 90, 3000.0, 4000.0), "B": Estimate(36000.0, 90, 30000.0, 40000.0)}
    one_pair = hours | {"C": Estimate(12000.0, 20, 1000.0, 140000.0)}
    assert estimates_title(MEDIAN, shrunken(one_pair, "log")) == "Time to an answer, median: B clearly slower than A"
    assert "B is clearly slower than A; no other two" in words.how_sorted(MEDIAN, shrunken(one_pair, "log"))


def test_the_axis_and_the_limits_are_in_plain_words() -> None:
    share, rate = funnel(ALIKE, share=True), funnel(ALIKE, share=False)
    assert words.axis(ANSWERED) == "Left: few questions, so wide limits. Right: many."
    assert words.axis(metric("er_reach_pooled")) == "Left: few posts, so wide limits. Right: many."
    assert "Weeks that differ" in words.how_to_read(metric("er_reach_pooled"), rate)
    assert "Weeks that differ" not in words.how_to_read(ANSWERED, share)
    two = funnel({"A": Part(10, 20), "B": Part(12, 20)}, share=True)
    assert "chance alone" in words.how_to_read(ANSWERED, two) and "A triangle" not in words.how_to_read(ANSWERED, two)


def test_numbers_stand_kind_by_kind_and_totals_last() -> None:
    kinds = [kind_of(one) for one in numbers_in_order(offered())]
    assert kinds == sorted(kinds, key=list(KINDS).index) and kinds[0] == "answers" and kinds[-1] == "total"
    assert set(kinds) == set(KINDS)
    assert kind_of(metric("er_reach_pooled")) == kind_of(metric("popularity_p3")) == "audience"
    assert kind_of(metric("waiting")) == kind_of(metric("posts")) == "total"
    assert label(metric("posts")) == "Total · Posts"


def test_what_was_tested_is_said() -> None:
    assert (
        strata_words.tested(["platform", "weekday"]) == "Tested over platform and weekday: no comparison turns round."
    )
    for dimension in strata_words.NAMES:
        for everywhere in (True, False):
            sentence = strata_words.turned_round(dimension, "Culture", "Sport", everywhere=everywhere)
            assert sentence.index("Culture looks higher") < sentence.index("Sport is higher")


def test_rates_without_weeks_know_no_interval_and_have_no_row_of_nan() -> None:
    rates = {name: Part(10, 1000, inf, 20).estimate(share=False) for name in "ABC"}
    assert shrunken(rates, "log").values == {}
    assert Estimate(0.01, 20) in rates.values()
