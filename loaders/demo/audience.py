"""Followers of accounts and visitors of websites, day by day."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from loaders.demo import stories
from loaders.demo.calendar import Calendar
from loaders.demo.city import ACCOUNTS, SITES
from loaders.demo.festival import campaign_visits

Floats = NDArray[np.float64]
_VISITORS = {"www.oeverdrecht.example": 5200, "uit.oeverdrecht.example": 1400}


def followers(rng: np.random.Generator, calendar: Calendar) -> Floats:
    """Followers per account (rows) and day (columns); they end at what `city` says."""
    rows = []
    for account in ACCOUNTS:
        growth = rng.uniform(0.08, 0.45)  # over the three years
        if account.platform == "x":
            growth *= 0.2
        if account.key == stories.DORMANT:
            growth = -0.06
        steps = 1 + rng.normal(0, 0.8, calendar.days) + 6 * calendar.storm + 1.5 * calendar.election
        if account.key == stories.YEARLY:
            steps = steps * 0.2 + 8 * calendar.event
        path = np.cumsum(steps)
        share = (path - path[0]) / (path[-1] - path[0])
        start = account.followers / (1 + growth)
        rows.append(np.round(start + (account.followers - start) * share))
    return np.array(rows)


def website_days(rng: np.random.Generator, calendar: Calendar) -> pd.DataFrame:
    """Columns site, date, metric, value: visitors, visits, page views and downloads of each site and day, and the
    visits of a campaign."""
    frames = []
    for host in SITES:
        weekly = np.array([1.2, 1.15, 1.1, 1.1, 0.95, 0.55, 0.6])
        if host.startswith("uit."):
            weekly = weekly[::-1]
        special = 1 + 2.2 * calendar.storm + 0.8 * calendar.election + 0.3 * calendar.event
        holiday = np.where(calendar.public_holiday, 0.5, np.where(calendar.school_holiday, 0.85, 1.0))
        trend = np.linspace(0.9, 1.1, calendar.days)
        noise = np.exp(rng.normal(0, 0.12, calendar.days))
        visitors = _VISITORS[host] * weekly[calendar.weekday] * special * holiday * trend * noise
        visits = visitors * rng.uniform(1.15, 1.3, calendar.days)
        values = {
            "visitors": visitors,
            "visits": visits,
            "page_views": visits * rng.uniform(2.1, 3.4, calendar.days),
            "downloads": rng.poisson(visitors * 0.035).astype(float),
        }
        dates = [day.isoformat() for day in calendar.dates]
        wide = pd.DataFrame({"site": host, "date": dates, **{name: np.round(v) for name, v in values.items()}})
        frames.append(wide.melt(["site", "date"], var_name="metric"))
    return pd.concat([*frames, campaign_visits(calendar)], ignore_index=True)
