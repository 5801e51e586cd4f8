"""Whether a promise is kept, month by month: the check that a promise owes to those it is made to."""

from dataclasses import dataclass, replace
from typing import Literal

from metrics.estimate import Estimate
from metrics.histogram import merge, value_of
from metrics.periods import month_last
from metrics.responsiveness.estimates import about_answers, as_share
from metrics.responsiveness.headline import against_target
from metrics.responsiveness.promise import SHARE
from metrics.responsiveness.words import DAY
from metrics.slices import RESPONSE, Slice
from metrics.words import N_

Kept = Literal["kept", "not_kept", "too_few", "too_early"]

WORDS: dict[Kept, str] = {
    "kept": N_("kept"),
    "not_kept": N_("not kept"),
    "too_few": N_("too few to say"),
    "too_early": N_("too early to say"),
}
"""What each verdict is called."""

_OF: dict[str, Kept] = {"met": "kept", "missed": "not_kept", "unclear": "too_few", "too_few": "too_few"}


@dataclass(frozen=True)
class Check:
    """One month: the verdict, and the share answered within the promised time with its interval and n.

    `in_time` of the `share.n` questions were answered within it.
    """

    verdict: Kept
    share: Estimate
    in_time: int


def check_months(data: Slice, seconds: float, newest: int, share: float = SHARE) -> dict[int, Check]:
    """Each month of a slice by month, by its first day: was the promise kept? Months without questions are left out.

    `seconds` is the promised time, `newest` the day number of the newest data. A month is judged when all its
    questions are older than the promised time: before that the quick answers would be in and the slow ones not. A
    question without an answer is a miss. Kept when the whole Wilson interval reaches the share, not kept when none
    of it does, too few to say between the two and below ten questions (ASSESSMENT 3.3).
    """
    checks = {}
    for first in sorted(set(data.answers["period"])):
        month = data.where(period=first)
        counts = merge(month.histograms[month.histograms["measure"] == RESPONSE])
        n = int(counts.sum()) + int(month.waiting["n"].sum())
        if n == 0:
            continue
        k = int(counts[value_of(counts.index) <= seconds].sum())
        found = as_share(replace(about_answers(month), n=n), k)
        late = (month_last(int(first)) + 1) * DAY + seconds > (newest + 1) * DAY
        checks[int(first)] = Check("too_early" if late else _OF[against_target(k, n, share)], found, k)
    return checks
