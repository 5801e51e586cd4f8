"""Looking into documents from outside, where any member may be absent or of another type than it should be."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

Object = Mapping[str, Any]


def at(value: Any, *path: str) -> Any:
    """The member at this path; None where the path ends early. Of a list on the way, its first member is taken.

    >>> at({"a": [{"b": 1}]}, "a", "b"), at({"a": "text"}, "a", "b")
    (1, None)
    """
    for name in path:
        if isinstance(value, list):
            value = value[0] if value else None
        value = value.get(name) if isinstance(value, dict) else None
    return value


def text_at(value: Any, *path: str) -> str:
    """The text at this path (a number as text); "" where there is none.

    >>> text_at({"id": 7}, "id"), text_at({"id": ["7"]}, "id")
    ('7', '')
    """
    found = at(value, *path)
    if isinstance(found, bool) or not isinstance(found, (str, int)):
        return ""
    return str(found)


def objects(value: Any) -> list[Object]:
    """The objects among the members of a list; of anything else none.

    >>> objects([{"a": 1}, "b"]), objects("ab")
    ([{'a': 1}], [])
    """
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def mostly(items: Sequence[Object], is_one: Callable[[Object], bool]) -> bool:
    """Whether more than half of some objects are of a kind: one that is damaged does not hide what the others are.

    >>> mostly([{"id": 1}, {"id": 2}, {}], lambda item: "id" in item), mostly([], bool)
    (True, False)
    """
    return sum(map(is_one, items)) * 2 > len(items)


def pages(document: Any, name: str) -> list[Object]:
    """The answers of an API in a document: one, or a list of them (one a line), each with a member of this name.

    >>> pages([{"data": []}, {"data": []}], "data"), pages([{"id": 1}], "data")
    ([{'data': []}, {'data': []}], [])
    """
    answers = [document] if isinstance(document, dict) else objects(document)
    found = [answer for answer in answers if name in answer]
    return found if len(found) == len(answers) else []


def given(item: Any, *paths: str, prefix: str = "") -> dict[str, Any]:
    """Those of these members ("counts.likes") that an object has, by their path; null counts as absent.

    >>> given({"counts": {"likes": 3}, "reach": None}, "counts.likes", "counts.shares", "reach")
    {'counts.likes': 3}
    """
    found = {f"{prefix}{path}": at(item, *path.split(".")) for path in paths}
    return {path: value for path, value in found.items() if value is not None}
