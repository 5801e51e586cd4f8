"""A platform with a host of its own, played by a real server on this machine."""

import json
import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from loaders.apis import Connector
from loaders.apis.client import Client
from loaders.apis.connector import Fetched, Target, Wanted
from loaders.files import map_answers
from loaders.records import Batch

Play = Callable[[Request], Response]


def reach(connector: Connector, server: HTTPServer, play: Play, monkeypatch: pytest.MonkeyPatch) -> Client:
    """A client whose questions to the platform's host reach `play`, without politeness."""
    server.expect_request(re.compile("/.*")).respond_with_handler(play)
    monkeypatch.setenv("ANSWERABLE_TEST_LOOPBACK", "1")
    monkeypatch.setenv("ANSWERABLE_TEST_ORIGINS", f"{connector.host}={server.url_for('').rstrip('/')}")
    assert connector.host is not None
    return Client(connector.host, replace(connector.manners, delay=0))


def said(document: object, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """An answer in JSON."""
    return Response(json.dumps(document), status=status, headers=headers, content_type="application/json")


def wanted(
    connector: Connector, account: str, upstream_id: str = "", secret: str = "s3cret", **given: object
) -> Wanted:
    """All that there is of an account, without texts, unless something else is given."""
    assert connector.host is not None
    asked = Wanted(Target(connector.host, account, upstream_id, secret), texts=False, since_ts=None, today="2026-09-30")
    return replace(asked, **given)  # type: ignore[arg-type]  # a test names the fields


def resumed(connector: Connector, client: Client, asked: Wanted) -> list[Fetched]:
    """All that is fetched in one go, after going on from each place on the way has brought the rest of just that."""
    whole = list(connector.fetch(client, asked))
    for place, last in enumerate(whole):
        after = json.loads(json.dumps(last.after))
        rest = list(connector.fetch(client, replace(asked, after=after)))
        assert [_held(one) for one in rest] == [_held(one) for one in whole[place + 1 :]]
    return whole


def _held(one: Fetched) -> tuple[object, ...]:
    return one.format, one.document, one.rows, one.threads, one.listed_from, dict(one.clues)


def mapped(fetched: list[Fetched], form: str) -> Batch:
    """What all answers of one format come to."""
    of_form = [one for one in fetched if one.format == form]
    return map_answers(form, "sync", [one.document for one in of_form], of_form[0].clues)
