"""How much is published."""

from metrics.calculations import posting_platforms
from metrics.estimate import Estimate
from metrics.reasons import no_posts
from metrics.slices import Slice
from metrics.totals import addable


def post_count(data: Slice) -> Estimate:
    """The number of posts; zero only where replies show that the period was loaded."""
    data, notes = addable(data, posting_platforms(data.sums))
    if data.sums.empty:
        return Estimate(None, reason=no_posts(), notes=notes)
    posts = int(data.sums["posts"].sum())
    return Estimate(float(posts), n=posts, platforms=posting_platforms(data.sums), notes=notes)
