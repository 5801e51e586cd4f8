"""What the logs have in common: whose account it is, times as people give them, texts that are not too long."""

import time
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Table, select

from data.access import Access
from data.errors import StoreError
from data.registers.department_register import require_department
from data.schema import account
from data.texts import storable
from data.time_zone import organisation_zone
from metrics.periods import to_day
from metrics.words import N_, Message

LONGEST = 2000
"""Characters of a text in a log."""


def require_account(connection: Connection, access: Access, account_id: int) -> None:
    """Stop unless this account exists (`StoreError`) and this user may change it (`AccessDeniedError`)."""
    department_id = connection.scalar(select(account.c.department_id).where(account.c.id == account_id))
    if department_id is None:
        raise StoreError(Message("no_account", N_("This account no longer exists. Load the page again.")))
    require_department(access, department_id)


def require_entry(connection: Connection, access: Access, log: Table, entry: int) -> None:
    """Stop unless this entry of a log exists and this user may change it."""
    owner = connection.scalar(select(log.c.account_id).where(log.c.id == entry))
    if owner is None:
        raise StoreError(Message("no_entry", N_("This entry is no longer in the log. Load the page again.")))
    require_account(connection, access, owner)


def clean_text(text: str) -> str:
    """A text of the log without spaces around it and without characters that no database keeps. Raises `StoreError`.

    >>> clean_text(" Is the pool open?\\x00 ")
    'Is the pool open?'
    """
    kept = storable(text).strip()
    if len(kept) > LONGEST:
        words = N_("This text has {n} characters. Write at most {most}.")
        raise StoreError(Message("text_too_long", words, {"n": len(kept), "most": LONGEST}))
    return kept


def seconds(connection: Connection, moment: datetime) -> int:
    """A moment on the organisation's clock as seconds since 1970 UTC. Raises `StoreError` for one that is yet to come.

    An hour that occurs twice in autumn is taken as the first one.
    """
    known = moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(organisation_zone(connection)))
    found = int(known.timestamp())
    if found > time.time():
        text = N_("This time has yet to come. Check the date and the time.")
        raise StoreError(Message("future_time", text))
    return found


def today(connection: Connection) -> int:
    """The day number of today, where the organisation is."""
    here = datetime.now(ZoneInfo(organisation_zone(connection)))
    return to_day(here.date())


def one_of(value: str, allowed: tuple[str, ...]) -> None:
    """Stop with `StoreError` for a code that is not known."""
    if value not in allowed:
        text = N_("“{value}” is not known. Use one of these: {allowed}.")
        raise StoreError(Message("unknown_code", text, {"value": value, "allowed": ", ".join(filter(None, allowed))}))
