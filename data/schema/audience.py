"""What platforms say about audiences: context, kept as each import brought it; a page shows the newest."""

from sqlalchemy import Column, ForeignKey, Index, Integer, Text

from data.schema.common import Real, table

audience = table(
    "audience",
    Column("account_id", Integer, ForeignKey("account.id"), primary_key=True, autoincrement=False),
    Column("import_id", Integer, ForeignKey("import_batch.id"), primary_key=True, autoincrement=False),
    Column("place", Integer, primary_key=True, autoincrement=False),  # in the order of the file
    Column("line", Integer, nullable=False),  # figures of one group share it
    Column("day", Integer),  # NULL when the file does not say
    Column("dimension", Text, nullable=False),  # age, country, ...: metrics.audience_groups
    Column("label", Text, nullable=False),  # the group, as the file names it
    Column("metric", Text, nullable=False),
    Column("value", Real, nullable=False),
    Index(None, "import_id"),
    keyed=True,
)
