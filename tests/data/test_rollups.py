"""Rollups equal the sums over the posts themselves, after whatever was done to the store."""

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, select

from data.access import LOCAL_ADMINISTRATOR, Access, AccessDeniedError
from data.declared import Stakeholder, save_stakeholders
from data.rollups import rebuild
from data.schema import rollup_content, rollup_hour
from data.settings import Settings, write_settings
from data.store import version
from data.undo import undo
from metrics.histogram import bucket_of
from tests.data.stored_rollups import assert_rollups_are_true, buckets, day_row
from tests.loaders.sample_batches import (
    DAY,
    MONDAY,
    batch,
    comment,
    contents,
    day_value,
    emptied,
    load,
    post,
    registers,
)


@pytest.fixture(autouse=True)
def _registers(store: Engine) -> None:
    registers(store)


def test_a_day_by_hand(store: Engine) -> None:
    load(
        store,
        batch(
            [
                post("1", likes=10, comments=2, shares=0, reach=100, impressions=200),
                post("2", likes=5, comments=None, shares=1, reach=50),
                post("3", likes=0, comments=0, shares=0, reach=0, impressions=40),
                post("4", type="reply", likes=99, comments=9, shares=9, reach=9),
            ],
            [comment("10"), comment("11"), comment("12", is_own=True, author="")],
            [day_value("2026-06-20", 1000.0)],
        ),
    )
    row = day_row(store)
    assert (row["posts"], row["replies"], row["comments_in"], row["replies_out"]) == (3, 1, 2, 1)
    assert (row["likes"], row["likes_n"], row["likes_posts"]) == (15, 3, 2)
    assert (row["comments"], row["comments_n"], row["comments_posts"]) == (1, 2, 1)  # one is an own reply
    assert (row["interactions"], row["interactions_n"]) == (12, 2)
    assert (row["er_reach_interactions"], row["er_reach_base"], row["er_reach_n"]) == (12, 100, 1)
    assert (row["er_impressions_interactions"], row["er_impressions_base"], row["er_impressions_n"]) == (12, 240, 2)
    assert row["per_follower_n"] == 2
    assert row["interactions_per_follower"] == pytest.approx(0.012)
    assert (row["saves"], row["saves_n"]) == (0, 0)
    assert buckets(store, "likes") == {0: 1, int(bucket_of([5])[0]): 1, int(bucket_of([10])[0]): 1}
    assert buckets(store, "er_reach") == {int(bucket_of([0.12])[0]): 1}
    assert buckets(store, "er_followers") == {0: 1, int(bucket_of([0.012])[0]): 1}
    assert_rollups_are_true(store)


def test_hours_leave_out_what_has_no_hour(store: Engine) -> None:
    load(
        store,
        batch(
            [post("1"), post("2", published_ts=20_633 * DAY, precision="day"), post("3", type="reply")],
            [comment("10"), comment("11", is_own=True)],
        ),
    )
    with store.connect() as connection:
        row = connection.execute(select(rollup_hour)).mappings().one()
    assert {name: n for name, n in row.items() if n and name not in ("day", "account_id")} == {"p12": 1, "c13": 1}


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({"2026-06-29": 100.0}, 100.0),
        ({"2026-06-28": 100.0, "2026-06-30": 300.0}, 100.0),  # the last one before wins, however near the next is
        ({"2026-05-29": 100.0}, 100.0),  # 31 days
        ({"2026-05-28": 100.0, "2026-07-30": 300.0}, 300.0),  # too old, so the first one after
        ({"2026-05-28": 100.0, "2026-07-31": 300.0}, None),
        ({"2026-06-29": 0.0}, None),
        ({}, None),
    ],
)
def test_followers_on_the_day_of_a_post(store: Engine, counts: dict[str, float], expected: float | None) -> None:
    days = [day_value(day, value) for day, value in counts.items()]
    load(store, batch([post("1", likes=5, comments=3, shares=2)], account_days=days))
    assert day_row(store)["interactions_per_follower"] == pytest.approx(10 / expected if expected else 0.0)
    assert day_row(store)["per_follower_n"] == (expected is not None)


def test_followers_that_come_later_refresh_the_rates(store: Engine) -> None:
    load(store, batch([post("1", likes=5, comments=3, shares=2)], exported_ts=MONDAY))
    assert day_row(store)["per_follower_n"] == 0
    load(store, batch(account_days=[day_value("2026-06-29", 100.0), day_value("2026-06-29", 9.0, account="green")]))
    assert day_row(store)["interactions_per_follower"] == pytest.approx(0.1)
    load(store, batch(account_days=[day_value("2026-06-29", 200.0)]))
    assert day_row(store)["interactions_per_follower"] == pytest.approx(0.05)
    assert_rollups_are_true(store)


def test_another_time_zone_moves_posts_to_other_days(store: Engine) -> None:
    late = MONDAY + 11 * 3600  # 23:00 in Amsterdam
    load(
        store,
        batch(
            [post("1", published_ts=late, likes=1), post("2", published_ts=20_633 * DAY, precision="day")],
            [comment("10", published_ts=late)],
        ),
    )
    assert day_row(store)["posts"] == 2
    before, seen = version(store), []
    write_settings(store, LOCAL_ADMINISTRATOR, Settings("City", time_zone="Europe/Athens"), seen.append)
    assert version(store) > before
    assert (day_row(store)["posts"], day_row(store, 20634)["posts"], day_row(store, 20634)["comments_in"]) == (1, 1, 1)
    assert seen == sorted(seen)
    assert seen[-1] == 1.0
    assert_rollups_are_true(store)
    load(store, batch([post("3", published_ts=late)]))
    assert day_row(store, 20634)["posts"] == 2


def test_rebuilding_changes_nothing_that_was_right(store: Engine) -> None:
    load(store, batch([post(str(n), published_ts=MONDAY + n * DAY, likes=n) for n in range(70)], [comment("10")]))
    load(store, batch([post("80", text=LONG, likes=3, comments=1, shares=0), post("81", text="Wat vindt u?")]))
    before = contents(store)
    rebuild(store, LOCAL_ADMINISTRATOR)
    assert contents(store) == before
    with pytest.raises(AccessDeniedError):
        rebuild(store, Access("guest", "nobody"))


LONG = "De brug is weer open. Je kunt er nu over met de fiets. Met de auto kan het nog niet. " * 2


def test_what_posts_are(store: Engine) -> None:
    known = {"likes": 5, "comments": 0, "shares": 2}
    load(
        store,
        batch(
            [
                post("1", text="Wat vindt u?", type="image", **known),
                post("2", text=None, type="image", likes=5),
                post("3", text=LONG, published_ts=MONDAY + 7 * 3600, likes=0, comments=0, shares=0),
                post("4", text="Dank @buurthuis", type="reply", **known),
                post("5", text="Met @buurthuis", published_ts=MONDAY + 14 * 3600, **known),  # at night
            ]
        ),
    )
    with store.connect() as connection:
        rows = [tuple(row)[:1] + tuple(row)[3:] for row in connection.execute(select(rollup_content))]
    lots = pytest.approx(2.0794415416798357)  # log(1 + 7)
    assert sorted(rows) == [
        ("reading", "nl:A2", 1, 0, 0),
        ("slot", "week_afternoon", 1, lots, pytest.approx(4.324077125263812)),
        ("slot", "week_evening", 1, 0, 0),
        ("tactic", "networking", 1, 0, 0),
        ("tactic", "pull", 1, 0, 0),
        ("tactic", "push", 2, 0, 0),
        ("type", "image", 2, 0, 0),
        ("type", "post", 1, 0, 0),
        ("type", "post", 1, 0, 0),
    ]
    assert_rollups_are_true(store)


def test_pictures_count_by_whether_they_have_a_description(store: Engine) -> None:
    told = batch(
        [
            post("1", images=3, described=1),
            post("2", images=1, described=1),
            post("3", images=0, described=0),
            post("4"),  # its export does not tell
            post("5", type="reply", images=2, described=0),
            post("6", images=2, described=0, account="green"),
        ]
    )
    load(store, told)
    assert _pictures(store) == {(1, "described"): 2, (1, "bare"): 2, (2, "bare"): 2}
    rebuild(store, LOCAL_ADMINISTRATOR)
    assert _pictures(store) == {(1, "described"): 2, (1, "bare"): 2, (2, "bare"): 2}
    assert_rollups_are_true(store)


def test_a_newer_export_that_does_not_tell_forgets_no_description(store: Engine) -> None:
    load(store, batch([post("1", images=3, described=1)], exported_ts=MONDAY))
    silent = load(store, batch([post("1", likes=4)], exported_ts=MONDAY + DAY))
    assert _pictures(store) == {(1, "described"): 1, (1, "bare"): 2}
    better = load(store, batch([post("1", images=3, described=3)], exported_ts=MONDAY + 2 * DAY))
    assert _pictures(store) == {(1, "described"): 3}
    for loaded in (better, silent):
        undo(store, LOCAL_ADMINISTRATOR, loaded.import_id or 0)
        assert _pictures(store) == {(1, "described"): 1, (1, "bare"): 2}
    assert_rollups_are_true(store)


def _pictures(store: Engine) -> dict[tuple[int, str], int]:
    columns = rollup_content.c
    rows = select(columns.account_id, columns.value, columns.n).where(columns.dimension == "alt")
    with store.connect() as connection:
        return {(account, value): n for account, value, n in connection.execute(rows)}


counts = st.none() | st.integers(0, 50) | st.integers(0, 10**9)
pictures = st.sampled_from([{}, *({"images": n, "described": k} for n in (0, 2) for k in range(n + 1))])
sample_posts = st.lists(
    st.builds(
        post,
        st.integers(1, 12).map(str),
        account=st.sampled_from(["parking", "green"]),
        type=st.sampled_from(["post", "video", "reply"]),
        text=st.sampled_from(
            [None, "Wat vindt u?", "Met @buurthuis", LONG, "Green, dank aan @City_Parking", "Bij De Kade"]
        ),
        published_ts=st.integers(-18, 240).map(lambda quarter: MONDAY + quarter * DAY // 4),
        precision=st.sampled_from(["minute", "minute", "day"]),
        likes=counts,
        comments=counts,
        shares=counts,
        reach=counts,
        impressions=counts,
    ).flatmap(lambda row: pictures.map(lambda told: row | told)),
    max_size=8,
)
sample_days = st.lists(
    st.builds(
        day_value,
        st.dates(date(2026, 5, 1), date(2026, 9, 1)).map(date.isoformat),
        st.integers(0, 1000).map(float),
        account=st.sampled_from(["parking", "green"]),
    ),
    max_size=4,
    unique_by=lambda row: (row["account"], row["date"]),
)


sample_replies = st.lists(
    st.builds(
        comment,
        st.integers(9, 15).map(str),  # some are posts as well
        post_id=st.integers(1, 12).map(str),
        account=st.sampled_from(["parking", "green"]),
        text=st.sampled_from(["Why?", "Ask @city_green or @buurthuis", "Ask parking"]),
        is_own=st.sampled_from([True, True, False]),
        published_ts=st.integers(-3, 40).map(lambda day: MONDAY + day * DAY),
    ),
    max_size=5,
    unique_by=lambda row: (row["post_id"], row["comment_id"]),
)
organisations = st.lists(
    st.sampled_from([Stakeholder("Buurthuis"), Stakeholder("Museum", ("De Kade", "@Buurthuis_X"))]), unique=True
)


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # making a failure small takes minutes here
)
@given(
    st.lists(st.tuples(sample_posts, sample_replies, sample_days, st.integers(0, 3)), min_size=1, max_size=3),
    st.integers(0, 2),
    st.tuples(organisations, organisations),
)
def test_rollups_are_true_whatever_is_imported_or_undone(
    store: Engine, imports: list[Any], unwanted: int, named: tuple[list[Stakeholder], list[Stakeholder]]
) -> None:
    emptied(store)
    save_stakeholders(store, LOCAL_ADMINISTRATOR, named[0])
    numbers = []
    for rows, replies, days, age in imports:
        numbers.append(load(store, batch(rows, replies, days, exported_ts=MONDAY + age)).import_id)
        assert_rollups_are_true(store)
    number = numbers[unwanted % len(numbers)]
    if number is not None:
        undo(store, LOCAL_ADMINISTRATOR, number)
    assert_rollups_are_true(store)
    save_stakeholders(store, LOCAL_ADMINISTRATOR, named[1])
    assert_rollups_are_true(store)
