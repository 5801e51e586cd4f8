"""The statements of a search: which posts or messages hold the words, and their texts."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, literal, select, true

from data.access import Access
from data.filters import Filters
from data.queries import scope
from data.schema import account, comment, message_score, post, post_score
from data.search.matching import matching
from metrics.text.searching import Term
from metrics.text.tone import LEANING, TONES, UNSURE

NO_TOPIC = 0
NOT_SCORED = "none"
"""Said of a message whose tone is not known."""

_OWN = post.c.type != "reply"


def posts(
    connection: Connection, access: Access, filters: Filters, wanted: Sequence[Term], topic: int | None, most: int
) -> list[Select[Any]]:
    """The newest own posts that hold the words, in statements that find each in one of them."""
    found = select(*_key(post)).outerjoin(post_score, post_score.c.id == post.c.id)
    found = _here(found.where(_OWN, _about(post_score.c.topic_id, topic)), post, access, filters)
    return [_newest(found.where(holds), post, most) for holds in matching(connection, post, wanted)]


def messages(
    connection: Connection,
    access: Access,
    filters: Filters,
    wanted: Sequence[Term],
    topic: int | None,
    tone: str | None,
    most: int,
) -> list[Select[Any]]:
    """The newest messages of citizens that hold the words, in statements that find each in one of them."""
    scored = and_(message_score.c.post_id == comment.c.post_id, message_score.c.id == comment.c.id)
    found = select(*_key(comment)).outerjoin(message_score, scored)
    found = found.where(comment.c.is_own == 0, _about(message_score.c.topic_id, topic), _sounds(tone))
    found = _here(found, comment, access, filters)
    return [_newest(found.where(holds), comment, most) for holds in matching(connection, comment, wanted)]


def texts_of_posts() -> Select[Any]:
    """Posts with what belongs to them."""
    columns = (account.c.name.label("account"), account.c.platform, post.c.text, post.c.permalink)
    return select(*_key(post)).add_columns(*columns).join(account, account.c.id == post.c.account_id)


def texts_of_messages() -> Select[Any]:
    """Messages with what belongs to them; the link is that of the post, where it is there."""
    columns = (account.c.name.label("account"), account.c.platform, comment.c.text, post.c.permalink)
    found = select(*_key(comment)).add_columns(*columns).join(account, account.c.id == comment.c.account_id)
    return found.outerjoin(post, and_(post.c.id == comment.c.post_id, _OWN))


def _key(table: Table) -> list[ColumnElement[Any]]:
    thread = literal(0) if table is post else table.c.post_id
    return [literal(int(table is post)).label("is_post"), thread.label("post_id"), *_when(table)]


def _when(table: Table) -> list[ColumnElement[int]]:
    return [table.c.id, table.c.day, table.c.published_ts]


def _here(found: Select[Any], table: Table, access: Access, filters: Filters) -> Select[Any]:
    in_scope = scope.of_accounts(table.c.account_id, access, filters.departments, filters.platforms)
    return found.where(table.c.day.between(filters.period.first, filters.period.last), *in_scope)


def _newest(found: Select[Any], table: Table, most: int) -> Select[Any]:
    return found.order_by(table.c.day.desc(), table.c.published_ts.desc()).limit(most)


def _about(column: ColumnElement[int], topic: int | None) -> ColumnElement[bool]:
    if topic is None:
        return true()
    return column.is_(None) if topic == NO_TOPIC else column == topic


def _sounds(tone: str | None) -> ColumnElement[bool]:
    column = message_score.c.tone
    if tone is None:
        return true()
    if tone == UNSURE:
        return column >= LEANING
    return column.is_(None) if tone == NOT_SCORED else column == list(TONES).index(tone)
