"""The rows of a table into CSV and Parquet, part by part, so that memory stays small however many there are."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import ZIP_STORED, ZipFile

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from pyarrow import csv
from sqlalchemy import Connection

from data.open_export.columns import OpenTable, for_csv

ROWS = 20_000
"""How many rows are in memory at once."""
_MARK = b"\xef\xbb\xbf"  # tells Excel that the text is UTF-8


@dataclass(frozen=True)
class Written:
    """What was written of a table: its rows, and the first and last day (ISO) among them, if it has days."""

    table: OpenTable
    rows: int
    first: str | None
    last: str | None


def write_table(
    connection: Connection, table: OpenTable, archive: ZipFile, folder: Path, tell: Callable[[int], None]
) -> Written:
    """Put one table into the archive, in one pass over the store. `tell` gets the rows written so far."""
    parquet = folder / f"{table.name}.parquet"
    rows, days = 0, set[Any]()
    with (
        archive.open(f"csv/{table.name}.csv", "w", force_zip64=True) as text,
        pq.ParquetWriter(parquet, table.schema, compression="zstd") as binary,
    ):
        text.write(_MARK)
        with csv.CSVWriter(text, for_csv(_nothing(table)).schema) as lines:
            for batch in _batches(connection, table):
                binary.write_batch(batch)
                lines.write_batch(for_csv(batch))
                days |= _ends(batch)
                rows += len(batch)
                tell(rows)
    archive.write(parquet, f"parquet/{table.name}.parquet", compress_type=ZIP_STORED)
    parquet.unlink()
    ends = [day.isoformat() for day in (min(days), max(days))] if days else [None, None]
    return Written(table, rows, *ends)


def _batches(connection: Connection, table: OpenTable) -> Iterator[Any]:
    result = connection.execute(table.query, execution_options={"yield_per": ROWS})
    for part in result.partitions():
        values = zip(*part, strict=True)
        arrays = [column.array(list(cells)) for column, cells in zip(table.columns, values, strict=True)]
        yield pa.RecordBatch.from_arrays(arrays, schema=table.schema)


def _ends(batch: Any) -> set[Any]:
    if "day" not in batch.schema.names:
        return set()
    ends = pc.min_max(batch.column("day")).as_py()
    return {day for day in ends.values() if day is not None}


def _nothing(table: OpenTable) -> Any:
    """No rows, in the table's shape."""
    return pa.RecordBatch.from_arrays([column.array([]) for column in table.columns], schema=table.schema)
