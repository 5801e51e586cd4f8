"""The counts that platforms report about a post, under one name each.

Every layer that handles post counts reads this list: the formats that fill it, the store that keeps it, the
rollups that sum it and the metrics that use it.
"""

from metrics.words import N_

COUNTS: tuple[str, ...] = (
    "impressions",
    "reach",
    "likes",
    "comments",
    "shares",
    "clicks",
    "saves",
    "video_views",
    "followers_gained",
)

INTERACTION_PARTS: tuple[str, ...] = ("likes", "comments", "shares")
"""Interactions are reactions + comments + shares; saves and clicks are kept apart (METRICS 1.4)."""

HISTOGRAMS: tuple[str, ...] = ("likes", "comments", "shares", "er_followers", "er_reach", "er_impressions")
"""Measures per post of which the store keeps a histogram, so that medians need no scan of posts.

Only those that a metric takes a median of: each is a row per post, the dearest part of an import. The three rates are
interactions divided by followers on the day of the post, by reach and by impressions.
"""

PARTICIPATION: tuple[str, ...] = ("proposals", "supports", "proposal_likes", "proposal_comments", "participants")
"""What stands on a participation platform on a day: counts that are read off, and so do not add up over days."""

MISSING: dict[str, str] = {
    ".": "present",
    "p": "not_reported",  # this platform never gives this number
    "f": "not_in_file",  # the platform has it, this export does not
    "e": "empty",  # the column is there, the cell is empty
    "z": "implausible_zero",  # the column is zero in every row while related numbers are not
    "x": "unreadable",  # the cell holds something that is not a number
}
"""Why a count is missing: one letter per count, in the order of `COUNTS` (for example `pf...e.pp`)."""

TERMS: dict[str, str] = {
    "posts": N_("posts"),
    "questions": N_("questions"),
    "messages": N_("messages of citizens"),
    "impressions": N_("impressions"),
    "reach": N_("reach"),
    "likes": N_("likes"),
    "comments": N_("comments"),
    "shares": N_("shares"),
    "clicks": N_("clicks"),
    "saves": N_("saves"),
    "video_views": N_("video views"),
    "followers_gained": N_("followers gained"),
    "followers": N_("number of followers"),
    "interactions": N_("interactions"),
    "visitors": N_("visitors"),
    "visits": N_("visits"),
    "page_views": N_("page views"),
    "downloads": N_("downloads"),
    "proposals": N_("proposals"),
    "supports": N_("supports of proposals"),
    "proposal_likes": N_("likes of proposals"),
    "proposal_comments": N_("comments on proposals"),
    "participants": N_("participants"),
}
"""What the counts are called inside a sentence."""
