"""Instagram accounts of organisations by Meta's Graph API: followers, posts, and comments under them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from loaders.apis.client import ApiError, Client
from loaders.apis.connector import Connector, Facts, Fetched, Field, Found, Target, Wanted
from loaders.apis.graph import Graph, Network, listing, manners
from loaders.files.building.documents import Object, text_at
from loaders.files.building.instagram import ACCOUNT, NAME
from metrics.words import N_, Message

_ACCOUNT = "id,username,name,followers_count,media_count"
_MESSAGE = "id,text,timestamp,like_count,username"


def _said(post: Object) -> int | None:
    total = post.get("comments_count")
    return total if isinstance(total, int) and not isinstance(total, bool) else None


NETWORK = Network(
    posts="instagram_api_media",
    comments="instagram_api_comments",
    edge="media",
    fields="id,caption,media_type,media_product_type,permalink,timestamp,like_count,comments_count",
    made="timestamp",
    metrics=("views", "reach", "shares", "saved"),
    messages=f"{_MESSAGE},replies{{{_MESSAGE}}}",
    said=_said,
    order={},
)


def check(client: Client, target: Target) -> Found:
    """The account that a token may see, by its number at Meta."""
    found = Graph(client, target.secret).get(target.account.strip(), fields=_ACCOUNT)
    upstream, name = text_at(found, "id"), text_at(found, "username")
    if not upstream:
        text = N_("Instagram knows no account {account}, or the token may not see it. Check the number and the token.")
        raise ApiError("broken", Message("no_account", text, {"account": target.account}))
    handle = name or upstream
    return Found(upstream, handle, text_at(found, "name") or handle, tuple(dict.fromkeys((upstream, handle))))


def fetch(client: Client, wanted: Wanted) -> Iterator[Fetched]:
    """Followers of today, then the posts. The name comes along in the cursor, as own comments are known by it."""
    graph, upstream = Graph(client, wanted.target.secret), wanted.target.upstream_id
    after: Mapping[str, Any] = wanted.after or {}
    if not after:
        account = graph.get(upstream, fields=_ACCOUNT)
        after = {"name": text_at(account, "username")}
        yield Fetched("instagram_api_account", account, 1, after, _clues(wanted, after))
    name = {"name": after["name"]}
    place = {key: value for key, value in after.items() if key != "name"}
    for one in listing(graph, wanted, NETWORK, _clues(wanted, name), place):
        yield replace(one, after={**one.after, **name})


def _clues(wanted: Wanted, after: Mapping[str, Any]) -> dict[str, str]:
    return {ACCOUNT: wanted.target.upstream_id, NAME: str(after["name"]), "fetched_on": wanted.today}


CONNECTOR = Connector(
    id="instagram",
    platform="instagram",
    name="Instagram",
    host="graph.facebook.com",
    facts=Facts(
        gives=(
            N_("Posts of your professional account with likes and comments."),
            N_("Views, reach, shares and saves of each post."),
            N_("Followers of today, so a trend grows from the first day on."),
            N_("Comments under your posts and answers to them, when you switch texts on."),
        ),
        gives_not=(
            N_("Likes of posts on which they are hidden: these count as not available."),
            N_("Stories: their figures are gone after 24 hours."),
            N_("Impressions and plays: Meta replaced these figures by views."),
            N_("Figures of a post that fewer than five people saw. Figures can be 48 hours late."),
        ),
        needs=(
            N_("A professional account (business or creator) that is linked to your Facebook Page."),
            N_("A token that may read the account and its insights, best of a system user in Meta Business Suite."),
            N_("With a proof of the app (appsecret_proof): type the token, a bar |, and the app secret."),
        ),
        costs=(N_("Nothing. Meta wants a Data Use Checkup of the app every year."),),
        forbids=(N_("Accounts of others. Only your own account is asked for."),),
        keeps=(N_("Meta keeps these figures for two years. Read Meta's platform terms before you keep them longer."),),
    ),
    account=Field(
        N_("Instagram account number"),
        N_("The number of the professional account in Meta Business Suite: 17841400000000001. Not the name."),
        r"\d+",
    ),
    secret=Field(N_("Access token"), N_("Starts with EAA. With an app secret: token|secret."), r"[^\s|]+(\|[^\s|]+)?"),
    check=check,
    fetch=fetch,
    texts=True,
    manners=manners("Instagram"),
)
