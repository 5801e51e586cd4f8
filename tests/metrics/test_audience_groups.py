"""Which figures of groups may be shown."""

import pandas as pd

from metrics.audience_groups import METRICS, PEOPLE, disclosed, is_share

COLUMNS = ["account_id", "dimension", "label", "metric", "value"]


def shown(*rows: tuple[object, ...]) -> list[float | None]:
    found = disclosed(pd.DataFrame(rows, columns=COLUMNS))
    assert found["value"].isna().tolist() == found["hidden"].tolist()
    return [None if pd.isna(value) else value for value in found["value"]]


def test_small_groups_of_people_are_hidden_with_one_that_would_give_them_away() -> None:
    cities = [(1, "city", name, "followers", value) for name, value in (("A", 90.0), ("B", 3.0), ("C", 12.0))]
    assert shown(*cities) == [90.0, None, None]


def test_figures_that_count_no_people_are_shown() -> None:
    assert shown((1, "city", "A", "views", 1.0), (1, "city", "B", "watch_hours", 0.2)) == [1.0, 0.2]


def test_shares_of_hidden_groups_are_hidden_too() -> None:
    rows = [
        (1, "city", "A", "followers", 90.0),
        (1, "city", "B", "followers", 3.0),
        (1, "city", "C", "followers", 12.0),
        (1, "city", "A", "share", 0.86),
        (1, "city", "B", "share", 0.03),
        (1, "city", "C", "followers_share", 0.11),
        (1, "city", "B", "views_share", 0.5),
        (2, "city", "B", "share", 0.03),  # another account, which gives no numbers of people
    ]
    assert shown(*rows) == [90.0, None, None, 0.86, None, None, 0.5, 0.03]


def test_every_table_has_its_own_small_groups() -> None:
    large = [(1, "age", name, "followers", 50.0) for name in "AB"]
    small = [(2, "age", name, "followers", value) for name, value in (("A", 2.0), ("B", 50.0))]
    assert shown(*large, *small) == [50.0, 50.0, None, None]


def test_net_numbers_below_zero_are_people_too() -> None:
    assert shown((1, "country", "NL", "followers_gained", -2.0), (1, "country", "BE", "followers_gained", -40.0)) == [
        None,
        None,
    ]


def test_nothing_is_nothing() -> None:
    assert shown() == []


def test_people_are_metrics_and_no_shares() -> None:
    assert METRICS.keys() >= PEOPLE
    assert not any(map(is_share, PEOPLE))
