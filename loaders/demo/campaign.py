"""The campaign for the light festival: its posts, its links, what was expected of it, and which posts were paid for."""

from collections.abc import Mapping
from datetime import date, timedelta

import numpy as np
import pandas as pd
from sqlalchemy import Engine

from data import tags
from data.access import Access
from loaders.demo.calendar import Calendar
from loaders.demo.stories import YEARLY
from metrics.campaigns.rules import Rules
from metrics.campaigns.utm import metric_of
from metrics.periods import to_day

SITE, OWNER = "uit.oeverdrecht.example", "cultuur"
WORD = "lichtjesnacht"
EXPECTED = 5_000
"""Visits that the city wrote down beforehand."""
_BUSIEST = 280  # visits on the day itself
_BEFORE, _AFTER = timedelta(days=28), timedelta(days=7)
_WRITTEN, _PAID = timedelta(days=14), timedelta(days=10)  # before the campaign, and before the night
_WHY = "Vorig jaar kwamen er ongeveer 4.000 bezoekers op de pagina. Met een link in elk bericht worden het er meer."


def night(calendar: Calendar) -> date:
    """The last Lichtjesnacht of which the whole season is in the demo; the first one when none is."""
    days = [calendar.dates[n] for n in np.flatnonzero(calendar.event == 1)]
    return next((day for day in reversed(days) if day + _AFTER <= calendar.end), days[0])


def campaign_name(calendar: Calendar) -> str:
    """What the links of the campaign say."""
    return f"{WORD}-{night(calendar).year}"


def campaign_visits(calendar: Calendar) -> pd.DataFrame:
    """Columns site, date, metric, value: visits that came with the links of the campaign, by day."""
    first, last = (calendar.number(day) for day in _span(calendar))
    days = np.arange(max(first, 0), min(last + 1, calendar.days))
    rng = np.random.default_rng(days.size)  # a draw of its own, so that no other figure of the city moves
    visits = np.round(_BUSIEST * calendar.event[days] * np.exp(rng.normal(0, 0.1, days.size)))
    dates = [calendar.dates[day].isoformat() for day in days]
    name = metric_of(campaign_name(calendar))
    return pd.DataFrame({"site": SITE, "date": dates, "metric": name, "value": visits})


def add_campaign(
    engine: Engine, access: Access, departments: Mapping[str, int], accounts: Mapping[str, int], end: date
) -> None:
    """Store the campaign with its expectation, registered before it began, and the tag of its paid posts."""
    calendar = Calendar(end)
    first, last = _span(calendar)
    owner, first_day, last_day = departments[OWNER], to_day(first), to_day(last)
    known = {one.name.casefold() for one in tags.tags(engine, access)}
    moment = (to_day(first - _WRITTEN) * 24 + 9) * 3600
    name = f"Lichtjesnacht {night(calendar).year}"
    if name.casefold() not in known:
        made = tags.add_tag(
            engine,
            access,
            name,
            "campaign",
            Rules(words=(f"{WORD}*",), first_day=first_day, last_day=last_day),
            department_id=owner,
            utm_campaign=campaign_name(calendar),
            first_day=first_day,
            last_day=last_day,
            is_demo=True,
            made_ts=moment,
        )
        tags.register_expectation(engine, access, made, "visits", EXPECTED, _WHY, at=moment)
    paid = "Betaald bereik Lichtjesnacht"
    if paid.casefold() not in known:
        from_day, to = to_day(night(calendar) - _PAID), to_day(night(calendar))
        rules = Rules(accounts=(accounts[YEARLY],), first_day=from_day, last_day=to)
        tags.add_tag(engine, access, paid, "paid", rules, department_id=owner, is_demo=True, made_ts=moment)
    tags.apply(engine, access)


def _span(calendar: Calendar) -> tuple[date, date]:
    return night(calendar) - _BEFORE, night(calendar) + _AFTER
