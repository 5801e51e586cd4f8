"""The campaign for the light festival: its posts, what was expected of it, and which posts were paid for."""

from collections.abc import Mapping
from datetime import date, timedelta

from sqlalchemy import Engine

from data import tags
from data.access import Access
from loaders.demo.calendar import Calendar
from loaders.demo.festival import WORD, campaign_name, night, season
from loaders.demo.stories import YEARLY
from metrics.campaigns.rules import Rules
from metrics.periods import to_day

OWNER, PAID = "cultuur", "Betaald bereik Lichtjesnacht"
EXPECTED = 5_000
"""Visits that the city wrote down beforehand."""
_WRITTEN, _PAID = timedelta(days=14), timedelta(days=10)  # before the campaign, and before the night
_WHY = "Vorig jaar kwamen er ongeveer 4.000 bezoekers op de pagina. Met een link in elk bericht worden het er meer."


def add_campaign(
    engine: Engine, access: Access, departments: Mapping[str, int], accounts: Mapping[str, int], end: date
) -> None:
    """Store the campaign with its expectation, registered before it began, and the tag of its paid posts."""
    calendar = Calendar(end)
    first, last = season(calendar)
    owner, first_day, last_day = departments[OWNER], to_day(first), to_day(last)
    known = {one.name.casefold() for one in tags.tags(engine, access)}
    moment = (to_day(first - _WRITTEN) * 24 + 9) * 3600
    name = f"Lichtjesnacht {night(calendar).year}"
    if name.casefold() not in known:
        made = tags.add_tag(
            engine,
            access,
            name,
            "campaign",
            Rules(words=(f"{WORD}*",), first_day=first_day, last_day=last_day),
            department_id=owner,
            utm_campaign=campaign_name(calendar),
            first_day=first_day,
            last_day=last_day,
            is_demo=True,
            made_ts=moment,
        )
        tags.register_expectation(engine, access, made, "visits", EXPECTED, _WHY, at=moment)
    if PAID.casefold() not in known:
        from_day, to = to_day(night(calendar) - _PAID), to_day(night(calendar))
        rules = Rules(accounts=(accounts[YEARLY],), first_day=from_day, last_day=to)
        tags.add_tag(engine, access, PAID, "paid", rules, department_id=owner, is_demo=True, made_ts=moment)
    tags.apply(engine, access)
