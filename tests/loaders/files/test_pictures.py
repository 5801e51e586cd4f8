"""Pictures and their descriptions, counted by hand in what Mastodon and Bluesky tell."""

import json
from typing import Any

import pandas as pd
import pytest

from tests.loaders.files.sample_exports import one, sample

PUBLIC = "https://www.w3.org/ns/activitystreams#Public"
DID, KEY = "did:plc:stad", "3mugxb4v2222b"  # 2026-09-01 08:00:00 UTC
Told = tuple[int | None, int | None]


def told(text: str) -> Told:
    """Pictures and those described of the only post in a document."""
    posts = one("export.json", text).posts
    assert len(posts) == 1
    images, described = posts["images"][0], posts["described"][0]
    return (None if pd.isna(images) else int(images), None if pd.isna(described) else int(described))


def document(kind: str = "image/jpeg", **said: Any) -> dict[str, Any]:
    """An attachment as an archive of Mastodon has it."""
    return {"type": "Document", "mediaType": kind, "url": "/media_attachments/files/1.jpeg", **said}


@pytest.mark.parametrize(
    ("attached", "expected"),
    [
        ({"attachment": []}, (0, 0)),
        ({"attachment": [document(name="De Kade met een hek ervoor")]}, (1, 1)),
        ({"attachment": [document(name=None), document(name="Kaart"), document(name="  ")]}, (3, 1)),
        ({"attachment": [document(name=None, summary="Kaart")]}, (1, 1)),
        ({"attachment": [document("video/mp4", name="Een film"), document("image/png", name=None)]}, (1, 0)),
        ({"attachment": document(name="Kaart")}, (1, 1)),  # one thing, not in a list
        ({"attachment": [document(name="Kaart"), document()]}, (None, None)),  # does not tell of the second one
        ({"attachment": [document(name=7)]}, (1, 0)),
        ({"attachment": "?"}, (None, None)),
        ({}, (None, None)),
    ],
)
def test_an_archive_of_mastodon(attached: dict[str, Any], expected: Told) -> None:
    note = {
        "id": "https://a.example/users/stad/statuses/7",
        "type": "Note",
        "published": "2026-09-01T08:00:00Z",
        "content": "<p>Hoi</p>",
        "to": [PUBLIC],
        **attached,
    }
    activity = {"type": "Create", "actor": "https://a.example/users/stad", "object": note}
    assert told(json.dumps({"type": "OrderedCollection", "orderedItems": [activity]})) == expected


@pytest.mark.parametrize(
    ("attached", "expected"),
    [
        ({"media_attachments": []}, (0, 0)),
        ({"media_attachments": [{"type": "image", "description": "Kaart"}]}, (1, 1)),
        ({"media_attachments": [{"type": "image", "description": None}] * 2}, (2, 0)),
        ({"media_attachments": [{"type": "video", "description": "Een film"}]}, (0, 0)),
        ({"media_attachments": [{"type": "image"}]}, (None, None)),
        ({}, (None, None)),
    ],
)
def test_statuses_of_mastodon(attached: dict[str, Any], expected: Told) -> None:
    status = {
        "id": "117194725785600001",
        "created_at": "2026-09-01T08:00:00.000Z",
        "in_reply_to_id": None,
        "visibility": "public",
        "url": "https://a.example/@stad/117194725785600001",
        "content": "<p>Hoi</p>",
        "reblog": None,
        "account": {"id": "1", "acct": "stad", "url": "https://a.example/@stad"},
        **attached,
    }
    assert told(json.dumps([status])) == expected


IMAGES = {
    "$type": "app.bsky.embed.images",
    "images": [{"alt": "Kaart", "image": {"$type": "blob"}}, {"alt": "", "image": {"$type": "blob"}}],
}


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ({}, (0, 0)),
        ({"embed": IMAGES}, (2, 1)),
        ({"embed": {"$type": "app.bsky.embed.recordWithMedia", "record": {}, "media": IMAGES}}, (2, 1)),
        ({"embed": {"$type": "app.bsky.embed.recordWithMedia", "media": {"$type": "app.bsky.embed.video"}}}, (0, 0)),
        ({"embed": {"$type": "app.bsky.embed.external", "external": {"uri": "https://a.example"}}}, (0, 0)),
        ({"embed": {"$type": "app.bsky.embed.record"}}, (0, 0)),
        ({"embed": {"$type": "app.bsky.embed.images", "images": [{"image": {}}]}}, (None, None)),
        ({"embed": {"$type": "app.bsky.embed.hologram"}}, (None, None)),
    ],
)
def test_a_feed_of_bluesky(record: dict[str, Any], expected: Told) -> None:
    made = {"text": "Hoi", "createdAt": "2026-09-01T08:00:01Z", **record}
    author = {"did": DID, "handle": "stad.example"}
    post = {"uri": f"at://{DID}/app.bsky.feed.post/{KEY}", "author": author, "indexedAt": "2026-09-01T08:00:02Z"}
    assert told(json.dumps({"feed": [{"post": post | {"record": made, "likeCount": 2}}]})) == expected


def test_a_file_that_does_not_tell_says_nothing() -> None:
    posts = sample("x_analytics/tweet_activity_metrics_gem_waterstad_20220301_20220401_nl.csv")[0].posts
    assert len(posts) > 0
    assert posts[["images", "described"]].isna().all(axis=None)


def test_numbers_that_contradict_each_other_are_missing() -> None:
    header = "id,created_at,content,in_reply_to_id,visibility,reblog.id,account.acct"
    row = "{},2026-09-01T08:00:00.000Z,Hoi,,public,,stad@a.example,{}\n"
    told = ("2,1", "1,2", ",1", "many,0")
    rows = "".join(row.format(117194725785600001 + n, cells) for n, cells in enumerate(told))
    posts = one("statuses.csv", f"{header},pictures.images,pictures.described\n{rows}").posts
    assert posts["images"].tolist() == [2, pd.NA, pd.NA, pd.NA]
    assert posts["described"].tolist() == [1, pd.NA, pd.NA, pd.NA]
