"""Peers: groups of like size or purpose, with words that say which."""

import numpy as np

from metrics.comparison.peers import by_objective, by_size


def test_three_sizes() -> None:
    sizes = dict(enumerate([12, 14, 15, 100, 120, 130, 900, 950, 1000, 0]))
    groups = by_size(sizes, "posts")
    assert [group.keys for group in groups] == [(0, 1, 2), (3, 4, 5), (6, 7, 8)]
    assert groups[0].name.english() == "Departments with 12 to 15 posts"


def test_departments_of_like_size_are_one_group() -> None:
    sizes = dict(enumerate([100, 120, 150, 200, 250, 299]))
    assert [group.keys for group in by_size(sizes, "posts")] == [tuple(range(6))]


def test_no_group_of_one_or_two() -> None:
    rng = np.random.default_rng(1)
    for _ in range(200):
        sizes = dict(enumerate(rng.lognormal(5, 2, rng.integers(1, 25)).tolist()))
        groups = by_size(sizes, "questions")
        assert sorted(key for group in groups for key in group.keys) == sorted(sizes)
        assert len(groups) == 1 or min(len(group.keys) for group in groups) >= 3
        assert len(groups) <= 3


def test_equal_sizes_and_nothing() -> None:
    assert by_size({}, "posts") == () == by_size({1: 0}, "posts")
    assert [group.keys for group in by_size(dict.fromkeys(range(9), 40.0), "posts")] == [tuple(range(9))]
    ties = by_size(dict(enumerate([5, 5, 5, 5, 500, 500, 500])), "posts")
    assert [group.keys for group in ties] == [(0, 1, 2, 3), (4, 5, 6)]


def test_objectives() -> None:
    groups = by_objective({1: {"service": 2}, 2: {"dialogue": 1, "service": 1}, 3: {}, 4: {"service": 1, None: 5}})
    assert [group.keys for group in groups] == [(1, 4), (2,), (3,)]
    assert by_objective({}) == ()
