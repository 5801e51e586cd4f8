"""What the columns of an unknown table mean: one list of the file's columns for each of our fields."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import streamlit as st

from components.escape import bare
from components.i18n import _
from components.load_words import field_word, kind_word
from components.select import select
from components.time_zones import time_zone_select
from components.words import platform_name
from metrics.platforms import NAMES

_NONE = ""
_EXAMPLE = datetime(2026, 12, 31, 14, 5, tzinfo=UTC)
_DATE_FORMATS = (
    "%Y-%m-%d",
    "%Y-%m-%d %H:%M",
    "%Y-%m-%dT%H:%M:%S%z",
    "%d-%m-%Y",
    "%d-%m-%Y %H:%M",
    "%d/%m/%Y",
    "%d/%m/%Y %H:%M",
    "%d.%m.%Y",
    "%d.%m.%Y %H:%M",
    "%m/%d/%Y",
    "%m/%d/%Y %H:%M",
    "%m/%d/%y %H:%M",
)


@dataclass(frozen=True)
class MappingValues:
    """A column mapping: `columns` goes from our field to the header in the file.

    `date_format` is a strptime pattern (or several, with " | " between) and "" means: see from the cells; so does
    an empty `decimal`.
    """

    platform: str
    kind: str
    columns: Mapping[str, str]
    date_format: str = ""
    time_zone: str = "UTC"
    decimal: str = ""
    name: str = ""


@dataclass(frozen=True)
class Columns:
    """The columns of a table: headers with a cell as an example, and what they can be mapped to, per kind of rows."""

    examples: Mapping[str, str]
    fields: Mapping[Any, Sequence[str]]
    required: Mapping[Any, Sequence[str]]


def mapping_form(columns: Columns, start: MappingValues, key: str) -> MappingValues:
    """Draw the lists, set to `start`; the mapping as it stands. Another `key` starts afresh."""
    with st.container(horizontal=True):
        kinds = {kind: kind_word(kind) for kind in columns.fields}
        kind = select(_("Each row of the file is about"), kinds, start.kind, key=f"{key}_kind")
        platforms = {code: platform_name(code) for code in NAMES}
        platform = select(_("Platform"), platforms, start.platform, key=f"{key}_platform")
    chosen = _columns(columns, kind, start, f"{key}_{kind}")
    with st.container(horizontal=True):
        date_format = _date_format(start.date_format, f"{key}_dates")
        zone = time_zone_select(_("Time zone of the times in the file"), start.time_zone, key=f"{key}_zone")
        signs = {"": _("See from the file"), ".": _("Point: 1.5"), ",": _("Comma: 1,5")}
        decimal = select(_("Decimal sign"), signs, start.decimal, key=f"{key}_decimal")
    return MappingValues(platform, kind, chosen, date_format, zone, decimal, start.name)


def _columns(columns: Columns, kind: str, start: MappingValues, key: str) -> dict[str, str]:
    """One list for each field; what is needed comes first."""
    required = columns.required.get(kind, ())
    fields = sorted(columns.fields[kind], key=lambda name: name not in required)
    headers = {_NONE: _("(not in this file)")}
    headers |= {header: _with_example(header, example) for header, example in columns.examples.items()}
    chosen = {}
    for at, place in zip(fields, _places(len(fields)), strict=True):
        label = _("{field} (needed)", field=field_word(at)) if at in required else field_word(at)
        wanted = start.columns.get(at, _NONE)
        with place:
            header = select(label, headers, wanted if wanted in headers else _NONE, key=f"{key}_{at}")
        if header != _NONE:
            chosen[at] = header
    return chosen


def _places(n: int) -> "list[st.delta_generator.DeltaGenerator]":
    """Cells of a grid of two columns, filled row by row, so that the order of the keyboard is the order of reading."""
    rows = [st.columns(2) for _row in range((n + 1) // 2)]
    return [cell for row in rows for cell in row][:n]


def _with_example(header: str, example: str) -> str:
    return f"{bare(header, 40)} · {bare(example, 30)}" if example else bare(header, 40)


def _date_format(current: str, key: str) -> str:
    patterns = dict.fromkeys(("", current, *_DATE_FORMATS))
    return select(_("Dates look like"), {one: _date_example(one) for one in patterns}, current, key=key)


def _date_example(patterns: str) -> str:
    """The last afternoon of 2026 as the pattern writes it, so that nobody has to read patterns."""
    if not patterns:
        return _("See from the file")
    try:
        return " / ".join(_EXAMPLE.strftime(pattern) for pattern in patterns.split(" | "))
    except ValueError:  # a pattern from somebody's file
        return bare(patterns)
