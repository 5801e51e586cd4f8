"""The changes of definition that ship: documented by the platform, with a date no more exact than is known."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from metrics.periods import to_day
from metrics.registry import Metric
from metrics.words import N_, Message


@dataclass(frozen=True)
class Break:
    """From `day` on, a platform counts `needs` (codes of `metrics.measures`) in another way only; `name` says how.

    Without a platform it is the organisation that counts in another way, by a norm of its own (`metrics.norms.breaks`).

    `began` is the first day on which anything may already have been counted the new way; None where that is the same
    day. In between, old and new are mixed. `exact` says whether `day` is documented to the day for all data; where it
    is not, files changed over somewhere in between and `day` is the last date that is documented. `source` is the
    platform's own page.
    """

    platform: str
    day: int
    needs: tuple[str, ...]
    name: Message
    source: str
    exact: bool = False
    began: int | None = None


BREAKS: tuple[Break, ...] = (
    Break(
        platform="youtube",
        day=to_day(date(2025, 3, 31)),
        needs=("video_views",),
        name=Message("youtube_shorts", N_("YouTube counts a view of a Short as soon as it starts, replays too")),
        source="YouTube Data API, revision history, 26 March 2025",
        exact=True,
    ),
    Break(
        platform="instagram",
        day=to_day(date(2025, 4, 21)),
        needs=("impressions", "video_views"),
        name=Message("instagram_views", N_("Instagram replaced impressions and plays by views")),
        source="Graph API changelog, version 22.0, 21 January 2025; announced 8 August 2024",
        began=to_day(date(2024, 8, 8)),
    ),
    Break(
        platform="facebook",
        day=to_day(date(2025, 11, 15)),
        needs=("impressions",),
        name=Message("facebook_views", N_("Facebook replaced impressions by views")),
        source="Meta for Developers, Page Insights API updates, 15 August 2025; announced November 2024",
        began=to_day(date(2024, 11, 15)),
    ),
    Break(
        platform="youtube",
        day=to_day(date(2026, 8, 28)),
        needs=("video_views",),
        name=Message("youtube_views", N_("YouTube counts a view of any video as soon as it starts")),
        source="YouTube Analytics and Reporting APIs, revision history, 27 August 2026",
        began=to_day(date(2026, 8, 24)),
    ),
)
"""In order of time. Facebook and Instagram: exports had "Views" in place of "Impressions" somewhere between the two
dates; the later one is when the programming interface stopped giving the old number. Counts of a post are those of the
day of the export, so posts of the last weeks before a break have some of both."""


def breaks_of(metric: Metric, platforms: Collection[str]) -> tuple[Break, ...]:
    """The changes of definition that concern a metric on these platforms, in order of time.

    >>> from metrics.registry import metrics
    >>> [one.platform for one in breaks_of(metrics()["video_views"], {"youtube", "facebook"})]
    ['youtube', 'youtube']
    >>> breaks_of(metrics()["within_norm"], {"youtube", "facebook"})
    ()
    """
    return tuple(one for one in BREAKS if one.platform in platforms and {*one.needs} & {*metric.needs})
