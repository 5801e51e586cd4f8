"""Rows of `standout` between two fits (`data.standouts`): they go where their posts go."""

from sqlalchemy import Connection, delete, exists, not_, select, update

from data.schema import post, standout


def follow(connection: Connection) -> None:
    """Drop standouts of posts that are gone, and give the others the account of their post, which can have changed."""
    this = post.c.id == standout.c.post_id
    connection.execute(delete(standout).where(not_(exists().where(this))))
    account = select(post.c.account_id).where(this).scalar_subquery()
    connection.execute(update(standout).where(standout.c.account_id != account).values(account_id=account))
