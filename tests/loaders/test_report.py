"""What is said about a batch: the contract of `inspect`."""

from pathlib import Path

from loaders.files import read_files
from loaders.mapping import apply, preview_table, suggest
from loaders.records import Batch
from loaders.report import as_json, records

SAMPLES = Path(__file__).parents[1] / "samples"
FACEBOOK = "meta_facebook/Jan-14-2025_Apr-14-2025_1396269028400001.csv"
CONTRACT = {
    "file",
    "format",
    "kind",
    "platform",
    "accounts",
    "rows_read",
    "rows_kept",
    "rows_rejected",
    "duplicates",
    "first",
    "last",
    "missing_metrics",
    "warnings",
    "rejected",
}


def batch(name: str) -> Batch:
    return read_files([(name, (SAMPLES / name).read_bytes())])[0]


def test_a_report_has_every_field_of_the_contract() -> None:
    report = as_json(batch(FACEBOOK))
    assert report.keys() >= CONTRACT
    assert (report["rows_read"], report["rows_kept"], report["rows_rejected"], report["duplicates"]) == (16, 14, 1, 1)
    assert (report["first"], report["last"]) == ("2025-01-20T07:12:00Z", "2025-03-02T22:07:00Z")
    assert report["accounts"] == ["Gemeente Waterstad"]
    (rejected,) = report["rejected"]
    assert rejected.keys() == {"row", "column", "code", "reason"}
    assert all(warning.keys() == {"code", "message", "rows"} for warning in report["warnings"])


def test_a_refused_file_says_why_among_the_warnings() -> None:
    (refused,) = read_files([("empty.csv", b"")])
    report = as_json(refused)
    assert (report["format"], report["rows_read"], report["first"]) == (None, 0, None)
    assert report["warnings"][0]["code"] == report["error"]["code"] == "empty_file"


def test_records_are_flat_and_null_where_missing() -> None:
    first = next(iter(records(batch(FACEBOOK))))
    assert list(first) == [
        "platform",
        "account",
        "post_id",
        "published_at",
        "text",
        "permalink",
        "type",
        "impressions",
        "reach",
        "likes",
        "comments",
        "shares",
        "clicks",
        "saves",
        "video_views",
        "followers_gained",
    ]
    assert first["saves"] is None
    assert isinstance(first["likes"], int)
    assert first["published_at"] == "2025-01-20T07:12:00Z"


def test_where_only_the_day_is_known_there_is_no_hour() -> None:
    report = as_json(batch("youtube/Tabellendaten.csv"))
    assert (report["first"], report["last"]) == ("2024-08-19", "2024-12-09")
    record = next(iter(records(batch("youtube/Tabellendaten.csv"))))
    assert (record["published_at"], record["account"]) == ("2024-08-19", None)


def test_everything_includes_days_and_comments_with_their_kind() -> None:
    days = batch("x_premium/account_overview_analytics.csv")
    assert list(records(days)) == []
    assert next(iter(records(days, everything=True))) == {
        "kind": "account_days",
        "platform": "x",
        "account": None,
        "date": "2026-07-28",
        "metric": "impressions",
        "value": 928.0,
    }
    data = (SAMPLES / "other" / "comments.json").read_bytes()
    (comments,) = apply(suggest(preview_table("comments.json", data)), "comments.json", data)
    record = next(iter(records(comments, everything=True)))
    assert (record["kind"], record["comment_id"], record["published_at"]) == (
        "comments",
        "c0",
        "2025-01-20T07:12:00Z",
    )
    assert next(iter(records(batch(FACEBOOK), everything=True)))["kind"] == "posts"
