"""A property of Google Analytics on loopback: signed letters, reports by day, paging, doubts, and errors in words."""

import json
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any
from urllib.parse import parse_qs
from zoneinfo import ZoneInfo

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from google.auth import jwt
from sqlalchemy import Engine, func, select
from werkzeug import Request, Response

from data import connections
from data.access import LOCAL_ADMINISTRATOR as ME
from data.registers import add_department, add_site
from data.schema import site_day
from loaders.apis import connectors, ga4
from loaders.apis.client import Answer, ApiError
from loaders.apis.connector import Fetched, Target
from loaders.apis.google import refusals
from loaders.files import map_answers
from loaders.syncing import run
from tests.loaders.apis.graph_server import TODAY, as_json, client_of, cut_short, fetched, standing_for

GA4 = connectors()["ga4"]
PROPERTY = "123456789"
EMAIL = "answerable@waterstad.iam.example"
ISSUED = "ya29.made-up-token"


@cache
def key_pair() -> tuple[str, str]:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    public = key.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    return private.decode(), public.decode()


def key_file(**changed: str) -> str:
    made = {"type": "service_account", "client_email": EMAIL, "private_key": key_pair()[0], "private_key_id": "made up"}
    return json.dumps({**made, "token_uri": "https://evil.example/token", **changed})


@dataclass
class Google:
    """Both servers of Google: the one for tokens, and the Data API of one property."""

    days: dict[str, list[str]] = field(default_factory=dict)
    downloads: dict[str, str] = field(default_factory=dict)
    metadata: dict[str, Any] = field(default_factory=dict)
    failing: Response | None = None
    letters: list[dict[str, Any]] = field(default_factory=list)
    asked: list[Request] = field(default_factory=list)

    def answer(self, request: Request) -> Response:
        self.asked.append(request)
        if request.path == "/token":
            return self._token(request)
        if self.failing is not None:
            return self.failing
        if request.headers["Authorization"] != f"Bearer {ISSUED}":
            return refused(401, "UNAUTHENTICATED")
        if request.path != f"/v1beta/properties/{PROPERTY}:runReport":
            return refused(403, "PERMISSION_DENIED")
        return as_json(self._report(json.loads(request.get_data())))

    def _token(self, request: Request) -> Response:
        form = parse_qs(request.get_data(as_text=True))
        try:
            decode: Any = jwt.decode
            letter = decode(form["assertion"][0], certs=key_pair()[1], audience="https://oauth2.googleapis.com/token")
        except ValueError:
            return Response(json.dumps({"error": "invalid_grant"}), status=400, content_type="application/json")
        assert form["grant_type"] == ["urn:ietf:params:oauth:grant-type:jwt-bearer"]
        self.letters.append(dict(letter))
        return as_json({"access_token": ISSUED, "expires_in": 3599, "token_type": "Bearer"})

    def _report(self, body: dict[str, Any]) -> dict[str, Any]:
        dimensions, metrics = ([one["name"] for one in body[kind]] for kind in ("dimensions", "metrics"))
        (span,) = body["dateRanges"]
        if dimensions == ["hostName"]:
            rows = [(["www.waterstad.example"], ["900"])]
        elif dimensions == ["date"]:
            assert metrics == ["activeUsers", "sessions", "screenPageViews"]
            rows = [([day], values) for day, values in self.days.items()]
        else:
            assert body["dimensionFilter"]["filter"]["stringFilter"]["value"] == "file_download"
            rows = [([day, "file_download"], [n]) for day, n in self.downloads.items()]
        if "date" in dimensions:
            first, last = (span[name].replace("-", "") for name in ("startDate", "endDate"))
            rows = [row for row in rows if first <= row[0][0] <= last]
        start = body.get("offset", 0)
        part = rows[start : start + min(body["limit"], 4)]
        return {
            "dimensionHeaders": [{"name": name} for name in dimensions],
            "metricHeaders": [{"name": name, "type": "TYPE_INTEGER"} for name in metrics],
            "rows": [{"dimensionValues": cells(by), "metricValues": cells(values)} for by, values in part],
            "rowCount": len(rows),
            "metadata": {"currencyCode": "EUR", "timeZone": "Europe/Amsterdam", **self.metadata},
            "propertyQuota": {"tokensPerDay": {"consumed": 2, "remaining": 199_998}},
            "kind": "analyticsData#runReport",
        }


def cells(values: list[str]) -> list[dict[str, str]]:
    return [{"value": value} for value in values]


def refused(code: int, status: str, message: str = "made up", reason: str = "") -> Response:
    error = {"code": code, "status": status, "message": message, "details": [{"reason": reason}]}
    return Response(json.dumps({"error": error}), status=code, content_type="application/json")


@pytest.fixture(params=[2, 8])
def google(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Google]:
    chance = random.Random(request.param)
    made = Google()
    days = [f"202611{day:02d}" for day in range(1, 20) if day != 7]  # a day that is not there
    made.days = {day: [str(chance.randrange(5000)) for _ in range(3)] for day in chance.sample(days, len(days))}
    made.downloads = {day: str(chance.randrange(90)) for day in days[::3]}
    hosts = (str(GA4.host), "oauth2.googleapis.com")
    with standing_for(monkeypatch, *hosts, answer=made.answer):
        yield made


def whole(**given: Any) -> list[Fetched]:
    return list(fetched(GA4, PROPERTY, **{"secret": key_file(), **given}))


def figures(answers: list[Fetched]) -> dict[tuple[str, str], float]:
    batches = [map_answers(one.format, "made up", [one.document], one.clues) for one in answers]
    rows = [row for batch in batches for _, row in batch.site_days.iterrows()]
    assert {row["site"] for row in rows} <= {PROPERTY}
    found = {(row["date"].replace("-", ""), row["metric"]): row["value"] for row in rows}
    assert len(found) == len(rows)
    return found


def test_the_property_is_found_with_the_website_that_it_counts(google: Google) -> None:
    target = Target(str(GA4.host), f"properties/{PROPERTY}", secret=key_file())
    found = GA4.check(client_of(GA4), target)
    assert (found.upstream_id, found.title, found.names) == (PROPERTY, "www.waterstad.example", (PROPERTY,))


def test_every_figure_is_what_the_server_has(google: Google) -> None:
    expected = {
        (day, metric): float(value)
        for day, values in google.days.items()
        for metric, value in zip(("visitors", "visits", "page_views"), values, strict=True)
    }
    expected |= {(day, "downloads"): float(n) for day, n in google.downloads.items()}
    assert figures(whole()) == expected


def test_a_run_brings_both_reports_into_the_store(
    google: Google, sqlite_store: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "today", lambda _zone: TODAY)
    site = add_site(sqlite_store, ME, add_department(sqlite_store, ME, "Communicatie"), "www.waterstad.example")
    new = connections.New("ga4", "website", "GA4", PROPERTY, site_id=site, secret=key_file())
    outcome = run.sync(sqlite_store, ME, connections.add(sqlite_store, ME, new))
    assert (outcome.errors, outcome.inserted) == ((), len(google.days))
    with sqlite_store.connect() as connection:
        sums = dict(
            connection.execute(select(site_day.c.metric, func.sum(site_day.c.value)).group_by(site_day.c.metric)).all()
        )
    names = ("visitors", "visits", "page_views")
    expected = {name: sum(int(day[place]) for day in google.days.values()) for place, name in enumerate(names)}
    assert sums == {**expected, "downloads": sum(map(int, google.downloads.values()))}


def test_a_run_that_broke_off_goes_on_at_every_cursor(google: Google) -> None:
    answers = whole()
    assert len(answers) == 5 + 2
    cut_short(answers, lambda after: fetched(GA4, PROPERTY, secret=key_file(), after=after))


def test_a_usual_run_asks_for_the_last_days_until_yesterday(google: Google) -> None:
    since = int(datetime(2026, 11, 17, tzinfo=ZoneInfo("UTC")).timestamp())
    assert {day for day, _ in figures(whole(since=since))} <= {"20261117", "20261118", "20261119"}
    body = json.loads(google.asked[-1].get_data())
    assert body["dateRanges"] == [{"startDate": "2026-11-17", "endDate": "2026-11-19"}]
    assert TODAY == "2026-11-20"


def test_the_letter_says_who_asks_for_what_and_for_how_long(google: Google) -> None:
    whole()
    (letter,) = google.letters
    assert (letter["iss"], letter["scope"]) == (EMAIL, "https://www.googleapis.com/auth/analytics.readonly")
    assert 0 < letter["exp"] - time.time() <= 3600


def test_secrets_are_in_no_address(google: Google) -> None:
    whole()
    assert all(not request.query_string for request in google.asked)
    assert {request.method for request in google.asked} == {"POST"}


def test_a_token_as_it_is_is_used_as_it_is(google: Google) -> None:
    assert len(whole(secret=ISSUED)) == 7
    assert google.letters == []


def test_what_google_doubts_is_told(google: Google) -> None:
    google.metadata = {
        "subjectToThresholding": True,
        "samplingMetadatas": [{"samplesReadCount": "10", "samplingSpaceSize": "90"}],
    }
    (first, *_) = whole()
    batch = map_answers(first.format, "made up", [first.document], first.clues)
    assert [warning.message.code for warning in batch.warnings] == ["ga4_thresholded", "ga4_sampled"]


def test_without_figures_nothing_is_zero(google: Google) -> None:
    google.days, google.downloads = {}, {}
    answers = whole()
    assert [one.rows for one in answers] == [0, 0]
    assert figures(answers) == {}


@pytest.mark.parametrize("secret", ["{", "{}", '{"client_email": 3, "private_key": "x"}', key_file(private_key="x")])
def test_a_file_that_is_no_key_is_said_to_be_none(secret: str) -> None:
    with pytest.raises(ApiError, match="no key file") as caught:
        whole(secret=secret)
    assert caught.value.kind == "broken"
    assert caught.value.__context__ is None


def test_a_key_that_google_refuses_is_told(google: Google) -> None:
    other = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    private = other.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    with pytest.raises(ApiError, match="does not accept the key") as caught:
        whole(secret=key_file(private_key=private.decode()))
    assert (caught.value.kind, caught.value.status) == ("broken", 400)


@pytest.mark.parametrize(
    ("answer", "kind", "words"),
    [
        (refused(403, "PERMISSION_DENIED"), "broken", "add the e-mail address of the service account as Viewer"),
        (refused(403, "PERMISSION_DENIED", reason="SERVICE_DISABLED"), "broken", "Switch on the Google Analytics Data"),
        (refused(401, "UNAUTHENTICATED"), "broken", "does not accept the token"),
        (refused(400, "INVALID_ARGUMENT"), "broken", "does not know this property"),
        (refused(429, "RESOURCE_EXHAUSTED", "Exhausted property tokens per day."), "parked", "quota"),
        (refused(429, "RESOURCE_EXHAUSTED", "Exhausted property tokens per hour."), "parked", "quota"),
    ],
)
def test_errors_are_said_in_words(google: Google, answer: Response, kind: str, words: str) -> None:
    google.failing = answer
    with pytest.raises(ApiError, match=words) as caught:
        whole()
    assert caught.value.kind == kind


def test_a_daily_quota_is_full_again_at_midnight_of_google() -> None:
    error = {"status": "RESOURCE_EXHAUSTED", "message": "Exhausted property tokens per day."}
    answer = Answer(429, {}, {"error": error})
    told = refusals.explain(answer)
    assert told is not None
    assert told.until is not None
    clock = datetime.fromtimestamp(told.until, ZoneInfo("America/Los_Angeles"))
    assert (clock.hour, clock.minute) == (0, 0)
    assert 0 < told.until - time.time() <= 25 * 3600
    assert refusals.wait(answer) is None


def test_paging_without_end_stops(google: Google, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ga4, "_MOST_PAGES", 3)
    assert len(whole()) == 3 + 2
