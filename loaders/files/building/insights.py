"""What old "Insights Data Export" files of Facebook share: a row of descriptions, equal names, the page in the name."""

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from loaders.files.building.counts import counts
from loaders.files.reading.headers import normalise
from loaders.files.reading.table import Table

_PERIOD = r"(?i)^\s*(lifetime|daily|weekly|28 days)\s*:"
_UNIT = re.compile(r"\((total count|unique users)\)", re.IGNORECASE)
_TOTAL, _UNIQUE = "(Total Count)", "(Unique Users)"
_NAME = re.compile(
    r"^facebook insights data export(?: \([^)]*\))? - (?P<page>.+?) - \d{4}-\d\d-\d\d(?: - \d{4}-\d\d-\d\d)?\b",
    re.IGNORECASE,
)

STORIES = "Lifetime Post Stories by action type"
STORYTELLERS = "Lifetime Talking About This (Post) by action type"
_SHEETS = (
    ("lifetime post stories by", STORIES),
    ("post_stories_by_action_type", STORIES),
    ("lifetime talking about this", STORYTELLERS),
    ("post_storytellers_by_action_type", STORYTELLERS),
)


def page_of_file(file_name: str) -> str:
    """The page in the name of an export; "" when it was renamed.

    >>> page_of_file("Facebook Insights Data Export (Post Level) - Waterstad - 2015-08-19 - 2016-02-15.csv")
    'Waterstad'
    >>> page_of_file("Facebook_Insights_Data_Export_-_Waterstad_-_2017-07-27.xlsx")
    'Waterstad'
    """
    match = _NAME.match(file_name if " " in file_name else file_name.replace("_", " "))
    return match["page"].strip() if match else ""


def described(table: Table, id_columns: Sequence[str]) -> Table:
    """The table without its rows of descriptions, whose words tell equal names apart.

    Of two columns "Lifetime Organic Video Views" one counts views, the other people: they get the "(Total Count)" or
    "(Unique Users)" of their description. Without descriptions the column with the larger sum counts views.
    """
    rows = _descriptions(table, id_columns)
    first = int(np.argmax(rows)) if rows.any() else None
    texts = ["" if first is None else str(column[first].as_py()) for column in table.columns]
    plain = table.without(rows)
    header = list(table.header)
    for key, places in _equal(table).items():
        if key in id_columns:
            continue
        units = [_UNIT.search(texts[place]) for place in places]
        if all(units):
            ends = [_TOTAL if unit and unit[1].lower() == "total count" else _UNIQUE for unit in units]
        else:
            sums = [int(counts(plain.text(place)).values.sum()) for place in places]
            ends = [_TOTAL if place == int(np.argmax(sums)) else _UNIQUE for place in range(len(places))]
        for place, end in zip(places, ends, strict=True):
            header[place] = f"{header[place]} {end}"
    return replace(plain, header=tuple(header))


def _descriptions(table: Table, id_columns: Sequence[str]) -> NDArray[np.bool_]:
    """Rows without an id or a date in which some cell begins as descriptions do ("Lifetime: The number of ...")."""
    nameless = np.ones(len(table), dtype=np.bool_)
    for place, key in enumerate(table.keys):
        if key in id_columns:
            nameless &= (table.text(place) == "").to_numpy(dtype=np.bool_)
    found = np.zeros(len(table), dtype=np.bool_)
    places = np.flatnonzero(nameless)
    if len(places):
        for column in table.columns:
            cells = column.take(pa.array(places))
            found[places] |= np.asarray(pc.match_substring_regex(cells, _PERIOD), dtype=np.bool_)
    return found


def _equal(table: Table) -> dict[str, list[int]]:
    """The places of names that occur more than once."""
    places: dict[str, list[int]] = {}
    for place, key in enumerate(table.keys):
        if key:
            places.setdefault(key, []).append(place)
    return {key: found for key, found in places.items() if len(found) > 1}


def joined(base: Table, others: Sequence[Table], id_column: str) -> Table:
    """The table with the columns of other sheets beside its own, row by row by their id.

    Columns of another sheet get their full name (`sheet_column`), and are empty for rows that it does not have. Columns
    that the base has too are left out.
    """
    ids = base.text(base.keys.index(id_column)).to_numpy(dtype=object)
    header, columns = list(base.header), list(base.columns)
    for other in others:
        there = other.text(other.keys.index(id_column))
        first = np.flatnonzero(~there.duplicated().to_numpy(dtype=np.bool_))
        place_of = {there.iat[i]: i for i in first.tolist()}
        where = pa.array([place_of.get(id_) for id_ in ids], type=pa.int64())
        for place, key in enumerate(other.keys):
            if key and key not in base.keys:
                cells = pc.fill_null(other.columns[place].combine_chunks().take(where), "")
                columns.append(pa.chunked_array([cells]))
                header.append(sheet_column(other.sheet, other.header[place]))
    return replace(base, header=tuple(header), columns=tuple(columns))


def sheet_column(sheet: str, name: str) -> str:
    """The full name of a column in a sheet of its own; names of sheets are cut at 31 characters.

    >>> sheet_column("Lifetime Post Stories by act...", "like")
    'Lifetime Post Stories by action type - like'
    >>> sheet_column("Key Metrics", "Lifetime Post Total Reach")
    'Lifetime Post Total Reach'
    """
    begin = normalise(sheet)
    if normalise(name).startswith("lifetime"):
        return name
    return next((f"{full} - {name}" for start, full in _SHEETS if begin.startswith(start)), name)
