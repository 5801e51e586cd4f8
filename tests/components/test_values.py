"""Numbers with their uncertainty, in words."""

import pytest

from components.values import basis_words, full_words, interval_words, value_words
from metrics.estimate import Estimate
from tests.components.estimates import FEW, SURE, metric


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("posts", 12345.0, "12,345"),
        ("conversation", 4.0, "4"),
        ("commitment_c1", 0.5712, "57.1%"),
        ("er_followers", 0.01234, "1.23%"),
        ("popularity_p3", 3.14159, "3.14"),
        ("audience_growth_rate", -0.012, "-1.2%"),
    ],
)
def test_values_in_their_unit(name: str, value: float, words: str) -> None:
    assert value_words(metric(name), Estimate(value, 10)) == words


def test_all_about_a_number_in_one_phrase() -> None:
    assert full_words(metric("conversation"), SURE) == "4 (3 to 5), 214 posts"
    assert full_words(metric("conversation"), SURE, "**") == "**4** (3 to 5), 214 posts"
    assert full_words(metric("posts"), Estimate(1.0, 1)) == "1, 1 post"


def test_a_number_that_cannot_be_given_says_why() -> None:
    assert full_words(metric("conversation"), FEW) == "Too few posts: 5 of the 8 needed."
    assert interval_words(metric("conversation"), FEW) == ""
    assert value_words(metric("conversation"), Estimate(None)) == "Not available"


def test_the_unit_of_a_time_is_said_once() -> None:
    assert interval_words(metric("response_median"), Estimate(5000.0, 40, 4920.0, 6720.0)) == "82 to 112 minutes"
    assert interval_words(metric("response_median"), Estimate(9000.0, 40, 4920.0, 9000.0)) == "82 minutes to 2.5 hours"


@pytest.mark.parametrize(
    ("name", "words"), [("posts", "3 posts"), ("audience", "3 accounts"), ("visitors", "3 days with data")]
)
def test_what_a_number_rests_on(name: str, words: str) -> None:
    assert basis_words(metric(name), Estimate(9.0, 3)) == words
