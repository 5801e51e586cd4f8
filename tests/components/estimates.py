"""Numbers and sources that the tests of components share."""

from datetime import date

from components.source import Source
from metrics.comparison.periods import Change
from metrics.estimate import Estimate
from metrics.periods import Period, to_day
from metrics.reasons import choose_one_platform, too_few_posts
from metrics.registry import Metric, metrics

PERIOD = Period(to_day(date(2026, 6, 29)), to_day(date(2026, 9, 27)))
SOURCE = Source("Example City", PERIOD, newest=20720, accounts=3, covered=2)
SURE = Estimate(4.0, 214, 3.0, 5.0, platforms=("facebook",), without=("linkedin",))
FEW = Estimate(None, 5, reason=too_few_posts(5, 8))
MIXED = Estimate(None, reason=choose_one_platform(("facebook", "x")))
UP = Change("up", 1.0, 0.25, 0.001)
UNCLEAR = Change("unclear", 0.1, 0.02, 0.8)


def metric(name: str) -> Metric:
    """A metric of the registry."""
    return metrics()[name]
