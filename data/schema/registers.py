"""The organisation and its registers."""

from sqlalchemy import Column, ForeignKey, Integer, Text, UniqueConstraint

from data.schema.common import table

setting = table(
    "setting",
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),  # JSON
)
department = table(
    "department",
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("is_demo", Integer, nullable=False, server_default="0"),
)
account = table(
    "account",
    Column("id", Integer, primary_key=True),
    Column("department_id", Integer, ForeignKey("department.id"), nullable=False),
    Column("platform", Text, nullable=False),
    Column("handle", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("owner_role", Text),
    Column("purpose", Text),
    Column("status", Text, nullable=False, server_default="active"),  # active, dormant, closed
    Column("review_date", Text),  # ISO date
    Column("is_demo", Integer, nullable=False, server_default="0"),
    Column("objective", Text),  # metrics.claims.objectives; NULL: nobody declared one
    UniqueConstraint("platform", "handle"),
)
site = table(
    "site",
    Column("id", Integer, primary_key=True),
    Column("department_id", Integer, ForeignKey("department.id"), nullable=False),
    Column("host", Text, nullable=False, unique=True),
    Column("is_demo", Integer, nullable=False, server_default="0"),
)
assignment = table(
    "assignment",  # which account a source in a file belongs to, remembered for the next import
    Column("source", Text, primary_key=True),  # "<format>|<platform>|<account as the file names it>"
    Column("account_id", Integer, ForeignKey("account.id"), nullable=False),
)
mapping = table(
    "mapping",  # a saved column mapping for files of no known format
    Column("name", Text, primary_key=True),
    Column("spec", Text, nullable=False),  # JSON, the same as the file people share
)
