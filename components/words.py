"""Names that pages share: of platforms, of what a metric is counted in, of how it is judged."""

from components.i18n import _
from metrics.platforms import NAMES
from metrics.words import N_

UNITS: dict[str, str] = {
    "count": N_("number"),
    "share": N_("percentage"),
    "rate": N_("percentage"),
    "per_post": N_("per post"),
    "per_1000": N_("per 1,000 followers"),
    "per_week": N_("per week"),
    "per_day": N_("per day"),
    "per_30_days": N_("per 30 days"),
    "duration": N_("time"),
}
"""What a metric is counted in."""

BETTER: dict[str, str] = {
    "higher": N_("Higher is better"),
    "lower": N_("Lower is better"),
    "neither": N_("Higher is not better or worse"),
}
"""Which way a metric should go."""

LEVELS: dict[str, str] = {
    "output": N_("Output: what you publish"),
    "outtake": N_("Out-take: what people see and do with it"),
    "outcome": N_("Outcome: what changes for people"),
    "impact": N_("Impact: what changes in society"),
}
"""The levels of the GCS Evaluation Framework."""

COUNTS: dict[str, str] = {
    "impressions": N_("Impressions"),
    "reach": N_("Reach"),
    "likes": N_("Likes and other reactions"),
    "comments": N_("Comments"),
    "shares": N_("Shares"),
    "clicks": N_("Clicks"),
    "saves": N_("Saves"),
    "video_views": N_("Video views"),
    "followers_gained": N_("New followers"),
    "followers": N_("Followers"),
    "visitors": N_("Website visitors"),
    "downloads": N_("Downloads"),
}
"""The counts that platforms and websites report, by their code."""


def platform_name(code: str) -> str:
    """The name of a platform; an unknown code stays as it is."""
    return _(NAMES[code]) if code in NAMES else code
