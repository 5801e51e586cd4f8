"""What a file really is, by its first bytes: names lie, and images end up as `.csv`."""

import io
import re
import struct
import zipfile
from typing import Literal

from loaders.files.reading import tarballs
from loaders.files.reading.errors import UnreadableError
from loaders.files.reading.limits import FILE_BYTES, MEGABYTE
from metrics.words import N_, Message

FileKind = Literal["delimited", "json", "workbook", "ole", "xml_workbook", "xml", "archive"]

_OTHER: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", N_("a PNG image")),
    (b"\xff\xd8\xff", N_("a JPEG image")),
    (b"GIF8", N_("a GIF image")),
    (b"BM", N_("a BMP image")),
    (b"II*\x00", N_("a TIFF image")),
    (b"MM\x00*", N_("a TIFF image")),
    (b"%PDF", N_("a PDF document")),
    (b"{\\rtf", N_("a text document (RTF)")),
    (b"Rar!", N_("a RAR archive")),
    (b"7z\xbc\xaf", N_("a 7-Zip archive")),
    (b"\x1f\x8b", N_("a gzip archive")),
    (b"SQLite format 3", N_("a database")),
    (b"PAR1", N_("a Parquet file")),
    (b"MZ", N_("a program")),
    (b"\x7fELF", N_("a program")),
)


_SCRIPT = re.compile(rb"window\.[\w.]+\s*=\s*[\[{]")  # of an X archive
_CONTROLS = bytes({*range(32), 127} - set(b"\t\n\r\x0b\x0c"))
"""A text has hardly any of these; one that strayed into a caption makes no binary file."""


def kind_of(data: bytes) -> FileKind:
    """The kind of a file that can hold tables; `UnreadableError`, naming what the file is, for any other.

    >>> kind_of(b"Date,Views")
    'delimited'
    >>> kind_of(b'[{"likes": 1}]')
    'json'
    """
    if len(data) > FILE_BYTES:
        raise too_large(len(data))
    if not data.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\x00"):
        raise UnreadableError(Message("empty_file", N_("This file is empty. Export it again and check its size.")))
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):  # the second one is empty
        return _kind_of_zip(data)
    if tarballs.is_tarball(data):
        return "archive"
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return "ole"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):  # this text may hold any byte
        head = data[:4096].decode("utf-16", "ignore").encode("utf-8", "ignore")
    else:
        _refuse_other(data)
        head = data[:4096]
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"<?xml") and b"urn:schemas-microsoft-com:office:spreadsheet" in start:
        return "xml_workbook"
    if start.startswith(b"<?xml"):
        return "xml"
    if start.startswith((b"[", b"{")) or _SCRIPT.match(start):
        return "json"
    return "delimited"


def too_large(size: int) -> UnreadableError:
    """The refusal of a file above the limit, with the remedy."""
    return UnreadableError(
        Message(
            "too_large",
            N_(
                "This file is {size} MB; at most {limit} MB can be read. "
                "Export shorter periods and load them one by one."
            ),
            {"size": round(size / MEGABYTE), "limit": FILE_BYTES // MEGABYTE},
        )
    )


def _refuse_other(data: bytes) -> None:
    if b"\xa2eroots" in data[:16]:  # a map of two, the first of which is "roots"
        text = N_(
            "This is a copy of a Bluesky account (a CAR file). It holds the posts without their likes, reposts and "
            "replies. Load the feed of the account in its place: the answers of app.bsky.feed.getAuthorFeed, as JSON."
        )
        raise UnreadableError(Message("bluesky_car", text))
    start = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    found = next((what for magic, what in _OTHER if data.startswith(magic)), None)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        found = N_("a WebP image")
    elif data[4:8] == b"ftyp":
        found = N_("a video or a phone photo")
    elif start.startswith((b"<!doctype html", b"<html")):
        found = N_("a web page (often a log-in page that was saved in place of the export)")
    elif found in (_OTHER[3][1], _OTHER[13][1]) and b"\x00" not in data[:64]:
        found = None  # two letters are no proof: a text may start with BM or MZ
    if found is not None:
        raise _not_a_table(Message("file_kind", found))
    head = data[:4096]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if controls > 0.02 * len(head) and not _looks_like_utf16(data):
        raise _not_a_table(Message("file_kind", N_("a binary file")))


def _looks_like_utf16(data: bytes) -> bool:
    """UTF-16 without its mark: in Latin text every second byte is zero."""
    odd, even = data[1:4096:2], data[0:4096:2]
    return odd.count(0) > 0.8 * len(odd) or even.count(0) > 0.8 * len(even)


def _kind_of_zip(data: bytes) -> FileKind:
    try:
        names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    except (zipfile.BadZipFile, NotImplementedError, struct.error, OSError, ValueError) as error:
        raise UnreadableError(
            Message("damaged_zip", N_("This file is damaged and cannot be opened. Download it again."))
        ) from error
    if any(name.startswith("xl/workbook") for name in names):
        return "workbook"
    if "mimetype" in names and "content.xml" in names:
        return "workbook"  # OpenDocument, which the same reader opens
    if any(name.startswith("word/") for name in names):
        raise _not_a_table(Message("file_kind", N_("a Word document")))
    if any(name.startswith("ppt/") for name in names):
        raise _not_a_table(Message("file_kind", N_("a presentation")))
    return "archive"


def _not_a_table(what: Message) -> UnreadableError:
    return UnreadableError(
        Message(
            "not_a_table",
            N_(
                "This file is {what}, not a table, whatever its name says. "
                "Load the export itself: CSV, Excel, JSON or zip."
            ),
            {"what": what},
        )
    )
