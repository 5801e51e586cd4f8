"""Answers of the YouTube Data API: their items, whether one page was saved or many."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Item = Mapping[str, Any]


def items(document: Any) -> Iterator[Item]:
    """The objects in an answer, in a list of answers, or in a list of objects.

    >>> [item["id"] for item in items([{"items": [{"id": "a"}]}, {"items": [{"id": "b"}]}])]
    ['a', 'b']
    """
    for page in document if isinstance(document, list) else [document]:
        if isinstance(page, Mapping):
            listed = page.get("items")
            yield from (one for one in (listed if isinstance(listed, list) else [page]) if isinstance(one, Mapping))


def part(item: Any, name: str) -> Item:
    """A nested object of an item; empty when there is none.

    >>> part({"snippet": {"title": "Bridge"}}, "snippet"), part({"snippet": 3}, "snippet")
    ({'title': 'Bridge'}, {})
    """
    found = item.get(name) if isinstance(item, Mapping) else None
    return found if isinstance(found, Mapping) else {}


def with_statistics(document: Any) -> Sequence[Item] | None:
    """The videos (or channels) with numbers in the answers; None for a document without any.

    >>> with_statistics({"items": [{"id": "a", "statistics": {"viewCount": "3"}}, {"id": "b"}]})
    [{'id': 'a', 'statistics': {'viewCount': '3'}}]
    """
    found = [item for item in items(document) if part(item, "statistics") and isinstance(item.get("id"), str)]
    return found or None
