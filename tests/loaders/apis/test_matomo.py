"""Matomo: whole days of a website, in spans; its ways of saying that something is wrong."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from loaders.apis.matomo import CONNECTOR
from loaders.apis.websites.days import last_whole_day
from loaders.files import map_answers
from tests.loaders.apis.site_runs import Run, asked, assert_resumes, problem, rows, sites

TOKEN = "5f0c1d2e3b4a59687766554433221100"
TODAY = "2026-03-06"
LOG_IN = "<!DOCTYPE html><html><body><h2>Unable to authenticate with the provided token.</h2></body></html>"
QUIET = {"2026-03-02", "2026-01-30", "2026-01-31"}  # days without a visit; the site was added on 1 February


def site(number: int, **changed: object) -> dict[str, object]:
    known = {"idsite": number, "name": f"Site {number}", "main_url": f"https://site{number}.example"}
    return {**known, "ts_created": "2026-02-01 08:00:00", "timezone": "Europe/Amsterdam", **changed}


SITES = [
    site(1),
    site(2, name="Gemeente Waterstad", main_url="https://www.waterstad.example/welkom"),
    site(12, timezone="UTC-11"),
]


def day_number(day: date) -> int:
    return (day - date(2026, 1, 1)).days


def visits(day: date) -> object:
    n = day_number(day)
    return {"nb_uniq_visitors": n + 1, "nb_users": 0, "nb_visits": n + 3, "nb_actions": 9 * n, "bounce_rate": "15%"}


def actions(day: date) -> object:
    n = day_number(day)
    return {"nb_pageviews": 7 * n, "nb_uniq_pageviews": 5 * n, "nb_downloads": n % 4, "nb_outlinks": 2}


def matomo(request: Request) -> Response:
    """Answers as a Matomo 5 does."""
    form = request.form
    if form.get("token_auth") != TOKEN:
        return Response(LOG_IN, status=401, content_type="text/html; charset=utf-8")
    report: Callable[[date], object] | None = {"VisitsSummary.get": visits, "Actions.get": actions}.get(form["method"])
    if form["method"] == "SitesManager.getSitesWithAtLeastViewAccess":
        return json_of(SITES)
    if report is None or form["period"] != "day":
        return json_of({"result": "error", "message": "The method is not available in the API."})
    first, last = map(date.fromisoformat, form["date"].split(","))
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return json_of({str(day): [] if str(day) in QUIET else report(day) for day in days})


def json_of(body: object, status: int = 200) -> Response:
    return Response(json.dumps(body), status=status, content_type="application/json; charset=utf-8")


@pytest.fixture(autouse=True)
def _loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANSWERABLE_TEST_LOOPBACK", "1")


@pytest.fixture
def run(httpserver: HTTPServer) -> Run:
    httpserver.expect_request("/index.php", method="POST").respond_with_handler(matomo)
    return Run(httpserver, CONNECTOR, "2", TOKEN)


def test_a_test_finds_the_website_by_its_number(run: Run) -> None:
    found = run.check()
    assert (found.upstream_id, found.title) == ("2", "Gemeente Waterstad")
    assert found.handle == "www.waterstad.example"
    assert found.names == ("www.waterstad.example",)


def test_all_days_of_a_website_until_yesterday(run: Run) -> None:
    pages = list(run.fetch(TODAY))
    assert [len(page.document[0]) for page in pages] == [31, 4]  # from two days before it was added on
    assert [page.rows for page in pages] == [29, 3]  # with a visit
    assert sites(pages) == {"www.waterstad.example"}
    found = rows(pages)
    assert (min(found), max(found)) == ("2026-02-01", "2026-03-05")
    assert found["2026-03-05"] == {"visitors": 64, "visits": 66, "page_views": 441, "downloads": 3}
    assert found["2026-03-03"]["downloads"] == 1  # 61 % 4
    assert sum(day["visits"] for day in found.values()) == sum(n + 3 for n in range(31, 64) if n != 60)


def test_a_day_without_a_visit_is_missing_and_not_zero(run: Run) -> None:
    pages = list(run.fetch(TODAY))
    assert "2026-03-02" not in rows(pages)
    batch = map_answers(pages[-1].format, "answer", [pages[-1].document], pages[-1].clues)
    assert (batch.rows_read, batch.rows_kept) == (4, 3)
    assert [one.reason.code for one in batch.rejected] == ["no_figures"]


def test_a_usual_run_asks_for_the_days_since(run: Run) -> None:
    since = int(datetime(2026, 3, 3, 23, 30, tzinfo=UTC).timestamp())  # half past midnight on the 4th in Amsterdam
    assert list(rows(run.fetch(TODAY, since))) == ["2026-03-04", "2026-03-05"]


def test_it_goes_on_after_each_page(run: Run) -> None:
    assert_resumes(run, TODAY)


def test_a_run_that_has_all_days_asks_for_none(run: Run, httpserver: HTTPServer) -> None:
    assert list(run.fetch(TODAY, after={"from": TODAY})) == []
    assert [request.form["method"] for request in asked(httpserver)] == ["SitesManager.getSitesWithAtLeastViewAccess"]


def test_today_is_left_out_where_the_site_is_and_where_the_organisation_is() -> None:
    late = datetime(2026, 3, 5, 23, 30, tzinfo=UTC)
    assert last_whole_day("2026-03-06", ZoneInfo("Europe/Amsterdam"), late) == date(2026, 3, 5)
    assert last_whole_day("2026-03-06", ZoneInfo("America/New_York"), late) == date(2026, 3, 4)
    assert last_whole_day("2026-03-05", ZoneInfo("Pacific/Auckland"), late) == date(2026, 3, 4)


def test_a_matomo_in_a_folder(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/statistiek/matomo/index.php", method="POST").respond_with_handler(matomo)
    run = Run(httpserver, CONNECTOR, "/statistiek/matomo/12", TOKEN)
    assert run.check().upstream_id == "12"
    assert sites(run.fetch(TODAY)) == {"site12.example"}


def test_the_token_is_in_the_form_and_in_no_address(run: Run, httpserver: HTTPServer) -> None:
    list(run.fetch(TODAY))
    requests = asked(httpserver)
    assert {request.form["token_auth"] for request in requests} == {TOKEN}
    assert not any(TOKEN in request.url or TOKEN in str(request.headers) for request in requests)
    assert {request.form["period"] for request in requests[1:]} == {"day"}  # a range would add up visitors


def test_a_wrong_token_is_said_although_the_answer_is_a_web_page(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/index.php").respond_with_handler(matomo)
    with problem() as said:
        Run(httpserver, CONNECTOR, "2", "wrong" * 6).check()
    assert said[:2] == ["broken", "matomo_token"]
    assert said[2].startswith("Matomo does not accept this token")


@pytest.mark.parametrize(
    ("answer", "kind", "code"),
    [
        (
            json_of({"result": "error", "message": "You can't access this as it requires 'view'."}, 401),
            "broken",
            "token",
        ),
        (json_of({"result": "error", "message": "The plugin Foo is not enabled."}), "unavailable", "error"),
        (Response("<html>Welcome</html>", content_type="text/html"), "unavailable", "web_page"),
        (Response("<html>Not found</html>", status=404, content_type="text/html"), "broken", "no_matomo_here"),
        (json_of([site(1)]), "broken", "no_such_site"),
        (json_of([]), "broken", "no_such_site"),
    ],
)
def test_each_failure_is_one_sentence(httpserver: HTTPServer, answer: Response, kind: str, code: str) -> None:
    httpserver.expect_request("/index.php").respond_with_response(answer)
    with problem() as said:
        Run(httpserver, CONNECTOR, "2", TOKEN).check()
    assert said[0] == kind
    assert code in said[1]
    assert "{" not in said[2]


def test_an_answer_that_is_no_report_breaks_off(httpserver: HTTPServer) -> None:
    def odd(request: Request) -> Response:
        return json_of(SITES) if request.form["method"].startswith("Sites") else json_of("5.0.2")

    httpserver.expect_request("/index.php").respond_with_handler(odd)
    with problem() as said:
        list(Run(httpserver, CONNECTOR, "2", TOKEN).fetch(TODAY))
    assert said[1] == "not_matomo"


def test_what_matomo_says_is_quoted_without_what_may_be_a_key(httpserver: HTTPServer) -> None:
    message = f"Token {TOKEN} has no say &amp; no right."
    httpserver.expect_request("/index.php").respond_with_json({"result": "error", "message": message})
    with problem() as said:
        Run(httpserver, CONNECTOR, "2", TOKEN).check()
    assert 'It says: "Token … has no say & no right".' in said[2]
