"""The posts of an account, newest first, as far back as X goes."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from loaders.apis.answers import objects_in
from loaders.apis.client import Answer, ApiError, Client
from loaders.apis.connector import Cursor, Fetched, Wanted
from loaders.apis.shared.moments import seconds
from loaders.apis.shared.x.asking import ask
from loaders.apis.shared.x.budget import POST, Budget
from loaders.files.building.documents import at, objects, text_at
from metrics.words import N_, Message

REACH = 3200
"""X lists the newest posts of an account up to this number, reposts among them."""
PAGE, SMALLEST_PAGE = 100, 5
MOST_PAGES = REACH // SMALLEST_PAGE
_FIELDS = ("created_at,public_metrics,conversation_id,referenced_tweets,note_tweet", "created_at,public_metrics")
"""X is giving its fields new names, and one that it does not know fails the whole question: then the plain ones."""


def posts_from(client: Client, wanted: Wanted, budget: Budget, start: Cursor, cost: float) -> Iterator[Fetched]:
    """The pages from a place on; `cost` is what was paid before and not told yet.

    A place has the `id` and `handle` of the account, whether X reaches `back` to its first post, the `token` of the
    next page, the number of `pages` read, and the time of the `oldest` post so far.
    """
    place = dict(start)
    while True:
        answer = _page(client, wanted, place, budget.affords(POST, PAGE, SMALLEST_PAGE))
        listed, number = at(answer.data, "data"), at(answer.data, "meta", "result_count")
        posts = [] if listed is None else objects_in(listed, client.host)  # without posts there is no list
        cost += budget.paid(POST, len(posts))
        times = [time for post in posts if (time := seconds(at(post, "created_at"))) is not None]
        oldest = [place["oldest"]] if place["oldest"] is not None else []
        following = text_at(answer.data, "meta", "next_token")
        place["pages"] += 1
        place["oldest"] = min([*times, *oldest], default=None)
        stuck = not posts or following == place["token"] or place["pages"] >= MOST_PAGES
        last = not following or stuck
        listed_from = _listed_from(place, wanted) if not following and number == len(posts) else None
        place["token"] = following
        after = {**place, "end": True} if last else dict(place)
        clues = {"x_account": place["handle"]}
        yield Fetched("x_api", answer.data, len(posts), after, clues=clues, listed_from=listed_from, cost=cost)
        if last:
            return
        cost = 0.0


def _listed_from(place: Cursor, wanted: Wanted) -> int | None:
    """From when on all posts were listed; of an account with more than X lists, from the oldest one on."""
    since = wanted.since_ts or 0
    return since if place["back"] else None if place["oldest"] is None else max(since, place["oldest"])


def _page(client: Client, wanted: Wanted, place: Cursor, size: int) -> Answer:
    query: dict[str, str | int] = {"max_results": size, "exclude": "retweets"}
    if place["token"]:
        query["pagination_token"] = place["token"]
    if wanted.since_ts is not None:
        query["start_time"] = datetime.fromtimestamp(wanted.since_ts, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    path, secret = f"users/{place['id']}/tweets", wanted.target.secret
    full, plain = _FIELDS
    answer = ask(client, secret, path, {**query, "tweet.fields": full}, accept=(400,))
    if answer.status == 400:
        answer = ask(client, secret, path, {**query, "tweet.fields": plain})
    if _refused(answer.data):
        text = N_("X gives no posts of {account}. The account is protected, suspended or gone: look at it on X.")
        raise ApiError("broken", Message("x_no_posts", text, {"account": wanted.target.account}))
    return answer


def _refused(data: Any) -> bool:
    """Errors and nothing else; beside posts they are about single members of these, and an empty list has a count."""
    return bool(objects(at(data, "errors"))) and at(data, "data") is None and at(data, "meta", "result_count") is None
