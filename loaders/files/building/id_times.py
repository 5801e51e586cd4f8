"""Ids that carry the moment they were made: a free check of an export's times, and their repair.

Every function takes texts in which an id stands (an id, a link, a URN) and gives seconds since 1970 UTC, or 0
where there is none.
"""

import base64
import binascii
from collections.abc import Callable

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from loaders.files.building.patterns import group

Seconds = NDArray[np.int64]

_X_EPOCH_MS = 1_288_834_974_657
_INSTAGRAM_EPOCH_MS = 1_314_220_021_721
_YEAR_2100 = 4_102_444_800


def _decoded(texts: "pd.Series[str]", pattern: str, seconds_of: Callable[[str], int]) -> Seconds:
    ids = group(texts, pattern)
    return np.fromiter((seconds_of(id_) if id_ else 0 for id_ in ids), dtype=np.int64, count=len(ids))


def x_status(texts: "pd.Series[str]") -> Seconds:
    """Status ids of X, alone or at the end of a link: `((id >> 22) + 1288834974657) / 1000`.

    >>> x_status(pd.Series(["1476946213748543488", "https://x.com/a/status/20"])).tolist()
    [1640966392, 0]
    """
    return _decoded(texts, r"(?:^|/status(?:es)?/)(?P<id>\d{17,20})(?:\D|$)", _x_seconds)


def _x_seconds(id_: str) -> int:
    return ((int(id_) >> 22) + _X_EPOCH_MS) // 1000


def instagram_shortcode(texts: "pd.Series[str]") -> Seconds:
    """Upload times from links to posts: the first 11 characters are the number whose top bits are milliseconds.

    >>> instagram_shortcode(pd.Series(["https://www.instagram.com/p/DGoFDwHMabc/"])).tolist()
    [1740766613]
    """
    pattern = r"instagram\.com/(?:[^/]+/)?(?:p|reel|reels|tv)/(?P<id>[A-Za-z0-9_-]{10,})"
    return _decoded(texts, pattern, _instagram_seconds)


def _instagram_seconds(shortcode: str) -> int:
    code = "A" + shortcode[:11].rjust(11, "A")
    try:
        number = int.from_bytes(base64.b64decode(code, altchars=b"-_", validate=True), "big")
    except binascii.Error:
        return 0
    return ((number >> 23) + _INSTAGRAM_EPOCH_MS) // 1000


def linkedin_urn(texts: "pd.Series[str]") -> Seconds:
    """Times from `urn:li:activity:` and `urn:li:share:` (and ugcPost) numbers, in links too: `(id >> 22) / 1000`.

    >>> linkedin_urn(pd.Series(["https://www.linkedin.com/feed/update/urn:li:activity:7300000000000000000"])).tolist()
    [1740455627]
    """
    pattern = r"(?:urn(?::|%3A)li(?::|%3A)|-)(?:activity|share|ugcPost)(?::|%3A|-)(?P<id>\d{17,20})"
    return _decoded(texts, pattern, lambda id_: (int(id_) >> 22) // 1000)


def tiktok_video(texts: "pd.Series[str]") -> Seconds:
    """Times from the ids of TikTok's videos, alone or in a link: `id >> 32`.

    >>> tiktok_video(pd.Series(["https://www.tiktok.com/@town/video/7300000000000000000"])).tolist()
    [1699663698]
    """
    return _decoded(texts, r"(?:^|/(?:video|photo)/)(?P<id>\d{18,20})(?:\D|$)", lambda id_: int(id_) >> 32)


def mastodon_status(texts: "pd.Series[str]") -> Seconds:
    """Status ids of Mastodon, alone or at the end of an address: `(id >> 16) / 1000`. Older ids are plain numbers.

    Ids of Takahe look alike and are made otherwise: what would be a time after 2100 is none.

    >>> mastodon_status(pd.Series(["115290368000000000", "https://example.social/users/a/statuses/42"])).tolist()
    [1759191406, 0]
    >>> mastodon_status(pd.Series([str(154_000_000_000 << 22)])).tolist()
    [0]
    """
    return _decoded(texts, r"(?:^|/)(?P<id>\d{17,19})$", _mastodon_seconds)


def _mastodon_seconds(id_: str) -> int:
    found = (int(id_) >> 16) // 1000
    return found if found < _YEAR_2100 else 0


_TID = {letter: value for value, letter in enumerate("234567abcdefghijklmnopqrstuvwxyz")}


def bluesky_tid(texts: "pd.Series[str]") -> Seconds:
    """Record keys of Bluesky, alone or at the end of an at-uri: 13 letters, of which 53 bits are microseconds.

    >>> bluesky_tid(pd.Series(["at://did:plc:a/app.bsky.feed.post/3mugxb4v2222b", "self"])).tolist()
    [1788249600, 0]
    """
    return _decoded(texts, r"(?:^|/)(?P<id>[2-7a-j][2-7a-z]{12})$", _tid_seconds)


def _tid_seconds(key: str) -> int:
    number = 0
    for letter in key:
        number = number * 32 + _TID[letter]
    return (number >> 10) // 1_000_000


def looks_damaged(ids: "pd.Series[str]") -> NDArray[np.bool_]:
    """Ids that went through a spreadsheet: `6.49E+17`, or 15 digits and then only zeros in most rows.

    >>> looks_damaged(pd.Series(["6.49E+17", "1476946213748543488"])).tolist()
    [True, False]
    """
    scientific = ids.str.fullmatch(r"\d+(?:[.,]\d+[eE]\+?|[eE]\+)\d+").fillna(False).to_numpy(dtype=np.bool_)
    rounded = ids.str.fullmatch(r"\d{15}0{2,}").fillna(False).to_numpy(dtype=np.bool_)
    if rounded.sum() > 1 and rounded.sum() * 2 > len(ids) - scientific.sum():
        return np.asarray(scientific | rounded)
    return scientific
