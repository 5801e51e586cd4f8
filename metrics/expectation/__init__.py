"""What a post was to be expected to get, and which posts got more: examples that others can copy from.

For each platform the interactions of own posts are explained by what is no merit of the post: the audience on that day,
the weekday and the part of the day, the quarter of the year, and the topic. Nothing is explained by the account or the
department, so a small team can stand out as well as a large one; nothing by the kind of post, because that is what
others can copy. What is left over, beside how far posts of that platform usually stray, is the surprise.

`factors` puts posts into numbers, `pooling` fits, `counts` says how likely a count is, `model` brings them together,
and `choosing` says which posts stand out among so many.
"""

from metrics.expectation.choosing import (
    LEAST_INTERACTIONS,
    PER_QUARTER,
    STANDS_OUT,
    beyond_range_by_chance,
    examples,
    standing_out_by_chance,
)
from metrics.expectation.model import FEWEST_POSTS, RISK, Expectation, Judged, fit

__all__ = [
    "FEWEST_POSTS",
    "LEAST_INTERACTIONS",
    "PER_QUARTER",
    "RISK",
    "STANDS_OUT",
    "Expectation",
    "Judged",
    "beyond_range_by_chance",
    "examples",
    "fit",
    "standing_out_by_chance",
]
