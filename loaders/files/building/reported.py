"""Why a count has no column: the platform never gives it, or this file does not."""

from loaders.records import Platform
from metrics.platforms import NEVER_REPORTED


def reason_not_given(platform: Platform, count: str) -> str:
    """The letter for a count without a column: "p" when the platform never gives it, else "f".

    >>> reason_not_given("mastodon", "reach"), reason_not_given("facebook", "reach")
    ('p', 'f')
    """
    return "p" if count in NEVER_REPORTED[platform] else "f"
