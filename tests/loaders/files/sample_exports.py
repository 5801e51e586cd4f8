"""The made-up exports of `tests/samples`, and small ones written in a test."""

from pathlib import Path

import pandas as pd

from loaders.files import read_files
from loaders.records import Batch

SAMPLES = Path(__file__).parents[2] / "samples"


def content(name: str) -> bytes:
    """The bytes of a sample."""
    return (SAMPLES / name).read_bytes()


def sample(name: str) -> list[Batch]:
    """The batches of a sample."""
    return read_files([(name, content(name))])


def one(name: str, text: str | bytes) -> Batch:
    """The only batch of a file with this content; its account of rows must add up."""
    data = text if isinstance(text, bytes) else text.encode()
    (batch,) = read_files([(name, data)])
    assert batch.rows_read == batch.rows_kept + len({r.row for r in batch.rejected}) + batch.duplicates
    return batch


def codes(batch: Batch) -> set[str]:
    """The codes of a batch's warnings."""
    return {warning.message.code for warning in batch.warnings}


def utc(frame: pd.DataFrame) -> list[str]:
    """The times of posts, to the minute."""
    return pd.to_datetime(frame["published_ts"].astype("int64"), unit="s").dt.strftime("%Y-%m-%d %H:%M").tolist()


def figures(batch: Batch) -> dict[str, float]:
    """Each figure of a website by day and metric."""
    return {f"{row.date} {row.metric}": float(str(row.value)) for row in batch.site_days.itertuples()}


def reasons(batch: Batch) -> list[str]:
    """The codes of why rows were left out, by line."""
    return [rejection.reason.code for rejection in sorted(batch.rejected, key=lambda one: one.row)]
