"""How large topics are, by hand; small ones are hidden, and cannot be worked out."""

import pytest

from metrics.topics.frames import about, slice_about
from metrics.topics.sizes import NOT_SCORED, sizes
from tests.metrics.topics.made_up import PARKING, TREES, WASTE, sums

KNOWN = (WASTE, PARKING, TREES)


def test_the_largest_first_with_share_questions_and_tones() -> None:
    found = sizes(
        sums(
            {"messages": 20, "asked": 12, "waiting": 3, "t_negative": 9, "t_neutral": 5, "t_none": 6},
            {"topic_id": PARKING, "messages": 30, "asked": 9, "waiting": 9, "t_negative": 30},
            {"topic_id": 0, "messages": 50, "asked": 40, "waiting": 10},
        ),
        {},
        KNOWN,
    )
    assert (found.messages, found.hidden, found.compared) == (100, 0, 0)
    assert found.unclear.value == 0.5 and found.unclear.n == 100
    parking, waste = found.topics
    assert (parking.topic, parking.messages, parking.share.value) == (PARKING, 30, 0.3)
    assert (parking.share.low, parking.share.high) == (pytest.approx(0.2189, abs=1e-4), pytest.approx(0.3958, abs=1e-4))
    assert (parking.asked, parking.waiting, parking.share_waiting.value) == (9, 9, None), "nine is too few for a share"
    assert parking.share_waiting.reason is not None
    assert parking.share_waiting.reason.english() == "9 of 9 questions: too few for a percentage."
    assert waste.share_waiting.value == 0.25
    assert waste.tones == {"negative": 9, "neutral": 5, "positive": 0, "unsure": 0, NOT_SCORED: 6}
    assert found.get(WASTE) is waste and found.get(404) is None


def test_small_topics_are_not_named() -> None:
    rows = [{"topic_id": topic, "messages": n} for topic, n in ((WASTE, 40), (PARKING, 3), (TREES, 9), (0, 60))]
    found = sizes(sums(*rows), {}, KNOWN)
    assert [one.topic for one in found.topics] == [WASTE, TREES]
    assert found.hidden == 1
    assert found.unclear.value == pytest.approx(60 / 112)


def test_tones_of_few_messages_are_hidden() -> None:
    (waste,) = sizes(sums({"messages": 30, "t_negative": 2, "t_neutral": 8, "t_positive": 20}), {}, KNOWN).topics
    assert waste.tones == {"negative": None, "neutral": None, "positive": 20, "unsure": 0, NOT_SCORED: 0}


def test_unsure_ones_are_one_tone() -> None:
    (waste,) = sizes(sums({"messages": 12, "t_negative_unsure": 7, "t_positive_unsure": 5}), {}, KNOWN).topics
    assert waste.tones["unsure"] == 12


def test_a_topic_that_is_no_more_counts_as_none() -> None:
    found = sizes(sums({"messages": 30}, {"topic_id": 404, "messages": 20}), {}, KNOWN)
    assert [one.topic for one in found.topics] == [WASTE]
    assert found.unclear.value == 0.4


def test_nothing() -> None:
    found = sizes(sums(), {}, KNOWN)
    assert (found.messages, found.topics, found.unclear.value) == (0, (), None)
    few = sizes(sums({"messages": 2}), {}, KNOWN)
    assert few.topics == () and few.unclear.value is None and few.hidden == 1


def test_about_a_topic_and_about_any() -> None:
    rows = sums(
        {"messages": 4, "asked": 2, "waiting": 1},
        {"topic_id": PARKING, "messages": 6, "asked": 3},
        {"topic_id": 0, "messages": 10, "asked": 5, "waiting": 5},
        {"account_id": 2, "department_id": 2, "messages": 8},
        {"period": "previous", "messages": 99},
    )
    now = about(rows[rows["period"] == "current"], WASTE).set_index("account_id")
    columns = ["messages", "about", "unclear", "asked", "waiting"]
    assert now.loc[1, columns].tolist() == [20, 4, 10, 2, 1]
    assert now.loc[2, columns].tolist() == [8, 8, 0, 0, 0]
    anything = about(rows[rows["period"] == "current"]).set_index("account_id")
    assert anything.loc[1, columns].tolist() == [20, 10, 10, 10, 6]
    assert slice_about(rows, 91, WASTE).where(department_id=2).topics["about"].tolist() == [8]
