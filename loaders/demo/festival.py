"""The last light festival of the demo city: its season, and the visits that came with the links of its campaign."""

from datetime import date, timedelta

import numpy as np
import pandas as pd

from loaders.demo.calendar import Calendar
from metrics.campaigns.utm import metric_of

SITE, WORD = "uit.oeverdrecht.example", "lichtjesnacht"
_BUSIEST = 280  # visits on the day itself
_BEFORE, _AFTER = timedelta(days=28), timedelta(days=7)


def night(calendar: Calendar) -> date:
    """The last Lichtjesnacht of which the whole season is in the demo; the first one when none is."""
    days = [calendar.dates[n] for n in np.flatnonzero(calendar.event == 1)]
    return next((day for day in reversed(days) if day + _AFTER <= calendar.end), days[0])


def season(calendar: Calendar) -> tuple[date, date]:
    """The first and the last day of its campaign."""
    return night(calendar) - _BEFORE, night(calendar) + _AFTER


def campaign_name(calendar: Calendar) -> str:
    """What the links of the campaign say."""
    return f"{WORD}-{night(calendar).year}"


def campaign_visits(calendar: Calendar) -> pd.DataFrame:
    """Columns site, date, metric, value: visits that came with the links of the campaign, by day."""
    first, last = (calendar.number(day) for day in season(calendar))
    days = np.arange(max(first, 0), min(last + 1, calendar.days))
    rng = np.random.default_rng(days.size)  # a draw of its own, so that no other figure of the city moves
    visits = np.round(_BUSIEST * calendar.event[days] * np.exp(rng.normal(0, 0.1, days.size)))
    dates = [calendar.dates[day].isoformat() for day in days]
    return pd.DataFrame({"site": SITE, "date": dates, "metric": metric_of(campaign_name(calendar)), "value": visits})
