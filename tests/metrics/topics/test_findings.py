"""The first sentence and the findings, word by word."""

from metrics.topics.changes import Shift
from metrics.topics.findings import findings, headline, waits_most
from metrics.topics.owners import arrivals
from metrics.topics.sizes import sizes
from tests.metrics.topics.made_up import PARKING, TREES, WASTE, sums

NAMES = {WASTE: "waste", PARKING: "parking", TREES: "trees"}
ROWS = (
    {"topic_id": PARKING, "messages": 180, "asked": 60, "waiting": 12},
    {"messages": 120, "asked": 50, "waiting": 40},
    {"topic_id": 0, "messages": 700},
)


def test_largest_topics_and_whose_questions_wait_most() -> None:
    found = sizes(sums(*ROWS), {}, NAMES)
    assert headline(found, NAMES).english() == (
        "People write most about parking (18 %, 16 % to 21 %), waste (12 %, 10 % to 14 %), of 1000 messages (70 % are "
        "about no known topic); questions about waste wait most: 80 % of 50 have no answer."
    )
    assert waits_most(found) is found.get(WASTE)


def test_nobody_stands_out() -> None:
    rows = [row | {"asked": 50, "waiting": 20} for row in ROWS[:2]]
    found = sizes(sums(*rows, ROWS[2]), {}, NAMES)
    assert waits_most(found) is None
    assert headline(found, NAMES).english() == (
        "People write most about parking (18 %, 16 % to 21 %), waste (12 %, 10 % to 14 %), of 1000 messages; 70 % are "
        "about no known topic."
    )


def test_too_little_to_tell() -> None:
    assert headline(sizes(sums(), {}, NAMES), NAMES).code == "no_messages"
    one = sizes(sums({"messages": 1}), {}, NAMES)
    assert headline(one, NAMES).english() == "1 message of citizens: too few to tell what people write about."
    none = sizes(sums({"topic_id": 0, "messages": 40}), {}, NAMES)
    assert headline(none, NAMES).english() == (
        "100 % of 40 messages are about no known topic, and no topic has enough messages to show."
    )


def test_rises_come_first_then_who_waits_then_the_wrong_door() -> None:
    shifts = {
        PARKING: Shift(PARKING, "up", 0.18, 0.12, 180, 120, 0.001),
        WASTE: Shift(WASTE, "down", 0.12, 0.2, 120, 200, 0.0001),
    }
    rows = sums(*ROWS)
    arrived = arrivals(rows, {PARKING: 2, WASTE: 1})
    told = findings(sizes(rows, shifts, NAMES), NAMES, arrived, {1: "Roads", 2: "Parking garage"})
    assert [one.message.english() for one in told] == [
        "People write more about parking: 18 % of the messages, against 12 % in the period before.",
        "People write less about waste: 12 % of the messages, against 20 % in the period before.",
        "Questions about waste wait most: 40 of 50 have no answer (80 %, 67 % to 89 %).",
        "100 % of the 180 messages about parking arrive at accounts of other departments than Parking garage, whose "
        "matter it is.",
    ]
    assert [one.checks for one in told] == [2, 2, 2, 2]
    assert all(one.what_to_do.english().endswith(".") and one.page == "conversation" for one in told)


def test_nothing_changed_is_told_with_the_number_of_checks() -> None:
    shifts = {PARKING: Shift(PARKING, "unclear", 0.18, 0.17, 180, 170, 0.4)}
    (only,) = findings(sizes(sums(ROWS[0], ROWS[2]), shifts, NAMES), NAMES)
    assert only.message.english() == "No topic rose or fell clearly: 1 was compared with the period before."
    assert only.kind == "no_change" and only.checks == 1
    assert findings(sizes(sums(ROWS[0]), {}, NAMES), NAMES) == [], "and nothing where nothing was compared"


def test_only_a_clear_majority_at_other_doors_is_told() -> None:
    rows = sums({"messages": 12}, {"department_id": 2, "messages": 13}, {"topic_id": TREES, "messages": 6})
    found = arrivals(rows, {WASTE: 1, TREES: 2, PARKING: 1})
    assert [(one.topic, one.elsewhere.value, one.elsewhere.n) for one in found] == [(WASTE, 0.52, 25), (TREES, None, 6)]
    assert not any(one.mostly_elsewhere for one in found)
