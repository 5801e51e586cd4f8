"""A walk through the posts of an account, newest first, that goes on where it broke off.

After each page of posts come the threads under its posts, so that the place where a walk stands stays small.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Literal

from loaders.apis.connector import Cursor, Fetched, Wanted

_End = Literal["", "listed", "cut", "over"]


@dataclass(frozen=True)
class Root:
    """An own post that everybody may see and that answers nobody. `answers` is None where the server does not say."""

    id: str
    answers: int | None
    ts: int | None


@dataclass(frozen=True)
class Page:
    """A page of posts. `ids` are of all that is in it; `following` is where the next one begins, "" after the last."""

    document: Any
    ids: tuple[str, ...]
    following: str
    newest_ts: int | None
    roots: tuple[Root, ...]


@dataclass(frozen=True)
class Thread:
    """What is written under a post; `is_whole` unless the server may have left out some."""

    document: Any
    rows: int
    is_whole: bool


@dataclass(frozen=True)
class Feed:
    """How a platform is asked. `page` gives None where it cannot begin at a place that it named in an earlier run;
    `thread` gives None where the post is gone. `nothing` is a page without posts.
    """

    posts: str  # format
    threads: str  # format
    clues: Mapping[str, str]
    page: Callable[[str, bool], Page | None]
    thread: Callable[[str, int | None], Thread | None]
    nothing: Any
    most_pages: int


@dataclass(frozen=True)
class _Place:
    """Where a walk stands: what is asked next is the first of `threads`, else the page at `at`.

    `ends` is how the walk ends after these threads: everything was "listed", or it was "cut" as the server goes round
    in circles or gives more than it can have.
    """

    at: str = ""
    pages: int = 0
    threads: Mapping[str, int | None] = field(default_factory=dict)
    ends: _End = ""


BEGIN: Cursor = asdict(_Place())
"""The cursor of a walk that has not begun."""


def walk(feed: Feed, wanted: Wanted) -> Iterator[Fetched]:
    """The posts that are wanted, page by page, with their threads; last comes what was listed.

    Posts older than wanted end it; one page may hold both, and single old posts among newer ones do not.
    """
    place = _Place(**(wanted.after or BEGIN))
    seen = {place.at}
    before: frozenset[str] | None = None
    may_be_lost = wanted.after is not None and bool(place.at)
    while place.ends != "over":
        for post_id, answers in place.threads.items():
            place = replace(place, threads=_without(place.threads, post_id))
            thread = feed.thread(post_id, answers)
            if thread is not None:
                whole = (post_id,) if thread.is_whole else ()
                yield Fetched(feed.threads, thread.document, thread.rows, asdict(place), feed.clues, threads=whole)
        if place.ends:
            listed = wanted.since_ts or 0 if place.ends == "listed" else None
            place = _Place(ends="over")
            yield Fetched(feed.posts, feed.nothing, 0, asdict(place), feed.clues, listed_from=listed)
            continue
        page = feed.page(place.at, may_be_lost)
        if page is None:  # begin again: what is listed twice is the same post
            place, page = _Place(), feed.page("", False)
            assert page is not None
        may_be_lost = False
        ends = _end(page, wanted.since_ts, seen, before)
        if not ends and place.pages + 1 >= feed.most_pages:
            ends = "cut"
        place = _Place(page.following, place.pages + 1, _open_threads(page, wanted), ends)
        seen.add(page.following)
        before = frozenset(page.ids)
        silent = tuple(root.id for root in page.roots if root.answers == 0) if wanted.texts else ()
        yield Fetched(feed.posts, page.document, len(page.ids), asdict(place), feed.clues, threads=silent)


def _end(page: Page, since_ts: int | None, seen: Collection[str], before: frozenset[str] | None) -> _End:
    """How a walk ends with this page, "" when it goes on. One page may be empty without being the last."""
    if not page.following:
        return "listed"
    if since_ts is not None and page.newest_ts is not None and page.newest_ts < since_ts:
        return "listed"
    has_nothing_new = before is not None and (before.issuperset(page.ids) if page.ids else not before)
    return "cut" if page.following in seen or has_nothing_new else ""


def _open_threads(page: Page, wanted: Wanted) -> dict[str, int | None]:
    """The posts of a page under which something is written, or may be."""
    if not wanted.texts:
        return {}
    since = wanted.since_ts or 0
    return {root.id: root.answers for root in page.roots if root.answers != 0 and (root.ts is None or root.ts >= since)}


def _without(threads: Mapping[str, int | None], done: str) -> dict[str, int | None]:
    return {post_id: answers for post_id, answers in threads.items() if post_id != done}
