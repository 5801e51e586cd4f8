"""What each import showed: enough to know the newest state without any one of them."""

from typing import Any

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text

from data.schema.common import Big, Real, counts, table
from data.schema.incoming import comment, post
from data.schema.registers import account, site


def _seen(name: str, item: Table, *columns: Column[Any]) -> Table:
    """A table with one row per item and import, stored beside the item (same shard key)."""
    keys = [Column(key.name, Big, primary_key=True, autoincrement=False) for key in item.primary_key]
    import_id = Column("import_id", Integer, ForeignKey("import_batch.id"), primary_key=True, autoincrement=False)
    return table(name, *keys, import_id, *columns, Index(None, "import_id"), keyed=True)


def _wording(item: Table, *names: str) -> list[Column[Any]]:
    return [Column(name, item.c[name].type, nullable=item.c[name].nullable) for name in names]


observation = _seen("observation", post, *counts(), Column("missing", Text, nullable=False))
comment_observation = _seen("comment_observation", comment, Column("likes", Big))

# What each import said besides the counts (text, date, account): only for items that imports describe
# differently. No rows: every import that showed the item agrees with the item itself.
post_version = _seen(
    "post_version",
    post,
    *_wording(post, "account_id", "published_ts", "precision", "type", "text", "permalink", "mentions", "parent_id"),
    *_wording(post, "views_definition", "images", "described"),
)
comment_version = _seen(
    "comment_version",
    comment,
    *_wording(comment, "parent_id", "account_id", "is_own", "author", "published_ts", "precision", "text", "mentions"),
)


def _daily(name: str, owner: Table) -> tuple[Table, Table]:
    """A table of daily values in long form, and the history that an undo restores from."""
    key = f"{owner.name}_id"

    def columns() -> list[Column[Any]]:
        return [
            Column("day", Integer, primary_key=True, autoincrement=False),
            Column(key, Integer, ForeignKey(owner.c.id), primary_key=True, autoincrement=False),
            Column("metric", Text, primary_key=True),
        ]

    latest = table(name, *columns(), Column("value", Real, nullable=False), keyed=True)
    history = table(
        f"{name}_observation",
        *columns(),
        Column("import_id", Integer, ForeignKey("import_batch.id"), primary_key=True),
        Column("value", Real, nullable=False),
        Index(None, "import_id"),
        keyed=True,
    )
    return latest, history


account_import = table(
    "account_import",  # which imports show a post or a day of an account; follows from the observations
    Column("account_id", Integer, primary_key=True, autoincrement=False),
    Column("import_id", Integer, primary_key=True, autoincrement=False),
    Index(None, "import_id"),
    keyed=True,
)
account_day, account_day_observation = _daily("account_day", account)
site_day, site_day_observation = _daily("site_day", site)
