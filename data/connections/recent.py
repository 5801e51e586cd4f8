"""What the runs of each connection come down to: the last one, the last good one, and what this month took."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Engine, case, func, select

from data.access import Access
from data.connections.reading import listed
from data.schema import sync_run


@dataclass(frozen=True)
class Recent:
    """The last run of a connection, when it last ran to its end, and the quota and US dollars used since a moment."""

    started_ts: int
    alive_ts: int
    status: str
    fetched: int
    good_ts: int | None
    quota: int
    cost: float


def recent(engine: Engine, access: Access, since_ts: int) -> Mapping[int, Recent]:
    """By connection that ran and that this user may see; quota and cost are of runs since `since_ts`."""
    run, counts = sync_run.c, sync_run.c.started_ts >= since_ts
    sums = (
        select(
            run.connection_id,
            func.max(run.id).label("last_id"),
            func.max(case((run.status == "done", run.ended_ts))).label("good_ts"),
            func.sum(case((counts, run.quota), else_=0)).label("quota"),
            func.sum(case((counts, run.cost), else_=0.0)).label("cost"),
        )
        .where(run.connection_id.in_([one.id for one in listed(engine, access)]))
        .group_by(run.connection_id)
        .subquery()
    )
    query = select(sums, run.started_ts, run.alive_ts, run.status, run.fetched).select_from(
        sums.join(sync_run, run.id == sums.c.last_id)
    )
    with engine.connect() as connection:
        rows = connection.execute(query).all()
    return {
        row.connection_id: Recent(
            row.started_ts, row.alive_ts, row.status, row.fetched, row.good_ts, int(row.quota), float(row.cost)
        )
        for row in rows
    }
