"""Matomo, one row a day: visits summaries and actions (CSV), and answers of its reporting interface (JSON, XML)."""

from loaders.files.building import matomo
from loaders.files.building.columns import Columns
from loaders.files.building.counts import Counts, counts
from loaders.files.building.format import Format
from loaders.files.building.matomo_documents import rows_of
from loaders.files.building.noise import data_rows
from loaders.files.building.rows import Rows
from loaders.files.building.site_days import SiteDays, site_days_batch
from loaders.files.reading.headers import Header
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_, Message


def _sniff(header: Header) -> bool:
    return matomo.is_matomo(header) and matomo.is_by_period(header)


def parse(table: Table) -> Batch:
    """Visitors, visits, page views and downloads by day. Actions are more than page views, and rates are derived."""
    rows = Rows(data_rows(table))
    columns = Columns(rows, {name: names for name, names in matomo.ALIASES.items() if name != "visits"})
    figures = columns.counts(matomo.FIGURES_OF_A_DAY)
    visits = _visits(rows, trusted="visitors" in columns or "actions" in columns)
    if visits is not None:
        figures["visits"] = visits
    dates, column = columns.text("date"), columns.header("date")
    times = matomo.days(rows, dates, column)
    site = matomo.named(rows.table, columns.text("site"))
    return site_days_batch(rows, FORMAT, SiteDays(site, times, figures, dates, column), matomo.choose_days())


def _visits(rows: Rows, trusted: bool) -> Counts | None:
    """The visits; of two columns with the one word for visits and hits the smaller, since each visit has a hit.

    A single column of that name is believed to hold visits only beside visitors or actions (`trusted`).
    """
    table = rows.table
    places = table.places({"visits": matomo.ALIASES["visits"]}).get("visits", [])
    found = [counts(table.text(place)) for place in places]
    unclear = [table.header[place] for place in places if table.keys[place] in matomo.ALSO_HITS]
    if len(unclear) == 1 and len(found) == 1 and not trusted:
        text = N_('The column "{column}" can mean visits or hits here, so it is left out.')
        rows.warn(Message("visits_or_hits", text, {"column": unclear[0]}))
        return None
    return min(found, key=lambda one: int(one.values.sum()), default=None)


FORMAT = Format(
    id="matomo_days",
    platform="website",
    kind="site_days",
    description=N_("Matomo, visits and actions by day (CSV, JSON or XML)"),
    sniff=_sniff,
    parse=parse,
    unfold=rows_of,
)
