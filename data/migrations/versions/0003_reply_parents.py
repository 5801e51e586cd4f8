"""What an own reply answers, where an export says so."""

from alembic import op
from sqlalchemy import BigInteger, Column, Integer

revision = "0003"
down_revision = "0002"

_BIG = BigInteger().with_variant(Integer, "sqlite")


def upgrade() -> None:
    """Add the column."""
    for table in ("post", "post_version"):
        op.add_column(table, Column("parent_id", _BIG))


def downgrade() -> None:
    """Take it away."""
    for table in ("post", "post_version"):
        with op.batch_alter_table(table) as batch:
            batch.drop_column("parent_id")
