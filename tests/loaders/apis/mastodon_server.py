"""A made-up Mastodon server of Waterstad: statuses, threads and an account, on a socket of this machine."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

SITE = "https://sociaal.waterstad.example"
TOWN, CITIZEN = "109000000000000001", "109000000000000002"
NEWEST = 1_788_249_600  # 2026-09-01 08:00 UTC
HOUR = 3600


def author(account_id: str = TOWN) -> dict[str, Any]:
    name = "gemeente" if account_id == TOWN else "bewoner"
    counts = {"followers_count": 340, "following_count": 3, "statuses_count": 90}
    return {"id": account_id, "username": name, "acct": name, "url": f"{SITE}/@{name}", "display_name": "", **counts}


def status(status_id: str, ts: int, account_id: str = TOWN, **other: Any) -> dict[str, Any]:
    made = datetime.fromtimestamp(ts, tz=UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")
    counts = {"replies_count": 0, "reblogs_count": 0, "favourites_count": 0}
    nothing: dict[str, Any] = {"in_reply_to_id": None, "in_reply_to_account_id": None, "reblog": None}
    shown = {"id": status_id, "created_at": made, "content": f"<p>Bericht {status_id}</p>", "visibility": "public"}
    return {
        **shown,
        "account": author(account_id),
        **counts,
        **nothing,
        "media_attachments": [],
        "mentions": [],
    } | other


def answer_to(post: dict[str, Any], status_id: str, ts: int, account_id: str = CITIZEN, **other: Any) -> dict[str, Any]:
    links = {"in_reply_to_id": post["id"], "in_reply_to_account_id": post["account"]["id"]}
    return status(status_id, ts, account_id, **links, **other)


def reply(data: Any, code: int = 200, **headers: str) -> Response:
    """JSON, or a page of text where `data` is one."""
    if isinstance(data, str):
        return Response(data, code, content_type="text/html", headers=headers)
    return Response(json.dumps(data), code, content_type="application/json", headers=headers)


@dataclass
class Server:
    """Serves `statuses` (newest first), `per_page` at once, and the `threads` under them.

    `token` is wanted of everybody who asks. `says_next` adds a `Link` to every page but an empty one, to a host that is
    not this one. `instead` answers in its place, where it gives something.
    """

    http: HTTPServer
    statuses: list[dict[str, Any]] = field(default_factory=list)
    threads: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    token: str = ""
    per_page: int = 3
    says_next: bool = True
    has_lookup: bool = True
    instead: Callable[[str, Request], Response | None] = lambda path, request: None
    asked: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.http.expect_request(re.compile(".*")).respond_with_handler(self._answer)

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.http.port}"

    def _answer(self, request: Request) -> Response:
        path = request.path.removeprefix("/api/")
        self.asked.append(path)
        special = self.instead(path, request)
        if special is not None:
            return special
        if self.token and request.headers.get("Authorization") != f"Bearer {self.token}":
            return reply({"error": "Unauthorized: token not supplied"}, 401)
        match path.split("/"):
            case ["v1", "accounts", "lookup"]:
                known = self.has_lookup and request.args["acct"].partition("@")[0] == "gemeente"
                return reply(author()) if known else reply({"error": "Record not found"}, 404)
            case ["v2", "search"]:
                others = author() | {
                    "id": "8",
                    "acct": "gemeente@ander.example",
                    "url": "https://ander.example/@gemeente",
                }
                found = [others, author()] if "gemeente" in request.args["q"] else []
                return reply({"accounts": found, "statuses": [], "hashtags": []})
            case ["v1", "accounts", account_id] if account_id == TOWN:
                return reply(author())
            case ["v1", "accounts", account_id, "statuses"] if account_id == TOWN:
                return self._page(request)
            case ["v1", "statuses", status_id, "context"] if status_id in self.threads:
                return reply({"ancestors": [], "descendants": self.threads[status_id]})
        return reply({"error": "Record not found"}, 404)

    def _page(self, request: Request) -> Response:
        place = request.args.get("max_id")
        older = [one for one in self.statuses if place is None or int(one["id"]) < int(place)][: self.per_page]
        if not older or not self.says_next:
            return reply(older)
        query = f"limit=40&max_id={older[-1]['id']}&exclude_reblogs=true"
        return reply(older, Link=f'<https://elsewhere.example/api/v1/x?{query}>; rel="next"')
