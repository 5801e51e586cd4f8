"""Who is labelled: enough of each class, never more than there are, and the same with the same seed."""

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from metrics.text.sampling import allocate, in_order, positions

CLASSES = ("negative", "neutral", "positive")


def sizes(**of: tuple[int, int, int]) -> pd.Series:
    """Messages by platform and class."""
    found = {(platform, code): n for platform, each in of.items() for code, n in zip(CLASSES, each, strict=True) if n}
    return pd.Series(found.values(), index=pd.MultiIndex.from_tuples(found, names=["platform", "predicted"]))


def test_a_rare_class_gets_a_fifth_and_a_small_stratum_ten() -> None:
    drawn = allocate(sizes(facebook=(6000, 3000, 100), x=(500, 300, 12)))
    assert drawn.sum() == 200
    assert drawn.groupby("predicted").sum()["positive"] == 40
    assert drawn.min() == 10, "the twelve positive ones of X"
    assert drawn["facebook"]["negative"] > drawn["facebook"]["neutral"]


def test_many_small_platforms_leave_room_for_the_large_one() -> None:
    small = {f"p{number}": (20, 20, 20) for number in range(9)}
    drawn = allocate(sizes(facebook=(9000, 5000, 900), **small))
    assert drawn.sum() == 200 and drawn["facebook"].sum() > 100 and drawn.min() >= 3


@given(
    st.dictionaries(st.sampled_from(["x", "facebook", "youtube"]), st.tuples(*[st.integers(1, 400)] * 3), min_size=1),
    st.integers(1, 300),
    st.integers(0, 2**31),
)
def test_it_draws_what_was_asked_or_all_there_is(of: dict[str, tuple[int, int, int]], n: int, seed: int) -> None:
    population = sizes(**of)
    drawn = positions(population, n, seed)
    assert sum(map(len, drawn.values())) == min(n, population.sum())
    for stratum, places in drawn.items():
        assert len(set(places)) == len(places) and all(1 <= place <= population[stratum] for place in places)
    assert drawn == positions(population, n, seed)


def test_the_order_is_random_and_the_first_fifty_are_for_two() -> None:
    items = pd.DataFrame({"id": range(200), "predicted": ["negative"] * 100 + ["neutral"] * 100})
    found = in_order(items, seed=3)
    assert found["place"].tolist() == list(range(200)) and sorted(found["id"]) == list(range(200))
    assert found["twice"].sum() == 50 and found["twice"].iloc[:50].all()
    assert 10 < (found["predicted"].iloc[:50] == "negative").sum() < 40, "whoever stops halfway labelled some of each"
    assert not found["id"].equals(in_order(items, seed=4)["id"])
