"""Which messages can be labelled, and what the machine says of each now: one statement for each task."""

from typing import Any

from sqlalchemy import ColumnElement, Select, Table, and_, case, select

from data.access import Access
from data.filters import Filters
from data.queries import scope
from data.schema import account, comment, message_class, message_score
from metrics.needs_reply import NEEDS_REPLY
from metrics.text.labels import TaskCode
from metrics.text.tone import LEANING, TONES


def machine(task: TaskCode) -> tuple[Table, ColumnElement[str]]:
    """The table that holds what the machine says, and the class it gives; NULL where it gives none.

    A tone that the machine is unsure of counts as the one that it leans to.
    """
    if task == "needs_reply":
        needs = message_class.c.intent.in_(sorted(NEEDS_REPLY))
        return message_class, case((needs, "needs_reply"), (message_class.c.intent.is_not(None), "no_reply"))
    numbers = {number + extra: tone for number, tone in enumerate(TONES) for extra in (0, LEANING)}
    return message_score, case(numbers, value=message_score.c.tone)


def population(task: TaskCode, access: Access, filters: Filters) -> Select[Any]:
    """Citizens' messages with a text and a class that this user may see: post_id, id, platform, predicted."""
    table, predicted = machine(task)
    key = and_(table.c.post_id == comment.c.post_id, table.c.id == comment.c.id)
    return (
        select(comment.c.post_id, comment.c.id, account.c.platform, predicted.label("predicted"))
        .join(account, account.c.id == comment.c.account_id)
        .join(table, key)
        .where(comment.c.is_own == 0, comment.c.text.is_not(None), predicted.is_not(None))
        .where(comment.c.day.between(filters.period.first, filters.period.last))
        .where(*scope.of_accounts(comment.c.account_id, access, filters.departments, filters.platforms))
    )
