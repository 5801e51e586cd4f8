"""Writing down, before an action starts, what its effect will be judged by. From then on it is locked."""

import time
from datetime import date

from sqlalchemy import Connection, Engine, func, select, update

from data.access import Access
from data.actions.checks import check_control, checked, existing, keep
from data.errors import StoreError
from data.logs.checks import today
from data.schema import account_day, action, rollup_day, site_day
from data.store import writing
from metrics.actions.action import MEASURED, Direction
from metrics.periods import to_date
from metrics.words import N_, Message

_DAY = 86_400


def register_action(
    engine: Engine,
    access: Access,
    id: int,
    metric: str | None,
    direction: Direction | None,
    control_id: int | None,
    start_day: int,
    expectation: str,
    at: int | None = None,
) -> None:
    """Register the comparison of an action: which number, which way, beside whom, from when, and what is expected.

    It must be chosen before anybody can know how it ends, so the start day lies after the newest day with data, and not
    in the past. Raises `StoreError` when it does not, when something is missing, and when it is registered already.
    `at` is the moment of registration of a made-up action (seconds since 1970); of others it is now.
    """
    given = {"metric": metric, "direction": direction, "control_id": control_id}
    given |= {"start_day": start_day, "expectation": expectation}
    with writing(engine) as connection:
        before = existing(connection, access, id)
        if before["registered_ts"] is not None:
            text = N_("The comparison of this action was registered already. Load the page again.")
            raise StoreError(Message("registered_before", text))
        values = checked(connection, access, given)
        _require_all(values)
        check_control(before["department_id"], control_id)
        if at is not None and not before["is_demo"]:
            raise ValueError("only a made-up action can be registered at another moment than now")
        if at is None:
            _require_ahead(connection, start_day)
        elif start_day <= at // _DAY:
            raise StoreError(_behind(at // _DAY))
        moment = int(time.time()) if at is None else at
        connection.execute(update(action).where(action.c.id == id).values(**values, registered_ts=moment))
        different = {name: values[name] for name in MEASURED if values[name] != before[name]}
        keep(connection, access, id, before, {**different, "registered_ts": moment}, moment)


def newest_day(connection: Connection) -> int | None:
    """The newest day with data of anybody, also of departments that the user does not see."""
    columns = (rollup_day.c.day, account_day.c.day, site_day.c.day)
    days = [connection.scalar(select(func.max(column))) for column in columns]
    return max((day for day in days if day is not None), default=None)


def first_start(connection: Connection) -> int:
    """The first day on which an action can start whose comparison is registered now."""
    newest = newest_day(connection)
    here = today(connection)
    return here if newest is None else max(here, newest + 1)


def earliest_start(engine: Engine, access: Access) -> date:
    """The same, for the form."""
    access.require("read")
    with engine.connect() as connection:
        return to_date(first_start(connection))


def _require_all(values: dict[str, object]) -> None:
    missing = {"metric", "direction"} - {name for name, value in values.items() if value}
    if missing:
        text = N_("Choose the number that should change, and which way it should go.")
        raise StoreError(Message("comparison_missing", text))
    if not values["expectation"]:
        text = N_("Write down what you expect: how much should it change, and by when?")
        raise StoreError(Message("expectation_missing", text))


def _require_ahead(connection: Connection, start_day: int) -> None:
    newest = newest_day(connection)
    if newest is not None and start_day <= newest:
        text = N_(
            "There are data up to {day}, so weeks after this start can be known already. Choose a start after that "
            "day, or leave the comparison out."
        )
        raise StoreError(Message("start_known", text, {"day": to_date(newest)}))
    here = today(connection)
    if start_day < here:
        raise StoreError(_behind(here - 1))


def _behind(day: int) -> Message:
    text = N_("A comparison is chosen before the start. Choose a start day after {day}.")
    return Message("start_passed", text, {"day": to_date(day)})
