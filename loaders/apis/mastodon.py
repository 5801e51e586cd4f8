"""Mastodon and servers that speak its language (GoToSocial, Takahe, Pleroma): posts, threads and followers."""

from collections.abc import Iterator
from functools import partial
from urllib.parse import quote

import pandas as pd

from loaders.apis.answers import objects_in
from loaders.apis.client import Client, Manners
from loaders.apis.connector import Connector, Facts, Fetched, Field, Found, Target, Wanted
from loaders.apis.feeds import BEGIN, Feed, Node, Page, Root, Thread, is_whole, number, seconds, walk
from loaders.apis.feeds.servers import GONE, ask, find, no_account, no_server
from loaders.files.building.documents import Object, at, text_at
from loaders.files.building.mastodon import addresses
from metrics.words import N_

_MOST = 40  # posts a page; asked for more, some servers give less and some more
_MOST_PAGES = 5_000
_DEEPEST = 20  # levels below a post that Mastodon shows to who has no token
_PUBLIC = ("public", "unlisted")


def check(client: Client, target: Target) -> Found:
    """The account on its own server, once its figures and its posts can be read."""
    account_id = text_at(find(client, target), "id")
    account = _account(client, target, account_id)
    _statuses(client, target, account_id, {"limit": 1})
    name, acct, link = (text_at(account, key) for key in ("username", "acct", "url"))
    handle = str(addresses(pd.Series([acct or name]), pd.Series([link])).iloc[0])
    names = (handle, acct, name, f"{name}@{target.host}", account_id)
    title = text_at(account, "display_name") or handle
    return Found(account_id, handle, title, tuple(dict.fromkeys(filter(None, names))))


def fetch(client: Client, wanted: Wanted) -> Iterator[Fetched]:
    """Followers of today, then posts and threads. Boosts are not asked for; own replies are, as they are answers."""
    target = wanted.target
    account_id = target.upstream_id or text_at(find(client, target), "id")
    if wanted.after is None:
        account = _account(client, target, account_id)
        yield Fetched("mastodon_account", account, 1, BEGIN, {"fetched_on": wanted.today})
    feed = Feed(
        posts="mastodon_statuses",
        threads="mastodon_context",
        clues={"mastodon_account": account_id},
        page=partial(_page, client, target, account_id),
        thread=partial(_thread, client, target),
        nothing=[],
        most_pages=_MOST_PAGES,
    )
    yield from walk(feed, wanted)


def _account(client: Client, target: Target, account_id: str) -> Object:
    answer = ask(client, target, f"/api/v1/accounts/{quote(account_id, safe='')}", gone=GONE)
    if answer.status in GONE:
        raise no_account(target)
    if not isinstance(answer.data, dict):
        raise no_server(target, answer.status)
    return answer.data


def _statuses(
    client: Client, target: Target, account_id: str, query: dict[str, str | int]
) -> tuple[list[Object], dict[str, str]]:
    """A page of statuses, and what the `Link` to the next one asks for."""
    answer = ask(client, target, f"/api/v1/accounts/{quote(account_id, safe='')}/statuses", query, GONE)
    if answer.status in GONE:
        raise no_account(target)
    if not isinstance(answer.data, list):
        raise no_server(target, answer.status)
    statuses = objects_in(answer.data, client.host)
    if statuses and not any(text_at(status, "id") for status in statuses):
        raise no_server(target, answer.status)
    return list(statuses), answer.following() or {}


def _page(client: Client, target: Target, account_id: str, place: str, _may_be_lost: bool) -> Page:
    """A page of posts; the next one is after its last post, whether or not there is a `Link`.

    Servers leave out that link, or give less posts than asked for, where more are to come. An empty page is the end.
    """
    query: dict[str, str | int] = {"limit": _MOST, "exclude_reblogs": "true", **({"max_id": place} if place else {})}
    statuses, following = _statuses(client, target, account_id, query)
    ids = tuple(text_at(status, "id") for status in statuses)
    times = [moment for status in statuses if (moment := seconds(text_at(status, "created_at"))) is not None]
    return Page(
        document=statuses,
        ids=ids,
        following=following.get("max_id", next((one for one in reversed(ids) if one), "")),
        newest_ts=max(times, default=None),
        roots=tuple(_root(status) for status in statuses if _is_root(status, account_id)),
    )


def _is_root(status: Object, account_id: str) -> bool:
    return (
        text_at(status, "account", "id") == account_id
        and not text_at(status, "in_reply_to_id")
        and not status.get("reblog")
        and text_at(status, "visibility") in _PUBLIC
    )


def _root(status: Object) -> Root:
    return Root(text_at(status, "id"), number(status.get("replies_count")), seconds(text_at(status, "created_at")))


def _thread(client: Client, target: Target, post_id: str, answers: int | None) -> Thread | None:
    """What is written under a post. A server that says it is still fetching answers from elsewhere
    (`Mastodon-Async-Refresh`) has given all it knows; the next run gets the rest.
    """
    answer = ask(client, target, f"/api/v1/statuses/{quote(post_id, safe='')}/context", gone=GONE)
    if answer.status in GONE:
        return None
    if not isinstance(at(answer.data, "descendants"), list):
        raise no_server(target, answer.status)
    below = objects_in(answer.data["descendants"], client.host)
    messages = [
        Node(text_at(one, "id"), text_at(one, "in_reply_to_id"), number(one.get("replies_count"))) for one in below
    ]
    whole = is_whole(Node(post_id, "", answers), messages, _DEEPEST)
    return Thread({**answer.data, "id": post_id}, len(below), whole)


CONNECTOR = Connector(
    id="mastodon",
    platform="mastodon",
    name="Mastodon",
    facts=Facts(
        gives=(
            N_("Likes, boosts and replies of each post, and the followers of the day."),
            N_("The texts of posts and, if you want, of the replies under them."),
        ),
        gives_not=(
            N_("How often a post was seen: Mastodon counts no views, no reach and no clicks."),
            N_("Followers of days before today: the line starts at the first run."),
            N_("What other servers know: it asks the server where the account lives."),
        ),
        needs=(
            N_("The name of the server and of the account."),
            N_("On some servers a token with the right to read; GoToSocial and Takahe always want one of a user."),
            N_("Without a token Mastodon cuts long threads: at most 60 replies, 20 levels deep."),
        ),
        costs=(N_("Nothing. A server allows 300 questions in five minutes."),),
        forbids=(N_("Each server has its own rules and privacy statement: read those of yours."),),
        keeps=(N_("The rules of the server say it; there is no limit for all of Mastodon."),),
    ),
    account=Field(
        N_("Account"),
        N_("The name of the account, such as waterstad or waterstad@social.example."),
        r"@?\w(?:[\w.-]*\w)?(?:@[^\s@/]+)?",
    ),
    secret=Field(
        N_("Token"),
        N_(
            "Only where the server wants one. You make it in the account's settings, under Development, with the right "
            "read:accounts and read:statuses."
        ),
        r"\S+",
        required=False,
    ),
    check=check,
    fetch=fetch,
    texts=True,
    manners=Manners(delay=1.0),  # 300 questions in five minutes
)
