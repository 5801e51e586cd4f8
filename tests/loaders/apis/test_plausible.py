"""Plausible: whole days of a website, downloads beside them where there is the goal, and its refusals."""

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from loaders.apis.plausible import CONNECTOR
from tests.loaders.apis.site_runs import Run, asked, assert_resumes, problem, rows, sites

KEY = "Qm9Zx7-made-up-key_0123456789"
SITE = "www.waterstad.example"
TODAY = "2026-03-06"
BORN = date(2024, 12, 30)
SINCE = int(datetime(2026, 3, 2, 12, tzinfo=UTC).timestamp())
NO_GOAL = "Invalid filters. The goal `File Download` is not configured for this site. Find out how to configure goals."


def refusal(status: int, words: str) -> Response:
    return Response(json.dumps({"error": words}), status=status, content_type="application/json")


class Plausible:
    """A server that knows one website: since `BORN`, with every tenth day without a visitor."""

    def __init__(self, has_goal: bool) -> None:
        self.has_goal = has_goal

    def __call__(self, request: Request) -> Response:
        query: dict[str, Any] = json.loads(request.data)
        if request.headers.get("Authorization") != f"Bearer {KEY}" or query["site_id"] != SITE:
            return refusal(401, "Invalid API key or site ID. Please make sure you're using a valid API key.")
        if query.get("filters") and not self.has_goal:
            return refusal(400, NO_GOAL)
        results = [{"metrics": [7], "dimensions": []}] if query["date_range"] == "day" else self.days(query)
        body = {"results": results, "meta": {}, "query": {"filters": [], **query}}
        return Response(json.dumps(body), content_type="application/json")

    def days(self, query: dict[str, Any]) -> list[dict[str, Any]]:
        first, last = map(date.fromisoformat, query["date_range"])
        start, limit = query["pagination"]["offset"], query["pagination"]["limit"]
        found = []
        for n in range((max(first, BORN) - BORN).days, (last - BORN).days + 1):
            day = str(BORN + timedelta(days=n))
            if query.get("filters") and n % 2:
                found.append({"metrics": [n % 5], "dimensions": [day, "File Download"]})
            elif not query.get("filters") and n % 10:
                found.append({"metrics": [n, 2 * n, 5 * n], "dimensions": [day]})
        return found[start : start + limit]


@pytest.fixture(autouse=True)
def _loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANSWERABLE_TEST_LOOPBACK", "1")


def run_against(server: HTTPServer, has_goal: bool = True, site: str = SITE, key: str = KEY) -> Run:
    server.expect_request("/api/v2/query", method="POST").respond_with_handler(Plausible(has_goal))
    return Run(server, CONNECTOR, site, key)


def test_a_test_asks_for_today_alone(httpserver: HTTPServer) -> None:
    found = run_against(httpserver).check()
    assert (found.upstream_id, found.handle, found.names) == (SITE, SITE, (SITE,))
    assert len(asked(httpserver)) == 1


def test_all_days_until_yesterday_with_downloads_beside_them(httpserver: HTTPServer) -> None:
    pages = list(run_against(httpserver).fetch(TODAY))
    found = rows(pages)
    assert sites(pages) == {SITE}
    assert sum(page.rows for page in pages) == len(found) == 387  # 431 days without 44 that had no visitor
    assert (min(found), max(found)) == ("2024-12-31", "2026-03-04")  # n = 430, the 5th, is without a visitor
    assert found["2026-03-03"] == {"visitors": 428, "visits": 856, "page_views": 2140}  # downloads are not known
    assert found["2026-03-02"] == {"visitors": 427, "visits": 854, "page_views": 2135, "downloads": 2}


def test_a_website_without_the_goal_has_no_downloads_and_is_asked_once(httpserver: HTTPServer) -> None:
    found = rows(run_against(httpserver, has_goal=False).fetch(TODAY))
    assert len(found) == 387
    assert not any("downloads" in day for day in found.values())
    with_goal = [request for request in asked(httpserver) if b"event:goal" in request.data]
    assert len(with_goal) == 1


def test_a_usual_run_asks_for_the_days_since(httpserver: HTTPServer) -> None:
    found = rows(run_against(httpserver).fetch(TODAY, SINCE))
    assert list(found) == ["2026-03-02", "2026-03-03", "2026-03-04"]


def test_it_goes_on_after_each_page(httpserver: HTTPServer) -> None:
    assert_resumes(run_against(httpserver), TODAY)


def test_the_key_is_in_a_header_and_in_no_address(httpserver: HTTPServer) -> None:
    list(run_against(httpserver).fetch(TODAY, SINCE))
    requests = asked(httpserver)
    assert {request.headers["Authorization"] for request in requests} == {f"Bearer {KEY}"}
    assert not any(KEY in request.url or KEY.encode() in request.data for request in requests)


@pytest.mark.parametrize(("site", "key"), [(SITE, "another key"), ("www.elders.example", KEY)])
def test_a_wrong_key_or_website_is_said(httpserver: HTTPServer, site: str, key: str) -> None:
    with problem() as said:
        run_against(httpserver, site=site, key=key).check()
    assert said[:2] == ["broken", "plausible_key"]


@pytest.mark.parametrize(
    ("answer", "kind", "code"),
    [
        (
            refusal(402, "The account that owns this API key does not have access to Stats API."),
            "broken",
            "plausible_plan",
        ),
        (refusal(400, 'Invalid date range "day".'), "broken", "plausible_error"),
        (Response("<h1>404</h1>", status=404, content_type="text/html"), "broken", "no_plausible_here"),
        (Response("<h1>Welcome</h1>", content_type="text/html"), "unavailable", "web_page"),
        (Response("[]", content_type="application/json"), "broken", "not_plausible"),
    ],
)
def test_each_failure_is_one_sentence(httpserver: HTTPServer, answer: Response, kind: str, code: str) -> None:
    httpserver.expect_request("/api/v2/query").respond_with_response(answer)
    with problem() as said:
        Run(httpserver, CONNECTOR, SITE, KEY).check()
    assert said[:2] == [kind, code]
    assert "{" not in said[2]
