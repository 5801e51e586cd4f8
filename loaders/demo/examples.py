"""Examples of good practice: posts of the city that got far more than could be expected, shared by departments."""

from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import Engine

from data import practice
from data.access import Access
from data.filters import Filters
from data.queries.practice import exceeding
from data.standouts import refresh
from metrics.expectation import examples
from metrics.periods import Period, to_day

LESSONS = (
    "Kort en gewoon geschreven, en wij antwoordden dezelfde ochtend nog. Daarna bleven mensen reageren.",
    "De plek staat in de eerste zin. Wie er woont, ziet meteen dat het over de eigen straat gaat.",
    "We schreven wat er verandert, vanaf wanneer en voor wie. De rest stond achter de link.",
)
"""What departments say that others can take from their post, in the language of the city."""
_DAYS, _AFTER = 2 * 365, timedelta(days=12)


def add_examples(engine: Engine, access: Access, end: date) -> int:
    """Share the newest such post of some departments, with a lesson; how many were shared.

    Posts are judged first where that was not done yet.
    """
    refresh(engine, access)
    last = to_day(end)
    found = examples(exceeding(engine, access, Filters(Period(last - _DAYS, last))))
    newest = found.drop_duplicates("department")
    made = int(datetime.combine(end + _AFTER, time(9), UTC).timestamp())
    shown = newest["post_id"].tolist()[: len(LESSONS)]
    for post, lesson in zip(shown, LESSONS, strict=False):
        practice.share(engine, access, post, lesson, made_ts=made)
    return len(shown)
