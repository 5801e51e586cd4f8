"""Tables that are recognised and of no use: nothing is kept, and the warning says which export to make instead."""

from loaders.files.building.format import Format
from loaders.files.building.noise import data_rows
from loaders.files.building.rows import Rows
from loaders.files.reading.table import Table
from loaders.records import Batch, Platform
from metrics.words import Message


def not_loaded(
    table: Table, form: Format, reason: Message, warning: Message, platform: Platform | None = None
) -> Batch:
    """A batch that names the table and keeps nothing: each row is rejected for `reason`, `warning` has the remedy."""
    rows = Rows(data_rows(table))
    rows.reject(rows.alive, None, reason)
    rows.warn(warning)
    return Batch(
        file=table.name,
        format=form.id,
        kind=form.kind,
        platform=platform or form.platform,
        rows_read=rows.read,
        rejected=rows.rejected,
        warnings=rows.warnings,
        checks=rows.checks,
        questions=rows.questions,
    )
