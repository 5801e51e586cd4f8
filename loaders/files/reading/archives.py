"""Members of archives (zip; tar.gz by `tarballs`), within limits that stop those made to exhaust memory ("bombs")."""

import copy
import io
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import PurePosixPath

from loaders.files.reading import tarballs
from loaders.files.reading.errors import UnreadableError
from loaders.files.reading.limits import (
    ARCHIVE_MEMBERS,
    FILE_BYTES,
    MEGABYTE,
    UNPACKED_BYTES,
    UNPACKED_RATIO,
)
from metrics.words import N_, Message

_BESIDE = frozenset(
    {".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".ico", ".mp4", ".mov", ".m4v", ".mp3", ".wav", ".vtt", ".srt"}
    | {".html", ".htm", ".css", ".woff", ".woff2", ".ttf", ".map"}
)
"""Pictures, films and the pages of an archive: they come beside exports and hold no figures."""


def members(data: bytes) -> Iterator[tuple[str, bytes | UnreadableError]]:
    """Name and content of each file in an archive, in its order; what the system adds is left out.

    A member that cannot be read comes as the `UnreadableError` that says why; the others still come.
    """
    if tarballs.is_tarball(data):
        yield from tarballs.members(data, is_clutter)
        return
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = _files(archive)
        refuse_bomb(archive, files)
        for info in files:
            try:
                yield info.filename, _content(archive, info)
            except UnreadableError as error:
                yield info.filename, error


def readers(data: bytes) -> Iterator[tuple[str, int, Callable[[], bytes]]]:
    """Name and size of each file in an archive with a way to read it; of a damaged one nothing comes out."""
    if tarballs.is_tarball(data):
        for name, content in tarballs.members(data, is_clutter):
            if isinstance(content, bytes):
                yield name, len(content), lambda content=content: content  # type: ignore[misc]
        return
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for info in _files(archive):
            yield info.filename, info.file_size, lambda info=info: b"".join(blocks(archive, info))  # type: ignore[misc]


def _files(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    return [info for info in archive.infolist() if not info.is_dir() and not is_clutter(info.filename)]


def refuse_bomb(archive: zipfile.ZipFile, files: Sequence[zipfile.ZipInfo]) -> None:
    """`UnreadableError` when there are too many of these files in an archive, or they unpack to too much.

    The sizes that an archive states can lie, so each member is unpacked, counted and thrown away.
    """
    if len(files) > ARCHIVE_MEMBERS:
        values = {"n": len(files), "limit": ARCHIVE_MEMBERS}
        text = N_("This archive holds {n} files; at most {limit} can be read. Unpack it and load the exports alone.")
        raise UnreadableError(Message("too_many_members", text, values))
    total = 0
    for info in files:
        if info.flag_bits & 1:
            continue  # has a password; said when the member is read
        size = 0
        for block in blocks(archive, info):
            size += len(block)
            total += len(block)
            bloated = size > MEGABYTE and size > UNPACKED_RATIO * max(info.compress_size, 1)
            if bloated or total > UNPACKED_BYTES:
                text = N_("This archive unpacks to far more than an export does, so it was not opened.")
                raise UnreadableError(Message("zip_bomb", text))


def blocks(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
    """The unpacked member in pieces, to its real end whatever size the archive states."""
    honest = copy.copy(info)
    honest.file_size = UNPACKED_BYTES + 1
    try:
        with archive.open(honest) as stream:
            while block := stream.read(MEGABYTE):
                yield block
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError):
        return  # a damaged member is reported when it is read


def _content(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    if info.flag_bits & 1:
        text = N_("This file has a password. Open it, save it without a password, and load it again.")
        raise UnreadableError(Message("password", text))
    if info.file_size > FILE_BYTES:
        from loaders.files.reading.kinds import too_large

        raise too_large(info.file_size)
    try:
        return archive.read(info)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
        text = N_("This file is damaged and cannot be opened. Download it again.")
        raise UnreadableError(Message("damaged_zip", text)) from error


def is_clutter(name: str) -> bool:
    """Whether a file in an archive or folder is no export: pictures and pages beside it, and what systems add.

    >>> is_clutter("tweets_media/a.jpg"), is_clutter("__MACOSX/tweets.js"), is_clutter("data/tweets.js")
    (True, True, False)
    """
    path = PurePosixPath(name.replace("\\", "/"))
    parts = path.parts
    hidden = "__MACOSX" in parts or any(part.startswith(".") for part in parts) or path.name == "Thumbs.db"
    return hidden or path.suffix.lower() in _BESIDE
