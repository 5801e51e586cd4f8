"""The average number of shares per post for every 1,000 followers."""

from metrics.calculations import mean_per_1000_followers
from metrics.estimate import Estimate
from metrics.references import BONSON_RATKAI
from metrics.registry import Metric
from metrics.slices import Slice
from metrics.words import N_


def compute(data: Slice) -> Estimate:
    """The average number of shares per post for every 1,000 followers. Formula, unit and reference: `METRIC`."""
    return mean_per_1000_followers(data, "shares")


METRIC = Metric(
    id="virality_v3",
    label=N_("Virality V3 (shares per 1,000 followers)"),
    definition=N_(
        "The average number of shares per post, for every 1,000 people who followed the account on the day of the post."
    ),
    formula=N_("V3 = average over posts of shares / followers on the day of the post x 1,000"),
    unit="per_1000",
    group="engagement",
    order=19,
    better="higher",
    level="outtake",
    needs=("shares", "followers"),
    columns=("posts", "shares_per_follower", "per_follower_n", "likes_n", "comments_n", "shares_n"),
    minimum_n=8,
    reference=BONSON_RATKAI,
    compute=compute,
    caution=N_("Never compare platforms with each other on this number: they count differently."),
)
