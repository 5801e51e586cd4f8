"""Which imports show a post or a day of an account, kept so that no page reads what every import showed."""

import pandas as pd
from sqlalchemy import ColumnElement, Connection, Select, delete, insert, select, true, union

from data.schema import account_day_observation, account_import, observation, post


def rebuild(connection: Connection) -> None:
    """List all pairs anew."""
    connection.execute(delete(account_import))
    _list(connection, true(), true())


def follow(connection: Connection, import_id: int, touched: pd.DataFrame) -> None:
    """After an import or its undo: list what this import shows, and anew the accounts of `touched`.

    `touched` are the days (`account_id`, `day`) of posts that were there before: one can move to another account.
    """
    connection.execute(delete(account_import).where(account_import.c.import_id == import_id))
    _list(connection, observation.c.import_id == import_id, account_day_observation.c.import_id == import_id)
    follow_accounts(connection, touched)


def follow_accounts(connection: Connection, touched: pd.DataFrame) -> None:
    """List the accounts of `touched` anew."""
    these = sorted(set(touched["account_id"].astype("int64").tolist()))
    if these:
        connection.execute(delete(account_import).where(account_import.c.account_id.in_(these)))
        _list(connection, post.c.account_id.in_(these), account_day_observation.c.account_id.in_(these))


def _list(connection: Connection, of_posts: ColumnElement[bool], of_days: ColumnElement[bool]) -> None:
    rows = union(_posts().where(of_posts), _days().where(of_days))
    connection.execute(insert(account_import).from_select(["account_id", "import_id"], rows))


def _posts() -> Select[tuple[int, int]]:
    columns = (post.c.account_id, observation.c.import_id)
    return select(*columns).join_from(observation, post, post.c.id == observation.c.id)


def _days() -> Select[tuple[int, int]]:
    return select(account_day_observation.c.account_id, account_day_observation.c.import_id)
