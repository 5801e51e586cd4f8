"""What the filled templates share: example rows, one network per file, times with their own time zone."""

from collections.abc import Collection
from zoneinfo import available_timezones

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from loaders.files.building.columns import Columns
from loaders.files.building.resaved import parse_resaved
from loaders.files.building.rows import Rows
from loaders.files.building.times import ISO, Times, parse
from loaders.files.reading.table import Table
from loaders.records import Platform
from loaders.templates.definition import EXAMPLE, MARK, Template
from metrics.platforms import NAMES
from metrics.words import N_, Message

_WITH_OFFSET = ("%Y-%m-%d %H:%M%z", "%Y-%m-%d %H:%M:%S%z", "%Y-%m-%dT%H:%M%z", "%Y-%m-%dT%H:%M:%S%z")
PLATFORM_CODES = {
    **{name.casefold(): code for code, name in NAMES.items()},
    **{code: code for code in NAMES},
    "twitter": "x",
    "x (twitter)": "x",
    "anders": "other",
    "overig": "other",
}
"""What people call the networks, in small letters."""


def opened(table: Table, template: Template) -> tuple[Rows, Columns]:
    """The rows and columns of a filled template, without its example rows."""
    rows = Rows(table)
    columns = Columns(rows, template.aliases)
    leave_out_examples(rows, columns)
    return rows, columns


def leave_out_examples(rows: Rows, columns: Columns) -> None:
    """Leave out the rows that a template came with."""
    text = N_("This is the example row. If you put your own figures in it, empty its first cell.")
    is_example = columns.text(MARK).str.casefold().isin(EXAMPLE)
    rows.reject(is_example, columns.header(MARK), Message("example_row", text))


def one_platform(rows: Rows, columns: Columns, allowed: Collection[Platform]) -> Platform:
    """The network that a file is about, which is that of its first row; rows of others are left out.

    A batch has one network, and a row that came in under the wrong one would be counted there.
    """
    codes = columns.text("platform").str.casefold().map(PLATFORM_CODES)
    header = columns.header("platform")
    text = N_("This row names no platform that is known. Use one of these: {platforms}.")
    rows.reject(~codes.isin(allowed), header, Message("unknown_platform", text, {"platforms": ", ".join(allowed)}))
    known = codes[rows.alive]
    platform: Platform = next((one for one in allowed if len(known) and one == known.iloc[0]), "other")
    text = N_("One platform per file: this file is about {platform}. Put this row in a file of its own.")
    reason = Message("other_platform", text, {"platform": Message(platform, NAMES[platform])})
    rows.reject(codes != platform, header, reason)
    return platform


def moments(rows: Rows, columns: Columns) -> Times:
    """The times of a table, each by its own offset (Z, +02:00) or in the time zone that its row names.

    A time without a zone could be hours off, so its row is left out; a date alone needs none.
    """
    cells = columns.text("published_at").str.replace(r"\s+(Z|[+-]\d{2}:?\d{2})$", r"\1", regex=True)
    zones, header = columns.text("time_zone"), columns.header("time_zone")
    known = zones.isin(["", *available_timezones()])
    text = N_("There is no such time zone. Use a name such as Europe/Amsterdam, or UTC.")
    rows.reject(~known, header, Message("unknown_time_zone", text))
    times = parse(cells, _WITH_OFFSET)
    open_ = ~times.known & known.to_numpy(dtype=np.bool_)
    for zone in zones[open_].unique().tolist():
        here = open_ & (zones == zone).to_numpy(dtype=np.bool_)
        times = times.where(here, parse_resaved(_only(cells, here), ISO, zone or "UTC"))
    text = N_("This row has a time but no time zone. Fill in the time zone, such as Europe/Amsterdam.")
    zoneless = open_ & (zones == "").to_numpy(dtype=np.bool_) & (times.precision == "minute")
    rows.reject(zoneless, header or columns.header("published_at"), Message("no_time_zone", text))
    return times


def _only(cells: "pd.Series[str]", mask: NDArray[np.bool_]) -> "pd.Series[str]":
    return cells.where(mask, "").astype("str")


def host(names: "pd.Series[str]") -> "pd.Series[str]":
    """The hosts of websites, however their address was typed.

    >>> host(pd.Series(["https://www.Example.org/", "example.org"])).tolist()
    ['www.example.org', 'example.org']
    """
    return names.str.casefold().str.replace(r"^https?://|/.*$", "", regex=True).astype("str")
