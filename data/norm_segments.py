"""Which norms held when, for each account."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection, select

from data.norm_rows import version_of
from data.schema import account, norm
from data.settings import stored_settings
from metrics.norms import OFFICE_HOURS, Norm
from metrics.norms.versions import DEFAULT, Segment
from metrics.norms.versions import segments as segments_of


def segments(connection: Connection, account_ids: Sequence[int]) -> dict[int, list[Segment]]:
    """The norms of each account in order of time (`metrics.norms.versions.segments`), for who judges conversations.

    Days without any norm have `DEFAULT`, on the opening hours and in the time zone of the settings; without opening
    hours in the settings on office hours, because working days must be counted by something.
    """
    versions = [version_of(row) for row in connection.execute(select(norm)).mappings()]
    default = fallback(connection)
    owners = connection.execute(select(account.c.id, account.c.department_id)).all()
    wanted = set(account_ids)
    return {id: segments_of(versions, id, owner, default) for id, owner in owners if id in wanted}


def fallback(connection: Connection) -> Norm:
    """The norm of days for which nobody set one."""
    settings = stored_settings(connection)
    holidays = "NL" if settings.time_zone == "Europe/Amsterdam" else ""
    hours = settings.opening_hours or OFFICE_HOURS
    return replace(DEFAULT, opening_hours=dict(hours), time_zone=settings.time_zone, holidays=holidays)
