"""The walk over an account's posts, newest first: a page of posts with their figures, then what is said under them."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from loaders.apis.connector import Cursor, Fetched, Wanted
from loaders.apis.graph.asking import Graph
from loaders.apis.graph.insights import Insights
from loaders.files.building.documents import Object, at, text_at

POSTS_A_PAGE = 50
MOST_PAGES = 400
MOST_THREAD_PAGES = 50
_A_PAGE_OF_MESSAGES = 100


def _always(_years: Mapping[str, int]) -> bool:
    return True


@dataclass(frozen=True)
class Network:
    """What differs between Facebook and Instagram in the same walk.

    `posts` and `comments` are formats. `edge` is the list of posts with these `fields`, `made` the member with the
    moment of a post. `messages` are the fields of a comment and `order` the other members of that question; `said`
    gives how many comments a post has (None: unknown) and `external` the id of a post in a batch. `whole` tells from
    the number of posts by year whether a list holds them all.
    """

    posts: str
    comments: str
    edge: str
    fields: str
    made: str
    metrics: tuple[str, ...]
    messages: str
    said: Callable[[Object], int | None]
    order: Mapping[str, str | int]
    external: Callable[[str], str] = str
    whole: Callable[[Mapping[str, int]], bool] = _always


@dataclass(frozen=True)
class _Place:
    """Where a walk is: the cursor of the next page, and the posts of this page whose comments are still to come."""

    after: str = ""
    threads: tuple[str, ...] = ()
    pages: int = 0
    years: Mapping[str, int] | None = None
    is_over: bool = False

    def cursor(self) -> dict[str, Any]:
        """Plain JSON values."""
        return {
            "after": self.after,
            "threads": list(self.threads),
            "pages": self.pages,
            "years": dict(self.years or {}),
            "is_over": self.is_over,
        }


def listing(
    graph: Graph, wanted: Wanted, network: Network, clues: Mapping[str, str], after: Cursor
) -> Iterator[Fetched]:
    """The posts of an account with their figures, and where wanted the comments under each; `after` is {} to begin."""
    place = replace(_Place(), **{**after, "threads": tuple(after.get("threads", ()))})
    insights = Insights(graph, network.metrics)
    while True:
        for number, post in enumerate(place.threads, start=1):
            yield _thread(graph, network, post, replace(place, threads=place.threads[number:]), clues)
        if place.is_over:
            return
        query: dict[str, str | int] = {"fields": network.fields, "limit": POSTS_A_PAGE}
        page = graph.page(wanted.target.upstream_id, network.edge, after=place.after, **query)
        posts = [_with_insights(insights, post) for post in page.items]
        counted = {text_at(post, "id"): network.said(post) for post in posts} if wanted.texts else {}
        years = _years(place.years or {}, network, posts)
        is_end = page.is_last or _are_older(network, posts, wanted.since_ts)
        place = _Place(
            page.after,
            tuple(post for post, said in counted.items() if post and said != 0),
            place.pages + 1,
            years,
            is_end or not page.after or place.pages + 1 >= MOST_PAGES,
        )
        yield Fetched(
            network.posts,
            {"data": posts},
            len(posts),
            place.cursor(),
            clues,
            listed_from=(wanted.since_ts or 0) if is_end and years and network.whole(years) else None,
            threads=tuple(network.external(post) for post, said in counted.items() if post and said == 0),
        )


def _with_insights(insights: Insights, post: Object) -> Object:
    node = text_at(post, "id")
    found = insights.of(node) if node else None
    return dict(post) if found is None else {**post, "insights": found}


def _thread(graph: Graph, network: Network, post: str, place: _Place, clues: Mapping[str, str]) -> Fetched:
    """Everything under one post in one answer, so that what is not in it is gone.

    That does not hold where there is too much, nor where nothing comes though the post has comments: a token without
    the right to read them gets an empty list, and no error. The same goes for an account without any post.
    """
    query: dict[str, str | int] = {"fields": network.messages, "limit": _A_PAGE_OF_MESSAGES, **network.order}
    found, are_all = graph.everything(post, "comments", most=MOST_THREAD_PAGES, **query)
    for number, message in enumerate(found):
        if at(message, "replies", "paging", "next"):
            replies, are_whole = graph.everything(text_at(message, "id"), "replies", most=MOST_THREAD_PAGES, **query)
            found[number] = {**message, "replies": {"data": replies}}
            are_all &= are_whole
    document = {"id": post, "comments": {"data": found}}
    threads = (network.external(post),) if found and are_all else ()
    return Fetched(network.comments, document, len(found), place.cursor(), clues, threads=threads)


def _years(before: Mapping[str, int], network: Network, posts: list[Object]) -> dict[str, int]:
    """How many posts were listed of each year."""
    return dict(Counter(before) + Counter(text_at(post, network.made)[:4] for post in posts))


def _are_older(network: Network, posts: list[Object], since: int | None) -> bool:
    """Whether all of these posts are older than what counts; one that was dated back does not end the walk."""
    return since is not None and all(_seconds(text_at(post, network.made), since) < since for post in posts)


def _seconds(moment: str, unknown: int) -> float:
    try:
        found = datetime.fromisoformat(moment)
    except ValueError:
        return unknown
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).timestamp()
