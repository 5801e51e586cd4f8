"""Cards of the action plan: a contradiction with what was measured, and the result of an action."""

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

HOSTILE = "**fat** [x](javascript:alert(1)) <img src=x>"


def contradicted(hostile: str) -> None:
    import streamlit as st

    from components.plan.suggestion_card import Asked, suggestion_card
    from metrics.actions.suggestions import suggested
    from tests.metrics.actions.test_suggestions import ASKED, assessed, disagreeing

    (item,) = suggested(assessed({"B4": 3}, verdicts={(1, "B4"): disagreeing()}))
    asked = Asked(ASKED, 3, {1: hostile})
    chosen = suggestion_card(item, asked, lambda one: f"B4_{item.suggestions.index(one)}", "")
    st.caption("nothing" if chosen is None else str(chosen.text))


def result(change: float, early: bool) -> None:
    import random

    from components.plan.result_card import Measured, result_card
    from components.source import Source
    from metrics.actions.weekly import scale_of, weekly
    from metrics.beforeafter import judge
    from metrics.estimate import Estimate
    from metrics.periods import Period, week_start
    from metrics.registry import metrics
    from tests.metrics.actions.made_up import action

    chance, first, start = random.Random(1), week_start(20_000), week_start(20_000) + 70 * 7
    weeks = range(first, start + (2 if early else 13) * 7, 7)
    series = {week: Estimate(0.5 + chance.gauss(0, 0.03) + (change if week >= start else 0), n=40) for week in weeks}
    period, metric = Period(first, weeks[-1] + 6), metrics()["within_norm"]
    registered = {"start_day": start, "registered_ts": (start - 5) * 86_400, "expectation": "Ten points more."}
    one = action(metric="within_norm", direction="up", department_id=1, control_id=2, title="Rota *x*", **registered)
    flat = {week: Estimate(0.5 + chance.gauss(0, 0.03), n=40) for week in weeks}
    found = judge(weekly(metric, series, period), weekly(metric, flat, period), start, "up", scale_of(metric))
    measured = Measured("Sport", series, "Parken", flat)
    result_card(one, metric, found, measured, {1: "Sport", 2: "Parken"}, Source("", period), (change, early))


def drawn(function: Any, *args: Any) -> AppTest:
    at = AppTest.from_function(function, default_timeout=30, args=args).run()
    assert not at.exception
    return at


def words(at: AppTest) -> str:
    return " ".join(str(element.value) for element in (*at.header, *at.subheader, *at.markdown, *at.caption))


def test_a_contradiction_says_what_was_claimed_and_measured_and_brings_its_next_step() -> None:
    at = drawn(contradicted, HOSTILE)
    said = words(at)
    assert "**Data disagree:** We answer within the time of our norm. 12 of 40" in said
    assert "See where questions wait" in said and "B4 step 3" in said and "Below the target" not in said
    assert "<img" not in said.replace("\\<img", "") and "**fat**" not in said
    at = at.button(key="take_B4_1").click().run()
    assert "B4 step 3" in at.caption[-1].value


@pytest.mark.parametrize(
    ("change", "early", "verdict"),
    [(0.3, False, "changed after"), (0.0, False, "no clear change"), (0.3, True, "too early to say")],
)
def test_the_verdict_is_the_title_with_chart_table_and_csv(change: float, early: bool, verdict: str) -> None:
    at = drawn(result, change, early)
    said = words(at)
    assert at.header[0].value == f"Rota \\*x\\*: {verdict}"
    assert len(at.get("plotly_chart")) == 1 and len(at.get("download_button")) == 1
    assert "Compared with Parken" in said and "Ten points more" in said
    assert ("in a typical week" in said) is not early
    assert ("does not show what brought it about" in said) is (verdict == "changed after")
    assert "caus" not in said
