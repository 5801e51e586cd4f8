"""Times from single questions, for who asks for them."""

import numpy as np
import pandas as pd
import pytest

from metrics.responsiveness.estimates import exact_time_to_answer, time_to_answer
from tests.metrics.sample_slices import slice_of, with_answers

HOUR, DAY = 3_600, 86_400


def questions(seconds: list[float], ages: list[float]) -> pd.DataFrame:
    """The same questions one by one, all asked at once, each followed until its own moment."""
    answered = pd.DataFrame({"asked_ts": 1_000, "answered_ts": np.add(seconds, 1_000.0), "until_ts": 90 * DAY})
    waiting = pd.DataFrame({"asked_ts": 1_000, "answered_ts": np.nan, "until_ts": np.add(ages, 1_000)})
    return pd.concat([answered, waiting], ignore_index=True)


def test_the_exact_median_is_the_time_of_a_question_and_the_stored_one_is_near_it() -> None:
    rng = np.random.default_rng(1)
    seconds, ages = [float(round(s)) for s in rng.lognormal(9.5, 1.2, 401)], [20.0 * DAY] * 100
    data = with_answers(slice_of(), seconds, ages)
    exact, stored = (exact_time_to_answer(data, questions(seconds, ages), 0.5), time_to_answer(data, 0.5))
    assert exact.value == sorted(seconds)[250]  # the 251st of 501, all of the waiting ones waited longer
    assert exact.value == pytest.approx(stored.value, rel=0.02)
    assert exact.low is not None and exact.high is not None and exact.low < exact.value < exact.high
    assert exact.n == stored.n == 501


def test_who_still_waits_counts_in_the_exact_time_too() -> None:
    data = with_answers(slice_of(), [HOUR] * 8, [9 * DAY] * 12)
    found = exact_time_to_answer(data, questions([HOUR] * 8, [9 * DAY] * 12), 0.5)
    assert found.value is None and found.reason is not None
    assert found.reason.english() == "More than 9 days: not even 50 % of the questions had an answer by then."
    assert exact_time_to_answer(slice_of(), questions([], []), 0.5).reason is not None
