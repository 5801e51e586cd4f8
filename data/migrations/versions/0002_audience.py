"""What platforms say about audiences: one snapshot for each import."""

from alembic import op
from sqlalchemy import REAL, Column, Double, ForeignKey, Integer, PrimaryKeyConstraint, Text
from sqlalchemy.types import TypeEngine

revision = "0002"
down_revision = "0001"

_REAL: TypeEngine[float] = Double().with_variant(REAL, "sqlite")


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "audience",
        Column("account_id", Integer, ForeignKey("account.id"), nullable=False),
        Column("import_id", Integer, ForeignKey("import_batch.id"), nullable=False),
        Column("place", Integer, nullable=False),
        Column("line", Integer, nullable=False),
        Column("day", Integer),
        Column("dimension", Text, nullable=False),
        Column("label", Text, nullable=False),
        Column("metric", Text, nullable=False),
        Column("value", _REAL, nullable=False),
        PrimaryKeyConstraint("account_id", "import_id", "place"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_audience_import_id"), "audience", ["import_id"])


def downgrade() -> None:
    """Take it away."""
    op.drop_table("audience")
