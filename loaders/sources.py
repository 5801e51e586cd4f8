"""Files, folders and archives named on the command line, read one by one."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from loaders.files import read_file
from loaders.files.reading.kinds import too_large
from loaders.files.reading.limits import FILE_BYTES
from loaders.records import Batch


def batches(paths: Iterable[str]) -> Iterator[tuple[Path, Batch]]:
    """The batches of all files, each with its path; a file that is too large is refused without being read."""
    for path in _files(paths):
        size = path.stat().st_size
        if size > FILE_BYTES:
            yield path, Batch(file=str(path), error=too_large(size).message)
            continue
        for batch in read_file(str(path), path.read_bytes()):
            yield path, batch


def _files(paths: Iterable[str]) -> Iterator[Path]:
    """Files as named; of a folder all files in it, in the order of their names, hidden ones left out."""
    for path in map(Path, paths):
        if not path.is_dir():
            yield path
            continue
        for folder, folders, names in os.walk(path):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            found = (Path(folder) / name for name in sorted(names) if not name.startswith("."))
            yield from (path for path in found if path.is_file())  # no broken links
