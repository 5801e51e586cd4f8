"""A file of 5 MB is looked at within 500 MB, whatever its format. How long it takes is told by `evals.reading`."""

import tempfile
from functools import cache
from pathlib import Path

import pytest

from evals.growth import grown
from evals.measured import Cost, inspected
from evals.reading import named
from loaders.files import formats
from loaders.files.reading.limits import MEGABYTE
from tests.loaders.files.golden import batches, samples

MOST_MB = 500


@cache
def sample_of() -> dict[str, Path]:
    """The largest sample of each format; one that is no old workbook, which nothing can write, where there is one."""
    by_size = sorted(samples(), key=lambda path: (path.suffix != ".xls", path.stat().st_size))
    return {batch.format: path for path in by_size for batch in batches(path) if batch.format}


@cache
def cost(sample: Path) -> Cost:
    with tempfile.TemporaryDirectory() as folder:
        large = Path(folder) / named(sample)
        large.write_bytes(grown(sample.read_bytes(), 5 * MEGABYTE))
        return inspected(large)


@pytest.mark.slow
@pytest.mark.parametrize("form", [form.id for form in formats()])
def test_a_large_file_of_each_format_fits_in_memory(form: str) -> None:
    found = cost(sample_of()[form])
    assert found.code == 0
    assert found.peak_mb < MOST_MB
    assert form in {entry["format"] for entry in found.answer}
    for entry in found.answer:
        assert entry["rows_read"] == entry["rows_kept"] + entry["rows_rejected"] + entry["duplicates"]
