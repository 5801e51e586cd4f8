"""Every made-up export in `tests/samples`, read as a whole: which format, what became of each row, each record."""

from pathlib import Path

import pytest

from loaders.files import formats, knowledge
from loaders.files.building.audience import AUDIENCE_CONTEXT
from loaders.files.reading.headers import Header, normalise
from loaders.files.reading.opening import open_tables
from loaders.files.reading.table import Table
from metrics.audience_groups import DIMENSIONS, METRICS
from tests.loaders.files.golden import GOLDEN, SUFFIX, batches, golden_file, lines, samples
from tests.loaders.files.sample_exports import SAMPLES


def names(path: Path) -> str:
    return str(path.relative_to(SAMPLES))


@pytest.mark.parametrize("sample", samples(), ids=names)
def test_a_sample_comes_to_its_golden_records(sample: Path) -> None:
    assert list(lines(sample)) == golden_file(sample).read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("sample", samples(), ids=names)
def test_the_account_of_rows_adds_up(sample: Path) -> None:
    for batch in batches(sample):
        assert batch.error is None
        assert batch.format is not None
        days = batch.account_days["line"].nunique() + batch.site_days["line"].nunique()
        assert batch.rows_kept == len(batch.posts) + len(batch.comments) + days


@pytest.mark.parametrize("sample", samples(), ids=names)
def test_audience_is_never_posts_and_has_words(sample: Path) -> None:
    for batch in batches(sample):
        said = {rejection.row for rejection in batch.rejected if rejection.reason.code == AUDIENCE_CONTEXT}
        assert said == set(batch.audience["line"])
        assert set(batch.audience["dimension"]) <= DIMENSIONS.keys()
        assert {metric.removesuffix("_share") for metric in batch.audience["metric"]} <= METRICS.keys()
        if len(batch.audience) and batch.kind == "audience":
            assert (batch.rows_kept, batch.loadable) == (0, True)
            assert batch.warnings


@pytest.mark.parametrize("sample", [*samples(), *(SAMPLES / "other").iterdir()], ids=names)
def test_each_header_belongs_to_one_format(sample: Path) -> None:
    for name, table in open_tables(sample.name, sample.read_bytes(), knowledge()):
        assert isinstance(table, Table), name
        assert len(_sniffers(table.keys)) == (0 if "other" in sample.parts else 1), (name, _sniffers(table.keys))


def _sniffers(header: Header) -> list[str]:
    return [form.id for form in formats() if header and form.sniff(header)]


def test_every_format_has_a_sample() -> None:
    found = {batch.format for sample in samples() for batch in batches(sample)}
    assert {form.id for form in formats()} <= found


def test_no_golden_file_without_its_sample() -> None:
    assert set(GOLDEN.rglob(f"*{SUFFIX}")) == {golden_file(sample) for sample in samples()}


def test_formats_have_unique_ids_and_say_what_they_are() -> None:
    ids = [form.id for form in formats()]
    assert len(set(ids)) == len(ids) >= 12
    assert all(form.description for form in formats())
    assert normalise("Ge\u00adsamt") == "gesamt"
