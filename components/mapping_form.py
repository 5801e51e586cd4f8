"""What the columns of an unknown table mean: one list of the file's columns for each of our fields."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import streamlit as st

from components.escape import bare
from components.i18n import _
from components.load_words import field_word, kind_word, platform_word
from components.time_zones import time_zone_select
from components.words import PLATFORMS

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
        kind = st.selectbox(
            _("Each row of the file is about"),
            list(columns.fields),
            index=list(columns.fields).index(start.kind),
            format_func=kind_word,
            key=f"{key}_kind",
        )
        platform = st.selectbox(
            _("Platform"),
            list(PLATFORMS),
            index=list(PLATFORMS).index(start.platform),
            format_func=platform_word,
            key=f"{key}_platform",
        )
    chosen = _columns(columns, kind, start, f"{key}_{kind}")
    with st.container(horizontal=True):
        date_format = _date_format(start.date_format, f"{key}_dates")
        zone = time_zone_select(_("Time zone of the times in the file"), start.time_zone, key=f"{key}_zone")
        decimal = st.selectbox(
            _("Decimal sign"),
            ["", ".", ","],
            index=["", ".", ","].index(start.decimal),
            format_func=lambda sign: {"": _("See from the file"), ".": _("Point: 1.5"), ",": _("Comma: 1,5")}[sign],
            key=f"{key}_decimal",
        )
    return MappingValues(platform, kind, chosen, date_format, zone, decimal, start.name)


def _columns(columns: Columns, kind: str, start: MappingValues, key: str) -> dict[str, str]:
    """One list for each field; what is needed comes first."""
    required = columns.required.get(kind, ())
    fields = sorted(columns.fields[kind], key=lambda name: name not in required)
    headers = [_NONE, *columns.examples]
    chosen = {}
    for at, place in zip(fields, _places(len(fields)), strict=True):
        label = _("{field} (needed)", field=field_word(at)) if at in required else field_word(at)
        wanted = start.columns.get(at, _NONE)
        header = place.selectbox(
            label,
            headers,
            index=headers.index(wanted) if wanted in headers else 0,
            format_func=lambda one: _with_example(one, columns.examples),
            key=f"{key}_{at}",
        )
        if header != _NONE:
            chosen[at] = header
    return chosen


def _places(n: int) -> "list[st.delta_generator.DeltaGenerator]":
    """Cells of a grid of two columns, filled row by row, so that the order of the keyboard is the order of reading."""
    rows = [st.columns(2) for _row in range((n + 1) // 2)]
    return [cell for row in rows for cell in row][:n]


def _with_example(header: str, examples: Mapping[str, str]) -> str:
    if header == _NONE:
        return _("(not in this file)")
    example = bare(examples[header], 30)
    return f"{bare(header, 40)} · {example}" if example else bare(header, 40)


def _date_format(current: str, key: str) -> str:
    options = ["", *dict.fromkeys((*([current] if current else ()), *_DATE_FORMATS))]
    chosen: str = st.selectbox(
        _("Dates look like"), options, index=options.index(current), format_func=_date_example, key=key
    )
    return chosen


def _date_example(patterns: str) -> str:
    """The last afternoon of 2026 as the pattern writes it, so that nobody has to read patterns."""
    if not patterns:
        return _("See from the file")
    try:
        return " / ".join(_EXAMPLE.strftime(pattern) for pattern in patterns.split(" | "))
    except ValueError:  # a pattern from somebody's file
        return bare(patterns)
