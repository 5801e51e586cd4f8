"""What the tables of Google Analytics 4 share: names of columns, and how days, hours and events become site-days."""

import numpy as np
import pandas as pd

from loaders.files.building import ga4_preamble
from loaders.files.building.columns import Columns
from loaders.files.building.counts import counts
from loaders.files.building.format import Format
from loaders.files.building.resaved import parse_resaved
from loaders.files.building.rows import Mask, Rows
from loaders.files.building.site_days import SiteDays, added_up, no_days, only_event, site_days_batch
from loaders.files.building.times import DAY, ISO, Times, midnight
from loaders.files.reading.build import GRAND_TOTALS
from loaders.files.reading.headers import Aliases, normalise
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_, Message

TOTAL_USERS = (
    *("Total users", "Totaal aantal gebruikers", "Gesamtzahl der Nutzer", "Nutzer insgesamt"),
    *("Nombre total d'utilisateurs", "Total de usuarios", "Usuarios totales", "Total de usuários", "Utenti totali"),
    *("Totalt antal användare", "Σύνολο χρηστών", "Συνολικοί χρήστες"),
)
ACTIVE_USERS = (
    *("Active users", "Actieve gebruikers", "Aktive Nutzer", "Utilisateurs actifs", "Usuarios activos"),
    *("Usuários ativos", "Utenti attivi", "Aktiva användare", "Ενεργοί χρήστες"),
)
EVENT_COUNT = (
    *("Event count", "Aantal gebeurtenissen", "Ereignisanzahl", "Nombre d'événements", "Número de eventos"),
    *("Contagem de eventos", "Conteggio eventi", "Antal händelser", "Αριθμός συμβάντων", "Πλήθος συμβάντων"),
)
EVENT_NAME = (
    *("Event name", "Naam van gebeurtenis", "Gebeurtenisnaam", "Ereignisname", "Nom de l'événement"),
    *("Nombre del evento", "Nome do evento", "Nome evento", "Händelsenamn", "Händelsens namn", "Όνομα συμβάντος"),
)
NTH_DAY = (
    *("Nth day", "N-de dag", "Nde dag", "N-ter Tag", "N. Tag", "Nième jour", "N-ième jour", "Enésimo día", "Día N"),
    *("Enésimo dia", "Dia N", "Ennesimo giorno", "N-esimo giorno", "N:e dagen", "N-οστή ημέρα", "Νιοστή ημέρα"),
)
ALIASES: Aliases = {
    "date": ("Date", "Datum", "Fecha", "Data", "Ημερομηνία"),
    "date_hour": ("Date + hour (YYYYMMDDHH)", "Date + hour"),
    "hour": ("Hour", "Uur", "Stunde", "Heure", "Hora", "Ora"),
    "nth_day": NTH_DAY,
    "nth_hour": ("Nth hour",),
    "visitors": (
        *TOTAL_USERS,
        *ACTIVE_USERS,
        *(
            "Users",
            "Gebruikers",
            "Nutzer",
            "Utilisateurs",
            "Usuarios",
            "Usuários",
            "Utenti",
            "Användare",
            "Χρήστες",
            "1 day",
        ),
    ),
    "visits": (
        *("Sessions", "Sessies", "Sitzungen", "Sesiones", "Sessões", "Sessioni", "Sessioner"),
        *("Περίοδοι σύνδεσης", "Συνεδρίες"),
    ),
    "page_views": (
        *("Views", "Weergaven", "Aufrufe", "Vues", "Vistas", "Visualizações", "Visualizzazioni", "Visningar"),
        "Προβολές",
    ),
    "event": EVENT_NAME,
    "event_count": EVENT_COUNT,
}
CAMPAIGN_NAMES = (
    *("Session campaign", "Session manual campaign name", "Campaign", "Sessiecampagne", "Sitzung – Kampagne"),
    *("Campagne de la session", "Campaña de la sesión"),
)
CAMPAIGN = frozenset(map(normalise, CAMPAIGN_NAMES))
"""The column with the campaign that a visit came with."""
SITE = "ga4_site"
"""The clue with the property that was asked for."""
DOWNLOAD = "file_download"
AXES = frozenset({"date", "date_hour", "nth_day", "nth_hour"})
FIGURES = ("visitors", "visits", "page_views")

_DATES = ("%Y%m%d", "%Y%m%d%H", *ISO)
_MOST_STEPS = 100_000


def days_batch(table: Table, form: Format, aliases: Aliases) -> Batch:
    """The batch of a table with a row for each day, hour, or day and event."""
    rows = Rows(table.without(grand_totals(table)))
    columns = Columns(rows, aliases)
    axis = next((name for name in ("nth_day", "nth_hour", "date_hour", "date") if name in columns), None)
    if axis is None:
        return no_days(table, form, choose_days())
    cells, column = columns.text(axis), columns.header(axis)
    site = rows.everywhere(table.clues.get(SITE, "") or ga4_preamble.property_of(table.keys.comments))
    figures = columns.counts(FIGURES)
    if "event" in columns:
        only_event(rows, columns, "event", DOWNLOAD)
        downloads = columns.counts(("event_count",))
        figures = {"downloads": downloads["event_count"]} if downloads else {}
    times = _nth(rows, cells, column, axis) if axis.startswith("nth") else parse_resaved(cells, _DATES)
    days = SiteDays(site, times, figures, cells, column)
    if "event" in columns or "hour" in columns or axis in ("date_hour", "nth_hour"):
        days = added_up(rows, days)
    else:
        _refuse_groups(rows, days, _others(table, aliases))
    return site_days_batch(rows, form, days, choose_days())


def choose_days() -> Message:
    """Which export of Google Analytics to make instead."""
    text = N_(
        "This is a report of Google Analytics without figures by day. Make an exploration with the dimension Date and "
        "the metrics Total users, Sessions and Views, and export that as CSV."
    )
    return Message("ga4_other", text)


def grand_totals(table: Table) -> Mask:
    """Rows of totals: the words stand in the first or the last cell that holds a text."""
    found = np.zeros(len(table), dtype=np.bool_)
    for place in range(len(table.columns)):
        cells = table.text(place)
        found |= cells.isin([cell for cell in cells.unique() if normalise(cell[:40]) in GRAND_TOTALS]).to_numpy()
    return found


def _nth(rows: Rows, cells: "pd.Series[str]", column: str | None, axis: str) -> Times:
    """Days that are numbered from the start of the report, which stands above the table or is asked."""
    text = N_('Rows are numbered ("{column}") and the file does not say from which day. On which day does it start?')
    number = counts(cells)
    start = ga4_preamble.start_of(rows.table.keys.comments)
    start = start or rows.ask_date("start_date", Message("start_date", text, {"column": column}))
    if start is None:
        reason = N_("It is not known on which day this export starts, so this row has no date yet.")
        rows.reject(rows.alive, column, Message("start_unknown", reason))
        return Times(np.zeros(len(cells), dtype=np.int64), np.full(len(cells), "day", dtype="<U6"))
    step = 3600 if axis == "nth_hour" else DAY
    known = number.present & (number.values < _MOST_STEPS)
    first = midnight(start)
    return Times(np.where(known, first + number.values * step, 0), np.where(known, "day", "").astype("<U6"))


def _others(table: Table, aliases: Aliases) -> list[str]:
    """The columns that are neither days nor figures we know, as the file names them."""
    known = {place for places in table.places(aliases).values() for place in places}
    return [name for place, name in enumerate(table.header) if place not in known]


def _refuse_groups(rows: Rows, days: SiteDays, others: list[str]) -> None:
    """Leave out days that are split into groups (countries, pages): who is in two groups would count twice."""
    counted = rows.alive & days.times.known
    if not others or not pd.Series(days.times.seconds[counted]).duplicated().any():
        return
    text = N_(
        'This table has several rows a day, by "{column}". One visitor can be in several of them, so they do not add '
        "up. Export again without that column."
    )
    rows.reject(counted, others[0], Message("split_by_group", text, {"column": others[0]}))


def with_prefix(names: Aliases, prefix: str) -> Aliases:
    """The same aliases for columns that stand below a name in a document.

    >>> with_prefix({"date": ("date",)}, "dimensionValues")
    {'date': ('dimensionValues.date',)}
    """
    return {name: tuple(f"{prefix}.{alias}" for alias in aliases) for name, aliases in names.items()}
