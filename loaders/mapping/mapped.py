"""A table seen through a mapping: our fields instead of its columns."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from loaders.files.building import links
from loaders.files.building.counts import Counts, counts
from loaders.files.building.times import Times
from loaders.files.reading.headers import normalise
from loaders.files.reading.table import Table
from loaders.mapping.date_formats import parse_all, patterns, split
from loaders.mapping.spec import MappingError, MappingSpec
from loaders.mapping.vocabulary import DAY_FIRST
from metrics.words import N_, Message

FORMAT_ID = "column_mapping"


@dataclass(frozen=True)
class Mapped:
    """A table, a mapping that fits it, and the place of each field."""

    spec: MappingSpec
    table: Table
    places: Mapping[str, int]

    def cells(self, field: str) -> "pd.Series[str]":
        """The text of a field; empty text when it is not mapped. Posts and comments stay as they were written."""
        return self.table.text(self.places.get(field), trimmed=field != "text")

    def column(self, field: str) -> str | None:
        """The header of a field, for reasons."""
        return self.table.header[self.places[field]] if field in self.places else None

    def counts(self, fields: tuple[str, ...], signed: tuple[str, ...] = ()) -> dict[str, Counts]:
        """The counts among these fields that are mapped."""
        found = [field for field in fields if field in self.places]
        return {field: counts(self.cells(field), field in signed, self.spec.decimal) for field in found}

    def dates(self, field: str) -> "pd.Series[str]":
        """The cells of the date, with the time where that has its own column."""
        dates = self.cells(field)
        if "published_time" not in self.places:
            return dates
        return (dates + " " + self.cells("published_time")).str.strip()

    def id_times(self) -> NDArray[np.int64]:
        """The times inside the ids of posts, in seconds; 0 where there is none. Instagram's are in the links alone."""
        ids, permalinks = self.cells("post_id"), self.cells("permalink")
        found = links.times(self.spec.platform, permalinks)
        return np.where(found > 0, found, links.times(self.spec.platform, ids))

    def patterns(self, field: str) -> tuple[tuple[str, ...], Message | None]:
        """The patterns of a date by the evidence of the table, or the question to ask (`date_formats.patterns`)."""
        day_first = normalise(self.column(field) or "") in DAY_FIRST
        return patterns(self.dates(field), self.id_times(), day_first or None)

    def times(self, field: str) -> Times:
        """The times of a date field, in the mapping's pattern or by evidence.

        Raises `MappingError` when the pattern is neither given nor to be seen.
        """
        formats, question = split(self.spec.date_format), None
        if not formats:
            formats, question = self.patterns(field)
        if not formats:
            text = N_("The dates of this table are in no known format. Choose a date format in the mapping.")
            raise MappingError(question or Message("unknown_dates", text))
        return parse_all(self.dates(field), formats, self.spec.time_zone)
