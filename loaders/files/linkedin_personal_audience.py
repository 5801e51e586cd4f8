"""LinkedIn analytics of a person: the sheet DEMOGRAPHICS. Kept as audience, never as posts."""

from loaders.files.building.audience import GroupFigures, audience_batch
from loaders.files.building.format import Format
from loaders.files.building.linkedin import person_of_file
from loaders.files.building.rows import Rows
from loaders.files.building.shares import shares
from loaders.files.reading.headers import Aliases, Header, normalise, resolve
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_, Message

ALIASES: Aliases = {
    "dimension": ("Top Demographics", "Demographics", "Datos demográficos principales"),
    "label": ("Value", "Valor"),
    "share": ("Percentage", "Porcentaje"),
}
DIMENSIONS: Aliases = {
    "job_function": ("Job titles", "Job title", "Job function", "Cargos"),
    "location": ("Locations", "Location", "Ubicaciones"),
    "industry": ("Industries", "Industry", "Sectores"),
    "seniority": ("Seniority", "Nivel de responsabilidad"),
    "company_size": ("Company size", "Tamaño de la empresa"),
}


def _sniff(header: Header) -> bool:
    return {"dimension", "label", "share"} <= resolve(header, ALIASES).keys()


def parse(table: Table) -> Batch:
    """The largest groups among those who follow a person or see the posts, as shares."""
    rows = Rows(table)
    by, labels, cells = (rows.table.text(table.places(ALIASES)[name][0]) for name in ("dimension", "label", "share"))
    codes = by.map({name: next(iter(resolve([normalise(name)], DIMENSIONS)), "other") for name in by.unique()})
    values = shares(cells)
    text = N_(
        "This sheet is about the people who follow or read, not about posts. It is kept as audience context. The posts "
        "are in the sheet TOP POSTS of the same file."
    )
    return audience_batch(
        rows,
        FORMAT.id,
        FORMAT.platform,
        [GroupFigures(code, labels.where(codes == code, "").astype("str"), "share", values) for code in codes.unique()],
        Message("linkedin_person_not_posts", text),
        account=rows.everywhere(person_of_file(table.file_name)),
    )


FORMAT = Format(
    id="linkedin_personal_audience",
    platform="linkedin",
    kind="audience",
    description=N_("LinkedIn analytics of a person: demographics (kept as audience, not as posts)"),
    sniff=_sniff,
    parse=parse,
)
