"""The bins in which people read response times: by the clock for fast answers, by working days for slow ones."""

from metrics.words import N_

BINS: dict[str, str] = {
    "within_1h": N_("within 1 hour"),
    "within_4h": N_("1 to 4 hours"),
    "same_day": N_("later, on the same working day"),
    "days_1": N_("on the next working day"),
    "days_3": N_("after 2 or 3 working days"),
    "days_5": N_("after 4 or 5 working days"),
    "later": N_("after more than 5 working days"),
}
"""Names of the bins (and of the sums of the store), fastest first. An answer is in the first one that fits, so
the names also say from when on. A question without an answer is in none of them: it has a place of its own."""
