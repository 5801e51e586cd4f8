"""Decidim, counts of a day: what the connector added up over all proposals of a platform or a process (JSON)."""

from collections.abc import Mapping, Sequence
from typing import Any

from loaders.files.building.columns import Columns
from loaders.files.building.format import Format
from loaders.files.building.resaved import parse_resaved
from loaders.files.building.rows import Rows
from loaders.files.building.site_days import SiteDays, site_days_batch
from loaders.files.building.times import ISO
from loaders.files.reading.headers import Aliases, Header
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.measures import PARTICIPATION
from metrics.words import N_, Message

ALIASES: Aliases = {name: (f"participation.{name}",) for name in ("site", "date", *PARTICIPATION)}


def _sniff(header: Header) -> bool:
    return {"participation.site", "participation.date", "participation.proposals"} <= set(header)


def unfold(document: Any) -> Sequence[Mapping[str, Any]] | None:
    """The counts as one row; None for a document of another kind."""
    counts = document.get("participation") if isinstance(document, Mapping) else None
    return [{"participation": counts}] if isinstance(counts, Mapping) and "proposals" in counts else None


def parse(table: Table) -> Batch:
    """What stood on the platform on a day. Counts that the platform hides are empty there: missing, not zero."""
    rows = Rows(table)
    columns = Columns(rows, ALIASES)
    dates, times = columns.text("date"), parse_resaved(columns.text("date"), ISO)
    days = SiteDays(columns.text("site"), times, columns.counts(PARTICIPATION), dates, columns.header("date"))
    remedy = N_("This file holds no counts of a participation platform.")
    return site_days_batch(rows, FORMAT, days, Message("no_participation", remedy))


FORMAT = Format(
    id="decidim_api",
    platform="website",
    kind="site_days",
    description=N_("Decidim, counts of proposals, supports and comments on a day (JSON)"),
    sniff=_sniff,
    parse=parse,
    unfold=unfold,
)
