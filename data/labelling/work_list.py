"""The messages of a round that a person has yet to label, masked, without what the machine says of them."""

import pandas as pd
from sqlalchemy import Engine, and_, exists, not_, select

from data.access import Access
from data.labelling.rounds import round_of
from data.queries import scope
from data.queries.frames import read
from data.schema import account, comment, label, label_item

_TYPES = {
    **dict.fromkeys(("place", "post_id", "id"), "int64"),
    **dict.fromkeys(("platform", "account"), "str"),
    "published_ts": "int64",
    "text": "object",
}


def next_items(engine: Engine, access: Access, round_id: int, labeller: int = 1, rows: int = 1) -> pd.DataFrame:
    """The next messages for the first or the second labeller, in the order of the round.

    Columns: place, post_id, id, platform, account (its name), published_ts, text (masked). Messages that are no longer
    in the store, and those of other departments than this user's, are left out. Raises `StoreError` for a round that
    is gone, `AccessDeniedError` without the right to read texts.
    """
    access.require("texts")
    with engine.connect() as connection:
        round_of(connection, round_id)
    item = label_item.c
    said = and_(label.c.round_id == item.round_id, label.c.place == item.place, label.c.labeller == labeller)
    columns = (item.place, item.post_id, item.id, item.platform, account.c.name.label("account"))
    statement = (
        select(*columns, comment.c.published_ts, comment.c.text)
        .join(comment, and_(comment.c.post_id == item.post_id, comment.c.id == item.id))
        .join(account, account.c.id == comment.c.account_id)
        .where(item.round_id == round_id, comment.c.text.is_not(None), not_(exists().where(said)))
        .where(*scope.of_accounts(comment.c.account_id, access))
        .order_by(item.place)
        .limit(rows)
    )
    if labeller == 2:
        statement = statement.where(item.twice == 1)
    return read(engine, statement, _TYPES)
