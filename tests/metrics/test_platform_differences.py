"""Why numbers differ from those on the platforms' screens."""

import pytest

from metrics.measures import TERMS
from metrics.platform_differences import BY_PLATFORM, EVERYWHERE, common
from metrics.platforms import NAMES, NEVER_REPORTED
from metrics.registry import metrics


def test_every_platform_says_whose_clock_it_goes_by() -> None:
    assert list(BY_PLATFORM) == list(NAMES)
    assert all(entry.clock for entry in BY_PLATFORM.values())


@pytest.mark.parametrize("platform", list(BY_PLATFORM))
def test_counts_are_those_of_the_product_and_given_by_the_platform(platform: str) -> None:
    counts = BY_PLATFORM[platform].counts.keys()
    assert counts <= TERMS.keys()
    assert not counts & NEVER_REPORTED[platform]


def test_each_sentence_is_whole_because_they_stand_in_a_row() -> None:
    texts = list(EVERYWHERE.values())
    for entry in BY_PLATFORM.values():
        texts += [entry.clock, *filter(None, [entry.window]), *entry.counts.values()]
    assert all(text[0].isupper() and text.endswith(".") for text in texts)


def test_a_number_is_told_what_matters_for_it_only() -> None:
    x = BY_PLATFORM["x"]
    assert x.about(metrics()["clicks"].needs) == [x.clock, x.window, x.counts["clicks"]]
    sums = x.about(metrics()["interactions"].needs)
    assert x.counts["interactions"] in sums
    assert x.counts["shares"] in sums
    assert x.counts["clicks"] not in sums


def test_own_replies_are_left_out_of_comments_and_not_of_interactions() -> None:
    assert common(metrics()["conversation"].needs) == [EVERYWHERE["comments"]]
    assert common(metrics()["interactions"].needs) == [EVERYWHERE["interactions"]]
    assert common(metrics()["likes"].needs) == []
