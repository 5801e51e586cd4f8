"""Matomo, Downloads report (CSV): the files of each day, in a flat list or below their site and folder."""

import numpy as np
import pandas as pd

from loaders.files.building import matomo
from loaders.files.building.columns import Columns
from loaders.files.building.counts import Counts
from loaders.files.building.format import Format
from loaders.files.building.matomo_documents import is_file
from loaders.files.building.noise import data_rows
from loaders.files.building.rows import Mask, Rows
from loaders.files.building.site_days import SiteDays, added_up, no_days, site_days_batch
from loaders.files.reading.headers import Aliases, Header, resolve
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_

_ADDRESS = ("url", "metadata_url", "Metadata: url", "Metadaten: url", "Metadatos: url", "Métadonnées: url")
ALIASES: Aliases = {
    **matomo.ALIASES,
    "downloads": ("nb_hits", *matomo.ALIASES["downloads"]),
    "address": (*_ADDRESS, "Μεταδεδομένα: url"),
}
_OF_PAGES = ("entry_", "exit_", "avg_", "bounce", "nb_pages", "actions_pageurl", "actions_outlinkurl")


def _sniff(header: Header) -> bool:
    if not matomo.is_matomo(header) or matomo.is_by_period(header):
        return False
    if any(name.startswith(_OF_PAGES) for name in header):
        return False
    found = resolve(header, ALIASES).keys()
    if "actions_downloadurl" in header or {"downloads", "unique_downloads"} <= found:
        return True
    return {"label", "downloads", "visits", "address"} <= found and "nb_hits" in header


def parse(table: Table) -> Batch:
    """Downloads by day: the sum of all files. Folders are left out, they repeat the sum of their files."""
    table = data_rows(table)
    found = table.places(ALIASES)
    addresses = table.text(found["address"][0] if "address" in found else None)
    if "actions_downloadurl" not in table.keys and "unique_downloads" not in found and not _are_files(addresses):
        return no_days(table, FORMAT, matomo.choose_days())
    rows = Rows(table.without(_folders(table, addresses)))
    columns = Columns(rows, ALIASES)
    dates, column = columns.text("date"), columns.header("date")
    times = matomo.days(rows, dates, column)
    site = matomo.named(rows.table, columns.text("site"))
    figures: dict[str, Counts] = columns.counts(("downloads",))
    days = added_up(rows, SiteDays(site, times, figures, dates, column))
    return site_days_batch(rows, FORMAT, days, matomo.choose_days())


def _are_files(addresses: "pd.Series[str]") -> bool:
    """Whether nearly all addresses end like a file: the report of links to other sites looks the same otherwise."""
    filled = addresses[addresses != ""].drop_duplicates()
    return len(filled) > 0 and float(filled.map(is_file).mean()) > 0.9


def _folders(table: Table, addresses: "pd.Series[str]") -> Mask:
    """Rows above the files: those without an address, or of which another label of the day is a continuation."""
    if (addresses != "").any():
        return np.asarray(addresses == "")
    found = table.places(ALIASES)
    day = table.text(found["date"][0] if "date" in found else None)
    labels = (day + "|" + table.text(found["label"][0] if "label" in found else 0)).str.rstrip("/")
    above: set[str] = set()
    for label in labels.unique():
        parts = label.replace(" - ", "/").split("/")
        above.update("/".join(parts[:n]) for n in range(1, len(parts)))
    return np.asarray(labels.str.replace(" - ", "/", regex=False).isin(above))


FORMAT = Format(
    id="matomo_downloads",
    platform="website",
    kind="site_days",
    description=N_("Matomo, downloads of files by day (CSV)"),
    sniff=_sniff,
    parse=parse,
)
