"""Accounts and sites whose figures are fetched from a platform, and each time that this was done."""

from alembic import op
from sqlalchemy import (
    REAL,
    BigInteger,
    Column,
    Double,
    ForeignKey,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    Text,
    UniqueConstraint,
)
from sqlalchemy.schema import SchemaItem
from sqlalchemy.types import TypeEngine

revision = "0007"
down_revision = "0006"

_BIG = BigInteger().with_variant(Integer, "sqlite")
_REAL: TypeEngine[float] = Double().with_variant(REAL, "sqlite")


def upgrade() -> None:
    """Add the tables, and to imports which connection they come from."""
    _table(
        "api_connection",
        Column("id", Integer, primary_key=True),
        *(Column(name, Text, nullable=False) for name in ("connector", "name", "host", "target", "upstream_id")),
        Column("account_id", Integer, ForeignKey("account.id")),
        Column("site_id", Integer, ForeignKey("site.id")),
        Column("texts", Integer, nullable=False),
        Column("status", Text, nullable=False),
        Column("since", Text),
        Column("every_minutes", Integer, nullable=False),
        Column("budget", _REAL),
        *(Column(name, Text) for name in ("secret", "secret_end", "secret_until", "problem")),
        Column("next_ts", _BIG),
        Column("who", Text, nullable=False),
        Column("made_ts", _BIG, nullable=False),
        UniqueConstraint("name"),
    )
    op.create_index("ix_api_connection_account_id", "api_connection", ["account_id"])
    op.create_index("ix_api_connection_site_id", "api_connection", ["site_id"])
    _table(
        "sync_run",
        Column("id", Integer, primary_key=True),
        Column("connection_id", Integer, ForeignKey("api_connection.id"), nullable=False),
        Column("started_ts", _BIG, nullable=False),
        Column("alive_ts", _BIG, nullable=False),
        Column("ended_ts", _BIG),
        Column("status", Text, nullable=False),
        *(
            Column(name, Integer, nullable=False)
            for name in ("fetched", "inserted", "updated", "unchanged", "deleted", "requests", "quota")
        ),
        Column("cost", _REAL, nullable=False),
        Column("since_ts", _BIG),
        Column("listed_from", _BIG),
        Column("after", Text),
        Column("threads", Text, nullable=False),
        Column("report", Text, nullable=False),
        Column("problems", Text, nullable=False),
        Column("import_id", Integer, ForeignKey("import_batch.id")),
        Column("who", Text, nullable=False),
    )
    op.create_index("ix_sync_run_connection_id_started_ts", "sync_run", ["connection_id", "started_ts"])
    _table(
        "sync_page",
        Column("run_id", Integer, ForeignKey("sync_run.id"), nullable=False),
        Column("number", Integer, nullable=False),
        Column("rows", LargeBinary, nullable=False),
        PrimaryKeyConstraint("run_id", "number"),
    )
    op.add_column("import_batch", Column("connection_id", Integer))
    op.create_index("ix_import_batch_connection_id", "import_batch", ["connection_id"])


def downgrade() -> None:
    """Take them away."""
    op.drop_index("ix_import_batch_connection_id", "import_batch")
    # not in a batch: that copies the table, and others refer to it
    op.execute("ALTER TABLE import_batch DROP COLUMN connection_id")
    for table in ("sync_page", "sync_run", "api_connection"):
        op.drop_table(table)


def _table(name: str, *parts: SchemaItem) -> None:
    op.create_table(name, *parts, sqlite_strict=True)
