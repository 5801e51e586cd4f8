"""Writing down what is expected of a campaign. From then on it is locked, and told as written before or afterwards."""

import time

from sqlalchemy import Engine, update

from data.access import Access
from data.errors import StoreError
from data.schema import tag
from data.store import writing
from data.tags.checks import checked, existing
from metrics.campaigns.tag import Measure
from metrics.words import N_, Message


def register_expectation(
    engine: Engine,
    access: Access,
    id: int,
    measure: Measure | None,
    expected: float | None,
    expectation: str,
    at: int | None = None,
) -> None:
    """Register what a campaign should bring: at least how much of which measure, and in words why.

    Before its first day that makes the result a test of the expectation. It may be done later, and is then told as
    written afterwards. Raises `StoreError` when something is missing or it is registered already. `at` is the moment
    of a made-up campaign (seconds since 1970); of others it is now.
    """
    with writing(engine) as connection:
        before = existing(connection, access, id)
        if before.registered_ts is not None:
            text = N_("The expectation of this campaign was registered already. Load the page again.")
            raise StoreError(Message("expected_before", text))
        if before.kind != "campaign" or before.first_day is None or before.last_day is None:
            text = N_("An expectation belongs to a campaign with a first and a last day. Fill these in first.")
            raise StoreError(Message("campaign_days", text))
        if measure is None or expected is None:
            text = N_("Choose what you expect, and how much.")
            raise StoreError(Message("expectation_measure", text))
        values = checked(connection, {"measure": measure, "expected": expected, "expectation": expectation})
        if measure == "visits" and before.utm_campaign is None:
            text = N_("Visits are counted by the links of the campaign. Fill in its utm_campaign first.")
            raise StoreError(Message("utm_missing", text))
        if at is not None and not before.is_demo:
            raise ValueError("only a made-up campaign can be registered at another moment than now")
        moment = int(time.time()) if at is None else at
        connection.execute(update(tag).where(tag.c.id == id).values(**values, registered_ts=moment))
