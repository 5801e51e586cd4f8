"""LinkedIn analytics of a person: the sheet DISCOVERY, totals of the whole period. Recognised, not loaded."""

import numpy as np

from loaders.files.building.format import Format
from loaders.files.building.not_loaded import not_loaded
from loaders.files.reading.headers import Header
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_, Message

_COLUMNS = 2


def _sniff(header: Header) -> bool:
    return len(header) == _COLUMNS and header[0] in ("overall performance", "rendimiento general")


def parse(table: Table) -> Batch:
    """Nothing to load: totals of the period in the header, whose days are in the sheet ENGAGEMENT."""
    text = N_(
        "This sheet has totals of the whole period ({period}), so it is not loaded. The days are in the sheet "
        "ENGAGEMENT of the same file, the posts in TOP POSTS."
    )
    totals = table.without(np.ones(len(table), dtype=np.bool_))
    reason = Message("period_total", N_("This row is a total of the whole period."))
    return not_loaded(totals, FORMAT, reason, Message("linkedin_totals", text, {"period": table.header[1]}))


FORMAT = Format(
    id="linkedin_personal_summary",
    platform="linkedin",
    kind="other",
    description=N_("LinkedIn analytics of a person: totals of a period (recognised, not loaded)"),
    sniff=_sniff,
    parse=parse,
)
