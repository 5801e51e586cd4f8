"""YouTube's server with one made-up channel, in the exact shape of its answers."""

from typing import Any

from werkzeug import Request, Response

from tests.loaders.apis.fixed_host import said

CHANNEL = "UCwaterstad0000000000000"
UPLOADS = "UUwaterstad0000000000000"
KEY = "s3cret"
Object = dict[str, Any]


def failure(status: int, reason: str, detail: str = "") -> Response:
    """An error as Google says it."""
    error: Object = {"code": status, "message": "No.", "errors": [{"message": "No.", "domain": "d", "reason": reason}]}
    if detail:
        error["details"] = [{"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": detail}]
    return said({"error": error}, status)


class Channel:
    """A channel with `videos` (newest first) and the threads under them; `failing` answers instead, by resource."""

    def __init__(self, videos: list[Object], threads: dict[str, list[Object]] | None = None) -> None:
        self.videos = videos
        self.threads = threads or {}
        self.answers: dict[str, list[Object]] = {}  # to a thread, where more than five
        self.gone: set[str] = set()
        self.channel: Object = {
            "kind": "youtube#channel",
            "id": CHANNEL,
            "snippet": {"title": "Gemeente Waterstad", "customUrl": "@gemeentewaterstad"},
            "contentDetails": {"relatedPlaylists": {"likes": "", "uploads": UPLOADS}},
            "statistics": {"viewCount": "9", "subscriberCount": "1230", "hiddenSubscriberCount": False},
        }
        self.failing: dict[str, Response] = {}
        self.asked: list[str] = []

    def __call__(self, request: Request) -> Response:
        resource = request.path.removeprefix("/youtube/v3/")
        self.asked.append(resource)
        if request.headers.get("X-Goog-Api-Key") != KEY or "key" in request.args:
            return failure(400, "badRequest", "API_KEY_INVALID")
        if resource in self.failing:
            return self.failing[resource]
        answers = {
            "channels": self._channels,
            "playlistItems": self._items,
            "videos": self._videos,
            "commentThreads": self._threads,
            "comments": self._comments,
        }
        return answers[resource](request)

    def _channels(self, request: Request) -> Response:
        known = request.args.get("id") == CHANNEL or request.args.get("forHandle") == "@gemeentewaterstad"
        answer: Object = {"kind": "youtube#channelListResponse", "pageInfo": {"totalResults": int(known)}}
        return said({**answer, "items": [self.channel]} if known else answer)

    def _items(self, request: Request) -> Response:
        assert request.args["playlistId"] == UPLOADS
        listed = [
            {
                "kind": "youtube#playlistItem",
                "contentDetails": {"videoId": video["id"], "videoPublishedAt": video["snippet"]["publishedAt"]},
            }
            for video in self.videos
        ]
        return _page(listed, request, 50)

    def _videos(self, request: Request) -> Response:
        ids = request.args["id"].split(",")
        assert len(ids) <= 50
        found = [video for video in self.videos if video["id"] in ids and video["id"] not in self.gone]
        return said({"kind": "youtube#videoListResponse", "items": found, "pageInfo": {"totalResults": len(found)}})

    def _threads(self, request: Request) -> Response:
        video = request.args["videoId"]
        if video not in self.threads:
            return failure(403, "commentsDisabled")
        return _page(self.threads[video], request, 100)

    def _comments(self, request: Request) -> Response:
        return _page(self.answers[request.args["parentId"]], request, 100)


def _page(listed: list[Object], request: Request, most: int) -> Response:
    size = int(request.args["maxResults"])
    assert size <= most
    start = int(request.args.get("pageToken", "CAU0").removeprefix("CAU"))
    answer: Object = {"pageInfo": {"totalResults": len(listed), "resultsPerPage": size}}
    answer["items"] = listed[start : start + size]
    if start + size < len(listed):
        answer["nextPageToken"] = f"CAU{start + size}"
    return said(answer)


def video(name: str, published: str, **statistics: str) -> Object:
    """A video; YouTube writes its numbers as texts, and leaves out those that the owner hides."""
    snippet = {"publishedAt": published, "channelId": CHANNEL, "title": f"Film {name}", "channelTitle": "Waterstad"}
    return {"kind": "youtube#video", "id": name, "snippet": snippet, "statistics": {**statistics, "favoriteCount": "0"}}


def comment(name: str, author: str, text: str = "Wanneer gaat de brug open?", **more: Any) -> Object:
    """A comment by the channel with this id."""
    snippet = {
        "textDisplay": text,
        "authorDisplayName": f"@{author.lower()}",
        "authorChannelId": {"value": author},
        "likeCount": 2,
        "publishedAt": "2026-09-20T10:00:00Z",
    }
    return {"kind": "youtube#comment", "id": name, "snippet": {**snippet, **more}}


def thread(name: str, on: str, author: str = "UCbewoner", answers: tuple[Object, ...] = (), total: int = 0) -> Object:
    """A comment that opens a thread, with the answers that YouTube puts in it and how many there are."""
    return {
        "kind": "youtube#commentThread",
        "id": name,
        "snippet": {
            "channelId": CHANNEL,
            "videoId": on,
            "topLevelComment": comment(name, author, channelId=CHANNEL, videoId=on),
            "totalReplyCount": total or len(answers),
        },
        **({"replies": {"comments": list(answers)}} if answers else {}),
    }
