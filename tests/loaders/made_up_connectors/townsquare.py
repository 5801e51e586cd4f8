"""A made-up network with many servers, for tests of whatever deals with connectors."""

from collections.abc import Iterator

from loaders.apis.client import ApiError, Client
from loaders.apis.connector import Connector, Facts, Fetched, Field, Found, Target, Wanted
from metrics.words import Message

_SAID = ("Made up.",)


def _check(client: Client, target: Target) -> Found:
    headers = {"Authorization": f"Bearer {target.secret}"} if target.secret else {}
    answer = client.get("/who", {"account": target.account.removeprefix("@")}, headers=headers, accept=(401, 404))
    if answer.status != 200:
        raise ApiError("broken", Message("refused", "The server refuses the token."), status=answer.status)
    handle = answer.data["handle"]
    return Found(answer.data["id"], handle, answer.data["title"], (handle,))


def _fetch(_client: Client, _wanted: Wanted) -> Iterator[Fetched]:
    yield from ()


CONNECTOR = Connector(
    id="townsquare",
    platform="mastodon",
    name="Townsquare",
    facts=Facts(_SAID, _SAID, _SAID, _SAID, _SAID, _SAID),
    account=Field("Account", "Write it like @waterstad.", pattern=r"@?[a-z_]+"),
    secret=Field("Token", "Make one in your profile.", pattern=r"[\x21-\x7e]+", required=False),
    check=_check,
    fetch=_fetch,
    texts=True,
)
