"""Keys of posts and comments that are the same in every export, so that an import can be repeated.

A key is a 63-bit hash of platform and external id. Platforms do not agree with themselves on ids: Facebook says
both `page_post` and `post`, Instagram has a shortcode in the link beside several numbers. `external_ids` picks the
one form that all of them lead to.
"""

import hashlib
import re
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

_PAGE_AND_POST = re.compile(r"^\d+_(\d+)$")
_SHORTCODE = re.compile(r"instagram\.com/(?:[^/]+/)?(?:p|reel|reels|tv)/([A-Za-z0-9_-]+)")
OWN_NUMBERING = frozenset({"website", "other"})
"""Platforms whose posts have a number that is unique within one account only."""


def external_ids(platform: str, ids: Iterable[str], permalinks: Iterable[str | None]) -> list[str]:
    """The id of each post in the one form used for its key.

    >>> external_ids("facebook", ["122_9876", "9876"], [None, None])
    ['9876', '9876']
    >>> external_ids("instagram", ["17841"], ["https://www.instagram.com/reel/Cabc-12/"])
    ['Cabc-12']
    """
    if platform == "facebook":
        return [_PAGE_AND_POST.sub(r"\1", value) if "_" in value else value for value in ids]
    if platform == "instagram":
        found = ((value, _SHORTCODE.search(link or "")) for value, link in zip(ids, permalinks, strict=True))
        return [match.group(1) if match else value for value, match in found]
    return list(ids)


def keys(platform: str, external: Iterable[str], accounts: Iterable[int]) -> npt.NDArray[np.int64]:
    """The keys of posts or comments, each from 0 to 2**63 - 1.

    Websites and "other" sources number their posts themselves, so there the account is part of the key.

    >>> int(keys("x", ["1"], [7])[0]) == int(keys("x", ["1"], [8])[0])
    True
    >>> int(keys("other", ["1"], [7])[0]) == int(keys("other", ["1"], [8])[0])
    False
    """
    if platform in OWN_NUMBERING:
        names = [f"{platform}:{account}:{value}" for account, value in zip(accounts, external, strict=True)]
    else:
        names = [f"{platform}:{value}" for value in external]
    digests = b"".join(hashlib.blake2b(name.encode(), digest_size=8).digest() for name in names)
    return (np.frombuffer(digests, dtype=">u8") >> 1).astype(np.int64)
