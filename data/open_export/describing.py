"""What goes with the tables: a data dictionary, metadata for machines, and a page for people."""

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from data.open_export.columns import OpenTable
from data.open_export.writing import Written
from metrics.cells import safe_cell
from metrics.definitions import definitions_version
from metrics.platforms import NAMES

LICENCE = "not set"
_TERMS = (
    "The terms of these platforms may limit republishing their figures or what stands on them: {platforms}. "
    "Read them before you publish this file, then fill in the licence."
)
_WITHOUT = (
    "No citizen is in this file: comments have no author, number, link or mention, and their time is rounded to the "
    "hour. {texts}"
)
_NO_TEXTS = "Texts of citizens and of replies to them are left out."
_TEXTS = (
    "An administrator asked for texts of citizens and of replies to them. Names, addresses and numbers of people in "
    "them were masked by rules, which can miss some. Keep the file inside the organisation."
)


@dataclass(frozen=True)
class Facts:
    """What is so for the whole export."""

    organisation: str
    time_zone: str
    made_at: datetime
    platforms: Sequence[str]
    demo: bool
    texts: bool

    @property
    def title(self) -> str:
        """What the export is called."""
        start = "DEMO, made-up data: " if self.demo else ""
        return f"{start}social media data of {self.organisation or 'an organisation without a name'}"

    @property
    def notes(self) -> list[str]:
        """What a reader must know."""
        platforms = ", ".join(NAMES[one] for one in self.platforms) or "none"
        return [
            *(["Demo city: rows with is_demo are made up."] if self.demo else []),
            _WITHOUT.format(texts=_TEXTS if self.texts else _NO_TEXTS),
            _TERMS.format(platforms=platforms),
            "An empty cell is missing, not zero; the dictionary says what it means.",
            "In CSV a text that a spreadsheet would run as a formula gets an apostrophe; Parquet has it as it is.",
        ]


def dictionary(tables: Sequence[OpenTable]) -> bytes:
    """Every column of every table: type, unit, meaning, and what an empty cell means."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(["table", "column", "type", "unit", "meaning", "empty_means"])
    for table in tables:
        for column in table.columns:
            cells = (table.name, column.name, column.type, column.unit, column.meaning, column.missing)
            writer.writerow([safe_cell(cell) for cell in cells])
    return text.getvalue().encode("utf-8-sig")


def metadata(facts: Facts, written: Sequence[Written]) -> bytes:
    """The metadata, in the form of a Frictionless data package with some fields of our own."""
    first, last = _period(written)
    package: dict[str, Any] = {
        "profile": "data-package",
        "name": "answerable-demo-export" if facts.demo else "answerable-export",
        "title": facts.title,
        "organisation": facts.organisation,
        "created": facts.made_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "licence": LICENCE,
        "demo": facts.demo,
        "texts_of_conversations": facts.texts,
        "period": {"first": first, "last": last},
        "time_zone": facts.time_zone,
        "platforms": list(facts.platforms),
        "definitions_version": definitions_version(),
        "notes": facts.notes,
        "resources": [_resource(one) for one in written],
    }
    return json.dumps(package, ensure_ascii=False, indent=2).encode()


def readme(facts: Facts, written: Sequence[Written]) -> bytes:
    """A page that says what is in the file."""
    first, last = _period(written)
    lines = [facts.title, "", f"Made at {facts.made_at:%Y-%m-%d %H:%M} UTC by Answerable."]
    if first:
        lines.append(f"Days from {first} to {last} (time zone {facts.time_zone}).")
    lines += ["", *(f"- {note}" for note in facts.notes), ""]
    lines += [f"{one.table.name:<14}{one.rows:>12,} rows  {one.table.meaning}" for one in written]
    lines += [
        "",
        "csv/ and parquet/ hold the same tables. dictionary.csv explains each column; metadata.json is for machines.",
        f"Licence: {LICENCE}. The organisation decides.",
    ]
    return ("\r\n".join(lines) + "\r\n").encode()


def _period(written: Sequence[Written]) -> tuple[str | None, str | None]:
    firsts, lasts = [one.first for one in written if one.first], [one.last for one in written if one.last]
    return (min(firsts), max(lasts)) if firsts and lasts else (None, None)


def _resource(written: Written) -> dict[str, Any]:
    table = written.table
    return {
        "name": table.name,
        "description": table.meaning,
        "path": f"csv/{table.name}.csv",
        "format": "csv",
        "encoding": "utf-8",
        "parquet": f"parquet/{table.name}.parquet",
        "rows": written.rows,
        "schema": {
            "missingValues": [""],
            "fields": [{"name": one.name, "type": one.type, "description": one.meaning} for one in table.columns],
        },
    }
