"""Answers of the YouTube Data API, and what tools make of its comments."""

import json

import pytest

from loaders.files import read_files
from tests.loaders.files.sample_exports import content, sample, utc


def test_numbers_that_the_owner_hides_are_missing() -> None:
    posts = sample("youtube/videos_list.json")[0].posts
    assert posts["likes"].isna().tolist() == [False, True]
    assert posts[["video_views", "likes", "comments"]].iloc[0].tolist() == [1520, 44, 7]
    assert utc(posts) == ["2026-05-04 09:30", "2026-05-11 16:05"]


def test_a_thread_becomes_a_comment_and_its_replies() -> None:
    comments = sample("youtube/comment_threads.json")[0].comments
    first, own, answer, other = (row for _, row in comments.iterrows())
    assert (first["parent_id"], own["parent_id"], answer["parent_id"]) == ("", first["comment_id"], first["comment_id"])
    assert comments["is_own"].tolist() == [False, True, False, False]
    assert set(comments["post_id"]) == {"wAtErStAd01"}
    assert first["text"] == 'Wanneer gaat de brug "echt" open?\nIk sta er nu.'
    assert (first["author"], other["author"]) == ("@bewoner-een", "UCbewoner000000000000000002")


def test_several_answers_in_one_file() -> None:
    page = json.loads(content("youtube/comment_threads.json"))
    (batch,) = read_files([("pages.json", json.dumps([page, page]).encode())])
    assert (batch.rows_read, batch.rows_kept, batch.duplicates) == (8, 4, 4)


def test_a_dump_tells_the_thread_by_the_comment_id() -> None:
    batch = sample("youtube/comments_dump.csv")[0]
    assert batch.comments["parent_id"].tolist() == ["", "UgzCCCCCCCCCCCCCCCC4AaABAg"]
    assert batch.comments["likes"].tolist() == [11, 0]
    assert (batch.rows_read, batch.rows_kept, batch.duplicates) == (4, 2, 1)


@pytest.mark.parametrize(
    "document",
    [
        {"items": [{"id": "a", "snippet": None, "statistics": {"viewCount": [1]}}]},
        {"items": [{"id": "a", "statistics": {"viewCount": "9" * 40}, "snippet": {"publishedAt": 3}}]},
        {"items": [{"snippet": {"topLevelComment": {"snippet": [], "id": 4}}, "replies": 3}]},
        {"items": [{"snippet": {"topLevelComment": {"id": None}}, "replies": {"comments": [1, {"id": {}}]}}]},
        {"items": [3, None, "x"]},
        {"items": {"id": "a"}},
    ],
)
def test_damaged_answers_are_refused_with_a_reason(document: object) -> None:
    for batch in read_files([("answer.json", json.dumps(document).encode())]):
        assert batch.error is not None or batch.rows_kept == 0
        assert batch.rows_read == batch.rows_kept + len({r.row for r in batch.rejected}) + batch.duplicates
