"""What the tables of Matomo share: its own keys, and their translations in nine languages."""

import re

import numpy as np
import pandas as pd

from loaders.files.building.patterns import group
from loaders.files.building.resaved import parse_resaved
from loaders.files.building.rows import Rows
from loaders.files.building.times import ISO, Times, midnight, unknown
from loaders.files.building.written_days import day_of, written_days
from loaders.files.reading.headers import Aliases, Header, resolve
from loaders.files.reading.table import Table
from metrics.words import N_, Message

ALIASES: Aliases = {
    "date": ("date", "Datum", "Fecha", "Data", "Ημερομηνία"),
    "site": ("idSite",),
    "label": (
        *("label", "Libellé", "Étiquette", "Etiqueta", "Ετικέτα"),
        *("Download URL", "Download-URL", "URL de téléchargement", "URL de descarga"),
    ),
    "visitors": (
        "nb_uniq_visitors",
        "Unique visitors",
        "Unieke bezoekers",
        "Eindeutige Besucher",
        "Visiteurs uniques",
        "Visitantes únicos",
        "Μοναδικοί επισκέπτες",
        "Visitatori unici",
        "Unika besökare",
    ),
    "visits": ("nb_visits", "Visits", "Bezoeken", "Besuche", "Visites", "Visitas", "Visite", "Besök", "Επισκέψεις"),
    "actions": (
        "nb_actions",
        "Actions",
        "Acties",
        "Aktionen",
        "Acciones",
        "Azioni",
        "Ações",
        "Åtgärder",
        "Δραστηριότητες",
    ),
    "page_views": (
        "nb_pageviews",
        "Pageviews",
        "Paginaweergaven",
        "Seitenansichten",
        "Vues de page",
        "Páginas vistas",
        "Προβολές σελίδων",
        "Visualizzazioni di pagina",
        "Visualizações de página",
        "Sidvisningar",
    ),
    "downloads": ("nb_downloads", "Downloads", "Téléchargements", "Descargas", "Download", "Nedladdningar", "Λήψεις"),
    "unique_downloads": (
        "nb_uniq_downloads",
        "Unique Downloads",
        "Unieke downloads",
        "Eindeutige Downloads",
        "Téléchargements uniques",
        "Descargas únicas",
        "Μοναδικές λήψεις",
    ),
    "bounce_rate": (
        "bounce_rate",
        "Bounce Rate",
        "Bounce-ratio",
        "Absprungsrate",
        "Taux de rebond",
        "Porcentaje de rebote",
        "Ρυθμός αναπήδησης",
    ),
    "hits": ("nb_hits",),
}
FIGURES = frozenset(ALIASES) - {"date", "site", "label"}
FIGURES_OF_A_DAY = ("visitors", "visits", "page_views", "downloads")
ALSO_HITS = frozenset({"visitas", "επισκέψεις"})
"""Spanish and Greek have one word for visits and for hits; normalised."""

_RAW = frozenset({"nb_uniq_visitors", "nb_visits", "nb_actions", "nb_pageviews", "nb_downloads", "nb_hits"})
_TELLING = ({"visitors", "visits"}, {"visits", "actions"}, {"downloads", "unique_downloads"})
_METADATA = re.compile(r"metadat\w*( |:|_)|métadonnées|μεταδεδομένα")
_TWO_DAYS = r"(?P<first>\d{4}-\d\d-\d\d)\D+(?P<last>\d{4}-\d\d-\d\d)"
_COARSE = r"^(\d{4}(-\d\d)?|.*\d{4}-\d\d-\d\d\D+\d{4}-\d\d-\d\d.*)$"
_WEBSITE = re.compile(r"(?:web ?site|site web|webseite|sitio web|ιστοσελίδα)\s*:?\s+(?P<name>\S.*)", re.IGNORECASE)


def is_matomo(header: Header) -> bool:
    """Whether a table has Matomo's keys, or enough of their translations."""
    found = resolve(header, ALIASES).keys()
    has_metadata = any(_METADATA.match(name) for name in header) and bool(found & FIGURES)
    if bool(_RAW & set(header)) or has_metadata:
        return True
    known = sum(map(len, resolve(header, ALIASES).values()))  # other tools have visits and visitors too
    return any(pair <= found for pair in _TELLING) and (known == len(header) or len(found & FIGURES) > 2)


def is_by_period(header: Header) -> bool:
    """Whether the rows are about periods and not about pages, countries or files: no column names such a thing."""
    found = resolve(header, ALIASES)
    if "label" in found or "hits" in found:
        return False
    return "date" in found or any(0 in places for name, places in found.items() if name in FIGURES | {"site"})


def site_of(table: Table) -> str:
    """The website that is known from elsewhere, or that the lines above a scheduled report name; else "".

    >>> _WEBSITE.match("Website Gemeente Waterstad")["name"]
    'Gemeente Waterstad'
    """
    known = table.clues.get("matomo_site", "")
    return known or next((match["name"] for line in table.above if (match := _WEBSITE.match(line))), "")


def days(rows: Rows, dates: "pd.Series[str]", column: str | None) -> Times:
    """The day of each row; rows about a week, a month or a year are left out, with what to choose in Matomo.

    Without a column of dates the day of a file is looked for in its name and above the table.
    """
    if column is None:
        return _day_of_file(rows)
    first, last = group(dates, _TWO_DAYS), group(dates, r"\d{4}-\d\d-\d\d\D+(?P<last>\d{4}-\d\d-\d\d)")
    dates = dates.mask((first != "") & (first == last), first).astype("str")
    coarse = dates.str.match(_COARSE).to_numpy(dtype=np.bool_)
    text, found = N_('This row is about "{period}", not about one day.'), dates.tolist()
    rows.reject_each(coarse, column, lambda i: Message("not_a_day", text, {"period": found[i][:40]}))
    times = parse_resaved(dates, ISO)
    return times.where(~times.known, written_days(dates.where(~times.known, "").astype("str")))


def _day_of_file(rows: Rows) -> Times:
    table = rows.table
    day = day_of((table.file_name.rpartition(" _ ")[2], *table.above))
    if day is None:
        return unknown(len(table))
    return Times(np.full(len(table), midnight(day), dtype=np.int64), np.full(len(table), "day", dtype="<U6"))


def named(table: Table, column: "pd.Series[str]") -> "pd.Series[str]":
    """The website of each row: its number where the table has several sites, else the name above the table."""
    name = site_of(table)
    return column.where(column != "", name).astype("str") if name else column


def choose_days() -> Message:
    """Which export of Matomo to make instead."""
    text = N_(
        "This is a report of Matomo without figures by day. In Matomo open Visitors, Overview (or Behaviour, "
        "Downloads), choose the period Day and several days (period=day&date=2026-01-01,2026-01-31 in the address), "
        "and export that."
    )
    return Message("matomo_other", text)
