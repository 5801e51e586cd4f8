"""Asking the Graph API: the token goes in a header, and of what pages a list only the cursor is believed."""

import hashlib
import hmac
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from loaders.apis.answers import object_in, objects_in
from loaders.apis.client import Client
from loaders.apis.graph.usage import slow_down
from loaders.files.building.documents import Object, at, text_at

VERSION = "v26.0"
"""Of 29 July 2026. Each version lives about two years; v21.0 ends on 21 January 2027, v22.0 on 20 May 2027."""


@dataclass(frozen=True)
class Page:
    """Some objects of a list, and the cursor of those that come next; "" at the end.

    `is_last` where Meta names nothing that comes next; without it and without a cursor, more is there and out of reach.
    """

    items: Sequence[Object]
    after: str
    is_last: bool


class Graph:
    """The Graph API for one token. `secret` is the token, or `token|app secret` for an app that must prove itself."""

    def __init__(self, client: Client, secret: str) -> None:
        self._client = client
        token, _, app_secret = (part.strip() for part in secret.partition("|"))
        self._headers = {"Authorization": f"Bearer {token}"}
        # Meta takes the proof as a parameter only. It is of no use without the token, which is never in an address.
        self._proof = {"appsecret_proof": _proof(token, app_secret)} if app_secret else {}

    def get(self, *path: str, **query: str | int) -> Object:
        """The object at a path of ids and names."""
        address = "/".join(("", VERSION, *(quote(part, safe="") for part in path)))
        answer = self._client.get(address, {**query, **self._proof}, headers=self._headers)
        found = object_in(answer, self._client.host)
        time.sleep(slow_down(answer.headers))
        return found

    def page(self, *path: str, after: str = "", **query: str | int) -> Page:
        """A page of the list at a path; `paging.next` holds the token and any host, so only the cursor is taken."""
        found = self.get(*path, **query, **({"after": after} if after else {}))
        following = text_at(found, "paging", "cursors", "after")
        items = objects_in(found.get("data"), self._client.host)
        goes_on = bool(items) and following not in ("", after)
        return Page(items, following if goes_on else "", not goes_on and not at(found, "paging", "next"))

    def everything(self, *path: str, most: int, **query: str | int) -> tuple[list[Object], bool]:
        """The objects of a list in at most so many pages, and whether these are all."""
        found: list[Object] = []
        for page in self._pages(path, most, query):
            found += page.items
            if not page.after:
                return found, page.is_last
        return found, False

    def _pages(self, path: tuple[str, ...], most: int, query: dict[str, str | int]) -> Iterator[Page]:
        after = ""
        for _ in range(most):
            page = self.page(*path, after=after, **query)
            yield page
            after = page.after


def _proof(token: str, app_secret: str) -> str:
    return hmac.new(app_secret.encode(), token.encode(), hashlib.sha256).hexdigest()
