"""What it costs to look at a large export, of every format, beside the bare parser on the same bytes.

`python -m evals.reading [SAMPLE ...] [--megabytes 5] [--json]` makes each sample export large (`evals.growth`), runs
`python -m loaders inspect` on it, and prints processor time, most memory at once, and the ratio of that time to the
floor: the CSV reader of pandas, Python's JSON and XML readers, the workbook reader, on the same bytes in this run.
Without samples one of each format is taken, and then a CSV of 100,000 rows and 40 columns. Goals: 2 seconds and 500 MB
for a file of 5 MB, 3 seconds and ten times its size for the 100,000 rows. Starting the program takes 0.6 of these.
"""

import argparse
import csv
import io
import json
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from time import process_time
from typing import Any
from xml.etree.ElementTree import fromstring

import pandas as pd
from python_calamine import CalamineWorkbook

from evals.growth import grown, renumbered
from evals.measured import Cost, inspected
from loaders.files import read_files
from loaders.files.reading import archives
from loaders.files.reading.documents import SCRIPT
from loaders.files.reading.encoding import encoding_of
from loaders.files.reading.kinds import kind_of
from loaders.files.reading.limits import MEGABYTE

SAMPLES = Path(__file__).parents[1] / "tests" / "samples"
_WIDE = "meta_facebook/Jan-14-2025_Apr-14-2025_1396269028400001.csv"
_ROWS, _COLUMNS = 100_000, 40


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m evals.reading", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("samples", nargs="*", type=Path, metavar="SAMPLE")
    parser.add_argument("--megabytes", type=float, default=5.0)
    parser.add_argument("--json", action="store_true", help="print JSON only")
    asked = parser.parse_args()
    size = int(asked.megabytes * MEGABYTE)
    with tempfile.TemporaryDirectory() as folder:
        files = _files(Path(folder), asked.samples or list(one_of_each()), size, wide=not asked.samples)
        found = []
        for path in files:
            found.append(measure(path))
            if not asked.json:
                print(*(f"{name}={value}" for name, value in found[-1].items()), sep="  ", flush=True)
    if asked.json:
        print(json.dumps(found, indent=2))
    return 0


def one_of_each() -> Iterator[Path]:
    """The first sample of each format."""
    seen: set[str | None] = {None}
    for path in sorted(SAMPLES.rglob("*")):
        if path.is_file() and path.parent.name != "other":
            formats = {batch.format for batch in read_files([(path.name, path.read_bytes())])}
            if formats - seen:
                seen |= formats
                yield path


def _files(folder: Path, samples: Sequence[Path], size: int, wide: bool) -> Iterator[Path]:
    for sample in samples:
        path = folder / named(sample)
        path.write_bytes(grown(sample.read_bytes(), size))
        yield path
        path.unlink()
    if wide:
        path = folder / "wide.csv"
        path.write_bytes(wide_table())
        yield path


def named(sample: Path) -> str:
    """The name of the large file: a workbook is always written as `.xlsx`."""
    return sample.stem + (".xlsx" if kind_of(sample.read_bytes()) in ("ole", "xml_workbook") else sample.suffix)


def wide_table() -> bytes:
    """A content export of 100,000 posts and 40 columns."""
    text = encoding_of(data := (SAMPLES / _WIDE).read_bytes()).text(data)
    header, *body = [row for row in csv.reader(io.StringIO(text, newline="")) if row]
    body = [row for row in body if len(row) == len(header)]
    more = [f"Column {number}" for number in range(len(header), _COLUMNS)]
    target = io.StringIO(newline="")
    writer = csv.writer(target)
    writer.writerow([*header, *more])
    for number in range(_ROWS):
        row = body[number % len(body)]
        writer.writerow([*(renumbered(cell, number) for cell in row), *map(str, range(number, number + len(more)))])
    return target.getvalue().encode()


def measure(path: Path) -> dict[str, Any]:
    """One large file: its rows, and what it costs to look at it."""
    data = path.read_bytes()
    cost: Cost = inspected(path)
    floor = _seconds(lambda: bare(data))
    return {
        "file": path.name,
        "formats": ",".join(sorted({str(entry["format"]) for entry in cost.answer})),
        "megabytes": round(len(data) / MEGABYTE, 1),
        "rows_read": sum(entry["rows_read"] for entry in cost.answer),
        "rows_kept": sum(entry["rows_kept"] for entry in cost.answer),
        "cpu_seconds": round(cost.seconds, 2),
        "peak_mb": round(cost.peak_mb),
        "floor_seconds": round(floor, 3),
        "ratio": round(cost.seconds / floor, 1),
    }


def bare(data: bytes) -> None:
    """The least that takes these bytes apart."""
    kind = kind_of(data)
    if kind == "delimited":
        text = encoding_of(data).text(data)
        mark = max(",;\t", key=text[:4096].count)
        plain = pd.read_csv(io.StringIO(text), sep=mark, header=None, dtype=str, on_bad_lines="skip", na_filter=False)
        assert len(plain)
    elif kind == "json":
        text_ = encoding_of(data).text(data)
        script = SCRIPT.match(text_)
        json.loads(text_[script.end() if script else 0 :].rstrip().removesuffix(";"))
    elif kind == "xml":
        fromstring(data)  # noqa: S314 - our own sample
    elif kind == "archive":
        for _name, content in archives.members(data):
            if isinstance(content, bytes):
                bare(content)
    elif kind != "xml_workbook":
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for name in book.sheet_names:
            book.get_sheet_by_name(name).to_python()


def _seconds(task: Callable[[], None]) -> float:
    """Processor time, which other work on the machine does not stretch."""
    start = process_time()
    task()
    return process_time() - start


if __name__ == "__main__":
    sys.exit(main())
