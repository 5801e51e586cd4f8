"""Decisions that the limits of a chart begin anew from a day on: added with a reason, withdrawn, and never lost."""

import time

from sqlalchemy import Engine, insert, select, update

from data.access import Access
from data.errors import StoreError
from data.logs.checks import one_of, today
from data.owned import line_of, require_day, require_place, seen
from data.schema import account, baseline
from data.store import writing
from metrics.change.decisions import REASONS, Baseline, Reason
from metrics.registry import metrics
from metrics.words import N_, Message

__all__ = ["LONGEST", "Baseline", "add_baseline", "baselines", "withdraw"]

LONGEST = 1000
"""Characters of a note."""


def baselines(engine: Engine, access: Access, metric: str | None = None) -> list[Baseline]:
    """The decisions about departments that this user may see and about the whole organisation, the newest day first.

    Those that were withdrawn are among them. `metric` keeps those about one number. Raises `AccessDeniedError`.
    """
    statement = select(baseline).where(*seen(baseline, access))
    if metric is not None:
        statement = statement.where(baseline.c.metric == metric)
    with engine.connect() as connection:
        rows = connection.execute(statement.order_by(baseline.c.first_day.desc(), baseline.c.id.desc()))
        return [Baseline(**{**row._asdict(), "is_demo": bool(row.is_demo)}) for row in rows]


def add_baseline(
    engine: Engine,
    access: Access,
    metric: str,
    first_day: int,
    reason: Reason,
    note: str,
    *,
    department_id: int | None = None,
    platform: str | None = None,
    is_demo: bool = False,
) -> int:
    """Decide that the limits of a number begin anew on a day; its id.

    Raises `StoreError` without a note, for a day that is yet to come, for values that cannot be and for a decision that
    was made already; `AccessDeniedError` for a department that this user may not change.
    """
    with writing(engine) as connection:
        require_place(connection, access, department_id)
        if metric not in metrics():
            raise StoreError(Message("no_metric", N_("This number is not known. Choose another.")))
        if platform is not None and not connection.scalar(select(account.c.id).filter_by(platform=platform).limit(1)):
            raise StoreError(Message("no_platform", N_("There is no account on this platform any more.")))
        one_of(reason, tuple(REASONS))
        require_day(first_day)
        if first_day > today(connection):
            text = N_("This day has yet to come. Note a change once it has happened.")
            raise StoreError(Message("baseline_ahead", text))
        said = line_of(note, LONGEST)
        if not said:
            text = N_("Write what changed, so that others understand why the limits begin anew.")
            raise StoreError(Message("baseline_note", text))
        series = {"metric": metric, "department_id": department_id, "platform": platform, "first_day": first_day}
        same = (baseline.c[name].is_not_distinct_from(value) for name, value in series.items())
        if connection.scalar(select(baseline.c.id).where(*same, baseline.c.withdrawn_ts.is_(None))) is not None:
            raise StoreError(Message("baseline_known", N_("The limits of this number begin anew on this day already.")))
        row = {**series, "reason": reason, "note": said, "who": access.who, "made_ts": int(time.time())}
        row["is_demo"] = int(is_demo)
        return int(connection.scalars(insert(baseline).values(row).returning(baseline.c.id)).one())


def withdraw(engine: Engine, access: Access, id: int) -> None:
    """Let a decision no longer count; it is still told.

    Raises `StoreError` when there is no such decision or it was withdrawn before, and `AccessDeniedError` as adding
    does.
    """
    with writing(engine) as connection:
        found = connection.execute(select(baseline).where(baseline.c.id == id)).one_or_none()
        if found is None:
            access.require("write")
            raise StoreError(Message("no_baseline", N_("This decision no longer exists. Load the page again.")))
        require_place(connection, access, found.department_id)
        if found.withdrawn_ts is not None:
            text = N_("This decision was withdrawn already. Load the page again.")
            raise StoreError(Message("withdrawn_before", text))
        connection.execute(update(baseline).where(baseline.c.id == id).values(withdrawn_ts=int(time.time())))
