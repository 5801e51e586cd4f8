"""The connector of X, asking a real server on this machine that answers as X does."""

import time
from datetime import UTC, datetime
from typing import Any

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from loaders.apis import connectors
from loaders.apis.client import Answer, ApiError, Client
from loaders.apis.connector import Fetched
from loaders.apis.shared.moments import seconds
from tests.loaders.apis.fixed_host import mapped, reach, resumed, said, wanted

X = connectors()["x"]
ID, HANDLE = "880000001", "GemWaterstad"
NEWEST = 1_790_676_000  # 29 September 2026
Object = dict[str, Any]


def post(n: int, **more: Any) -> Object:
    """The n-th newest post: one each day."""
    moment = NEWEST - 86_400 * n
    number = str((moment * 1000 - 1_288_834_974_657) << 22)
    return {
        "id": number,
        "text": f"Bericht {n} &amp; meer",
        "created_at": datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z"),
        "conversation_id": number,
        "edit_history_tweet_ids": [number],
        "public_metrics": {
            "retweet_count": n,
            "reply_count": 1,
            "like_count": 2,
            "quote_count": 0,
            "bookmark_count": 3,
            "impression_count": 40,
        },
        **more,
    }


class Account:
    """X's server with one made-up account."""

    def __init__(self, posts: list[Object], count: int) -> None:
        self.posts = posts
        self.user: Object = {
            "id": ID,
            "name": "Gemeente Waterstad",
            "username": HANDLE,
            "public_metrics": {"followers_count": 5120, "tweet_count": count},
        }
        self.timeline: Response | None = None  # instead of the posts
        self.knows_fields = True
        self.asked: list[dict[str, str]] = []

    def __call__(self, request: Request) -> Response:
        if request.headers.get("Authorization") != "Bearer s3cret":
            return said({"title": "Unauthorized", "type": "about:blank", "status": 401, "detail": "Unauthorized"}, 401)
        if request.path == "/2/users/by":
            return self._by_name(request.args["usernames"])
        if request.path == f"/2/users/{ID}":
            return said({"data": self.user})
        assert request.path == f"/2/users/{ID}/tweets"
        self.asked.append(request.args.to_dict())
        return self.timeline or self._page(request)

    def _by_name(self, name: str) -> Response:
        if name.lower() == HANDLE.lower():
            return said({"data": [self.user]})
        detail = f"Could not find user with usernames: [{name}]."
        return said({"errors": [{"title": "Not Found Error", "detail": detail, "parameter": "usernames"}]})

    def _page(self, request: Request) -> Response:
        if not self.knows_fields and "note_tweet" in request.args["tweet.fields"]:
            return said({"title": "Invalid Request", "errors": [{"parameters": {"tweet.fields": ["note_tweet"]}}]}, 400)
        size = int(request.args["max_results"])
        assert 5 <= size <= 100
        assert request.args["exclude"] == "retweets"
        since = seconds(request.args["start_time"]) if "start_time" in request.args else 0
        found = [one for one in self.posts if (seconds(one["created_at"]) or 0) >= (since or 0)]
        start = int(request.args.get("pagination_token", "7140dibdnow0").removeprefix("7140dibdnow"))
        page = found[start : start + size]
        if not page:
            return said({"meta": {"result_count": 0}})  # as X has it, without "data"
        meta: Object = {"result_count": len(page), "newest_id": page[0]["id"], "oldest_id": page[-1]["id"]}
        if start + size < len(found):
            meta["next_token"] = f"7140dibdnow{start + size}"
        return said({"data": page, "meta": meta})


@pytest.fixture
def played() -> Account:
    return Account([post(n) for n in range(230)], 230)


@pytest.fixture
def client(played: Account, httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> Client:
    return reach(X, httpserver, played, monkeypatch)


def whole(client: Client, budget: float | None = 100.0, **given: object) -> list[Fetched]:
    return resumed(X, client, wanted(X, "@" + HANDLE, ID, budget=budget, **given))


def once(client: Client, budget: float | None = 100.0, **given: object) -> list[Fetched]:
    return list(X.fetch(client, wanted(X, "@" + HANDLE, ID, budget=budget, **given)))


def test_x_is_off_until_a_contract_is_said_to_be_there() -> None:
    assert (X.only_with, X.costs_money, X.texts) == ("x_enterprise_contract", True, False)


@pytest.mark.parametrize(("account", "upstream_id"), [("@gemwaterstad", ""), (HANDLE, ""), ("@old_name", ID)])
def test_an_account_is_found_by_handle_and_later_by_id(client: Client, account: str, upstream_id: str) -> None:
    found = X.check(client, wanted(X, account, upstream_id).target)
    assert (found.upstream_id, found.handle, found.title) == (ID, "@GemWaterstad", "Gemeente Waterstad")
    assert found.names == (HANDLE, ID)


def test_every_post_comes_once(client: Client) -> None:
    fetched = whole(client)
    posts = mapped(fetched, "x_api").posts
    assert len(posts) == posts["post_id"].nunique() == 230
    assert posts["shares"].tolist() == list(range(230))
    assert posts[["impressions", "likes", "comments", "saves"]].drop_duplicates().values.tolist() == [[40, 2, 1, 3]]
    assert set(posts["account"]) == {HANDLE}
    assert posts["text"][0] == "Bericht 0 & meer"
    assert posts["permalink"][0].startswith("https://x.com/GemWaterstad/status/")
    assert [one.rows for one in fetched] == [1, 100, 100, 30]
    assert [one.listed_from for one in fetched] == [None, None, None, 0]


def test_a_first_run_knows_no_id_yet(client: Client) -> None:
    asked = wanted(X, "@" + HANDLE, budget=9.0)
    assert sum(one.rows for one in resumed(X, client, asked)) == 231
    with pytest.raises(ApiError, match="X knows no account @nobody"):
        list(X.fetch(client, wanted(X, "@nobody", budget=9.0)))


def test_followers_are_those_of_the_day(client: Client) -> None:
    days = mapped(whole(client), "x_user").account_days
    assert days[["account", "date", "metric", "value"]].values.tolist() == [[HANDLE, "2026-09-30", "followers", 5120]]


def test_both_names_of_reposts_are_read(client: Client, played: Account) -> None:
    played.posts[1]["public_metrics"]["repost_count"] = played.posts[1]["public_metrics"].pop("retweet_count")
    assert mapped(whole(client), "x_api").posts["shares"].tolist()[:3] == [0, 1, 2]


def test_reposts_are_not_ours_and_own_replies_are(client: Client, played: Account) -> None:
    played.posts[0]["referenced_tweets"] = [{"type": "retweeted", "id": "1"}]
    played.posts[1]["text"] = "RT @provincie: Code geel."
    played.posts[2]["referenced_tweets"] = [{"type": "replied_to", "id": "2"}]
    batch = mapped(whole(client), "x_api")
    assert len(batch.posts) == 228
    assert [one.reason.code for one in batch.rejected] == ["repost", "repost"]
    assert batch.posts["type"].tolist()[:2] == ["reply", "post"]


def test_a_missing_count_is_not_zero(client: Client, played: Account) -> None:
    del played.posts[0]["public_metrics"]["impression_count"]
    posts = mapped(whole(client), "x_api").posts
    assert posts["impressions"].isna().tolist() == [True] + [False] * 229
    assert posts["missing"][0] == "ep...f.ff"


def test_a_window_asks_for_newer_posts_only(client: Client, played: Account) -> None:
    since = NEWEST - 9 * 86_400
    fetched = whole(client, since_ts=since)
    assert sum(one.rows for one in fetched if one.format == "x_api") == 10
    assert played.asked[0]["start_time"] == "2026-09-20T10:00:00Z"
    assert fetched[-1].listed_from == since


def test_nothing_new_is_nothing_and_no_error(client: Client) -> None:
    fetched = whole(client, since_ts=NEWEST + 1)
    assert [(one.rows, one.listed_from, one.cost) for one in fetched[1:]] == [(0, NEWEST + 1, 0)]


def test_of_an_account_beyond_reach_older_posts_are_not_taken_for_gone(client: Client, played: Account) -> None:
    played.user["public_metrics"]["tweet_count"] = 9000
    assert whole(client)[-1].listed_from == NEWEST - 229 * 86_400
    since = NEWEST - 9 * 86_400 - 60
    assert whole(client, since_ts=since)[-1].listed_from == since + 60


def test_errors_beside_posts_do_not_matter(client: Client, played: Account) -> None:
    errors = [{"title": "Not Found Error", "parameter": "referenced_tweets.id", "resource_id": "9"}]
    played.timeline = said({"data": [post(0)], "errors": errors, "meta": {"result_count": 1}})
    fetched = whole(client)
    assert len(mapped(fetched, "x_api").posts) == 1
    assert fetched[-1].document["errors"] == errors


def test_errors_alone_are_told_and_delete_nothing(client: Client, played: Account) -> None:
    played.timeline = said({"errors": [{"title": "Authorization Error", "detail": "Not authorized"}]})
    with pytest.raises(ApiError, match="X gives no posts of @GemWaterstad") as told:
        once(client)
    assert told.value.kind == "broken"


def test_a_token_that_leads_to_itself_ends_the_listing(client: Client, played: Account) -> None:
    played.timeline = said({"data": [post(0)], "meta": {"result_count": 1, "next_token": "same"}})
    fetched = once(client)
    assert [one.rows for one in fetched] == [1, 1, 1]
    assert fetched[-1].listed_from is None


def test_fields_that_x_does_not_know_are_left_out(client: Client, played: Account) -> None:
    played.knows_fields = False
    assert len(mapped(whole(client), "x_api").posts) == 230


def test_costs_are_those_of_what_came(client: Client) -> None:
    fetched = once(client)
    assert [one.cost for one in fetched] == [0.02, 0.5, 0.5, 0.15]  # the first with the check before it
    rest = list(X.fetch(client, wanted(X, HANDLE, ID, budget=9.0, after=fetched[1].after)))
    assert [one.cost for one in rest] == [0.51, 0.15]


@pytest.mark.parametrize(
    ("budget", "sizes", "ends"),
    [
        (0.0, [], True),
        (0.02, [], True),
        (0.044, [], True),  # four posts
        (0.045, [5], True),
        (0.52, [100], True),
        (0.62, [100, 20], True),
        (1.169, [100, 100, 29], True),
        (1.17, [100, 100, 30], False),
    ],
)
def test_nothing_is_asked_that_could_pass_the_budget(
    client: Client, played: Account, budget: float, sizes: list[int], ends: bool
) -> None:
    fetched: list[Fetched] = []
    asked = X.fetch(client, wanted(X, HANDLE, ID, budget=budget))
    if ends:
        with pytest.raises(ApiError, match="budget") as told:
            fetched.extend(asked)
        assert told.value.kind == "parked"
        first = datetime.fromtimestamp(told.value.until or 0, UTC)
        assert (first.day, first.hour, first > datetime.now(UTC)) == (1, 0, True)
    else:
        fetched.extend(asked)
    assert [int(one["max_results"]) for one in played.asked] == sizes
    assert sum(one.cost for one in fetched) <= budget


def test_without_a_budget_nothing_is_asked(client: Client, played: Account) -> None:
    with pytest.raises(ApiError, match="Set a budget") as told:
        once(client, budget=None)
    assert (told.value.kind, played.asked, client.requests) == ("broken", [], 0)


CAPPED = {"title": "UsageCapExceeded", "period": "Monthly", "type": "https://api.twitter.com/2/problems/usage-capped"}


@pytest.mark.parametrize(
    ("answer", "kind", "code"),
    [
        (said({"title": "Unauthorized", "status": 401}, 401), "broken", "x_token"),
        (said({"title": "CreditsDepleted"}, 402), "broken", "x_unpaid"),
        (said({"title": "Forbidden", "status": 403}, 403), "broken", "x_forbidden"),
        (said(CAPPED, 429), "parked", "x_capped"),
    ],
)
def test_each_error_is_told_in_words(client: Client, played: Account, answer: Response, kind: str, code: str) -> None:
    played.timeline = answer
    with pytest.raises(ApiError) as told:
        once(client)
    assert (told.value.kind, told.value.message.code) == (kind, code)


def test_a_wrong_token_and_an_unknown_account_are_told(client: Client) -> None:
    with pytest.raises(ApiError, match="X does not accept this token"):
        X.check(client, wanted(X, HANDLE, secret="other").target)
    with pytest.raises(ApiError, match="X knows no account @nobody"):
        X.check(client, wanted(X, "@nobody").target)


def test_too_many_questions_are_waited_out() -> None:
    limited = {"title": "Rate Limit Exceeded", "type": "https://api.twitter.com/2/problems/rate-limit-exceeded"}
    reset = {"x-rate-limit-reset": str(int(time.time()) + 30)}
    assert X.manners.wait(Answer(429, {}, limited)) == 60
    assert X.manners.wait(Answer(429, reset, limited)) == 60  # what the header says goes first
    assert X.manners.wait(Answer(429, {}, CAPPED)) is None
    assert X.manners.wait(Answer(200, {}, {})) is None


@pytest.mark.parametrize("data", ["x", [7], {"id": "1"}])
def test_a_list_that_cannot_be_read_breaks_the_run_off(client: Client, played: Account, data: object) -> None:
    played.timeline = said({"data": data, "meta": {"result_count": 1}})
    with pytest.raises(ApiError, match="cannot be read"):
        once(client)


def test_a_list_that_is_not_counted_deletes_nothing(client: Client, played: Account) -> None:
    played.timeline = said({"meta": {}})
    assert once(client)[-1].listed_from is None
