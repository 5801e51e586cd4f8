"""How a number compares with the period before: never a colour without words, no colour without a clear change."""

import pytest

from components.compared import Compared, comparison_words
from metrics.breaks.between import not_comparable
from metrics.breaks.shipped import BREAKS
from metrics.comparison.periods import WORDS, Change, Direction
from metrics.estimate import Estimate
from metrics.reasons import no_posts
from tests.components.estimates import FEW, SURE, UNCLEAR, UP, metric

BEFORE = Estimate(3.2, 190, 2.8, 3.9, platforms=("facebook",))
DOWN = Change("down", -1.0, -0.25, 0.001)


def words(name: str, change: Change, now: Estimate = SURE, before: Estimate = BEFORE) -> str:
    return comparison_words(Compared(metric(name), now, before, change))


def test_a_clear_change_has_its_size_and_a_colour_for_its_good_side() -> None:
    assert words("conversation", UP) == ":green[:material/trending_up: 25% higher than before (3.2)]"
    assert words("conversation", DOWN) == ":orange[:material/trending_down: 25% lower than before (3.2)]"


def test_a_number_without_a_good_side_has_no_colour() -> None:
    assert words("response_median", UP, before=Estimate(1200.0, 40)).startswith(
        ":orange[:material/trending_up: 25% longer than before"
    )
    assert words("posts", UP) == ":material/trending_up: 25% higher than before (3)"


def test_an_unclear_change_has_no_size_and_no_colour() -> None:
    assert words("conversation", UNCLEAR) == ":material/trending_flat: no clear change (3.2 before)"


def test_a_change_from_zero_has_no_percentage() -> None:
    zero = Estimate(0.0, 190, 0.0, 0.0)
    assert words("conversation", Change("up", 4.0, None, 0.001), before=zero).endswith("higher than before (0)]")


@pytest.mark.parametrize("direction", ["too_few", "not_comparable"])
def test_what_is_not_compared_says_so(direction: Direction) -> None:
    said = words("conversation", Change(direction), before=FEW)
    assert said.startswith(":material/")
    assert said.endswith(f": {WORDS[direction].english()}")


def test_another_way_of_counting_is_the_reason_in_place_of_a_change() -> None:
    shorts = Change("not_comparable", reason=not_comparable(BREAKS[0]))
    assert words("video_views", shorts) == (
        ":material/block: Not comparable with the period before. YouTube counts a view of a Short as soon as it "
        "starts, replays too: since 31 March 2025."
    )


def test_the_first_period_with_data_has_nothing_to_be_compared_with() -> None:
    said = words("conversation", Change("too_few"), before=Estimate(None, reason=no_posts()))
    assert said == ":material/remove: no posts to compare with in the period before"


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        (Estimate(900.0, 2, platforms=("x",)), ":material/trending_up: 100 more than before (900)"),
        (Estimate(1100.0, 2, platforms=("x",)), ":material/trending_down: 100 fewer than before (1,100)"),
        (Estimate(1000.0, 2, platforms=("x",)), ":material/trending_flat: as many as before"),
        (Estimate(500.0, 1, platforms=("x",)), ":material/block: not comparable: other accounts before"),
        (Estimate(None), ":material/remove: no number for the period before"),
    ],
)
def test_followers_are_counted_and_not_sampled(before: Estimate, expected: str) -> None:
    now = Estimate(1000.0, 2, platforms=("x",))
    assert words("audience", Change("too_few"), now, before) == expected
