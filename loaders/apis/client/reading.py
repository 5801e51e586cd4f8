"""The body of an answer: not too large, of the right kind, and JSON that can do no harm."""

import json
import math
import re
from typing import Any

import requests

from loaders.apis.client.limits import TooLargeError

MOST_BYTES = 5_000_000
"""Of one answer, unpacked. A page of 100 posts with everything on it is far below."""

MOST_LEVELS = 500
"""Lists and objects within each other. A thread in which everyone answers the last takes two a message."""

_BLOCK = 65_536
_DIGITS = 20  # of 2 to the 63rd, with a sign
_DATA = re.compile(r"[\w.+-]+/(?:[\w.+-]+\+)?(?:json|javascript)")  # the latter is what Graph has called its JSON
_PAGE = re.compile(r"text/html|application/xhtml\+xml")


class NoDataError(Exception):
    """The body is not the data that was asked for; `is_page` when it is a web page."""

    def __init__(self, is_page: bool) -> None:
        super().__init__("web page" if is_page else "no data")
        self.is_page = is_page


def content(got: requests.Response) -> bytes:
    """The unpacked body, read as it drips in; `TooLargeError` as soon as it is too large."""
    packed = got.headers.get("content-encoding", "identity").strip().lower()
    if packed not in {"", "identity", "gzip", "x-gzip"}:  # what was asked for; packing in packing is an attack
        raise NoDataError(is_page=False)
    stated = got.headers.get("content-length", "")
    if stated.isdecimal() and len(stated) > len(str(MOST_BYTES)):
        raise TooLargeError
    parts: list[bytes] = []
    size = 0
    while block := got.raw.read1(_BLOCK, decode_content=True):  # `iter_content` waits for a full block
        parts.append(block)
        size += len(block)
        if size > MOST_BYTES:
            raise TooLargeError
    return b"".join(parts)


def data(body: bytes, media_type: str) -> Any:
    """The JSON value of a body; None of an empty one."""
    if not body.strip():
        return None
    kind = media_type.partition(";")[0].strip().lower()
    is_page = _PAGE.fullmatch(kind) is not None or body[:200].lstrip().startswith(b"<")
    if is_page or (kind and not _DATA.fullmatch(kind)):
        raise NoDataError(is_page)
    try:
        value = json.loads(body, parse_int=_whole, parse_float=_number, parse_constant=_no_number)
    except (ValueError, RecursionError):
        value = NoDataError(is_page=False)
    if isinstance(value, NoDataError) or _is_deep(value):
        raise NoDataError(is_page=False)
    return value


def _whole(text: str) -> int | None:
    """A number that a store can hold; of a larger one nothing is known."""
    number = int(text) if len(text) <= _DIGITS else None
    return number if number is not None and -(2**63) <= number < 2**63 else None


def _number(text: str) -> float | None:
    number = float(text)
    return number if math.isfinite(number) else None


def _no_number(text: str) -> None:
    raise ValueError(text)


def _is_deep(value: Any) -> bool:
    level = [value] if isinstance(value, dict | list) else []
    for _ in range(MOST_LEVELS):
        if not level:
            return False
        level = [
            part
            for held in level
            for part in (held.values() if isinstance(held, dict) else held)
            if isinstance(part, dict | list)
        ]
    return bool(level)
