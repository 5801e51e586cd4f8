"""The connector of LinkedIn, asking a real server on this machine that answers as LinkedIn does."""

import re
from datetime import UTC, datetime
from typing import Any
from urllib.parse import unquote

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from loaders.apis import connectors
from loaders.apis.client import ApiError, Client
from loaders.apis.connector import Fetched
from loaders.apis.shared.linkedin.asking import VERSION
from tests.loaders.apis.fixed_host import mapped, reach, resumed, said, wanted

LINKEDIN = connectors()["linkedin"]
NUMBER = "70000001"
PAGE_URN = f"urn:li:organization:{NUMBER}"
TODAY = 1_790_726_400  # 30 September 2026
DAY = 86_400
YEAR = 365
Object = dict[str, Any]


def post(n: int, today: int = TODAY, **more: Any) -> Object:
    """The n-th newest post, one every three days; each third one is of LinkedIn's other kind."""
    kind = "share" if n % 3 else "ugcPost"
    moment = (today - DAY * 3 * n - 3600) * 1000
    return {
        "id": f"urn:li:{kind}:{7_500_000_000_000_000_000 - n}",
        "author": PAGE_URN,
        "commentary": f"Bericht {n} \\(nieuw\\)",
        "createdAt": moment,
        "publishedAt": moment,
        "lastModifiedAt": moment,
        "lifecycleState": "PUBLISHED",
        "visibility": "PUBLIC",
        **more,
    }


def figures(**more: int) -> Object:
    """What LinkedIn counts of a post or a day."""
    counts = {"uniqueImpressionsCount": 30, "shareCount": 1, "clickCount": 4, "likeCount": 5, "commentCount": 2}
    return {"impressionCount": 40, "engagement": 0.3, **counts, **more}


class Page:
    """LinkedIn's server with one made-up page."""

    def __init__(self, posts: list[Object], today: int = TODAY) -> None:
        self.posts = posts
        self.today = today
        self.uncounted: set[str] = set()
        self.failing: dict[str, Response] = {}
        self.asked: list[str] = []
        self.round = False

    def __call__(self, request: Request) -> Response:
        resource, _, name = request.path.removeprefix("/rest/").partition("/")
        if request.headers.get("Authorization") != "Bearer s3cret":
            return said({"status": 401, "serviceErrorCode": 65600, "message": "Invalid access token"}, 401)
        assert request.headers["LinkedIn-Version"] == VERSION
        assert request.headers["X-Restli-Protocol-Version"] == "2.0.0"
        raw = request.query_string.decode()
        self.asked.append(f"{resource}?{raw}")
        if resource in self.failing:
            return self.failing[resource]
        if resource == "organizations":
            known = {"id": int(NUMBER), "vanityName": "gemeente-waterstad", "localizedName": "Gemeente Waterstad"}
            return said(known) if name == NUMBER else said({"status": 404, "message": "Not found"}, 404)
        if resource == "networkSizes":
            assert (name, request.args["edgeType"]) == (PAGE_URN, "COMPANY_FOLLOWED_BY_MEMBER")
            return said({"firstDegreeSize": 3120})
        if resource == "posts":
            assert (request.args["q"], request.args["author"]) == ("author", PAGE_URN)
            return self._listed(int(request.args["start"]), int(request.args["count"]))
        assert resource == "organizationalEntityShareStatistics"
        assert request.args["organizationalEntity"] == PAGE_URN
        return self._daily(raw) if "timeIntervals" in raw else self._of_posts(raw)

    def _listed(self, start: int, count: int) -> Response:
        assert count <= 100
        start = 0 if self.round else start
        return said({"paging": {"start": start, "count": count}, "elements": self.posts[start : start + count]})

    def _daily(self, raw: str) -> Response:
        span = re.search(r"timeIntervals=\(timeRange:\(start:(\d+),end:(\d+)\),timeGranularityType:DAY\)", raw)
        assert span is not None
        first, end = (int(one) for one in span.groups())
        assert end == self.today * 1000
        elements = [
            {
                "organizationalEntity": PAGE_URN,
                "timeRange": {"start": start, "end": start + DAY * 1000},
                "totalShareStatistics": figures(),
            }
            for start in range(first, end, DAY * 1000)
        ]
        return said({"paging": {"start": 0, "count": 10, "links": []}, "elements": elements})

    def _of_posts(self, raw: str) -> Response:
        asked = re.search(r"(?P<parameter>shares|ugcPosts)=List\((?P<urns>[^)]*)\)", raw)
        assert asked is not None  # brackets and commas as they are
        kind = asked["parameter"].removesuffix("s")
        urns = [unquote(one) for one in asked["urns"].split(",")]
        assert all(one.startswith(f"urn:li:{kind}:") for one in urns)
        elements = [
            {"organizationalEntity": PAGE_URN, kind: one, "totalShareStatistics": figures()}
            for one in urns
            if one not in self.uncounted
        ]
        return said({"paging": {"start": 0, "count": 10, "links": []}, "elements": elements})


@pytest.fixture
def played() -> Page:
    return Page([post(n) for n in range(130)])  # 390 days


@pytest.fixture
def client(played: Page, httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> Client:
    return reach(LINKEDIN, httpserver, played, monkeypatch)


def whole(client: Client, **given: object) -> list[Fetched]:
    return resumed(LINKEDIN, client, wanted(LINKEDIN, NUMBER, NUMBER, **given))


@pytest.mark.parametrize("account", [NUMBER, PAGE_URN])
def test_a_page_is_found_by_its_number(client: Client, account: str) -> None:
    found = LINKEDIN.check(client, wanted(LINKEDIN, account).target)
    assert (found.upstream_id, found.handle, found.title) == (NUMBER, "gemeente-waterstad", "Gemeente Waterstad")
    assert found.names == (NUMBER, "gemeente-waterstad")


def test_posts_come_once_each_with_its_figures(client: Client) -> None:
    fetched = whole(client)
    posts = mapped(fetched, "linkedin_api_posts").posts
    assert len(posts) == posts["post_id"].nunique() == 130
    counts = ["impressions", "reach", "clicks", "likes", "comments", "shares"]
    assert posts[counts].drop_duplicates().values.tolist() == [[40, 30, 4, 5, 2, 1]]
    assert set(posts["account"]) == {NUMBER}
    assert posts["text"][0] == "Bericht 0 (nieuw)"
    assert [one.listed_from for one in fetched] == [None] * (len(fetched) - 1) + [TODAY - YEAR * DAY]


def test_a_post_without_figures_has_none(client: Client, played: Page) -> None:
    played.uncounted = {played.posts[1]["id"]}
    posts = mapped(whole(client), "linkedin_api_posts").posts
    assert posts["likes"].isna().tolist() == [n == 1 for n in range(130)]
    assert posts["missing"][1] == "eeeeeepff"


def test_days_are_those_of_twelve_months_until_yesterday(client: Client) -> None:
    days = mapped(whole(client), "linkedin_api_days").account_days
    by_metric = days.groupby("metric")["value"].agg(["count", "sum"]).T.to_dict("list")
    assert by_metric == {
        "clicks": [YEAR, 4 * YEAR],
        "impressions": [YEAR, 40 * YEAR],
        "interactions": [YEAR, 8 * YEAR],
        "reach": [YEAR, 30 * YEAR],
    }
    assert (days["date"].min(), days["date"].max()) == ("2025-09-30", "2026-09-29")
    assert set(days["account"]) == {NUMBER}


def test_followers_are_those_of_the_day(client: Client) -> None:
    days = mapped(whole(client), "linkedin_api_followers").account_days
    assert days[["account", "date", "metric", "value"]].values.tolist() == [[NUMBER, "2026-09-30", "followers", 3120]]


def test_a_window_stops_at_the_first_page_that_is_older(client: Client, played: Page) -> None:
    since = TODAY - 90 * DAY
    list(LINKEDIN.fetch(client, wanted(LINKEDIN, NUMBER, NUMBER, since_ts=since)))
    assert sum(one.startswith("posts?") for one in played.asked) == 2  # the second has 50 older ones
    fetched = whole(client, since_ts=since)
    assert fetched[-1].listed_from == since
    assert len(mapped(fetched, "linkedin_api_days").account_days) == 4 * 90


def test_an_old_post_that_was_changed_lately_does_not_hide_newer_ones(client: Client, played: Page) -> None:
    since = TODAY - 90 * DAY
    played.posts.insert(0, post(129, lastModifiedAt=TODAY * 1000))
    del played.posts[-1]
    posts = mapped(whole(client, since_ts=since), "linkedin_api_posts").posts
    assert {post(n)["id"] for n in range(30)} <= set(posts["post_id"])


def test_a_page_without_posts_is_no_error(client: Client, played: Page) -> None:
    played.posts = []
    assert [(one.format, one.rows) for one in whole(client)] == [
        ("linkedin_api_followers", 1),
        ("linkedin_api_days", YEAR),
        ("linkedin_api_posts", 0),
    ]


def test_a_list_that_goes_round_is_left_and_deletes_nothing(client: Client, played: Page) -> None:
    played.round = True
    fetched = whole(client)
    assert [one.format for one in fetched].count("linkedin_api_posts") == 2
    assert fetched[-1].listed_from is None


@pytest.mark.parametrize(
    ("status", "kind", "code"),
    [
        (401, "broken", "linkedin_token"),
        (403, "broken", "linkedin_role"),
        (426, "broken", "linkedin_version"),
        (429, "parked", "linkedin_quota"),
    ],
)
@pytest.mark.parametrize("resource", ["networkSizes", "organizationalEntityShareStatistics", "posts"])
def test_each_error_is_told_in_words(
    client: Client, played: Page, resource: str, status: int, kind: str, code: str
) -> None:
    played.failing[resource] = said({"status": status, "message": "No s3cret"}, status)
    with pytest.raises(ApiError) as told:
        list(LINKEDIN.fetch(client, wanted(LINKEDIN, NUMBER, NUMBER)))
    assert (told.value.kind, told.value.message.code) == (kind, code)
    assert "s3cret" not in str(told.value)


def test_a_used_up_quota_lasts_until_midnight(client: Client, played: Page) -> None:
    played.failing["posts"] = said({"status": 429}, 429)
    with pytest.raises(ApiError) as told:
        list(LINKEDIN.fetch(client, wanted(LINKEDIN, NUMBER, NUMBER)))
    until = datetime.fromtimestamp(told.value.until or 0, UTC)
    assert (until.hour, until.minute, until.second) == (0, 0, 0)
    assert 0 < until.timestamp() - datetime.now(UTC).timestamp() <= DAY


def test_an_unknown_page_is_told(client: Client) -> None:
    with pytest.raises(ApiError, match="LinkedIn knows no page 5") as told:
        LINKEDIN.check(client, wanted(LINKEDIN, "5").target)
    assert told.value.kind == "broken"


def test_people_are_told_until_when_the_version_works() -> None:
    ends = datetime.strptime(VERSION, "%Y%m").replace(tzinfo=UTC)
    assert any(f"{ends:%B} {ends.year + 1}" in sentence for sentence in LINKEDIN.facts.keeps)


def test_the_token_stands_in_no_address(client: Client, played: Page) -> None:
    whole(client)
    assert not any("s3cret" in address for address in played.asked)


@pytest.mark.parametrize("answer", [{}, {"elements": None}, {"elements": [7]}])
def test_a_list_that_cannot_be_read_breaks_the_run_off(client: Client, played: Page, answer: object) -> None:
    played.failing["posts"] = said(answer)
    with pytest.raises(ApiError, match="cannot be read"):
        list(LINKEDIN.fetch(client, wanted(LINKEDIN, NUMBER, NUMBER)))
