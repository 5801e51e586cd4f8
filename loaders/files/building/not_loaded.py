"""Tables that are recognised and not loaded: nothing is kept, and the reader learns which export to make instead."""

from loaders.files.building.format import Format
from loaders.files.building.rows import Rows
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import Message


def not_loaded(table: Table, form: Format, reason: Message, warning: Message) -> Batch:
    """A batch that names the table and keeps nothing; `reason` stands with every row, `warning` once."""
    rows = Rows(table)
    rows.reject(rows.alive, None, reason)
    rows.warn(warning)
    return Batch(
        file=table.name,
        format=form.id,
        kind=form.kind,
        platform=form.platform,
        rows_read=rows.read,
        rejected=rows.rejected,
        warnings=rows.warnings,
    )
