"""A made-up Graph API on loopback: lists with cursors, insights that are asked apart, errors as Meta words them."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import unquote

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from loaders.apis.client import Client
from loaders.apis.connector import Connector, Fetched, Target, Wanted
from loaders.files import map_answers
from loaders.records import Batch

TOKEN = "EAAmadeupToken0123456789"
TODAY = "2026-11-20"


def failing(code: int, minutes: int | None = None, subcode: int = 0) -> Response:
    """An error of the Graph API, with the header that says how long to wait."""
    body = {"error": {"message": "made up", "type": "OAuthException", "code": code, "error_subcode": subcode}}
    used = {"1": [{"type": "pages", "call_count": 100, "estimated_time_to_regain_access": minutes}]}
    headers = {} if minutes is None else {"X-Business-Use-Case-Usage": json.dumps(used)}
    return Response(json.dumps(body), status=400, content_type="application/json", headers=headers)


@dataclass
class GraphServer:
    """Objects by their path, lists by theirs, and insights by node and metric."""

    nodes: dict[str, Any] = field(default_factory=dict)
    lists: dict[str, list[Any]] = field(default_factory=dict)
    insights: dict[str, dict[str, Any]] = field(default_factory=dict)
    unknown: set[str] = field(default_factory=set)
    refusing: dict[str, Response] = field(default_factory=dict)
    page_size: int = 3
    asked: list[Request] = field(default_factory=list)

    def answer(self, request: Request) -> Response:
        """What Meta's server answers, for a request with the right token."""
        self.asked.append(request)
        if request.headers.get("Authorization") != f"Bearer {TOKEN}":
            return failing(190)
        version, _, path = unquote(request.path).strip("/").partition("/")
        assert version == "v26.0"
        if path in self.refusing:
            return self.refusing[path]
        node, _, edge = path.partition("/")
        if edge == "insights":
            return self._insights(node, request.args)
        if path in self.lists:
            return self._list(path, request.args)
        return as_json(self.nodes[path]) if path in self.nodes else failing(100, subcode=33)

    def _list(self, path: str, query: Mapping[str, str]) -> Response:
        """A page; the last one has a cursor too, and `next` leads to a host that must never be asked."""
        start = int(query["after"].removeprefix("c")) if "after" in query else 0
        end = start + min(self.page_size, int(query["limit"]))
        items = self.lists[path][start:end]
        paging = {"cursors": {"after": f"c{end}"}, "next": f"https://evil.example/?access_token={TOKEN}"}
        return as_json({"data": items, **({"paging": paging} if items else {})})

    def _insights(self, node: str, query: Mapping[str, str]) -> Response:
        names = query["metric"].split(",")
        if self.unknown.intersection(names):
            return failing(100)
        given = self.insights.get(node, {})
        listed = [
            {"name": name, "period": query.get("period", "lifetime"), "values": _values(given[name], query)}
            for name in names
            if name in given
        ]
        return as_json({"data": listed})

    def paths(self) -> Counter[str]:
        """How often each path was asked, without the version."""
        return Counter(unquote(request.path).partition("/v26.0/")[2] for request in self.asked)


def _values(given: Any, query: Mapping[str, str]) -> list[Any]:
    if not isinstance(given, list):
        return [{"value": given}]
    return [one for one in given if query["since"] < one["end_time"][:10] <= query["until"]]


def cut_short(answers: list[Fetched], again: Callable[[Mapping[str, Any]], Iterator[Fetched]]) -> None:
    """What follows each answer must come again when a run goes on from its cursor."""
    for number, kept in enumerate(answers, start=1):
        after = json.loads(json.dumps(kept.after))
        rest = [(one.format, one.document) for one in again(after)]
        assert rest == [(one.format, one.document) for one in answers[number:]]


def as_json(document: Any) -> Response:
    """An answer with a document."""
    return Response(json.dumps(document), content_type="application/json")


@contextmanager
def standing_for(
    monkeypatch: pytest.MonkeyPatch, *hosts: str, answer: Callable[[Request], Response]
) -> Iterator[HTTPServer]:
    """A server on loopback that answers for these hosts."""
    with HTTPServer(host="127.0.0.1") as server:
        server.expect_request(re.compile(".*")).respond_with_handler(answer)
        origin = server.url_for("").rstrip("/")
        monkeypatch.setenv("ANSWERABLE_TEST_LOOPBACK", "1")
        monkeypatch.setenv("ANSWERABLE_TEST_ORIGINS", ",".join(f"{host}={origin}" for host in hosts))
        yield server


def total(n: int) -> dict[str, Any]:
    """A list that tells only how long it is."""
    return {"data": [], "summary": {"total_count": n}}


def client_of(connector: Connector) -> Client:
    """A client of the connector without pauses between requests."""
    return Client(str(connector.host), replace(connector.manners, delay=0.0))


def fetched(
    connector: Connector,
    account: str,
    *,
    secret: str = TOKEN,
    texts: bool = True,
    since: int | None = None,
    after: Mapping[str, Any] | None = None,
) -> Iterator[Fetched]:
    """What a run brings."""
    target = Target(str(connector.host), account, account, secret)
    wanted = Wanted(target, texts, since, TODAY, after)
    return connector.fetch(client_of(connector), wanted)


def batches(answers: list[Fetched]) -> dict[str, list[Batch]]:
    """The batches of some answers, by format."""
    found: dict[str, list[Batch]] = {}
    for one in answers:
        found.setdefault(one.format, []).append(map_answers(one.format, "made up", [one.document], one.clues))
    return found
