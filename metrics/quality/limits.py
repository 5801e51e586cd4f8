"""The thresholds of data quality, each with its reason, in one place."""

from metrics.coverage import SLACK

__all__ = [
    "APART",
    "CHECKS_FAILED",
    "COUNTS_FELL",
    "DAILY",
    "DAYS_MISSING",
    "HALF",
    "MOSTLY",
    "REJECTED",
    "SLACK",
    "STALE_DAYS",
]

MOSTLY = 0.9
"""A count that fewer posts have makes the data partial: a median over nine of ten posts hardly moves, whichever tenth
is missing."""

HALF = 0.5
"""Below this the posts without reactions outnumber those with them: nothing is known about the middle post."""

CHECKS_FAILED = 0.02
"""More failed cross-checks than this point to a file that was edited or read wrongly, not to a single odd row."""

REJECTED = 0.1
"""More rows left out than this is more than a few advertisements: look at the reasons."""

COUNTS_FELL = 0.05
"""People take likes back and platforms remove fake accounts, so single counts fall; more posts than this do not."""

DAILY = 0.5
"""A series with values on fewer of its days than this was never daily (a count per week or month), and has no gaps."""

DAYS_MISSING = 0.05
"""More missing days than this bend a total or an average per day visibly; one day in a quarter does not."""

APART = 0.3
"""Groups are not put side by side when they differ by more than this share in what is known of them.

A difference of 30 percentage points in completeness can by itself make any difference between the numbers: if the
missing third of the posts has no comments, a median of 3 becomes 2. Smaller ones are a remark, not a ban.
"""

STALE_DAYS = 45
"""An export is made about once a month; after a month and a half the next one is due."""
