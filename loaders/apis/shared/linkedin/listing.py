"""The posts of an organisation with their statistics, page by page."""

from collections.abc import Iterator, Sequence
from typing import Any

from loaders.apis.answers import objects_in
from loaders.apis.connector import Cursor, Fetched
from loaders.apis.shared.linkedin.asking import Asking, listed, urn
from loaders.files.building.documents import Object, at, text_at

PAGE = 50
MOST_PAGES = 200


def posts_from(asking: Asking, organization: str, since: int, start: Cursor) -> Iterator[Fetched]:
    """Posts from a place on, last changed first, until all on a page are older than `since` (seconds since 1970).

    A place has the number of the next post (`start`) and the `first` post of the page before.
    """
    place = {"first": "", **start}
    for _ in range(int(place["start"]) // PAGE, MOST_PAGES):
        query = {"author": urn("organization", organization), "q": "author", "count": PAGE, "start": place["start"]}
        page = asking.get("posts", query).data
        posts = objects_in(at(page, "elements"), asking.host)
        first = text_at(posts[0], "id") if posts else ""
        goes_round = bool(posts) and first == place["first"]
        ended = not posts or (not goes_round and all(_changed(post) < since * 1000 for post in posts))
        place = {"start": place["start"] + PAGE, "first": first}
        after = {**place, "end": True} if ended or goes_round else place
        document = {"posts": page, "statistics": _statistics(asking, organization, posts)}
        yield Fetched("linkedin_api_posts", document, len(posts), after, listed_from=since if ended else None)
        if ended or goes_round:
            return


def _changed(post: Object) -> int:
    """When a post was changed last, in milliseconds; the list has its newest changes first."""
    found = at(post, "lastModifiedAt") or at(post, "publishedAt") or at(post, "createdAt")
    return found if isinstance(found, int) else 0


def _statistics(asking: Asking, organization: str, posts: Sequence[Object]) -> list[Any]:
    """The statistics of these posts; LinkedIn has two kinds of them, each with a parameter of its own."""
    answers = []
    for kind, parameter in (("share", "shares"), ("ugcPost", "ugcPosts")):
        urns = [text_at(post, "id") for post in posts if text_at(post, "id").startswith(f"urn:li:{kind}:")]
        if urns:
            query = {"q": "organizationalEntity", "organizationalEntity": urn("organization", organization)}
            answer = asking.get("organizationalEntityShareStatistics", {**query, parameter: listed(urns)})
            answers.append(answer.data)
    return answers
