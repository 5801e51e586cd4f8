"""Filled templates: what is kept and why the rest is not, and that whatever is written in comes out again."""

from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.files import read_files
from loaders.records import Batch
from loaders.templates import ACCOUNT_DAYS, COMMENTS, LANGUAGES, MONTHLY, POSTS, SITE_DAYS, Template
from loaders.templates.writing import as_csv, as_xlsx
from metrics.measures import COUNTS
from tests.loaders.files.sample_exports import codes, sample, utc

ZONES = ("Europe/Amsterdam", "UTC", "Pacific/Auckland", "America/Los_Angeles")
makers = st.sampled_from([as_csv, as_xlsx])
languages = st.sampled_from(LANGUAGES)
words = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=20)
sentences = st.lists(words, min_size=1, max_size=6).map(" ".join)
names = st.from_regex(r"[a-z][a-z0-9_]{2,15}", fullmatch=True)
ids = st.from_regex(r"[a-z0-9:_-]{0,8}[a-z][a-z0-9]{0,20}", fullmatch=True)
counts = st.one_of(st.none(), st.integers(0, 10**9))
views = st.one_of(st.none(), st.integers(1, 10**9))  # all zero beside people who were reached is an export error
days = st.dates(pd.Timestamp("2005-01-01").date(), pd.Timestamp("2025-12-30").date())
moments = st.datetimes(pd.Timestamp("2005-01-02"), pd.Timestamp("2025-12-30"))


def rejected(batch: Batch) -> dict[int, str]:
    return {one.row: one.reason.code for one in batch.rejected}


def plain(value: int | None) -> str:
    return "" if value is None else str(value)


def filled(template: Template, rows: list[dict[str, str]], make: Any = as_csv, language: str = "en") -> Batch:
    (batch,) = read_files([(f"f.{'csv' if make is as_csv else 'xlsx'}", make(template, language, rows))])
    assert batch.rows_read == batch.rows_kept + len({one.row for one in batch.rejected}) + batch.duplicates
    return batch


def test_posts_and_the_reasons_why_some_are_left_out() -> None:
    (batch,) = sample("templates/sjabloon-berichten.csv")
    assert batch.platform == "facebook"
    assert batch.posts["post_id"].tolist() == ["5001", "5002", "5003"]
    assert utc(batch.posts) == ["2026-03-30 07:15", "2026-03-29 08:00", "2026-03-28 00:00"]
    assert batch.posts["precision"].tolist() == ["minute", "minute", "day"]
    assert batch.posts["type"].tolist() == ["image", "video", "text"]
    assert batch.posts["impressions"].tolist()[0] == 1204
    assert batch.posts["comments"].isna().tolist() == [False, True, True]
    assert rejected(batch) == {
        2: "example_row",
        7: "no_time_zone",
        8: "unknown_time_zone",
        9: "other_platform",
        10: "unknown_platform",
    }


def test_dates_and_letters_as_dutch_excel_saves_them() -> None:
    (batch,) = sample("templates/sjabloon-berichten_excel.csv")
    assert utc(batch.posts) == ["2026-03-30 07:15", "2026-04-02 00:00"]
    assert batch.posts["text"].tolist()[0] == "Café open op het plein"


def test_comments_know_own_replies_and_threads() -> None:
    (batch,) = sample("templates/template-comments.xlsx")
    assert batch.comments["comment_id"].tolist() == ["2", "3", "1"]
    assert batch.comments["is_own"].tolist() == [True, True, False]
    assert batch.comments["parent_id"].tolist() == ["1", "1", ""]
    assert batch.comments["mentions"].tolist() == [["bewoner_1"], [], []]
    assert batch.comments["likes"].tolist()[-1] == 3  # the last of two rows about one comment
    assert [code for _, code in sorted(rejected(batch).items())] == [
        "example_row",
        "example_row",
        "own_or_not",
        "damaged_id",
        "no_post",
    ]


def test_months_are_spread_over_their_days_and_add_up() -> None:
    (batch,) = sample("templates/template-months.csv")
    days = batch.account_days
    followers = days[days["metric"] == "followers"]
    assert followers[["date", "value"]].values.tolist() == [["2026-02-28", 1500.0], ["2026-03-31", 1520.0]]
    impressions = days[days["metric"] == "impressions"]
    assert impressions["date"].tolist()[:2] == ["2026-02-01", "2026-02-02"]
    assert impressions.groupby(impressions["date"].str[:7])["value"].sum().to_dict() == {"2026-02": 100, "2026-03": 7}
    assert set(impressions["value"]) == {0, 1, 3, 4}
    assert days[days["metric"] == "interactions"]["value"].tolist() == [1.0] * 28
    assert "spread_over_days" in codes(batch)
    assert rejected(batch) == {2: "example_row", 5: "month_not_over", 6: "unreadable_date"}


def test_months_of_a_website_take_no_figures_of_accounts_and_no_unique_visitors() -> None:
    (batch,) = sample("templates/sjabloon-maanden.csv")
    assert (batch.kind, batch.platform, batch.rows_kept) == ("site_days", "website", 1)
    assert set(batch.site_days["metric"]) == {"visits", "page_views", "downloads"}
    assert batch.site_days.loc[batch.site_days["metric"] == "visits", "value"].sum() == 2801
    assert codes(batch) == {"columns_left_out", "spread_over_days"}


def test_websites_are_named_by_their_host() -> None:
    (batch,) = sample("templates/sjabloon-website-per-dag.xlsx")
    assert set(batch.site_days["site"]) == {"www.waterstad.example"}
    assert len(batch.site_days) == 6  # four figures, and two of a day with visits left empty


@pytest.mark.parametrize("cell", ["2026-03", "2026-03-01", "Mar-26", "mrt-26"])
def test_a_month_as_spreadsheets_write_it(cell: str) -> None:
    row = {"platform": "x", "owner": "waterstad", "month": cell, "followers": "5"}
    assert filled(MONTHLY, [row]).account_days["date"].tolist() == ["2026-03-31"]


def test_a_month_has_no_reach() -> None:
    assert "reach" not in MONTHLY.figures


def test_a_post_without_an_id_is_known_by_its_link() -> None:
    link = "https://x.com/waterstad/status/1950000000000000000"
    row = {"platform": "x", "published_at": "2025-07-28", "permalink": link, "text": "a"}
    assert filled(POSTS, [row]).posts["post_id"].tolist() == ["1950000000000000000"]
    assert rejected(filled(POSTS, [row | {"permalink": ""}])) == {2: "no_id"}


def test_a_typed_time_that_is_not_the_one_in_the_id_is_told() -> None:
    row = {"platform": "x", "post_id": "1950000000000000000", "published_at": "2025-07-29 09:00", "time_zone": "UTC"}
    assert "time_disagrees" in codes(filled(POSTS, [row]))
    assert "time_disagrees" not in codes(filled(POSTS, [row | {"published_at": "2025-07-29 01:05"}]))


@pytest.mark.parametrize("cell", ["2026-03-29 12:00 +02:00", "2026-03-29T10:00:00Z", "2026-03-29 10:00 Z"])
def test_an_offset_in_the_cell_needs_no_zone(cell: str) -> None:
    row = {"platform": "other", "post_id": "a", "published_at": cell}
    assert utc(filled(POSTS, [row]).posts) == ["2026-03-29 10:00"]


@given(
    st.lists(
        st.tuples(ids, names, moments, st.sampled_from(ZONES), sentences, views, *[counts] * (len(COUNTS) - 1)),
        min_size=1,
        max_size=6,
        unique_by=lambda row: row[0],
    ),
    makers,
    languages,
)
def test_posts_come_out_as_they_went_in(rows: list[Any], make: Any, language: str) -> None:
    written = [
        {"platform": "other", "post_id": post_id, "account": account, "text": text, "time_zone": zone, "type": "video"}
        | {"published_at": f"{moment:%Y-%m-%d %H:%M}"}
        | {name: plain(value) for name, value in zip(COUNTS, values, strict=True)}
        for post_id, account, moment, zone, text, *values in rows
    ]
    posts = filled(POSTS, written, make, language).posts
    assert posts["post_id"].tolist() == [row[0] for row in rows]
    assert posts["account"].tolist() == [row[1] for row in rows]
    assert posts["text"].tolist() == [row[4] for row in rows]
    clock = [
        pd.Timestamp(moment).floor("min").tz_localize(zone, ambiguous=True, nonexistent="shift_forward")
        for _, _, moment, zone, *_ in rows
    ]
    assert posts["published_ts"].tolist() == [int(stamp.timestamp()) for stamp in clock]
    for place, name in enumerate(COUNTS, start=5):
        assert [None if pd.isna(value) else value for value in posts[name]] == [row[place] for row in rows]


@given(
    st.lists(
        st.tuples(ids, ids, st.booleans(), names, days, sentences, counts),
        min_size=1,
        max_size=6,
        unique_by=lambda row: row[0],
    ),
    makers,
    languages,
)
def test_comments_come_out_as_they_went_in(rows: list[Any], make: Any, language: str) -> None:
    written = [
        {"platform": "mastodon", "account": "waterstad", "comment_id": comment, "post_id": post, "author": author}
        | {"is_own": ("yes" if language == "en" else "ja") if own else "", "published_at": day.isoformat()}
        | {"text": text, "likes": plain(likes)}
        for comment, post, own, author, day, text, likes in rows
    ]
    comments = filled(COMMENTS, written, make, language).comments
    found = comments[["comment_id", "post_id", "is_own", "author", "published_ts", "text", "likes"]]
    seconds = [int(pd.Timestamp(row[4], tz="UTC").timestamp()) for row in rows]
    assert found.astype(object).where(found.notna(), None).values.tolist() == [
        [*row[:4], at, *row[5:]] for row, at in zip(rows, seconds, strict=True)
    ]


@given(
    st.sampled_from([ACCOUNT_DAYS, SITE_DAYS]),
    st.lists(st.tuples(names, days, st.integers(0, 10**9)), min_size=1, max_size=6, unique_by=lambda row: row[:2]),
    makers,
    languages,
)
def test_days_come_out_as_they_went_in(template: Template, rows: list[Any], make: Any, language: str) -> None:
    owner = "site" if template is SITE_DAYS else "account"
    metric = template.figures[0]
    written = [
        {"platform": "youtube", owner: name, "date": day.isoformat(), metric: str(value)} for name, day, value in rows
    ]
    batch = filled(template, written, make, language)
    frame = batch.site_days if template is SITE_DAYS else batch.account_days
    assert frame[[owner, "date", "metric", "value"]].values.tolist() == [
        [name, day.isoformat(), metric, float(value)] for name, day, value in rows
    ]


@given(days, st.integers(-(10**6), 10**9), makers)
def test_a_month_adds_up_whatever_its_figure(day: Any, value: int, make: Any) -> None:
    row = {"platform": "x", "owner": "waterstad", "month": f"{day:%Y-%m}", "interactions": str(value)}
    spread = filled(MONTHLY, [row], make).account_days
    month = pd.Period(f"{day:%Y-%m}")
    assert spread["value"].sum() == value
    assert spread["date"].tolist() == [f"{one.date()}" for one in pd.date_range(month.start_time, month.end_time)]
    assert spread["value"].max() - spread["value"].min() <= 1
