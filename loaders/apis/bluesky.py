"""Bluesky: posts, threads and followers of an account, from the server for readers without an account."""

from collections.abc import Collection, Iterator
from functools import partial

from loaders.apis.answers import objects_in
from loaders.apis.client import Answer, ApiError, Client
from loaders.apis.connector import Connector, Facts, Fetched, Field, Found, Target, Wanted
from loaders.apis.feeds import BEGIN, Feed, Node, Page, Root, Thread, is_whole, number, seconds, walk
from loaders.files.building.documents import Object, at, objects, text_at
from metrics.words import N_, Message

_MOST = 100  # posts a page; more is an error
_MOST_PAGES = 2_000
_LEVELS = 200  # asked for below a post; deeper answers are not read
_DEEPEST = 6  # levels that are shown even where nobody asks for a number
_REPOST = "Repost"


def check(client: Client, target: Target) -> Found:
    """The account behind a handle; one that has another handle by now is found by its lasting id (DID)."""
    actor = target.account.strip().removeprefix("@")
    profile = _profile(client, actor)
    if profile is None and target.upstream_id:
        profile = _profile(client, target.upstream_id)
    if profile is None:
        raise _no_account(actor)
    did, handle = text_at(profile, "did"), text_at(profile, "handle")
    handle = did if handle in ("", "handle.invalid") else handle
    return Found(did, handle, text_at(profile, "displayName") or handle, tuple(dict.fromkeys((handle, did))))


def fetch(client: Client, wanted: Wanted) -> Iterator[Fetched]:
    """Followers of today, then posts and threads. Reposts come along in the feed, and the format leaves them out."""
    did = wanted.target.upstream_id or check(client, wanted.target).upstream_id
    if wanted.after is None:
        profile = _profile(client, did)
        if profile is None:
            raise _no_account(wanted.target.account)
        yield Fetched("bluesky_profile", profile, 1, BEGIN, {"fetched_on": wanted.today})
    feed = Feed(
        posts="bluesky_feed",
        threads="bluesky_thread",
        clues={"bluesky_account": did},
        page=partial(_page, client, did),
        thread=partial(_thread, client, did),
        nothing={"feed": []},
        most_pages=_MOST_PAGES,
    )
    yield from walk(feed, wanted)


def _ask(client: Client, method: str, query: dict[str, str | int], accept: Collection[int] = ()) -> Answer:
    answer = client.get(f"/xrpc/app.bsky.{method}", query, accept=accept)
    if answer.status not in accept and not isinstance(answer.data, dict):
        raise _unclear(answer)
    return answer


def _profile(client: Client, actor: str) -> Object | None:
    """A profile; None where there is none, which Bluesky says with status 400."""
    answer = _ask(client, "actor.getProfile", {"actor": actor}, (400, 404))
    if answer.status in (400, 404):
        return None
    if not text_at(answer.data, "did"):
        raise _unclear(answer)
    found: Object = answer.data
    return found


def _page(client: Client, did: str, place: str, may_be_lost: bool) -> Page | None:
    """A page of the feed. It can be short and not the last, which is the one without a cursor.

    A cursor that is not known any more gives status 500, as any trouble does: the list then begins anew, once.
    """
    query: dict[str, str | int] = {"actor": did, "limit": _MOST, **({"cursor": place} if place else {})}
    lost = (400, 500) if may_be_lost else ()
    answer = _ask(client, "feed.getAuthorFeed", query, lost)
    if answer.status in lost:
        return None
    if not isinstance(answer.data.get("cursor", ""), str):
        raise _unclear(answer)
    items = objects_in(answer.data.get("feed"), client.host)
    times = [moment for item in items if (moment := _moment(item)) is not None]
    return Page(
        document=answer.data,
        ids=tuple(text_at(item, "post", "uri") + text_at(item, "reason", "$type") for item in items),
        following=text_at(answer.data, "cursor"),
        newest_ts=max(times, default=None),
        roots=tuple(_root(item) for item in items if _is_root(item, did)),
    )


def _moment(item: Object) -> int | None:
    """Where an item stands in the feed: by the earlier of when it says it was made and when it came in."""
    if _REPOST in text_at(item, "reason", "$type"):
        return seconds(text_at(item, "reason", "indexedAt"))
    post = at(item, "post")
    times = (seconds(text_at(post, "record", "createdAt")), seconds(text_at(post, "indexedAt")))
    return min((moment for moment in times if moment is not None), default=None)


def _is_root(item: Object, did: str) -> bool:
    own = text_at(item, "post", "author", "did") == did and _REPOST not in text_at(item, "reason", "$type")
    return own and at(item, "post", "record", "reply") is None


def _root(item: Object) -> Root:
    return Root(_key(text_at(item, "post", "uri")), number(at(item, "post", "replyCount")), _moment(item))


def _key(uri: str) -> str:
    return uri.rpartition("/")[2]


def _thread(client: Client, did: str, key: str, _answers: int | None) -> Thread | None:
    query: dict[str, str | int] = {
        "uri": f"at://{did}/app.bsky.feed.post/{key}",
        "depth": _LEVELS,
        "parentHeight": 0,
    }
    answer = _ask(client, "feed.getPostThread", query, (400,))
    thread = at(answer.data, "thread")
    if text_at(answer.data, "error") == "NotFound" or (isinstance(thread, dict) and "post" not in thread):
        return None  # deleted, or not to be seen
    if not isinstance(thread, dict):
        raise _unclear(answer)
    post, *below = _messages(thread)
    return Thread(answer.data, 1 + len(below), is_whole(post, below, _DEEPEST))


def _messages(thread: Object) -> list[Node]:
    """The messages of a thread, each after what it answers; without recursion, as threads can be deep.

    Of one that is deleted or blocked only the place is there.
    """
    found, open_ = [], [(thread, "")]
    while open_:
        node, parent = open_.pop()
        uri = text_at(node, "post", "uri") or text_at(node, "uri")
        found.append(Node(uri, parent, number(at(node, "post", "replyCount")) if "post" in node else 0))
        open_ += [(reply, uri) for reply in objects(node.get("replies"))]
    return found


def _no_account(account: str) -> ApiError:
    text = N_("Bluesky has no account {account}, or it is switched off. Check the handle, such as town.bsky.social.")
    return ApiError("broken", Message("no_account", text, {"account": account}), status=400)


def _unclear(answer: Answer) -> ApiError:
    text = N_("Bluesky gave an answer that cannot be read. The next run asks again; there is nothing to do.")
    return ApiError("unavailable", Message("unclear_answer", text), status=answer.status)


CONNECTOR = Connector(
    id="bluesky",
    platform="bluesky",
    name="Bluesky",
    host="public.api.bsky.app",
    facts=Facts(
        gives=(
            N_("Likes, reposts, replies and bookmarks of each post, and the followers of the day."),
            N_("The texts of posts and, if you want, of the replies under them."),
        ),
        gives_not=(
            N_("How often a post was seen: Bluesky counts no views, no reach and no clicks."),
            N_("Followers of days before today: the line starts at the first run."),
        ),
        needs=(N_("Only the handle of the account: no token, no password."),),
        costs=(N_("Nothing. Bluesky does not say how many questions it allows; we ask them slowly."),),
        forbids=(N_("Bluesky asks readers without an account to use its public server; this connection does."),),
        keeps=(N_("We know of no limit. What is deleted on Bluesky is deleted here too."),),
    ),
    account=Field(
        N_("Handle"),
        N_("The handle of the account, such as waterstad.bsky.social or waterstad.example."),
        r"@?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+|did:[a-z]+:[A-Za-z0-9._:%-]+",
    ),
    secret=None,
    check=check,
    fetch=fetch,
    texts=True,
)
