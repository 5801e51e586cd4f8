"""YouTube's tables that are not by video: what they can be by, and which figures they give of each group."""

from collections.abc import Iterator, Sequence

import pandas as pd

from loaders.files.building.audience import GroupFigures
from loaders.files.building.decimals import Numbers, decimals, percentages
from loaders.files.building.rows import Rows
from loaders.files.building.youtube import ALIASES
from loaders.files.reading.headers import Aliases, normalise, resolve

_NAMES: Aliases = {
    "country": ("Geography", "Geografie", "Standort"),
    "city": ("Cities", "City", "Städte", "Cidades"),
    "traffic_source": ("Traffic source", "Zugriffsquelle", "Besucherquelle", "Origem do tráfego"),
    "subscription": ("Subscription status", "Abostatus", "Status da inscrição"),
    "age": ("Viewer age", "Alter der Zuschauer", "Idade do espectador"),
    "gender": ("Viewer gender", "Geschlecht der Zuschauer", "Gênero do espectador"),
    "device": ("Device type", "Gerätetyp", "Tipo de dispositivo"),
    "operating_system": ("Operating system", "Betriebssystem", "Sistema operacional"),
    "playlist": ("Playlist",),
    "returning": ("New and returning viewers", "Neue und wiederkehrende Zuschauer"),
}
DIMENSIONS = frozenset(normalise(name) for names in _NAMES.values() for name in names)
"""What a table can be by, other than by video and by day; normalised."""

_METRICS = {
    "video_views": "views",
    "engaged_views": "engaged_views",
    "unique_viewers": "viewers",
    "watch_time": "watch_hours",
    "impressions": "impressions",
    "followers_gained": "followers_gained",
}


def dimension(name: str) -> str:
    """The code of what a table is by, from the header of its first column; "other" for what is not known.

    >>> dimension("Viewer age"), dimension("Date"), dimension("Shoe size")
    ('age', 'date', 'other')
    """
    found = resolve([normalise(name)], {**_NAMES, "date": ALIASES["date"]})
    return next(iter(found), "other")


def group_figures(rows: Rows) -> list[GroupFigures]:
    """The figures of each group in a table of YouTube: counts, and percentages as shares from 0 to 1."""
    table = rows.table
    by, labels = dimension(table.header[0]), table.text(0)
    return [GroupFigures(by, labels, metric, values) for metric, values in _figures(rows, table.keys)]


def _figures(rows: Rows, keys: Sequence[str]) -> Iterator[tuple[str, Numbers]]:
    for name, metric in _METRICS.items():
        for end, code, read in (("", metric, decimals), (" (%)", f"{metric}_share", percentages)):
            places = resolve(keys, {name: [alias + end for alias in ALIASES[name]]}).get(name, [])
            if places:
                yield code, read(rows.table.text(places[0]))


def iso_dates(cells: "pd.Series[str]") -> "pd.Series[str]":
    """The days of a table by date as they are; what is no day is empty."""
    return cells.where(cells.str.fullmatch(r"\d{4}-\d{2}-\d{2}"), "").astype("str")
