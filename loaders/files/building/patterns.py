"""Regular expressions over whole columns, without a Python loop (RE2: no look-ahead)."""

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc


def groups(cells: "pd.Series[str]", pattern: str) -> "dict[str, pd.Series[str]]":
    """The named groups of the first match in each cell; "" where nothing matches.

    >>> groups(pd.Series(["03/28/2025", "soon"]), r"^(?P<first>[0-9]+)/(?P<second>[0-9]+)")["second"].tolist()
    ['28', '']
    """
    found = pc.extract_regex(pa.array(cells, type=pa.large_string()), pattern)
    names = [field.name for field in found.type]
    parts = (pc.fill_null(pc.struct_field(found, [name]), "") for name in names)
    return {name: pd.Series(pd.array(part, dtype="str")) for name, part in zip(names, parts, strict=True)}


def group(cells: "pd.Series[str]", pattern: str) -> "pd.Series[str]":
    """The one named group of a pattern.

    >>> group(pd.Series(["/status/12?s=20"]), r"/status/(?P<id>[0-9]+)").tolist()
    ['12']
    """
    return next(iter(groups(cells, pattern).values()))
