"""Rules that a document keeps: where it stands and when it was last reviewed, filled in by hand."""

from metrics.guidelines.checked import Checked
from metrics.guidelines.evidence import Evidence
from metrics.guidelines.parameters import Date, Line, Values
from metrics.periods import from_iso, to_day
from metrics.words import N_, Message

YEAR = 366
DOCUMENT = (
    Line("place", N_("Where it stands: a link or a title"), ""),
    Date("reviewed", N_("Last reviewed on (year-month-day)"), ""),
)


def document(values: Values, evidence: Evidence) -> Checked:
    """Kept when a place is filled in with a review of at most a year before the end of the period."""
    reviewed = from_iso(values["reviewed"]) if values["reviewed"] else None
    if not values["place"]:
        return _missing(Message("no_place", N_("It is not filled in where the text stands.")))
    if reviewed is None:
        return _missing(Message("no_review", N_("It is not filled in when the text was last reviewed.")))
    if evidence.day - to_day(reviewed) > YEAR:
        text = N_("The last review was on {day}, more than a year ago.")
        return Checked("not_kept", n=1, reason=Message("old_review", text, {"day": reviewed}))
    return Checked("kept", n=1)


def _missing(reason: Message) -> Checked:
    return Checked("not_kept", reason=reason)
