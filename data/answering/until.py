"""Until when the imports tell about the conversations of an account: its "now", never the wall clock."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, delete, exists, func, insert, not_, select

from data.schema import answered_until, comment, comment_observation, import_batch
from data.staging import same
from metrics.periods import to_date


def remember(
    connection: Connection, import_id: int, accounts: Iterable[int], covered_until: int, observed_ts: int, zone: str
) -> None:
    """Write down that an import tells about these accounts until the end of a day, or until it was made before that."""
    end = datetime.combine(to_date(covered_until) + timedelta(days=1), datetime.min.time(), ZoneInfo(zone))
    until = min(int(end.timestamp()), observed_ts)
    rows = [{"account_id": account, "import_id": import_id, "until_ts": until} for account in sorted(set(accounts))]
    if rows:
        connection.execute(insert(answered_until), rows)


def catch_up(connection: Connection, zone: str) -> None:
    """Write down what imports told that came in before the store kept it."""
    here = answered_until.c.account_id == comment.c.account_id
    shown = (
        select(comment.c.account_id, import_batch.c.id, import_batch.c.covered_until, import_batch.c.observed_ts)
        .join_from(comment_observation, comment, same(comment_observation, comment))
        .join(import_batch, import_batch.c.id == comment_observation.c.import_id)
        .where(not_(exists().where(here, answered_until.c.import_id == import_batch.c.id)))
        .distinct()
    )
    for account, import_id, covered_until, observed_ts in connection.execute(shown).all():
        remember(connection, import_id, [account], covered_until, observed_ts, zone)


def forget(connection: Connection, import_id: int) -> None:
    """Take away what an import told."""
    connection.execute(delete(answered_until).where(answered_until.c.import_id == import_id))


def now(connection: Connection) -> dict[int, int]:
    """Of each account with conversations, the moment (seconds) until which they are known."""
    newest = select(answered_until.c.account_id, func.max(answered_until.c.until_ts))
    return dict(connection.execute(newest.group_by(answered_until.c.account_id)).all())
