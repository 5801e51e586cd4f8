"""What each export in `tests/samples` must come to: its report and its records, in a file of `tests/golden`.

`python -m tests.loaders.files.golden [SAMPLE ...]` writes these files anew. Read the difference before you keep it: a
golden file is right because somebody compared it with the sample, not because it was written.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from loaders.files import read_files
from loaders.records import Batch
from loaders.report import as_json, records
from tests.loaders.files.sample_exports import SAMPLES

GOLDEN = SAMPLES.parent / "golden"
SUFFIX = ".jsonl"


def samples() -> list[Path]:
    """Every sample export of a known format."""
    return [path for path in sorted(SAMPLES.rglob("*")) if path.is_file() and "other" not in path.parts]


def golden_file(sample: Path) -> Path:
    """Where the expectation of a sample stands."""
    place = GOLDEN / sample.resolve().relative_to(SAMPLES)
    return place.with_name(place.name + SUFFIX)


def batches(sample: Path) -> list[Batch]:
    """What a sample holds, read alone."""
    return read_files([(sample.name, sample.read_bytes())])


def lines(sample: Path) -> Iterator[str]:
    """The report of each table, without the words of its messages, followed by all its records."""
    for batch in batches(sample):
        report = as_json(batch)
        report["warnings"] = [{"code": one["code"], "rows": one["rows"]} for one in report["warnings"]]
        report["rejected"] = [{name: one[name] for name in ("row", "column", "code")} for one in report["rejected"]]
        report["questions"] = [one["name"] for one in report["questions"]]
        yield json.dumps(report, ensure_ascii=False)
        yield from (json.dumps(record, ensure_ascii=False) for record in records(batch, everything=True))


if __name__ == "__main__":
    for chosen in map(Path, sys.argv[1:]) if len(sys.argv) > 1 else samples():
        golden_file(chosen).parent.mkdir(parents=True, exist_ok=True)
        golden_file(chosen).write_text("\n".join(lines(chosen)) + "\n", encoding="utf-8")
