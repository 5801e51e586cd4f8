"""Mastodon and Bluesky: what is public, whose posts they are, threads, and times that apps make up."""

import gzip
import io
import json
import tarfile
from dataclasses import replace
from typing import Any

import pytest

from loaders.files import read_file, read_files
from loaders.files.building.id_times import bluesky_tid, mastodon_status
from loaders.privacy import protect
from loaders.records import Batch
from tests.loaders.files.sample_exports import codes, content, one, sample, utc

ARCHIVE = "mastodon/archive-20250306120000-0123456789abcdef.tar.gz"
PUBLIC = "https://www.w3.org/ns/activitystreams#Public"
DID, KEY = "did:plc:stad", "3mugxb4v2222b"  # 2026-09-01 08:00:00 UTC


def outbox(**note: Any) -> str:
    made = {"id": "https://a.example/users/stad/statuses/7", "type": "Note", "content": "<p>Hoi</p>", "to": [PUBLIC]}
    activity = {"type": "Create", "actor": "https://a.example/users/stad", "object": made | note}
    made["published"] = "2026-09-01T08:00:00Z"
    return json.dumps({"type": "OrderedCollection", "orderedItems": [activity | {"object": made | note}]})


def skeet(created: str, indexed: str | None, key: str = KEY) -> str:
    record = {"text": "Hoi", "createdAt": created}
    post = {"uri": f"at://{DID}/app.bsky.feed.post/{key}", "author": {"did": DID, "handle": "stad.example"}}
    return json.dumps({"posts": [post | {"record": record, "indexedAt": indexed, "likeCount": 2}]})


def packed(**files: bytes) -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w:gz") as archive:
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return made.getvalue()


def test_an_archive_gives_public_messages_only() -> None:
    batch = sample(ARCHIVE)[0]
    assert batch.posts["account"].unique().tolist() == ["gemeente@sociaal.waterstad.example"]
    assert [(r.row, r.reason.code) for r in batch.rejected] == [(3, "repost"), (4, "not_public"), (5, "not_public")]
    assert utc(batch.posts) == ["2025-03-01 09:00", "2025-03-02 10:00"]
    assert (batch.posts["likes"].tolist(), batch.posts["shares"].tolist()) == ([4, 0], [2, 0])


def test_html_becomes_text_with_whole_links() -> None:
    texts = sample(ARCHIVE)[0].posts["text"].tolist()
    assert texts[0] == "Werk aan de weg:\nde Kade is dicht.\n\nZie https://waterstad.example/kade-dicht"
    assert texts[1] == "@bewoner Dank & tot morgen"


def test_own_replies_know_what_they_answer() -> None:
    posts = sample(ARCHIVE)[0].posts
    assert posts["type"].tolist() == ["image", "reply"]
    assert posts["parent_id"].tolist() == ["", "114092015616000003"]


def test_counts_that_an_older_archive_has_not_are_missing() -> None:
    assert sample("mastodon/outbox.json")[0].posts["missing"].unique().tolist() == ["ppfffpppp"]


def test_of_two_lists_the_filled_one_counts() -> None:
    assert len(sample("mastodon/two_lists.json")[0].posts) == 2


def test_other_files_of_an_archive_are_known() -> None:
    assert [(batch.format, batch.rows_read, batch.rows_kept) for batch in sample(ARCHIVE)[1:]] == [
        ("mastodon_archive_other", 2, 0),
        ("mastodon_archive_other", 0, 0),
        ("mastodon_archive_other", 1, 0),
    ]


@pytest.mark.parametrize(
    ("note", "public"),
    [({"to": PUBLIC}, True), ({"to": [], "cc": ["as:Public"]}, True), ({"to": ["https://a.example/b"]}, False)],
)
def test_who_may_read_a_message(note: dict[str, Any], public: bool) -> None:
    assert (one("outbox.json", outbox(**note)).rows_kept == 1) is public


def test_the_profile_knows_the_name_that_numbered_addresses_hide() -> None:
    numbered = outbox(id="https://a.example/ap/users/1/statuses/7").replace("users/stad", "ap/users/1").encode()
    profile = {"type": "Person", "id": "https://a.example/ap/users/1", "preferredUsername": "stad"}
    data = packed(**{"outbox.json": numbered, "actor.json": json.dumps(profile).encode()})
    assert read_files([("archive.tar.gz", data)])[0].posts["account"].tolist() == ["stad@a.example"]


def test_statuses_leave_out_boosts_and_what_is_not_public() -> None:
    batch = sample("mastodon/statuses.json")[0]
    assert {(r.row, r.reason.code) for r in batch.rejected} == {(1, "not_public"), (2, "repost")}
    assert batch.posts["likes"].tolist() == [0, 7]
    assert batch.posts["type"].tolist() == ["reply", "image"]


def test_a_context_is_of_the_account_whose_post_it_is_about() -> None:
    batch = sample("mastodon/context.json")[0]
    root, first = "117194725785600001", "117194961715200002"
    assert batch.comments["account"].unique().tolist() == ["gemeente@sociaal.waterstad.example"]
    assert batch.comments["post_id"].unique().tolist() == [root]
    assert batch.comments["parent_id"].tolist() == ["", first, "117195197644800004", ""]
    assert batch.comments["is_own"].tolist() == [False, True, False, False]
    assert [(r.row, r.reason.code) for r in batch.rejected] == [(4, "not_public")]


def test_messages_above_a_status_lead_to_the_root_of_the_thread() -> None:
    batch = sample("mastodon/context_of_a_reply.json")[0]
    assert batch.posts["post_id"].tolist() == ["117194725785600001"]
    assert batch.comments["post_id"].unique().tolist() == ["117194725785600001"]


def test_a_feed_counts_nobody_elses_likes() -> None:
    batch = sample("bluesky/author_feed.json")[0]
    assert (batch.rows_read, batch.duplicates) == (7, 1)  # the pinned post stands there twice
    assert [(r.row, r.reason.code) for r in batch.rejected] == [(5, "repost")]
    assert batch.posts["likes"].max() == 19
    assert batch.posts["permalink"].iloc[-1] == f"https://bsky.app/profile/waterstad.bsky.example/post/{KEY}"


@pytest.mark.parametrize(
    ("created", "indexed", "key", "expected", "told"),
    [
        ("2026-09-01T08:00:01Z", "2026-09-01T08:00:02Z", KEY, "2026-09-01 08:00", False),
        ("2026-09-01T10:00:00+02:00", "2026-09-01T08:00:02Z", KEY, "2026-09-01 08:00", False),
        ("2031-01-01T00:00:00Z", "2026-09-01T08:00:02Z", KEY, "2026-09-01 08:00", True),  # after it was received
        ("2020-01-01T00:00:00Z", "2026-09-01T08:00:02Z", KEY, "2026-09-01 08:00", True),  # both say otherwise
        ("2026-09-01T08:00:01Z", "2026-10-01T00:00:00Z", KEY, "2026-09-01 08:00", False),  # received again later
        ("2020-01-01T00:00:00Z", "2026-09-01T08:00:02Z", "a-key", "2020-01-01 00:00", False),  # nothing to compare
        ("2020-01-01T00:00:00Z", None, KEY, "2026-09-01 08:00", True),
        ("soon", "2026-09-01T08:00:02Z", "a-key", "2026-09-01 08:00", False),
    ],
)
def test_a_time_that_an_app_made_up(created: str, indexed: str | None, key: str, expected: str, told: bool) -> None:
    batch = one("posts.json", skeet(created, indexed, key))
    assert utc(batch.posts) == [expected]
    assert codes(batch) == ({"created_disagrees"} if told else set())


def test_a_thread_holds_the_post_its_comments_and_what_is_gone() -> None:
    batch = sample("bluesky/thread.json")[0]
    assert batch.posts["post_id"].tolist() == [KEY]
    assert batch.comments["post_id"].unique().tolist() == [KEY]
    assert batch.comments["parent_id"].tolist() == ["", "3muh2mg4d222b", "3muh3q6jg222b"]
    assert batch.comments["is_own"].tolist() == [False, True, False]
    assert [(r.row, r.reason.code) for r in batch.rejected] == [(5, "deleted"), (6, "blocked")]


def test_a_deep_thread() -> None:
    node: dict[str, Any] = {}
    for n in range(200):
        uri = f"at://did:plc:{'stad' if n == 199 else n}/app.bsky.feed.post/k{n}"
        post = {"uri": uri, "author": {"did": uri[5:].split("/")[0], "handle": f"h{n}"}, "indexedAt": "2026-09-01"}
        record = {"text": "Hoi", "createdAt": "2026-09-01T08:00:00Z"}
        node = {"post": post | {"record": record}, "replies": [node] if node else []}
    batch = one("thread.json", json.dumps({"thread": node}))
    assert (len(batch.posts), len(batch.comments)) == (1, 199)


def test_no_address_of_a_citizen_is_left_after_protection() -> None:
    for name in ("mastodon/context.json", "mastodon/search.json", "bluesky/thread.json", "x_api/search_replies.json"):
        batch = sample(name)[0]
        citizens = batch.comments[~batch.comments["is_own"]]["author"].unique().tolist()
        kept = protect(replace(batch, warnings=[]), [str(batch.comments["account"][0])], b"k" * 32)
        stored = kept.comments.to_json() + kept.posts.to_json()
        assert citizens
        assert not [name for name in citizens if name in stored or name.split("@")[0] + "@" in stored]


def test_a_mention_without_its_server_is_of_the_own_account() -> None:
    batch = sample("mastodon/context.json")[0]
    kept = protect(batch, ["gemeente@sociaal.waterstad.example"], b"k" * 32).comments
    assert kept["text"].tolist()[:2] == ["@gemeente Hoe laat sluit u? Bel [phone]", "[handle] Tot 17 uur."]
    assert json.loads(kept["mentions"][0]) == ["@gemeente"]


def test_ids_know_their_time() -> None:
    posts = sample("mastodon/statuses.json")[0].posts
    assert mastodon_status(posts["post_id"]).tolist() == posts["published_ts"].tolist()
    assert bluesky_tid(posts["post_id"].map(lambda _: KEY)).tolist() == [1788249600, 1788249600]


def test_a_copy_of_a_repository_is_refused_with_the_remedy() -> None:
    car = b"\x3a\xa2eroots\x81\xd8\x2a\x58\x25\x00\x01\x71\x12\x20" + bytes(32) + b"gversion\x01" + bytes(range(256))
    error = one("repo.car", car).error
    assert error is not None
    assert error.code == "bluesky_car"
    assert "getAuthorFeed" in error.english()


def refusal(data: bytes) -> list[str]:
    batches: list[Batch] = list(read_file("archive.tar.gz", data))
    return [batch.error.code for batch in batches if batch.error is not None]


def test_tar_archives_have_the_limits_of_zips() -> None:
    assert refusal(packed(**{"outbox.json": bytes(50_000_000)})) == ["zip_bomb"]
    assert refusal(packed(**{f"{n}.json": b"{}" for n in range(1001)}))[-1] == "too_many_tar_members"
    assert refusal(packed(**{"outbox.json": outbox().encode()})[:-40]) == ["damaged_zip"]
    assert refusal(gzip.compress(b"Date,Views\n")) == ["not_a_table"]


def test_links_in_a_tar_archive_lead_nowhere() -> None:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w:gz") as archive:
        link = tarfile.TarInfo("outbox.json")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/hostname"
        archive.addfile(link)
    assert refusal(made.getvalue()) == ["empty_archive"]


def test_half_characters_do_not_stop_a_document() -> None:
    text = outbox(content="<p>\ud800 Hoi</p>", likes={"totalItems": ["\ud800"]})
    batch = one("outbox.json", text)
    assert batch.posts["text"].tolist() == ["? Hoi"]
    assert batch.posts["likes"].isna().tolist() == [True]


@pytest.mark.parametrize("name", ["mastodon/account.json", "bluesky/profile.json"])
def test_followers_are_of_the_day_on_which_the_account_was_asked(name: str) -> None:
    (batch,) = sample(name)
    assert [question.name for question in batch.questions] == ["fetched_on"]
    assert batch.account_days.empty
    (known,) = read_file(name, content(name), {"fetched_on": "2026-09-02"})
    (day,) = known.account_days.itertuples()
    assert (day.date, day.metric) == ("2026-09-02", "followers")
    assert (day.account, day.value) in (("gemeente@sociaal.waterstad.example", 340), ("waterstad.bsky.example", 1204))


def test_followers_that_are_not_told_are_missing() -> None:
    (batch,) = read_files([("profile.json", json.dumps({"did": DID, "handle": "a", "followersCount": None}).encode())])
    assert (batch.rows_kept, batch.account_days.empty) == (0, True)


def test_a_thread_says_which_post_it_is_of() -> None:
    context = json.loads(content("mastodon/context.json"))
    context["descendants"].insert(0, context["descendants"][0] | {"id": "9", "in_reply_to_id": "deleted"})
    batch = one("context.json", json.dumps(context | {"id": "117194725785600001"}))
    assert batch.comments["post_id"].unique().tolist() == ["117194725785600001"]
