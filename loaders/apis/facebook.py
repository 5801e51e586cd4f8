"""Facebook Pages by Meta's Graph API: the Page's followers, its figures by day, its posts, and comments under them."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

from loaders.apis.client import ApiError, Client
from loaders.apis.connector import Connector, Facts, Fetched, Field, Found, Target, Wanted
from loaders.apis.graph import Graph, Insights, Network, listing, manners
from loaders.files.building.documents import Object, at, objects, text_at
from loaders.files.building.facebook import ACCOUNT, post_id
from metrics.words import N_, Message

_PAGE = "id,name,username,followers_count,fan_count"
_BY_DAY = ("page_follows", "page_media_view", "page_total_media_view_unique")
_DAYS_A_CALL = 90
_DAYS_KEPT = 2 * 365
_LISTED_A_YEAR = 600
"""Of a year Meta lists about this many posts at most; whoever has more may not take a list for all there is."""


def _said(post: Object) -> int | None:
    total = at(post, "comments", "summary", "total_count")
    return total if isinstance(total, int) and not isinstance(total, bool) else None


def _is_whole(years: Mapping[str, int]) -> bool:
    return all(n < _LISTED_A_YEAR for n in years.values())


NETWORK = Network(
    posts="facebook_api_posts",
    comments="facebook_api_comments",
    edge="posts",
    fields="id,message,created_time,permalink_url,status_type,from{id},shares,"
    "reactions.summary(total_count).limit(0),comments.summary(total_count).limit(0)",
    made="created_time",
    metrics=("post_media_view", "post_total_media_view_unique"),
    messages="id,message,created_time,like_count,parent{id},from{id}",
    said=_said,
    order={"filter": "stream", "order": "chronological"},
    external=post_id,
    whole=_is_whole,
)


def check(client: Client, target: Target) -> Found:
    """The Page that a token may see, by what a person typed."""
    found = Graph(client, target.secret).get(target.account.strip(), fields=_PAGE)
    page = text_at(found, "id")
    if not page:
        text = N_("Facebook knows no Page {account}, or the token may not see it. Check the id and the token.")
        raise ApiError("broken", Message("no_page", text, {"account": target.account}))
    name = text_at(found, "name")
    return Found(page, text_at(found, "username") or name or page, name or page, (page,))


def fetch(client: Client, wanted: Wanted) -> Iterator[Fetched]:
    """Followers of today, figures by day in parts of 90 days, then the posts."""
    graph, page = Graph(client, wanted.target.secret), wanted.target.upstream_id
    clues = {ACCOUNT: page, "fetched_on": wanted.today, "facebook_fields": "shares"}
    after: Mapping[str, Any] = wanted.after or {"day": _first_day(wanted)}
    if wanted.after is None:
        yield Fetched("facebook_api_page", graph.get(page, fields=_PAGE), 1, after, clues)
    if "day" in after:
        yield from _days(graph, page, wanted.today, str(after["day"]), clues)
        after = {}
    yield from listing(graph, wanted, NETWORK, clues, after)


def _first_day(wanted: Wanted) -> str:
    oldest = date.fromisoformat(wanted.today) - timedelta(days=_DAYS_KEPT)
    since = date.min if wanted.since_ts is None else datetime.fromtimestamp(wanted.since_ts, UTC).date()
    return max(oldest, since).isoformat()


def _days(graph: Graph, page: str, today: str, first: str, clues: Mapping[str, str]) -> Iterator[Fetched]:
    """Figures by day. A Page with under 100 likes, or a token without the right, has none."""
    insights = Insights(graph, _BY_DAY)
    while first < today:
        end = min(today, (date.fromisoformat(first) + timedelta(days=_DAYS_A_CALL)).isoformat())
        found = insights.of(page, period="day", since=first, until=end) or {"data": []}
        after: Mapping[str, Any] = {"day": end} if end < today else {"after": ""}
        days = max((len(objects(metric.get("values"))) for metric in objects(found["data"])), default=0)
        yield Fetched("facebook_api_page", {"id": page, "insights": found}, days, after, clues)
        first = end


CONNECTOR = Connector(
    id="facebook",
    platform="facebook",
    name="Facebook",
    host="graph.facebook.com",
    facts=Facts(
        gives=(
            N_("Posts of your Page with reactions, comments and shares."),
            N_("Views of each post, and how many people viewed it. Meta calls these views since 2025."),
            N_("Followers of today, and followers, views and viewers by day, up to two years back."),
            N_("Comments under your posts, when you switch texts on."),
        ),
        gives_not=(
            N_("Impressions and fans: Meta ended these figures in June and November 2025."),
            N_("Figures by day of a Page with fewer than 100 likes."),
            N_("Who wrote a comment, unless the token has the right to see it."),
        ),
        needs=(
            N_("A Page token, best of a system user in Meta Business Suite, so that it stays valid."),
            N_("The permissions pages_show_list, pages_read_engagement and read_insights."),
            N_("With a proof of the app (appsecret_proof): type the token, a bar |, and the app secret."),
        ),
        costs=(N_("Nothing. Meta wants a Data Use Checkup of the app every year."),),
        forbids=(
            N_("Pages of others, without Meta's review of your app (Page Public Content Access)."),
            N_("Meta Content Library is for researchers only, so this tool does not use it."),
        ),
        keeps=(N_("Meta keeps these figures for two years. Read Meta's platform terms before you keep them longer."),),
    ),
    account=Field(
        N_("Page id or name"), N_("The number or the name in the address of your Page: 61560000000001."), r"[\w.\-]+"
    ),
    secret=Field(N_("Page token"), N_("Starts with EAA. With an app secret: token|secret."), r"[^\s|]+(\|[^\s|]+)?"),
    check=check,
    fetch=fetch,
    texts=True,
    manners=manners("Facebook"),
)
