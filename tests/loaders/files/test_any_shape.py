"""One table in many shapes: encoding, delimiter, language of the header, order of columns. The records are the same.

Each sample of a text format is taken apart, some of its columns and cells are changed, and what is left is written
twice: plainly, and as programs and people may write it. It goes over every format that has a sample.
"""

import csv
import io
import json
import random
import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import openpyxl
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import loaders.files
from loaders.files import formats, knowledge, read_files
from loaders.files.reading.encoding import encoding_of
from loaders.files.reading.errors import UnreadableError
from loaders.files.reading.headers import Aliases, normalise
from loaders.files.reading.kinds import kind_of
from loaders.files.reading.opening import open_tables
from loaders.files.reading.table import Table
from loaders.records import Batch
from loaders.report import records
from tests.loaders.files.golden import samples
from tests.loaders.files.sample_exports import SAMPLES

ABOUT_SHAPE = {"guessed_encoding", "wrapped_lines", "duplicate_headers"}
"""Warnings about the writing, not about what is written."""

Grid = list[list[str]]


class Shape(NamedTuple):
    """How a table is written as text."""

    coding: str
    delimiter: str
    hint: bool  # a `sep=` line
    end: str
    quote_all: bool
    wrapped: bool  # CSV in CSV: what Excel makes of commas where it expects something else
    last_end: bool


PLAIN = Shape("utf-8", ",", False, "\n", False, False, True)

shapes = st.builds(
    Shape,
    coding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
    delimiter=st.sampled_from(",;\t"),
    hint=st.booleans(),
    end=st.sampled_from(["\n", "\r\n", "\r"]),
    quote_all=st.booleans(),
    wrapped=st.booleans(),
    last_end=st.booleans(),
).map(lambda shape: shape._replace(delimiter=",") if shape.wrapped else shape)


def names(path: Path) -> str:
    return str(path.relative_to(SAMPLES))


@cache
def tables(path: Path) -> list[Table | UnreadableError]:
    return [table for _, table in open_tables(path.name, path.read_bytes(), knowledge())]


def texts() -> list[Path]:
    return [path for path in samples() if kind_of(path.read_bytes()) == "delimited"]


def unwrapped() -> list[Path]:
    """Samples whose lines are not wrapped in quotation marks already."""
    told = {
        path: [one.message.code for table in tables(path) for one in getattr(table, "warnings", ())] for path in texts()
    }
    return [path for path in texts() if "wrapped_lines" not in told[path]]


def single_tables() -> list[Path]:
    """Samples that are one table with nothing above it."""
    return [path for path in texts() if len(tables(path)) == 1 and not only_table(path).above]


def warned(path: Path) -> set[str]:
    found = [table for table in tables(path) if isinstance(table, Table)]
    return {warning.message.code for table in found for warning in table.warnings}


def only_table(path: Path) -> Table:
    (table,) = tables(path)
    assert isinstance(table, Table)
    return table


def written(rows: Sequence[Sequence[str]], shape: Shape) -> bytes | None:
    """The rows as a file; None where the coding has no letters for them, or would be guessed wrong."""
    lines = [line(row, shape) for row in rows]
    text = "".join(one + shape.end for one in lines)
    if not shape.last_end:
        text = text.removesuffix(shape.end)
    if shape.hint:
        text = f"sep={shape.delimiter}{shape.end}{text}"
    try:
        data = text.encode(shape.coding)
    except UnicodeEncodeError:
        return None
    return data if encoding_of(data).text(data) == text.removeprefix("\ufeff") else None


def line(row: Sequence[str], shape: Shape) -> str:
    """One row; wrapped it is one quoted cell, as Excel makes it of a file that it did not take apart."""
    if not any(row):
        return "" if shape.wrapped or shape.quote_all else shape.delimiter * max(len(row) - 1, 0)
    target = io.StringIO(newline="")
    quoting = csv.QUOTE_ALL if shape.quote_all else csv.QUOTE_MINIMAL
    csv.writer(target, delimiter=shape.delimiter, quoting=quoting).writerow(row)  # with CRLF it quotes both of them
    made = target.getvalue().removesuffix("\r\n")
    return '"' + made.replace('"', '""') + '"' if shape.wrapped else made


def read(name: str, data: bytes) -> list[dict[str, Any]]:
    """What a file comes to, whatever the lines and the names of columns are."""
    return [come_to(batch) for batch in read_files([(name, data)])]


def come_to(batch: Batch) -> dict[str, Any]:
    return {
        "format": batch.format,
        "platform": batch.platform,
        "error": batch.error and batch.error.code,
        "rows": (batch.rows_read, batch.rows_kept, batch.duplicates),
        "rejected": [one.reason.code for one in sorted(batch.rejected, key=lambda one: one.row)],
        "warnings": Counter(
            (one.message.code, len(one.rows)) for one in batch.warnings if one.message.code not in ABOUT_SHAPE
        ),
        "checks": batch.checks,
        "missing": batch.posts["missing"].tolist(),
        "records": list(records(batch, everything=True)),
    }


@pytest.mark.parametrize("sample", unwrapped(), ids=names)
@settings(max_examples=4, derandomize=True, suppress_health_check=list(HealthCheck))
@given(shape=shapes)
def test_a_file_comes_to_the_same_in_any_writing(sample: Path, shape: Shape) -> None:
    """Preambles, titles and blocks included."""
    rows = file_rows(sample)
    assume(shape.quote_all or not any(len(row) == 1 and "," in row[0] for row in rows))  # one cell, or several
    data = written(rows, shape)
    plain = written(rows, PLAIN)
    if data is not None and plain is not None:
        assert read(sample.name, data) == read(sample.name, plain)


def file_rows(sample: Path) -> Grid:
    """Every line of a sample in its cells."""
    data = sample.read_bytes()
    lines = encoding_of(data).text(data)
    hint = re.match(r"sep=(.)\r?\n", lines)
    lines = lines[hint.end() :] if hint else lines
    readings = [
        list(csv.reader(io.StringIO(lines, newline=""), delimiter=mark)) for mark in (hint[1] if hint else ",;\t")
    ]
    return max(readings, key=lambda rows: sum(map(len, rows)))


class Variant(NamedTuple):
    """A table to write: what is in it, and how its columns may be called and moved."""

    header: list[str]
    rows: Grid
    order: list[int]
    called: list[str]


def variant(sample: Path, chance: random.Random, cells: Sequence[str]) -> Variant:
    """The table of a sample without some columns, with some cells replaced; and its columns under other names."""
    table = only_table(sample)
    form = next(form for form in formats() if form.sniff(table.keys))
    module = getattr(loaders.files, form.id)
    aliases: Aliases = getattr(module, "ALIASES", {})
    first_matters = first_column_matters(sample)
    keep = [place for place in range(len(table.header)) if chance.random() < 0.9 or (first_matters and not place)]
    header = [table.header[place] for place in keep]
    columns = [table.columns[place].to_pylist() for place in keep]
    rows = [list(row) for row in zip(*columns, strict=True)]
    for cell in cells if rows and header else ():
        chance.choice(rows)[chance.randrange(len(header))] = cell
    rows = [row for row in rows if any(row)]
    by_name = {normalise(name): key for key, names in aliases.items() for name in names}
    places = [by_name.get(normalise(name), "") for name in header]
    named = [place for place, key in enumerate(places) if key and (place or not first_matters)]
    order = list(range(len(header)))
    for place, other in zip(named, moved(named, header, chance), strict=True):
        order[place] = other
    called = [renamed(name, key, header, places, aliases, chance) for name, key in zip(header, places, strict=True)]
    names_tell = form.platform == "other"  # in tables of tools the name of a column can be what tells the network
    return Variant(header, rows, order, header if names_tell else called)


@cache
def first_column_matters(sample: Path) -> bool:
    """Whether the first column names the groups of an audience, or the rows that are totals."""
    batches = read_files([(sample.name, sample.read_bytes())])
    return batches[0].kind == "audience" or sum(batch.rows_read for batch in batches) < len(only_table(sample))


def moved(named: list[int], header: Sequence[str], chance: random.Random) -> list[int]:
    """The columns that a format names in another order; the others may mean something by their place.

    Columns with one name stay in their order: the first with values is used.
    """
    shuffled = chance.sample(named, len(named))
    same: dict[str, list[int]] = {}
    for place in named:
        same.setdefault(normalise(header[place]), []).append(place)
    return [same[normalise(header[place])].pop(0) for place in shuffled]


def renamed(
    name: str, key: str, header: Sequence[str], places: Sequence[str], aliases: Aliases, chance: random.Random
) -> str:
    """A column's name in another language, where that name is of this column alone."""
    taken = {normalise(other) for other in header}
    others = {normalise(other) for column, names in aliases.items() if column != key for other in names}
    free = [one for one in aliases.get(key, ()) if normalise(one) not in taken | others]
    return chance.choice([name, *free]) if key and places.count(key) == 1 else name


def spelled(name: str, chance: random.Random) -> str:
    """A name as programs spell it: another case, soft hyphens, hard spaces."""
    name = chance.choice((name, name, name.upper(), name.lower(), f" {name} ", name.replace(" ", "\u00a0")))
    middle = len(name) // 2
    return chance.choice((name, name, f"{name[:middle]}\u00ad{name[middle:]}", f"{name}\u200b"))


def check_shape(sample: Path, shape: Shape, seed: int, cells: Sequence[str], plain_names: bool) -> None:
    chance = random.Random(seed)
    table = variant(sample, chance, cells)
    if not any(table.header):
        return
    called = [name if plain_names else spelled(name, chance) for name in table.called]
    rows: Grid = [[called[place] for place in table.order]]
    for row in table.rows:
        if chance.random() < 0.1:
            rows.append(chance.choice([[], [""] * len(called)]))
        rows.append([row[place] for place in table.order])
    if shape.coding == "cp1252":
        rows = [
            [name.replace("\u200b", "") for name in rows[0]],
            *([western(cell) for cell in row] for row in rows[1:]),
        ]
        table = table._replace(rows=[[western(cell) for cell in row] for row in table.rows])
    expected = read(sample.name, written([table.header, *table.rows], PLAIN) or b"")
    if expected[0]["format"] is None:
        return  # the columns that are left are too few to tell, and names in another language can tell more
    data = written(rows, shape)
    if data is not None:
        assert read(sample.name, data) == expected
    if chance.random() < 0.2:
        assert read(sample.name, as_workbook(rows)) == expected
        own_names = table.called == table.header  # in a document a platform does not mix languages
        if own_names and len({normalise(name) for name in called}) == len(called):
            assert read(sample.name, as_document(rows)) == expected


def western(cell: str) -> str:
    """A cell as a spreadsheet saves it that has no place for other letters."""
    return cell.encode("cp1252", "replace").decode("cp1252")


def as_workbook(rows: Grid) -> bytes:
    """The table as a spreadsheet has it whose cells are all text."""
    book = openpyxl.Workbook()
    sheet = book.active
    for number, row in enumerate(rows, start=1):
        for place, cell in enumerate(row, start=1):
            if cell:
                sheet.cell(number, place, cell).data_type = "s"  # no formula, whatever it begins with
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def as_document(rows: Grid) -> bytes:
    """The table as a list of flat objects."""
    header, *body = rows
    return json.dumps([dict(zip(header, row, strict=True)) for row in body if any(row)]).encode()


ANY_TEXT = st.text(st.characters(codec="cp1252", exclude_categories=["Cc", "Cs"]), max_size=20).map(str.strip)
ODD_CELLS = ("=1+1", "1e9", "-3", "a, b; c\td", 'say "hi"', "two\nlines")
CASES = {
    "shape": shapes,
    "seed": st.integers(0, 2**32),
    "cells": st.lists(
        ANY_TEXT | st.sampled_from(["=1+1", "1e9", "-3", "a, b; c\td", 'say "hi"', "two\nlines"]), max_size=4
    ),
    "plain_names": st.booleans(),
}


@pytest.mark.parametrize("sample", single_tables(), ids=names)
@settings(max_examples=6, derandomize=True, suppress_health_check=list(HealthCheck))
@given(**CASES)
def test_a_table_comes_to_the_same_in_any_shape(
    sample: Path, shape: Shape, seed: int, cells: list[str], plain_names: bool
) -> None:
    check_shape(sample, shape, seed, cells, plain_names)


@pytest.mark.slow
@pytest.mark.parametrize("sample", single_tables(), ids=names)
@settings(max_examples=50, derandomize=True, suppress_health_check=list(HealthCheck))
@given(**CASES)
def test_a_table_comes_to_the_same_in_many_shapes(
    sample: Path, shape: Shape, seed: int, cells: list[str], plain_names: bool
) -> None:
    check_shape(sample, shape, seed, cells, plain_names)
