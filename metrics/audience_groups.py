"""Groups of an audience, as platforms describe them: what they are grouped by, what is given of each, what is hidden.

These figures are context. They are never posts, never added up, and never compared between platforms.
"""

import pandas as pd

from metrics.disclosure import hide_small
from metrics.words import N_

DIMENSIONS: dict[str, str] = {
    "age": N_("Age"),
    "gender": N_("Gender"),
    "age_gender": N_("Age and gender"),
    "country": N_("Country"),
    "region": N_("Region"),
    "city": N_("City"),
    "location": N_("Place"),
    "language": N_("Language"),
    "seniority": N_("Level of the job"),
    "job_function": N_("Kind of work"),
    "industry": N_("Sector"),
    "company_size": N_("Size of the employer"),
    "page": N_("Other pages they follow"),
    "traffic_source": N_("How they came"),
    "subscription": N_("Subscribed or not"),
    "returning": N_("New or returning"),
    "device": N_("Kind of device"),
    "operating_system": N_("Operating system"),
    "playlist": N_("Playlist"),
    "hour": N_("Hour of the day"),
    "weekday": N_("Day of the week"),
    "date": N_("Date"),
    "other": N_("Another division"),
}
"""What an audience is divided by, in the order of the page."""

METRICS: dict[str, str] = {
    "followers": N_("Followers"),
    "followers_gained": N_("New followers"),
    "viewers": N_("Viewers"),
    "visitors": N_("Visitors"),
    "reach": N_("Reach"),
    "active_followers": N_("Active followers"),
    "views": N_("Views"),
    "engaged_views": N_("Engaged views"),
    "impressions": N_("Impressions"),
    "page_views": N_("Page views"),
    "watch_hours": N_("Hours watched"),
    "share": N_("Share"),
}
"""What is given of each group. `<metric>_share` is its share of that metric, from 0 to 1; `share` that of people."""

PEOPLE = frozenset({"followers", "followers_gained", "viewers", "visitors", "reach", "active_followers"})
"""The metrics that count people: small numbers of them are hidden."""


def is_share(metric: str) -> bool:
    """Whether a metric is a share from 0 to 1.

    >>> is_share("views_share"), is_share("share"), is_share("shares")
    (True, True, False)
    """
    return metric == "share" or metric.endswith("_share")


def disclosed(figures: pd.DataFrame, owner: str = "account_id") -> pd.DataFrame:
    """Figures of groups that may be shown: `hidden` says where a group of people is too small, and `value` is then NaN.

    Columns in: `owner`, dimension, label, metric, value. Small numbers of people are hidden by the rules of
    `metrics.disclosure`, table by table, and with them the shares of the same groups, from which a reader could work
    them out. Figures that count no people (views, hours) are shown as they are.

    >>> cities = pd.DataFrame({"label": ["Waterstad", "Elders", "Lo"], "value": [90.0, 2.0, 7.0]})
    >>> shown = disclosed(cities.assign(account_id=1, dimension="city", metric="followers"))
    >>> shown["value"].tolist(), shown["hidden"].tolist()
    ([90.0, nan, nan], [False, True, True])
    """
    small = [
        place
        for _, table in figures[figures["metric"].isin(PEOPLE)].groupby([owner, "dimension", "metric"])
        for place, cell in zip(table.index, hide_small(_whole(table["value"])).cells, strict=True)
        if cell is None
    ]
    groups = pd.MultiIndex.from_frame(figures[[owner, "dimension", "label"]])
    hidden = figures.index.isin(small)
    of_people = figures["metric"].isin({"share", *(f"{name}_share" for name in PEOPLE)}).to_numpy(bool)
    hidden |= of_people & groups.isin(groups[hidden])
    return figures.assign(value=figures["value"].mask(hidden), hidden=hidden)


def _whole(values: "pd.Series[float]") -> list[int]:
    """Net numbers may be below zero; two people fewer are as few as two more."""
    whole: list[int] = values.abs().round().astype("int64").tolist()
    return whole
