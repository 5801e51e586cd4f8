"""Instagram content exports: the link's time checks and repairs the column's, several accounts, languages."""

import base64
from datetime import UTC, datetime

import pandas as pd
import pytest

from loaders.files.building.meta_headers import ALIASES as SHARED
from loaders.files.meta_instagram_content import ALIASES
from tests.loaders.files.sample_exports import codes, one, sample, utc

WHOLE = "meta_instagram/Oct-01-2025_Nov-30-2025_1396269028400002.csv"
HEADER = (
    "Post ID,Account ID,Account username,Description,Publish time,Permalink,Post type,Date,Views,Reach,Likes,Follows\n"
)


def shortcode(moment: datetime) -> str:
    """The first eleven characters of a link to a post that was uploaded then (written from the definition)."""
    number = (int(moment.timestamp() * 1000) - 1_314_220_021_721) << 23
    return base64.urlsafe_b64encode(number.to_bytes(9, "big")).decode()[1:]


def row(number: int, time: str, uploaded: datetime | None) -> str:
    link = f"https://www.instagram.com/p/{shortcode(uploaded)}/" if uploaded else "https://www.instagram.com/waterstad"
    return f"{number},1,waterstad,Hoi,{time},{link},IG image,Lifetime,9,5,3,1\n"


def test_the_column_and_the_links_of_an_export_agree() -> None:
    batch = sample(WHOLE)[0]
    assert utc(batch.posts)[0] == "2025-10-24 20:55"
    assert "time_disagrees" not in codes(batch)  # also across the end of daylight saving on 2 November


def test_several_accounts_are_named() -> None:
    batch = sample(WHOLE)[0]
    assert sorted(batch.posts["account"].unique()) == ["gemeentewaterstad", "museumwaterstad"]
    (message,) = (w.message for w in batch.warnings if w.message.code == "several_accounts")
    assert "museumwaterstad" in message.english()


def test_minutes_that_are_months_come_from_the_link() -> None:
    batch = sample("meta_instagram/2023_minutes_are_months.csv")[0]
    assert "minutes_are_months" in codes(batch)
    assert utc(batch.posts)[0] == "2023-11-03 06:20"
    assert batch.posts["precision"].unique().tolist() == ["minute"]


@pytest.mark.parametrize("language", ["nl", "es", "pt"])
def test_every_language_gives_the_same_columns(language: str) -> None:
    posts = sample(f"meta_instagram/{language}.csv")[0].posts
    assert utc(posts)[0] == "2026-02-27 22:10"
    for column in ("likes", "comments", "shares", "saves", "impressions", "reach", "followers_gained"):
        assert posts[column].notna().all(), column
    assert posts["type"].tolist() == ["reel", "image", "carousel"]


@pytest.mark.parametrize("place", [4, 5], ids=["fr", "sv"])
def test_french_and_swedish_headers_are_recognised(place: int) -> None:
    names = {field: SHARED[field][place] for field in ("post_id", "published_at")}
    link, account = ALIASES["permalink"][place - 1], ALIASES["account_id"][place]
    text = f"{names['post_id']},{account},{link},{names['published_at']}\n1,2,https://x.example/p/1,01/19/2025 23:12\n"
    assert one("ig.csv", text).format == "meta_instagram_content"


def test_a_missing_time_comes_from_the_link() -> None:
    uploaded = datetime(2025, 5, 6, 7, 8, tzinfo=UTC)
    assert utc(one("ig.csv", HEADER + row(1, "", uploaded)).posts) == ["2025-05-06 07:08"]


def test_a_single_disagreement_is_told_and_the_column_stays() -> None:
    rows = [row(i, f"05/0{i}/2025 00:08", datetime(2025, 5, i, 7, 8, tzinfo=UTC)) for i in (1, 2, 3, 4)]
    rows.append(row(5, "05/05/2025 00:08", datetime(2025, 5, 1, 7, 8, tzinfo=UTC)))
    batch = one("ig.csv", HEADER + "".join(rows))
    assert [(w.message.code, w.rows) for w in batch.warnings] == [("time_disagrees", (6,))]
    assert utc(batch.posts)[4] == "2025-05-05 07:08"


def test_when_all_disagree_the_clock_of_the_file_is_another_one() -> None:
    rows = [row(i, f"05/0{i}/2025 09:08", datetime(2025, 5, i, 7, 8, tzinfo=UTC)) for i in (1, 2, 3, 4)]
    batch = one("ig.csv", HEADER + "".join(rows))
    assert {"time_disagrees", "clock_replaced"} <= codes(batch)
    assert utc(batch.posts) == [f"2025-05-0{i} 07:08" for i in (1, 2, 3, 4)]


def test_the_column_date_is_never_the_date() -> None:
    batch = one("ig.csv", HEADER + row(1, "05/06/2025 00:08", None).replace("Lifetime", "2024-01-01"))
    assert utc(batch.posts) == ["2025-05-06 07:08"]


def test_new_follows_are_not_followers() -> None:
    batch = sample("meta_instagram/es.csv")[0]
    assert batch.account_days.empty
    assert pd.api.types.is_integer_dtype(batch.posts["followers_gained"])


@pytest.mark.parametrize("name", ["stories_es.csv", "stories_en.csv"])
def test_stories_are_an_export_of_their_own(name: str) -> None:
    batch = sample(f"meta_instagram/{name}")[0]
    assert set(batch.posts["type"]) == {"story"}  # also without a column for the type
    assert batch.posts["comments"].isna().all()  # replies to a story are private messages
    assert batch.posts["clicks"].notna().any()
    assert batch.posts["permalink"].str.contains("/stories/").all()


def test_an_error_row_in_spanish() -> None:
    batch = sample("meta_instagram/stories_es.csv")[0]
    assert [(r.row, r.reason.code) for r in batch.rejected] == [(5, "export_error")]
