"""What links to posts tell: the platform, the post's id, and the time inside it."""

from collections.abc import Callable

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from loaders.files.building.id_times import (
    bluesky_tid,
    instagram_shortcode,
    linkedin_urn,
    tiktok_video,
    x_status,
)
from loaders.files.building.patterns import group
from loaders.records import Platform

_HOSTS: dict[Platform, str] = {
    "x": r"//(?:www\.|mobile\.)?(?:twitter|x)\.com/",
    "facebook": r"//(?:[a-z-]+\.)?(?:facebook\.com|fb\.watch)/",
    "instagram": r"//(?:www\.)?instagram\.com/",
    "linkedin": r"//(?:[a-z]+\.)?linkedin\.com/",
    "youtube": r"//(?:www\.|m\.)?(?:youtube\.com|youtu\.be)/",
    "tiktok": r"//(?:www\.|vm\.)?tiktok\.com/",
    "bluesky": r"//bsky\.app/",
    "mastodon": r"//[^/]+/(?:@[^/]+/\d+|users/[^/]+/statuses/\d+)$",
}
IDS: dict[Platform, str] = {
    "x": r"/status(?:es)?/(?P<id>\d+)",
    "facebook": r"(?:/(?:posts|videos|permalink|reel)/(?:[^/?]+/)?|[?&](?:story_fbid|fbid|v)=)(?P<id>\d+)",
    "instagram": r"/(?:p|reel|reels|tv)/(?P<id>[A-Za-z0-9_-]+)",
    "linkedin": r"(?P<id>urn:li:[A-Za-z]+:\d+)",
    "youtube": r"(?:v=|youtu\.be/|/shorts/)(?P<id>[A-Za-z0-9_-]{11})",
    "tiktok": r"/video/(?P<id>\d+)",
    "bluesky": r"/post/(?P<id>[a-z0-9]+)",
    "mastodon": r"/(?:@[^/]+|statuses)/(?P<id>\d+)$",
}
"""Where the id of a post stands in its link."""
_ACCOUNTS: dict[Platform, str] = {
    "x": r"(?:twitter|x)\.com/(?P<id>[A-Za-z0-9_]+)/status",
    "tiktok": r"tiktok\.com/@(?P<id>[^/?]+)/",
    "bluesky": r"bsky\.app/profile/(?P<id>[^/?]+)/",
}
_TIMES: dict[Platform, Callable[["pd.Series[str]"], NDArray[np.int64]]] = {
    "x": x_status,
    "instagram": instagram_shortcode,
    "linkedin": linkedin_urn,
    "tiktok": tiktok_video,
    "bluesky": bluesky_tid,
}


def platform_of(links: "pd.Series[str]") -> Platform | None:
    """The platform that most links lead to; None when there is no majority.

    >>> platform_of(pd.Series(["https://twitter.com/a/status/1", "https://x.com/a/status/2"]))
    'x'
    """
    found = {platform: int(links.str.contains(host).sum()) for platform, host in _HOSTS.items()}
    best = max(found, key=lambda platform: found[platform])
    return best if found[best] * 2 > len(links) else None


def ids(platform: Platform, links: "pd.Series[str]") -> "pd.Series[str]":
    """The id in each link, or the link itself where it holds none.

    >>> ids("x", pd.Series(["https://x.com/a/status/12?s=20", "https://example.org/a"])).tolist()
    ['12', 'https://example.org/a']
    """
    if platform not in IDS:
        return links
    found = group(links, IDS[platform])
    return found.mask(found == "", links).astype("str")


def accounts(platform: Platform, links: "pd.Series[str]") -> "pd.Series[str]":
    """The account in links to posts; "" where links do not tell.

    >>> accounts("tiktok", pd.Series(["https://www.tiktok.com/@gemeente/video/7"])).tolist()
    ['gemeente']
    """
    if platform not in _ACCOUNTS:
        return pd.Series("", index=links.index, dtype="str")
    found = group(links, _ACCOUNTS[platform])
    return found.mask(found == "i", "").astype("str") if platform == "x" else found  # x.com/i/status/12 names nobody


def times(platform: Platform, ids_or_links: "pd.Series[str]") -> NDArray[np.int64]:
    """The time inside each id, in seconds; 0 where there is none."""
    decode = _TIMES.get(platform)
    return np.zeros(len(ids_or_links), dtype=np.int64) if decode is None else decode(ids_or_links)
