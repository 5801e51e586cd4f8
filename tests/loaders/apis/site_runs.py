"""Runs of the connectors of websites against a server on this machine."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request

from loaders.apis.client import ApiError, Client
from loaders.apis.connector import Connector, Cursor, Fetched, Found, Target, Wanted
from loaders.files import map_answers

Days = dict[str, dict[str, float]]


class Run:
    """A connection of one connector to a server of made-up answers."""

    def __init__(self, server: HTTPServer, connector: Connector, account: str, secret: str = "") -> None:
        self.host = f"127.0.0.1:{server.port}"
        self.connector = connector
        self.target = Target(self.host, account, secret=secret)

    def client(self) -> Client:
        """A client with the connector's manners, but without a pause."""
        return Client(self.host, replace(self.connector.manners, delay=0))

    def check(self) -> Found:
        return self.connector.check(self.client(), self.target)

    def fetch(self, today: str, since_ts: int | None = None, after: Cursor | None = None) -> Iterator[Fetched]:
        return self.connector.fetch(self.client(), Wanted(self.target, False, since_ts, today, after))


def rows(fetched: Iterable[Fetched]) -> Days:
    """Each figure by day and metric, as the formats map it; of a day that comes twice the later figure."""
    found: Days = {}
    for one in fetched:
        batch = map_answers(one.format, "answer", [one.document], one.clues)
        for row in batch.site_days.itertuples():
            found.setdefault(str(row.date), {})[str(row.metric)] = float(str(row.value))
    return found


def sites(fetched: Iterable[Fetched]) -> set[str]:
    """What the formats call the website of these rows."""
    batches = [map_answers(one.format, "answer", [one.document], one.clues) for one in fetched]
    return {site for batch in batches for site in batch.site_days["site"]}


def assert_resumes(run: Run, today: str) -> None:
    """Going on after each page that was kept gives the pages that a run in one piece gives."""
    whole = list(run.fetch(today))
    assert len(whole) > 1
    for kept, page in enumerate(whole, start=1):
        rest = list(run.fetch(today, after=page.after))
        assert [one.document for one in rest] == [one.document for one in whole[kept:]]
        assert rows([*whole[:kept], *rest]) == rows(whole)


@contextmanager
def problem() -> Iterator[list[Any]]:
    """Collects the code and the words of the `ApiError` that must be raised inside."""
    said: list[Any] = []
    with pytest.raises(ApiError) as raised:
        yield said
    said += [raised.value.kind, raised.value.message.code, raised.value.message.english()]


def asked(server: HTTPServer) -> list[Request]:
    """The requests so far."""
    return [request for request, _answer in server.log]
