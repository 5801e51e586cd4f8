"""The connector of YouTube, asking a real server on this machine that answers as YouTube does."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Response

from data.retention import TERMS
from loaders.apis import connectors
from loaders.apis.client import Answer, ApiError, Client
from loaders.apis.connector import Fetched
from loaders.apis.shared.moments import seconds
from tests.loaders.apis.fixed_host import mapped, reach, resumed, said, wanted
from tests.loaders.apis.waterstad_channel import CHANNEL, Channel, comment, failure, thread, video

YOUTUBE = connectors()["youtube"]


def city(newest: int = 1_790_676_000) -> Channel:
    """120 videos, one a day back from a moment (29 September 2026), of which a few are special."""
    days = [datetime.fromtimestamp(newest - 86_400 * day, UTC) for day in range(120)]
    videos = [
        video(
            f"film{n:03}", day.strftime("%Y-%m-%dT%H:%M:%SZ"), viewCount=str(1000 + n), likeCount="5", commentCount="0"
        )
        for n, day in enumerate(days)
    ]
    del videos[1]["statistics"]["likeCount"]  # hidden
    del videos[2]["statistics"]["commentCount"]  # off
    videos[0]["statistics"]["commentCount"] = "3"
    videos[60]["statistics"]["commentCount"] = "1"
    return Channel(
        videos, {"film000": [thread("a", "film000"), thread("b", "film000")], "film060": [thread("c", "film060")]}
    )


@pytest.fixture
def played() -> Channel:
    return city()


@pytest.fixture
def client(played: Channel, httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> Client:
    return reach(YOUTUBE, httpserver, played, monkeypatch)


def whole(client: Client, **given: object) -> list[Fetched]:
    return resumed(YOUTUBE, client, wanted(YOUTUBE, "@gemeentewaterstad", CHANNEL, **given))


@pytest.mark.parametrize("account", ["@gemeentewaterstad", "gemeentewaterstad", CHANNEL])
def test_a_channel_is_found_by_its_handle_or_id(client: Client, account: str) -> None:
    found = YOUTUBE.check(client, wanted(YOUTUBE, account).target)
    assert (found.upstream_id, found.handle, found.title) == (CHANNEL, "@gemeentewaterstad", "Gemeente Waterstad")
    assert found.names == (CHANNEL,)


def test_every_video_comes_once_with_whole_numbers(client: Client) -> None:
    fetched = whole(client)
    posts = mapped(fetched, "youtube_api_videos").posts
    assert posts["post_id"].tolist() == [f"film{n:03}" for n in range(120)]
    assert posts["video_views"].tolist() == [1000 + n for n in range(120)]
    assert set(posts["account"]) == {CHANNEL}
    assert [one.rows for one in fetched] == [1, 50, 50, 20, 0]
    assert [one.listed_from for one in fetched] == [None] * 4 + [0]
    assert sum(one.quota for one in fetched) == 1 + 3 * 2


def test_what_the_owner_hides_is_missing_with_a_reason(client: Client) -> None:
    posts = mapped(whole(client), "youtube_api_videos").posts
    assert posts["likes"].isna().tolist() == [n == 1 for n in range(120)]
    assert posts["comments"].isna().tolist() == [n == 2 for n in range(120)]
    assert (posts["missing"][0], posts["missing"][1], posts["missing"][2]) == ("fp..fpp.f", "fpe.fpp.f", "fp.efpp.f")


def test_a_video_that_is_listed_but_not_given_is_gone(client: Client, played: Channel) -> None:
    played.gone = {"film007"}
    fetched = whole(client)
    assert "film007" not in set(mapped(fetched, "youtube_api_videos").posts["post_id"])
    assert fetched[-1].listed_from == 0


def test_subscribers_are_those_of_the_day(client: Client, played: Channel) -> None:
    days = mapped(whole(client), "youtube_channel").account_days
    assert days[["account", "date", "metric", "value"]].values.tolist() == [[CHANNEL, "2026-09-30", "followers", 1230]]
    played.channel["statistics"]["hiddenSubscriberCount"] = True
    assert mapped(whole(client), "youtube_channel").account_days.empty


def test_a_window_stops_at_the_first_page_that_is_older(client: Client, played: Channel) -> None:
    since = seconds("2026-09-20T00:00:00Z")
    fetched = whole(client, since_ts=since)
    played.asked.clear()
    assert list(YOUTUBE.fetch(client, wanted(YOUTUBE, "", CHANNEL, since_ts=since)))[-1].listed_from == since
    assert played.asked.count("playlistItems") == 2  # the second page is the first without a newer video
    assert fetched[-1].listed_from == since


def test_comments_come_with_all_their_answers(client: Client, played: Channel) -> None:
    below = [comment(f"b.{n}", CHANNEL if n == 6 else f"UC{n}", parentId="b", channelId=CHANNEL) for n in range(7)]
    played.threads["film000"] = [thread("a", "film000"), thread("b", "film000", answers=tuple(below[:5]), total=7)]
    played.answers["b"] = below
    fetched = whole(client, texts=True)
    comments = mapped(fetched, "youtube_comments").comments
    assert comments["comment_id"].tolist() == ["a", "b", *(f"b.{n}" for n in range(7)), "c"]
    assert set(comments["parent_id"]) == {"", "b"}
    assert comments["post_id"].tolist() == ["film000"] * 9 + ["film060"]
    assert comments.loc[comments["is_own"], "comment_id"].tolist() == ["b.6"]
    told = [one for one in fetched if one.threads]
    assert [one.threads for one in told if one.format == "youtube_comments"] == [("film000",), ("film060",)]
    silent = [video for one in told if one.format == "youtube_api_videos" for video in one.threads]
    assert len(silent) == 120 - 3  # two have comments, of one they are off
    assert {"film000", "film002", "film060"}.isdisjoint(silent)


def test_no_comments_without_the_switch(client: Client, played: Channel) -> None:
    assert not any(one.threads for one in whole(client))
    assert "commentThreads" not in played.asked


def test_many_threads_are_read_to_the_last_page(client: Client, played: Channel) -> None:
    played.threads["film000"] = [thread(f"t{n}", "film000") for n in range(230)]
    fetched = whole(client, texts=True)
    assert len(mapped(fetched, "youtube_comments").comments) == 231
    assert [one.quota for one in fetched if one.format == "youtube_comments"] == [3, 1]


def test_comments_that_were_switched_off_in_between_are_no_error(client: Client, played: Channel) -> None:
    del played.threads["film000"]
    fetched = whole(client, texts=True)
    assert mapped(fetched, "youtube_comments").comments["comment_id"].tolist() == ["c"]
    assert not any("film000" in one.threads for one in fetched)


def test_a_list_that_is_not_there_deletes_nothing(client: Client, played: Channel) -> None:
    played.failing["playlistItems"] = failure(404, "playlistNotFound")
    fetched = whole(client)
    assert [(one.rows, one.listed_from) for one in fetched[1:]] == [(0, None), (0, None)]


def test_a_list_that_goes_round_is_left_and_deletes_nothing(client: Client, played: Channel) -> None:
    played.failing["playlistItems"] = said(
        {"items": [{"contentDetails": {"videoId": "film000"}}], "nextPageToken": "CAU50"}
    )
    fetched = list(YOUTUBE.fetch(client, wanted(YOUTUBE, "", CHANNEL)))
    assert [one.rows for one in fetched] == [1, 1, 1, 0]
    assert fetched[-1].listed_from is None


@pytest.mark.parametrize(
    ("answer", "kind", "code"),
    [
        (failure(403, "quotaExceeded"), "parked", "youtube_quota"),
        (failure(400, "badRequest", "API_KEY_INVALID"), "broken", "youtube_key"),
        (failure(401, "authError"), "broken", "youtube_key"),
        (failure(403, "accessNotConfigured"), "broken", "youtube_not_on"),
        (failure(403, "forbidden", "API_KEY_IP_ADDRESS_BLOCKED"), "broken", "youtube_barred"),
    ],
)
@pytest.mark.parametrize("resource", ["channels", "playlistItems", "videos", "commentThreads"])
def test_each_error_is_told_in_words(
    client: Client, played: Channel, resource: str, answer: Response, kind: str, code: str
) -> None:
    played.failing[resource] = answer
    with pytest.raises(ApiError) as told:
        list(YOUTUBE.fetch(client, wanted(YOUTUBE, "", CHANNEL, texts=True)))
    assert (told.value.kind, told.value.message.code) == (kind, code)
    assert "s3cret" not in str(told.value)


def test_a_used_up_quota_lasts_until_midnight_in_california(client: Client, played: Channel) -> None:
    played.failing["videos"] = failure(403, "quotaExceeded")
    with pytest.raises(ApiError) as told:
        list(YOUTUBE.fetch(client, wanted(YOUTUBE, "", CHANNEL)))
    assert told.value.until is not None
    there = datetime.fromtimestamp(told.value.until, ZoneInfo("America/Los_Angeles"))
    assert (there.hour, there.minute, there.second) == (0, 0, 0)
    assert 0 < told.value.until - datetime.now(UTC).timestamp() <= 25 * 3600


def test_too_fast_is_waited_out_and_other_errors_are_not() -> None:
    waits = {
        (status, reason): YOUTUBE.manners.wait(Answer(status, {}, failure(status, reason).get_json()))
        for status, reason in ((403, "rateLimitExceeded"), (429, "rateLimitExceeded"), (403, "commentsDisabled"))
    }
    assert waits == {
        (403, "rateLimitExceeded"): 0,
        (429, "rateLimitExceeded"): 0,
        (403, "commentsDisabled"): None,
    }


@pytest.mark.parametrize("account", ["@nobody", "UC0000000000000000000000"])
def test_an_unknown_channel_is_told(client: Client, account: str) -> None:
    with pytest.raises(ApiError, match=f"YouTube knows no channel {account}") as told:
        YOUTUBE.check(client, wanted(YOUTUBE, account).target)
    assert told.value.kind == "broken"


def test_the_key_stands_in_no_address(client: Client, httpserver: HTTPServer) -> None:
    whole(client, texts=True)
    assert len(httpserver.log) > 10
    assert not any("s3cret" in request.url for request, _ in httpserver.log)


def test_figures_are_asked_again_before_they_must_be_deleted() -> None:
    assert YOUTUBE.whole_days < TERMS["youtube"].days


@pytest.mark.parametrize("resource", ["playlistItems", "videos", "commentThreads"])
@pytest.mark.parametrize("answer", [{}, {"items": None}, {"items": [7]}])
def test_a_list_that_cannot_be_read_breaks_the_run_off(
    client: Client, played: Channel, resource: str, answer: object
) -> None:
    played.failing[resource] = said(answer)
    with pytest.raises(ApiError, match="cannot be read"):
        list(YOUTUBE.fetch(client, wanted(YOUTUBE, "@gemeentewaterstad", CHANNEL, texts=True)))
