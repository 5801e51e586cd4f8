"""Daily figures of accounts or websites under a mapping."""

from loaders.files.building.days import days_batch
from loaders.files.building.rows import Rows
from loaders.mapping.mapped import FORMAT_ID, Mapped
from loaders.mapping.spec import FIELDS, MappingError
from loaders.records import Batch
from metrics.words import N_, Message

_NO_FIGURES = ("account", "site", "date")


def daily_batch(mapped: Mapped) -> Batch:
    """One row a day. Raises `MappingError` when no column of figures is mapped."""
    fields = tuple(field for field in FIELDS[mapped.spec.kind] if field not in _NO_FIGURES)
    figures = mapped.counts(fields, signed=fields)
    if not figures:
        raise MappingError(
            Message("mapping_no_figures", N_("The mapping does not say which columns hold the figures."))
        )
    dates = mapped.cells("date")
    is_site = mapped.spec.kind == "site_days"
    return days_batch(
        Rows(mapped.table),
        FORMAT_ID,
        "website" if is_site else mapped.spec.platform,
        mapped.cells("site" if is_site else "account"),
        mapped.times("date"),
        figures,
        mapped.column("date"),
        dates,
    )
