"""What it costs to fetch the posts of an account: from a socket to the store.

`python -m evals.syncing [--posts 100000] [--json]` serves so many made-up posts from a process of its own, in pages of
40 as Mastodon does, and runs `python -m loaders sync` on them, without the pause between two requests. It prints posts
a second, from the first request until they are stored and counted, and the most memory of the command, also for a tenth
of the posts: memory should not grow with them. Topics and tones, which follow, are in `cpu_seconds`. Goal: 2,000 posts
a second.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import psutil
from sqlalchemy import select

from data.schema import sync_run
from data.store import open_store

GOAL = 2_000
_PAGE = 40
_NEWEST = datetime(2026, 9, 30, 12, tzinfo=UTC)
_HANDLE = "waterstad"


def main() -> int:
    """Measure and print; with `--serve` be the server."""
    parser = argparse.ArgumentParser(prog="python -m evals.syncing", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--posts", type=int, default=100_000)
    parser.add_argument("--json", action="store_true", help="print JSON only")
    parser.add_argument("--serve", action="store_true", help="serve the posts, and print the port")
    asked = parser.parse_args()
    if asked.serve:
        return serve(asked.posts)
    few = measure(asked.posts // 10)
    found = measure(asked.posts) | {"peak_mb_of_a_tenth": few["peak_mb"]}
    if asked.json:
        print(json.dumps(found))
    else:
        print(*(f"{name}: {value}" for name, value in found.items()), f"goal: {GOAL} posts a second", sep="\n")
    return 0


def measure(posts: int) -> dict[str, Any]:
    """Fetch so many posts into an empty store by a command of its own, and look at it meanwhile."""
    serving = [sys.executable, "-m", "evals.syncing", "--serve", "--posts", str(posts)]
    with (
        tempfile.TemporaryDirectory() as folder,
        subprocess.Popen(serving, stdout=subprocess.PIPE, text=True) as server,  # noqa: S603 - our own module
    ):
        assert server.stdout
        host = f"127.0.0.1:{int(server.stdout.readline())}"
        environment = os.environ | {
            "DATABASE_URL": f"sqlite:///{Path(folder) / 'store.db'}",
            "ANSWERABLE_KEY_FILE": str(Path(folder) / "key"),
            "ANSWERABLE_TEST_LOOPBACK": "1",
            "ANSWERABLE_API_DELAY": "0",
        }
        try:
            connect = ("connect", "--connector", "mastodon", "--host", host, "--target", f"@{_HANDLE}")
            _loaders(environment, *connect, "--department", "Communication").wait()
            found = _watched(_loaders(environment, "sync", "--json"), posts)
            return found | _stored(environment["DATABASE_URL"], posts)
        finally:
            server.terminate()


def _loaders(environment: dict[str, str], *words: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "loaders", *words]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)  # noqa: S603 - our own module


def _watched(process: subprocess.Popen[str], posts: int) -> dict[str, Any]:
    """What a command took. Its answer says how many posts came in; less is a failure."""
    peak, seconds = 0, 0.0
    watched = psutil.Process(process.pid)
    while process.poll() is None:
        with suppress(psutil.Error):
            peak = max(peak, watched.memory_info().rss)
            times = watched.cpu_times()
            seconds = times.user + times.system
        time.sleep(0.1)
    assert process.stdout
    answer = json.loads(process.stdout.read())[0]
    if answer["inserted"] < posts:
        raise SystemExit(f"only {answer['inserted']} of {posts} posts came in: {answer['errors']}")
    return {"posts": posts, "cpu_seconds": round(seconds, 1), "peak_mb": round(peak / 1e6)}


def _stored(url: str, posts: int) -> dict[str, Any]:
    """How long the run took by its own account, to a second."""
    engine = open_store(url)
    with engine.connect() as connection:
        seconds: int = connection.scalar(select(sync_run.c.ended_ts - sync_run.c.started_ts)) or 1
    engine.dispose()
    return {"seconds": seconds, "posts_per_second": round(posts / seconds)}


def serve(posts: int) -> int:
    """Be a small Mastodon with one account, until it is ended."""

    class Small(_Mastodon):
        total = posts

    server = ThreadingHTTPServer(("127.0.0.1", 0), Small)
    print(server.server_address[1], flush=True)
    server.serve_forever()
    return 0


class _Mastodon(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    total = 0

    def do_GET(self) -> None:
        asked = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(asked.query).items()}
        account = {
            "id": "1",
            "username": _HANDLE,
            "acct": _HANDLE,
            "display_name": "Waterstad",
            "url": f"http://{self.headers['Host']}/@{_HANDLE}",
            "followers_count": 1200,
            "following_count": 10,
            "statuses_count": self.total,
        }
        if not asked.path.endswith("/statuses"):
            self._answer(account)
            return
        newest = int(query.get("max_id", self.total + 1)) - 1
        numbers = range(newest, max(0, newest - min(_PAGE, int(query.get("limit", 20)))), -1)
        self._answer([self._status(number, account) for number in numbers])

    def _status(self, number: int, account: dict[str, Any]) -> dict[str, Any]:
        made = _NEWEST - timedelta(minutes=7 * (self.total - number))
        return {
            "id": str(number),
            "created_at": made.strftime("%Y-%m-%dT%H:%M:%S.000Z"),
            "in_reply_to_id": None,
            "in_reply_to_account_id": None,
            "sensitive": False,
            "spoiler_text": "",
            "visibility": "public",
            "language": "nl",
            "uri": f"{account['url']}/{number}",
            "url": f"{account['url']}/{number}",
            "replies_count": 0,
            "reblogs_count": number % 7,
            "favourites_count": number % 50,
            "content": f"<p>Werk aan de weg nummer {number}: de Dorpsstraat is dicht tot vrijdag. Fietsers om.</p>",
            "reblog": None,
            "account": account,
            "media_attachments": [],
            "mentions": [],
            "tags": [],
            "emojis": [],
        }

    def _answer(self, document: Any) -> None:
        body = json.dumps(document).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: Any) -> None:
        """Say nothing: it would be the most of the work."""


if __name__ == "__main__":
    sys.exit(main())
