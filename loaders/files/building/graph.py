"""Answers of Meta's Graph API: numbers and insights of its objects, as rows that a format can read."""

from collections.abc import Iterator, Mapping
from typing import Any

from loaders.files.building.documents import Object, at, objects, text_at

NO_NUMBER = "?"
"""Stands for a value that should be a number and is not, so that it counts as unreadable and not as absent."""


def figure(value: Any) -> str:
    """A number as text: "" where there is none, `NO_NUMBER` for anything else.

    >>> figure(3), figure("12"), figure(None), figure(True), figure({"like": 3})
    ('3', '12', '', '?', '?')
    """
    if value is None:
        return ""
    return NO_NUMBER if isinstance(value, bool) or not isinstance(value, (int, float, str)) else str(value)


def figures_at(item: Any, **paths: str) -> dict[str, str]:
    """Those of these numbers that an object has, each by its path.

    >>> figures_at({"shares": {"count": 4}}, shares="shares.count", likes="like_count")
    {'shares': '4'}
    """
    found = {name: figure(at(item, *path.split("."))) for name, path in paths.items()}
    return {name: value for name, value in found.items() if value}


def insights(item: Any) -> dict[str, str]:
    """The newest value of each of the insights of a post.

    >>> insights({"insights": {"data": [{"name": "views", "values": [{"value": 12}]}]}})
    {'insights.views': '12'}
    """
    listed = objects(at(item, "insights", "data"))
    return {
        f"insights.{name}": value for one in listed if (name := text_at(one, "name")) and (value := figure(_value(one)))
    }


def _value(one: Object) -> Any:
    values = objects(one.get("values"))
    return values[-1].get("value") if values else at(one, "total_value", "value")


def by_day(item: Any) -> Iterator[tuple[str, str, str]]:
    """The insights of an account by day: when the day ended, the metric, and its value."""
    for one in objects(at(item, "insights", "data")):
        if text_at(one, "period") in ("day", ""):
            for value in objects(one.get("values")):
                yield text_at(value, "end_time"), text_at(one, "name"), figure(value.get("value"))


def with_comments(document: Any) -> list[Object]:
    """The posts with comments in a document: one, or a list of them."""
    posts = [document] if isinstance(document, Mapping) else objects(document)
    found = [post for post in posts if isinstance(at(post, "comments", "data"), list)]
    return found if len(found) == len(posts) else []


def messages(post: Object, below: str) -> Iterator[tuple[Object, str]]:
    """All comments under a post, each with the id of what it answers; `below` is the member that holds answers."""
    open_ = [(one, "") for one in objects(at(post, "comments", "data"))]
    while open_:
        one, parent = open_.pop(0)
        yield one, parent
        open_ += [(answer, text_at(one, "id")) for answer in objects(at(one, below, "data"))]
