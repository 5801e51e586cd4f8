""" "Was this useful?": what people say of signals, and the number of false alarms that follows from it."""

import json
import time
from collections.abc import Mapping

from sqlalchemy import Connection, Engine, delete, func, insert, select

from data.access import Access
from data.schema import setting, signal_feedback
from data.store import writing
from metrics.signals.alarm_level import Budget, tuned

_KEY = "alarm_budget"
Answers = Mapping[str, Mapping[int, bool]]


def answers(engine: Engine, access: Access) -> Answers:
    """What was said of each series: the day of the signal, and whether it was useful. Raises `AccessDeniedError`."""
    access.require("read")
    columns = (signal_feedback.c.series, signal_feedback.c.day, signal_feedback.c.useful)
    found: dict[str, dict[int, bool]] = {}
    with engine.connect() as connection:
        for series, day, useful in connection.execute(select(*columns)):
            found.setdefault(series, {})[day] = bool(useful)
    return found


def budget(engine: Engine, access: Access) -> Budget:
    """How many false alarms a month are accepted, by the answers since the last reset. Raises `AccessDeniedError`."""
    access.require("read")
    useful = signal_feedback.c.useful
    with engine.connect() as connection:
        counted = select(useful, func.count()).where(signal_feedback.c.id > _reset_at(connection)).group_by(useful)
        said: dict[int, int] = dict(connection.execute(counted).all())
    return tuned(yes=said.get(1, 0), no=said.get(0, 0))


def say_useful(engine: Engine, access: Access, series: str, since: int, day: int, useful: bool) -> None:
    """Say whether a signal was useful that began at `since` and was seen on `day`.

    One rise has one answer: the newest stands instead of earlier ones from those days. Raises `AccessDeniedError`.
    """
    access.require("write")
    same = (signal_feedback.c.series == series, signal_feedback.c.day.between(since, day))
    values = {"series": series, "day": day, "useful": int(useful), "who": access.who, "made_ts": int(time.time())}
    with writing(engine) as connection:
        newest = connection.scalar(select(func.max(signal_feedback.c.id))) or 0
        connection.execute(delete(signal_feedback).where(*same))
        connection.execute(insert(signal_feedback).values(id=newest + 1, **values))


def reset_budget(engine: Engine, access: Access) -> None:
    """Begin again with one false alarm a month: earlier answers no longer count. Raises `AccessDeniedError`."""
    access.require("write")
    with writing(engine) as connection:
        newest = connection.scalar(select(func.max(signal_feedback.c.id))) or 0
        connection.execute(delete(setting).where(setting.c.key == _KEY))
        connection.execute(insert(setting).values(key=_KEY, value=json.dumps({"after": newest})))


def _reset_at(connection: Connection) -> int:
    stored = connection.scalar(select(setting.c.value).where(setting.c.key == _KEY))
    return int(json.loads(stored)["after"]) if stored else 0
