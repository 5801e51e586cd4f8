"""A made-up Bluesky with the account of Waterstad: profile, feed and threads, on a socket of this machine."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

TOWN, CITIZEN = "did:plc:waterstadwaterstadwaters", "did:plc:inwonereeninwonereeninw"
HANDLE = "waterstad.bsky.example"
NEWEST = 1_788_249_600  # 2026-09-01 08:00 UTC
HOUR = 3600


def uri(key: str, did: str = TOWN) -> str:
    return f"at://{did}/app.bsky.feed.post/{key}"


def moment(ts: int) -> str:
    return datetime.fromtimestamp(ts, tz=UTC).strftime("%Y-%m-%dT%H:%M:%S.120Z")


def post(key: str, ts: int, did: str = TOWN, **counts: Any) -> dict[str, Any]:
    handle = HANDLE if did == TOWN else "inwoner1.bsky.example"
    record = {"$type": "app.bsky.feed.post", "createdAt": moment(ts), "langs": ["nl"], "text": f"Bericht {key}"}
    zeros = dict.fromkeys(("bookmarkCount", "replyCount", "repostCount", "likeCount", "quoteCount"), 0)
    author = {"did": did, "handle": handle, "labels": []}
    return {"uri": uri(key, did), "cid": f"b{key}", "author": author, "record": record, "indexedAt": moment(ts)} | (
        zeros | counts
    )


def answer_to(parent: dict[str, Any], key: str, ts: int, did: str = CITIZEN, **counts: Any) -> dict[str, Any]:
    made = post(key, ts, did, **counts)
    root = parent["record"].get("reply", {}).get("root", {"uri": parent["uri"]})
    made["record"]["reply"] = {"root": root, "parent": {"uri": parent["uri"]}}
    return made


def node(shown: dict[str, Any], *replies: dict[str, Any]) -> dict[str, Any]:
    """A post in a thread."""
    return {"$type": "app.bsky.feed.defs#threadViewPost", "post": shown, "replies": list(replies), "threadContext": {}}


def gone(key: str, kind: str = "notFound") -> dict[str, Any]:
    """What stands in a thread for a post that is deleted ("notFound") or not to be seen ("blocked")."""
    return {"$type": f"app.bsky.feed.defs#{kind}Post", "uri": uri(key, CITIZEN), kind: True}


def reply(data: Any, code: int = 200) -> Response:
    """JSON, or a page of text where `data` is one."""
    if isinstance(data, str):
        return Response(data, code, content_type="text/html")
    return Response(json.dumps(data), code, content_type="application/json; charset=utf-8")


@dataclass
class Server:
    """Serves the items of a feed, in pages of `sizes`, and the `threads` under posts by their key.

    Every page names a cursor but the empty one at the end. Cursors from before a `restart` give status 500.
    """

    http: HTTPServer
    feed: list[dict[str, Any]] = field(default_factory=list)
    threads: dict[str, dict[str, Any]] = field(default_factory=dict)
    sizes: tuple[int, ...] = (4, 2, 3)
    restart: str = "a"
    names: tuple[str, ...] = (HANDLE, TOWN)
    instead: Callable[[str, Request], Response | None] = lambda path, request: None
    asked: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.http.expect_request(re.compile(".*")).respond_with_handler(self._answer)

    @property
    def origins(self) -> str:
        return f"public.api.bsky.app=http://127.0.0.1:{self.http.port}"

    def _answer(self, request: Request) -> Response:
        method = request.path.rpartition(".")[2]
        self.asked.append(method)
        special = self.instead(method, request)
        if special is not None:
            return special
        if method == "getProfile" and request.args["actor"] in self.names:
            counts = {"followersCount": 1204, "followsCount": 12, "postsCount": 331}
            return reply({"did": TOWN, "handle": self.names[0], "displayName": "Gemeente Waterstad", **counts})
        if method == "getProfile":
            return reply({"error": "InvalidRequest", "message": "Profile not found"}, 400)
        if method == "getPostThread":
            key = request.args["uri"].rpartition("/")[2]
            known = key in self.threads
            return reply({"thread": self.threads[key]} if known else {"error": "NotFound"}, 200 if known else 400)
        return self._page(request)

    def _page(self, request: Request) -> Response:
        if int(request.args["limit"]) > 100:
            return reply({"error": "InvalidRequest", "message": "Error: limit can not be greater than 100"}, 400)
        run, _, page = request.args.get("cursor", f"{self.restart}__0").partition("__")
        if run != self.restart:
            return reply({"error": "InternalServerError", "message": "Internal Server Error"}, 500)
        number = int(page)
        start = sum(self.sizes[:number])
        items = self.feed[start : start + self.sizes[number]] if number < len(self.sizes) else []
        return reply({"feed": items} | ({"cursor": f"{run}__{number + 1}"} if number < len(self.sizes) else {}))
