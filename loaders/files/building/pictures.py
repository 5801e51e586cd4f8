"""How many pictures a post has, and how many of them have a description (alt text), where a document tells."""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from loaders.files.building.documents import Object, objects
from loaders.files.reading.headers import Aliases

PICTURES: Aliases = {"images": ("pictures.images",), "described": ("pictures.described",)}
"""The columns for `ALIASES` of formats whose rows have the members of `pictures`."""


def pictures(attached: Any, is_picture: Callable[[Object], bool], names: Collection[str]) -> dict[str, int]:
    """The pictures among what is attached to a post; `names` are the members that hold a description.

    A description that is null or blank is none. An object without any of these members does not tell, so nothing is
    known about the post.

    >>> def every(item): return True
    >>> pictures([{"alt": "A bridge"}, {"alt": " "}], every, ["alt"])
    {'pictures.images': 2, 'pictures.described': 1}
    >>> pictures([], every, ["alt"]), pictures([{}], every, ["alt"]), pictures(None, every, ["alt"])
    ({'pictures.images': 0, 'pictures.described': 0}, {}, {})
    """
    if not isinstance(attached, (list, Mapping)):
        return {}
    found = [item for item in objects(attached if isinstance(attached, list) else [attached]) if is_picture(item)]
    if any(item.keys().isdisjoint(names) for item in found):
        return {}
    described = sum(any(_is_said(item.get(name)) for name in names) for item in found)
    return {"pictures.images": len(found), "pictures.described": described}


def _is_said(description: Any) -> bool:
    return isinstance(description, str) and bool(description.strip())
