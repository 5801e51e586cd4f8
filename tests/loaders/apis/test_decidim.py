"""Decidim: counts of a platform added up over its proposals, hidden ones missing; versions, pages and refusals."""

import base64
import json
import re
from typing import Any

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from loaders.apis.decidim import CONNECTOR
from tests.loaders.apis.site_runs import Run, asked, assert_resumes, problem, rows, sites

TODAY = "2026-03-06"
PROCESSES = [("bomenplan", ["11", "12"]), ("geen-voorstellen", [])]
ASSEMBLIES = [("jongerenraad", ["31"])]
COUNTS = {"11": 120, "12": 50, "31": 7}  # proposals of each component
NEW = ["id", "voteCount", "likesCount", "totalCommentsCount", "body"]
OLD = ["id", "voteCount", "endorsementsCount", "totalCommentsCount", "body"]


class Decidim:
    """A server of one version: `fields` are those of a proposal, `hidden` the components that hide supports."""

    def __init__(self, fields: list[str], hidden: str = "", tells: bool = True) -> None:
        self.fields, self.hidden, self.tells = fields, hidden, tells

    def __call__(self, request: Request) -> Response:
        query: str = json.loads(request.data)["query"]
        assert request.content_type == "application/json"
        if "__type" in query and not self.tells:
            return answer({"errors": [{"message": "Introspection is not allowed"}]})
        unknown = [name for name in re.findall(r"\w+Count", query) if name not in self.fields]
        if unknown:
            return answer({"errors": [{"message": f"Field '{unknown[0]}' doesn't exist on type 'Proposal'"}]})
        return answer({"data": self.data(query)})

    def data(self, query: str) -> dict[str, Any]:
        if "version" in query:
            return {"decidim": {"version": "0.29.1"}}
        if "__type" in query:
            told = {"Query": ["component", "participatoryProcesses", "assemblies"], "Proposal": self.fields}
            told["Statistic"] = ["key", "value"]
            return {name: {"fields": [{"name": one} for one in fields]} for name, fields in told.items()}
        if "stats" in query:
            return {
                "organization": {
                    "stats": [{"key": "users_count", "value": 90}, {"key": "participants_count", "value": 45}]
                }
            }
        found = re.search(r'component\(id: "(\d+)"\).*first: (\d+)(?:, after: "(.*?)")?\)', query)
        if found is None:
            return {name: spaces(listed) for name, listed in SPACES.items() if name in query}
        return {"component": {"proposals": self.page(found[1], int(found[2]), found[3])}}

    def page(self, component: str, first: int, after: str | None) -> dict[str, Any]:
        start = int(base64.b64decode(after)) if after else 0
        end = min(start + first, COUNTS[component])
        nodes = [self.proposal(component, n) for n in range(start, end)]
        info = {"hasNextPage": end < COUNTS[component], "endCursor": base64.b64encode(str(end).encode()).decode()}
        return {"pageInfo": info, "edges": [{"node": node} for node in nodes]}

    def proposal(self, component: str, n: int) -> dict[str, Any]:
        counts = {"voteCount": None if component == self.hidden else n, "totalCommentsCount": 2}
        return {"id": f"{component}{n}", "likesCount": 1, "endorsementsCount": 1, **counts}


SPACES = {"participatoryProcesses": PROCESSES, "assemblies": ASSEMBLIES}


def spaces(listed: list[tuple[str, list[str]]]) -> list[dict[str, Any]]:
    return [{"slug": slug, "components": [{"id": one} for one in ids]} for slug, ids in listed]


def answer(body: object) -> Response:
    return Response(json.dumps(body), content_type="application/json")


@pytest.fixture(autouse=True)
def _loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANSWERABLE_TEST_LOOPBACK", "1")


def run_against(server: HTTPServer, decidim: Decidim, account: str = "") -> Run:
    server.expect_request("/api", method="POST").respond_with_handler(decidim)
    return Run(server, CONNECTOR, account)


def test_a_test_finds_the_platform_or_one_process_on_it(httpserver: HTTPServer) -> None:
    whole = run_against(httpserver, Decidim(NEW))
    assert whole.check().names == (whole.host,)
    one = run_against(httpserver, Decidim(NEW), "jongerenraad")
    assert one.check().names == (f"{one.host}/assemblies/jongerenraad",)


@pytest.mark.parametrize("fields", [NEW, OLD])
def test_the_counts_of_all_proposals_on_the_day_they_were_read(httpserver: HTTPServer, fields: list[str]) -> None:
    run = run_against(httpserver, Decidim(fields))
    pages = list(run.fetch(TODAY))
    assert [page.rows for page in pages] == [50, 50, 20, 50, 7]
    supports = sum(n for total in COUNTS.values() for n in range(total))
    assert rows(pages) == {
        TODAY: {
            "proposals": 177,
            "supports": supports,
            "proposal_likes": 177,
            "proposal_comments": 354,
            "participants": 45,
        }
    }
    assert sites(pages) == {run.host}


def test_supports_that_one_component_hides_are_missing_and_not_zero(httpserver: HTTPServer) -> None:
    found = rows(run_against(httpserver, Decidim(NEW, hidden="31")).fetch(TODAY))
    assert "supports" not in found[TODAY]
    assert found[TODAY]["proposals"] == 177


def test_one_process_is_counted_alone_and_without_the_participants_of_the_platform(httpserver: HTTPServer) -> None:
    found = rows(run_against(httpserver, Decidim(NEW, hidden="31"), "bomenplan").fetch(TODAY))
    assert found == {
        TODAY: {"proposals": 170, "supports": 7140 + 1225, "proposal_likes": 170, "proposal_comments": 340}
    }


def test_a_version_without_a_field_gives_no_such_count(httpserver: HTTPServer) -> None:
    found = rows(run_against(httpserver, Decidim(["id", "voteCount"])).fetch(TODAY))
    assert set(found[TODAY]) == {"proposals", "supports", "participants"}


def test_a_server_that_does_not_tell_its_fields_is_asked_for_the_usual_ones(httpserver: HTTPServer) -> None:
    found = rows(run_against(httpserver, Decidim(NEW, tells=False)).fetch(TODAY))
    assert set(found[TODAY]) == {"proposals", "supports", "proposal_comments"}


def test_a_process_without_proposals_gives_no_rows(httpserver: HTTPServer) -> None:
    assert list(run_against(httpserver, Decidim(NEW), "geen-voorstellen").fetch(TODAY)) == []


def test_it_goes_on_after_each_page(httpserver: HTTPServer) -> None:
    assert_resumes(run_against(httpserver, Decidim(NEW)), TODAY)


def test_no_text_of_a_proposal_is_asked_for(httpserver: HTTPServer) -> None:
    list(run_against(httpserver, Decidim(NEW)).fetch(TODAY))
    words = {word for request in asked(httpserver) for word in re.findall(rb"\w+", request.data)}
    assert not words & {b"body", b"title", b"author"}


def test_a_server_whose_pages_do_not_end_is_left(httpserver: HTTPServer) -> None:
    class Endless(Decidim):
        def page(self, component: str, first: int, after: str | None) -> dict[str, Any]:
            return {**super().page(component, first, None), "pageInfo": {"hasNextPage": True, "endCursor": "MQ"}}

    with problem() as said:
        list(run_against(httpserver, Endless(NEW)).fetch(TODAY))
    assert said == [
        "unavailable",
        "no_end",
        "2 pages of proposals were read and there is no end to them, so nothing is counted.",
    ]


@pytest.mark.parametrize(
    ("response", "kind", "code"),
    [
        (answer({"errors": [{"message": "Field 'decidim' doesn't exist"}]}), "unavailable", "decidim_error"),
        (Response("<h1>Log in</h1>", status=401, content_type="text/html"), "broken", "decidim_closed"),
        (Response("<h1>404</h1>", status=404, content_type="text/html"), "broken", "no_decidim_here"),
        (Response("<h1>Welcome</h1>", content_type="text/html"), "unavailable", "web_page"),
        (answer([]), "broken", "not_decidim"),
        (answer({"data": None}), "broken", "not_decidim"),
    ],
)
def test_each_failure_is_one_sentence(httpserver: HTTPServer, response: Response, kind: str, code: str) -> None:
    httpserver.expect_request("/api").respond_with_response(response)
    with problem() as said:
        Run(httpserver, CONNECTOR, "").check()
    assert said[:2] == [kind, code]
    assert "{" not in said[2]


def test_a_process_that_is_not_there_is_said(httpserver: HTTPServer) -> None:
    with problem() as said:
        run_against(httpserver, Decidim(NEW), "verdwenen").check()
    assert said[1] == "no_such_space"


@pytest.mark.parametrize("odd", [7, "text", [1], {"edges": 3}, {"proposals": {"edges": None}}])
def test_an_answer_of_another_shape_is_no_count_of_zero(httpserver: HTTPServer, odd: object) -> None:
    class Odd(Decidim):
        def data(self, query: str) -> dict[str, Any]:
            return {"component": odd} if "component(" in query else super().data(query)

    with problem() as said:
        list(run_against(httpserver, Odd(NEW)).fetch(TODAY))
    assert said[1] == "not_decidim"


def test_a_component_that_was_taken_away_meanwhile_holds_nothing(httpserver: HTTPServer) -> None:
    class Fewer(Decidim):
        def data(self, query: str) -> dict[str, Any]:
            return {"component": None} if 'component(id: "12")' in query else super().data(query)

    assert rows(run_against(httpserver, Fewer(NEW)).fetch(TODAY))[TODAY]["proposals"] == 127
