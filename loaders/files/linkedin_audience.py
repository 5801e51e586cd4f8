"""LinkedIn page analytics: followers and visitors by place, work, level, sector and employer. Kept as audience."""

import re

from loaders.files.building.audience import GroupFigures, audience_batch
from loaders.files.building.decimals import decimals
from loaders.files.building.format import Format
from loaders.files.building.linkedin import exported_at, kind_of_file, page_of_file
from loaders.files.building.noise import data_rows
from loaders.files.building.rows import Rows
from loaders.files.reading.headers import Aliases, Header, normalise, resolve
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_, Message

DIMENSIONS: Aliases = {
    "location": ("Location", "Ubicación", "Locatie", "Localização", "Lieu"),
    "country": ("Country", "Country/Region", "País"),
    "job_function": ("Job function", "Function", "Función laboral", "Función", "Functie", "Tätigkeitsbereich"),
    "seniority": ("Seniority", "Experience level", "Nivel de responsabilidad", "Nivel de experiencia", "Karrierestufe"),
    "industry": ("Industry", "Sector", "Sectores", "Branche", "Setor", "Secteur"),
    "company_size": ("Company size", "Tamaño de la empresa", "Bedrijfsgrootte", "Unternehmensgröße"),
}
FIGURES: Aliases = {
    "followers": ("Total followers", "Followers", "Total de seguidores", "Seguidores totales", "Seguidores"),
    "page_views": ("Total views", "Total page views", "Total de visualizaciones", "Visualizaciones totales"),
    "visitors": ("Total visitors", "Unique visitors", "Total unique visitors"),
}
_BY_FILE = {"followers": "followers", "visitors": "page_views"}
_COLUMNS = 2
_DIGIT = re.compile(r"\d")


def _sniff(header: Header) -> bool:
    if len(header) != _COLUMNS or not all(header):
        return False
    if resolve(header[:1], DIMENSIONS) and resolve(header[1:], FIGURES):
        return True
    # In another language: the file's name says what it counts, and neither cell is a figure.
    return kind_of_file(header.file_name) in _BY_FILE and bool(header.sheet) and not any(map(_DIGIT.search, header))


def parse(table: Table) -> Batch:
    """How many of the page's followers, or views of it, are of each group."""
    rows = Rows(data_rows(table))
    by = resolve(table.keys[:1], DIMENSIONS) or resolve([normalise(table.sheet)], DIMENSIONS)
    by_file = _BY_FILE.get(kind_of_file(table.file_name), "followers")
    metric = next(iter(resolve(table.keys[1:], FIGURES)), by_file)
    text = N_(
        'This sheet is about the audience of the LinkedIn page ("{group}"), not about its posts. It is kept as '
        "audience context. For posts, choose on the page Analytics, Content, and export again."
    )
    return audience_batch(
        rows,
        FORMAT.id,
        FORMAT.platform,
        [GroupFigures(next(iter(by), "other"), rows.table.text(0), metric, decimals(rows.table.text(1)))],
        Message("linkedin_not_posts", text, {"group": table.header[0]}),
        account=rows.everywhere(page_of_file(table.file_name)),
        exported_ts=exported_at(table.file_name),
    )


FORMAT = Format(
    id="linkedin_audience",
    platform="linkedin",
    kind="audience",
    description=N_("LinkedIn page analytics, followers and visitors by group (kept as audience, not as posts)"),
    sniff=_sniff,
    parse=parse,
)
