"""The average number of likes per post for every 1,000 followers."""

from metrics.calculations import mean_per_1000_followers
from metrics.estimate import Estimate
from metrics.references import BONSON_RATKAI
from metrics.registry import Metric
from metrics.slices import Slice
from metrics.words import N_


def compute(data: Slice) -> Estimate:
    """The average number of likes per post for every 1,000 followers. Formula, unit and reference: `METRIC`."""
    return mean_per_1000_followers(data, "likes")


METRIC = Metric(
    id="popularity_p3",
    label=N_("Popularity P3 (likes per 1,000 followers)"),
    definition=N_(
        "The average number of likes per post, for every 1,000 people who followed the account on the day of the post."
    ),
    formula=N_("P3 = average over posts of likes / followers on the day of the post x 1,000"),
    unit="per_1000",
    group="engagement",
    order=16,
    better="higher",
    level="outtake",
    needs=("likes", "followers"),
    columns=("posts", "likes_per_follower", "per_follower_n", "likes_n", "comments_n", "shares_n"),
    minimum_n=8,
    reference=BONSON_RATKAI,
    compute=compute,
    caution=N_("Never compare platforms with each other on this number: they count differently."),
)
