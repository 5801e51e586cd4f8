"""What the exports of TikTok share: the times inside links, and the newest video of an export."""

import re
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import suppress

from loaders.files.building.format import Clue
from loaders.files.reading.archives import readers
from loaders.files.reading.limits import MEGABYTE

LINK = r"tiktok\.com/@(?P<handle>[\w.]*)/"
VIDEO = r"/(?:video|photo)/(?P<id>\d{5,20})"

NEWEST = "tiktok_newest"
"""The clue of when the newest video of an export was posted, in seconds since 1970."""

_ID = re.compile(rb"tiktok\.com/@[^/\s]{0,80}/(?:video|photo)/(\d{18,20})")
_HOLDS_LINKS = re.compile(r"(?i).*\.csv|xl/sharedStrings\.xml|xl/worksheets/[^/]+\.xml")
_MOST = 64 * MEGABYTE


def _newest(data: bytes) -> Mapping[str, str]:
    ids = [int(id_) for content in _contents(data) for id_ in _ID.findall(content)]
    return {NEWEST: str(max(ids) >> 32)} if ids else {}


def _contents(data: bytes) -> Iterator[bytes]:
    """A file itself; of a workbook or zip the members in which links stand."""
    if not data.startswith(b"PK\x03\x04"):
        yield data
        return
    with suppress(zipfile.BadZipFile, NotImplementedError, OSError, ValueError):
        for name, _, read in readers(data):
            if _HOLDS_LINKS.fullmatch(name):
                yield read()[:_MOST]


CLUE = Clue(re.compile(r"(?i)content.*\.(?:csv|xlsx|zip)"), _newest)
"""The file with the videos dates the daily files beside it, whose days have no year."""
