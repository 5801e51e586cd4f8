"""Files, folders and archives named on the command line, read one by one."""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from loaders.files import clues_in, read_file
from loaders.files.reading.archives import is_clutter
from loaders.files.reading.kinds import too_large
from loaders.files.reading.limits import FILE_BYTES
from loaders.files.reading.opening import folder_of
from loaders.records import Batch


def batches(paths: Iterable[str], answers: Mapping[str, str] | None = None) -> Iterator[tuple[Path, Batch]]:
    """The batches of all files, each with its path; a file that is too large is refused without being read.

    `answers` are a person's answers to questions that the files leave open, by the name of the question.
    """
    found = list(_files(paths))
    book = clues_in((str(path), path.stat().st_size, path.read_bytes) for path in found if path.is_file())
    for path in found:
        status = path.stat()
        if status.st_size > FILE_BYTES:
            yield path, Batch(file=str(path), error=too_large(status.st_size).message)
            continue
        clues = {"modified": str(int(status.st_mtime)), **book.get(folder_of(str(path)), {}), **(answers or {})}
        for batch in read_file(str(path), path.read_bytes(), clues):
            yield path, batch


def _files(paths: Iterable[str]) -> Iterator[Path]:
    """Files as named; of a folder all files in it, in the order of their names, hidden ones left out."""
    for path in map(Path, paths):
        if not path.is_dir():
            yield path
            continue
        for folder, folders, names in os.walk(path):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            found = (Path(folder) / name for name in sorted(names) if not is_clutter(name))
            yield from (path for path in found if path.is_file())  # no broken links
