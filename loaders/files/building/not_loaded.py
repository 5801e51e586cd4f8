"""Tables of a known tool that hold nothing to store: named, accounted for, and with the export to make instead."""

from loaders.files.building.format import Format
from loaders.files.building.noise import data_rows
from loaders.files.building.rows import Rows
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import Message


def not_loaded(table: Table, form: Format, reason: Message, remedy: Message) -> Batch:
    """A batch that keeps nothing: `reason` is that of each row, `remedy` says which export to make instead."""
    rows = Rows(data_rows(table))
    rows.reject(rows.alive, None, reason)
    rows.warn(remedy)
    return Batch(
        file=table.name,
        format=form.id,
        kind="audience" if form.kind == "audience" else "other",
        platform=form.platform,
        rows_read=rows.read,
        rejected=rows.rejected,
        warnings=rows.warnings,
    )
