"""A small server that speaks Mastodon, with one account: what is on it can be changed while a test runs."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

PAGE = 5


@dataclass
class World:
    """What is on the server, newest post first, and what it was asked."""

    posts: list[dict[str, Any]] = field(default_factory=list)
    listed: list[Any] | None = None  # instead of posts
    replies: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    tokens: set[str | None] = field(default_factory=set)  # headers `Authorization` that came along
    broken_after: int | None = None  # requests, then only 500
    status: int = 500
    account_id: str = "101"
    host: str = ""
    followers: int = 1200
    held_after: int | None = None  # pages of posts, then the next one is not given before `go`
    waiting: threading.Event = field(default_factory=threading.Event)
    go: threading.Event = field(default_factory=threading.Event)

    def hold(self, after: int) -> None:
        """Give so many pages of posts from now on, and then none."""
        self.waiting.clear()
        self.go.clear()
        self.held_after = after

    def release(self) -> None:
        """Give all pages again."""
        self.held_after = None
        self.go.set()

    def post(self, number: int, likes: int = 0, replies: int = 0) -> dict[str, Any]:
        """A post of the account; the higher its number the newer it is."""
        return self._status(
            f"{number:06}", f"2026-09-{1 + number // 1440:02}T{number // 60 % 24:02}:{number % 60:02}:00Z"
        ) | {
            "favourites_count": likes,
            "replies_count": replies,
        }

    def reply(self, root: str, id: str, text: str, who: str = "jan_jansen") -> dict[str, Any]:
        """A citizen's reply under a post."""
        made = self._status(id, "2026-09-29T10:00:00Z", text)
        account = {
            "id": f"9{who}",
            "username": who,
            "acct": f"{who}@elders.example",
            "url": f"https://elders.example/@{who}",
        }
        return made | {"in_reply_to_id": root, "in_reply_to_account_id": self.account_id, "account": account}

    def pause(self) -> None:
        """Wait before a page of posts, if it is held back."""
        if self.held_after == 0:
            self.waiting.set()
            self.go.wait(60)
        elif self.held_after is not None:
            self.held_after -= 1

    def account(self) -> dict[str, Any]:
        return {
            "id": self.account_id,
            "username": "waterstad",
            "acct": "waterstad",
            "display_name": "Gemeente Waterstad",
            "url": f"https://{self.host}/@waterstad",
            "followers_count": self.followers,
            "following_count": 3,
            "statuses_count": len(self.posts),
        }

    def _status(self, id: str, created: str, text: str = "De Dorpsstraat is dicht.") -> dict[str, Any]:
        return {
            "id": id,
            "created_at": created,
            "in_reply_to_id": None,
            "in_reply_to_account_id": None,
            "visibility": "public",
            "content": f"<p>{text}</p>",
            "url": f"https://{self.host}/@waterstad/{id}",
            "reblog": None,
            "account": self.account(),
            "media_attachments": [],
            "mentions": [],
            "replies_count": 0,
            "reblogs_count": 0,
            "favourites_count": 0,
        }


@contextmanager
def serving(world: World) -> Iterator[str]:
    """The host and port of a server with this world."""
    handler = type("Handler", (_Handler,), {"world": world})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    world.host = f"127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield world.host
    finally:
        server.shutdown()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    world: World

    def do_GET(self) -> None:
        world, asked = self.world, urlsplit(self.path)
        world.asked.append(self.path)
        world.tokens.add(self.headers["Authorization"])
        query = {name: values[0] for name, values in parse_qs(asked.query).items()}
        if world.broken_after is not None and len(world.asked) > world.broken_after:
            self._answer({"error": "out of order"}, world.status)
        elif asked.path.endswith("/context"):
            root = asked.path.split("/")[-2]
            self._answer({"ancestors": [], "descendants": world.replies.get(root, [])})
        elif asked.path.endswith("/statuses"):
            world.pause()
            if world.listed is not None:
                self._answer(world.listed)
                return
            older = [one for one in world.posts if one["id"] < query.get("max_id", "~")]
            self._answer(older[: min(PAGE, int(query.get("limit", PAGE)))])
        else:
            self._answer(world.account())

    def _answer(self, document: Any, status: int = 200) -> None:
        body = json.dumps(document).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_args: Any) -> None:
        """Say nothing."""
