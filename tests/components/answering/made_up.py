"""Figures about answers that the tests of their cards share."""

from datetime import date

import pandas as pd

from metrics.estimate import Estimate
from metrics.periods import to_day
from metrics.reasons import too_few_questions
from metrics.responsiveness.distribution import PLACES
from metrics.responsiveness.kept import Check
from metrics.responsiveness.others import Pair

SHARE = Estimate(0.6, 100, 0.5, 0.69)
FEW = Estimate(None, 3, reason=too_few_questions(3, 10))
_COUNTS = (30, 20, 10, 10, 5, 0, 0, 25)
SHARES = {
    place: Estimate(count / 100, 100, count / 200, count / 50) for place, count in zip(PLACES, _COUNTS, strict=True)
}
PAIRS = {
    "average": Pair("Average time to an answer", Estimate(5400.0, 60), FEW),
    "median": Pair("Middle time to an answer", Estimate(3600.0, 60, 1800.0, 7200.0), FEW),
    "in_time": Pair("Answered in time", Estimate(0.95, 60, 0.9, 0.98), SHARE),
}
SLOTS = pd.DataFrame(
    {"dow": [0, 5], "hour": [9, 20], "asked": [40, 30], "due": [40, 30], "in_time": [36, 6], "staffed": [True, False]}
)
MONTHS = {
    to_day(date(2026, 7, 1)): Check("too_few", FEW, 3),
    to_day(date(2026, 6, 1)): Check("not_kept", SHARE, 60),
}
