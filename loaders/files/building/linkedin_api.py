"""What LinkedIn's API writes in its own way: names of things (URNs), moments, and the text of posts."""

import re
from datetime import UTC, datetime
from typing import Any

from loaders.files.building.documents import Object, at, given, text_at
from loaders.files.reading.headers import Aliases

STATISTICS: Aliases = {
    "impressions": ("totalShareStatistics.impressionCount",),
    "reach": ("totalShareStatistics.uniqueImpressionsCount",),
    "clicks": ("totalShareStatistics.clickCount",),
    "likes": ("totalShareStatistics.likeCount",),
    "comments": ("totalShareStatistics.commentCount",),
    "shares": ("totalShareStatistics.shareCount",),
}
COUNTS = tuple(STATISTICS)
_PATHS = tuple(path for paths in STATISTICS.values() for path in paths)
_MENTION = re.compile(r"@\[((?:\\.|[^\]\\])*)\]\(urn:li:(\w+):[^)]*\)")
_HASHTAG = re.compile(r"\{hashtag\|\\?#\|([^}]*)\}")
_ESCAPED = re.compile(r"\\([\\|{}@\[\]()<>#*_~])")


def statistics(element: Object) -> Object:
    """The counts of a post or a day that are there."""
    return given(element, *_PATHS)


def organization(urn: str) -> str:
    """The number of an organisation.

    >>> organization("urn:li:organization:2414183"), organization("urn:li:person:a")
    ('2414183', '')
    """
    kind, _, number = urn.rpartition(":")
    return number if kind == "urn:li:organization" else ""


def moment(milliseconds: Any) -> str:
    """Milliseconds since 1970 as a text; "" where it is no moment.

    >>> moment(1790762400000), moment("soon"), moment(10**30)
    ('2026-09-30T10:00:00+00:00', '', '')
    """
    if isinstance(milliseconds, bool) or not isinstance(milliseconds, int):
        return ""
    try:
        return datetime.fromtimestamp(milliseconds // 1000, UTC).isoformat()
    except (OverflowError, ValueError, OSError):
        return ""


def plain(commentary: str) -> str:
    r"""The text of a post as readers see it: names of organisations, hashtags, no escapes; persons are not named.

    >>> plain(r"Dank @[Zwembad](urn:li:organization:9) \(open\) en @[Ann](urn:li:person:8)! {hashtag|\#|zwem}")
    'Dank Zwembad (open) en [handle]! #zwem'
    """
    named = _MENTION.sub(_named, commentary)
    return _ESCAPED.sub(r"\1", _HASHTAG.sub(r"#\1", named))


def _named(mention: re.Match[str]) -> str:
    return mention[1] if mention[2] == "organization" else "[handle]"


def media(post: Object) -> str:
    """What a post shows besides its text, in LinkedIn's words: image, video, document, article, multiImage, poll.

    >>> media({"content": {"media": {"id": "urn:li:video:C5"}}}), media({"content": {"article": {}}}), media({})
    ('video', 'article', '')
    """
    content = post.get("content")
    kind = next(iter(content), "") if isinstance(content, dict) else ""
    urn = text_at(at(content, "media"), "id").split(":")
    return urn[2] if kind == "media" and len(urn) > 2 else kind
