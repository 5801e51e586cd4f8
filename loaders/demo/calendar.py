"""The three years of the demo: weekdays, school holidays, the storm, the elections and the yearly event."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from loaders.demo.words import read

STORM_DAY = (1, 8)  # month and day of the last storm before the end; it lasts two days
EVENT_MONTH = 12  # Lichtjesnacht: the third Saturday of December


@dataclass(frozen=True)
class Calendar:
    """Day by day facts, each an array with one value per day from `first` up to and including `end`."""

    end: date
    years: int = 3

    @cached_property
    def first(self) -> date:
        """The first day: the day after the same date `years` years earlier."""
        try:
            start = self.end.replace(year=self.end.year - self.years)
        except ValueError:  # 29 February
            start = self.end.replace(year=self.end.year - self.years, day=28)
        return start + timedelta(days=1)

    @cached_property
    def dates(self) -> list[date]:
        """Every day."""
        return [self.first + timedelta(days=n) for n in range((self.end - self.first).days + 1)]

    @property
    def days(self) -> int:
        """How many days."""
        return len(self.dates)

    def number(self, day: date) -> int:
        """The position of a date; negative or beyond the last when it lies outside."""
        return (day - self.first).days

    @cached_property
    def weekday(self) -> NDArray[np.int64]:
        """0 Monday .. 6 Sunday."""
        return np.array([day.weekday() for day in self.dates])

    @cached_property
    def public_holiday(self) -> NDArray[np.bool_]:
        """National holidays."""
        return self._flags(None)

    @cached_property
    def school_holiday(self) -> NDArray[np.bool_]:
        """School holidays in the middle of the country."""
        return self._flags("school")

    def _flags(self, category: str | None) -> NDArray[np.bool_]:
        import holidays

        years = range(self.first.year, self.end.year + 1)
        if category is None:
            known = holidays.country_holidays("NL", years=years)
        else:
            known = holidays.country_holidays("NL", subdiv="Midden", categories=(category,), years=years)
        return np.array([day in known for day in self.dates])

    @cached_property
    def storm(self) -> NDArray[np.bool_]:
        """The two days of the storm."""
        landfall = date(self.end.year, *STORM_DAY)
        if landfall > self.end:
            landfall = date(self.end.year - 1, *STORM_DAY)
        flags = np.zeros(self.days, dtype=bool)
        flags[self.number(landfall) : self.number(landfall) + 2] = True
        return flags

    @cached_property
    def election(self) -> NDArray[np.float64]:
        """How much an election is in the air: rises over three weeks to its weight, gone two days later."""
        heat = np.zeros(self.days)
        for vote in read("calendar")["elections"]:
            polling = self.number(vote["date"])
            for day in range(max(polling - 21, 0), min(polling + 3, self.days)):
                heat[day] = vote["weight"] * (1 - max(polling - day, 0) / 24)
        return heat

    @cached_property
    def event(self) -> NDArray[np.float64]:
        """The season of the Lichtjesnacht: four weeks before it and one after, busiest on the day."""
        season = np.zeros(self.days)
        for year in range(self.first.year, self.end.year + 1):
            opening = date(year, EVENT_MONTH, 15)
            saturday = self.number(opening + timedelta(days=(5 - opening.weekday()) % 7))
            for day in range(max(saturday - 28, 0), min(saturday + 8, self.days)):
                season[day] = 1 / (1 + abs(day - saturday) / 4)
        return season
