"""The demo city's norms: what its plan said first, and what it has promised aloud since."""

from datetime import date, timedelta

from sqlalchemy import Engine

from data.access import Access
from data.norms import add_norm
from loaders.demo.calendar import Calendar
from loaders.demo.stories import PLAN
from metrics.norms import Norm
from metrics.norms.versions import Scope
from metrics.periods import to_day

_PLANNED = "Kader webcare Oeverdrecht"
_PROMISED = "Eigen bericht: “Wij beantwoorden 80 % van uw vragen binnen 4 uur”"


def add_norms(engine: Engine, access: Access, end: date) -> None:
    """Store both versions of the whole city: two working days, and since the first promise 80 % within 4 hours."""
    first = Calendar(end).first
    promised = end - timedelta(days=max(PLAN.claim_ages))
    planned = Norm("working_days", 2, holidays="NL", source=_PLANNED, source_date=first.isoformat())
    claim = Norm("hours", 4, 0.8, holidays="NL", source=_PROMISED, source_date=promised.isoformat())
    for day, norm in ((first, planned), (promised, claim)):
        add_norm(engine, access, Scope(), to_day(day), norm, is_demo=True)
