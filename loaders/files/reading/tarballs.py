"""Members of gzipped tar archives (`.tar.gz`), as Mastodon gives them, within the limits of `archives`."""

import io
import tarfile
import zlib
from collections.abc import Callable, Iterator

from loaders.files.reading.errors import UnreadableError
from loaders.files.reading.limits import (
    ARCHIVE_MEMBERS,
    FILE_BYTES,
    MEGABYTE,
    UNPACKED_BYTES,
    UNPACKED_RATIO,
)
from metrics.words import N_, Message

_GZIP = b"\x1f\x8b"
_GZIP_WINDOW = 16 + zlib.MAX_WBITS
_MARK = slice(257, 262)  # of a tar archive, in its first 512 bytes


def is_tarball(data: bytes) -> bool:
    """Whether this is a gzipped tar archive; another gzipped file is not.

    >>> is_tarball(b"Date,Views")
    False
    """
    if not data.startswith(_GZIP):
        return False
    try:
        return zlib.decompressobj(_GZIP_WINDOW).decompress(data[:MEGABYTE], 512)[_MARK] == b"ustar"
    except zlib.error:
        return False


def members(data: bytes, is_clutter: Callable[[str], bool]) -> Iterator[tuple[str, bytes | UnreadableError]]:
    """Name and content of each plain file, in order; links, devices and clutter are left out.

    Raises `UnreadableError` when there are too many, when they unpack to too much, or when the archive is damaged.
    """
    _refuse_bomb(data)
    seen = 0
    try:
        with tarfile.open(fileobj=io.BytesIO(data), mode="r:gz") as archive:
            for info in archive:
                if not info.isreg() or info.issparse() or is_clutter(info.name):
                    continue
                seen += 1
                if seen > ARCHIVE_MEMBERS:
                    text = N_(
                        "This archive holds more than {limit} files, which cannot be read. "
                        "Unpack it and load the exports alone."
                    )
                    raise UnreadableError(Message("too_many_tar_members", text, {"limit": ARCHIVE_MEMBERS}))
                yield info.name, _content(archive, info)
    except (tarfile.TarError, zlib.error, EOFError, OSError, ValueError) as error:
        raise _damaged() from error


def _content(archive: tarfile.TarFile, info: tarfile.TarInfo) -> bytes | UnreadableError:
    if info.size > FILE_BYTES:
        from loaders.files.reading.kinds import too_large

        return too_large(info.size)
    stream = archive.extractfile(info)
    return stream.read() if stream else _damaged()


def _refuse_bomb(data: bytes) -> None:
    """Unpack once and throw away, counting: what an archive says of its size can be a lie."""
    unpacking = zlib.decompressobj(_GZIP_WINDOW)
    total, rest = 0, data
    try:
        while rest and not unpacking.eof:
            total += len(unpacking.decompress(rest, MEGABYTE))
            rest = unpacking.unconsumed_tail
            if total > UNPACKED_BYTES or (total > MEGABYTE and total > UNPACKED_RATIO * len(data)):
                text = N_("This archive unpacks to far more than an export does, so it was not opened.")
                raise UnreadableError(Message("zip_bomb", text))
    except zlib.error as error:
        raise _damaged() from error
    if unpacking.unused_data.strip(b"\x00"):  # a second stream behind the first, which exports do not have
        raise _damaged()


def _damaged() -> UnreadableError:
    return UnreadableError(Message("damaged_zip", N_("This file is damaged and cannot be opened. Download it again.")))
