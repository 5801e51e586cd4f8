"""The figures of websites added up by week: a chart of years reads a seventh of the rows."""

from sqlalchemy import Connection, Integer, Select, and_, column, delete, func, insert, select, true, tuple_, values

from data.schema import rollup_site_week, site_day
from data.staging import know, touched_site_week

_KEY = ("metric", "week", "site_id")


def rebuild(connection: Connection) -> None:
    """Add up all weeks anew, on a workbench."""
    connection.execute(delete(rollup_site_week))
    add_up(connection, select(site_day.c.site_id, site_day.c.metric, site_day.c.day))


def add_up(connection: Connection, days: Select[tuple[int, str, int]]) -> None:
    """Add up the weeks that these days of websites (`site_id`, `metric`, `day`) are in, on a workbench."""
    asked = days.subquery()
    week = (asked.c.day - (asked.c.day + 3) % 7).label("week")  # the day number of its Monday
    connection.execute(delete(touched_site_week))
    weeks = select(asked.c.metric, week, asked.c.site_id).distinct()
    connection.execute(insert(touched_site_week).from_select(_KEY, weeks))
    know(connection, touched_site_week)
    key = [rollup_site_week.c[name] for name in _KEY]
    connection.execute(
        delete(rollup_site_week).where(tuple_(*key).in_(select(*(touched_site_week.c[name] for name in _KEY))))
    )
    connection.execute(insert(rollup_site_week).from_select([*_KEY, "value", "days", "latest"], _sums()))


def _sums() -> Select[tuple[object, ...]]:
    """The touched weeks, each day of them looked up by its key."""
    steps = values(column("step", Integer), name="steps").data([(step,) for step in range(7)]).cte("steps")
    touched = touched_site_week.c
    same = and_(site_day.c.site_id == touched.site_id, site_day.c.metric == touched.metric)
    key = [touched[name] for name in _KEY]
    sums = (
        select(*key, func.sum(site_day.c.value).label("value"))
        .add_columns(func.count().label("days"), func.max(site_day.c.day).label("last"))
        .select_from(touched_site_week)
        .join(steps, true())
        .join(site_day, and_(site_day.c.day == touched.week + steps.c.step, same))
        .group_by(*key)
        .subquery()
    )
    last = site_day.alias("last_day")
    newest = and_(last.c.day == sums.c.last, last.c.site_id == sums.c.site_id, last.c.metric == sums.c.metric)
    found = (*(sums.c[name] for name in (*_KEY, "value", "days")), last.c.value.label("latest"))
    return select(*found).join_from(sums, last, newest)
