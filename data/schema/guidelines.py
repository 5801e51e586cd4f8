"""Guidelines and logs, kept by hand or from a file."""

from sqlalchemy import Column, ForeignKey, Index, Integer, Text

from data.schema.common import Big, table

guideline = table(
    "guideline",  # versions, each from its first day on (data.guidelines)
    Column("id", Integer, primary_key=True),
    Column("department_id", Integer, ForeignKey("department.id")),  # with account_id empty too: of the organisation
    Column("account_id", Integer, ForeignKey("account.id")),
    Column("valid_from", Integer, nullable=False),  # day
    Column("content", Text, nullable=False),  # JSON: prose and rules (metrics.guidelines)
    Column("who", Text, nullable=False),
    Column("made_ts", Big, nullable=False),
    Column("is_demo", Integer, nullable=False, server_default="0"),
    Index(None, "department_id"),
    Index(None, "account_id"),
)
test_message = table(
    "test_message",  # the mystery shopper's log: what was asked as a test, and what came of it
    Column("id", Integer, primary_key=True),
    Column("account_id", Integer, ForeignKey("account.id"), nullable=False),
    Column("asked_ts", Big, nullable=False),
    Column("question", Text, nullable=False),
    Column("answered_ts", Big),  # NULL: no answer yet
    Column("outcome", Text, nullable=False),  # answered, partly, picked_up, none
    Column("note", Text),
    Column("who", Text, nullable=False),
    Column("made_ts", Big, nullable=False),
    Column("is_demo", Integer, nullable=False, server_default="0"),
    Index(None, "account_id"),
)
moderation = table(
    "moderation",  # removals of comments: counts with their reason, never the comment
    Column("id", Integer, primary_key=True),
    Column("account_id", Integer, ForeignKey("account.id"), nullable=False),
    Column("day", Integer, nullable=False),
    Column("action", Text, nullable=False),  # hidden, deleted
    Column("reason", Text, nullable=False),  # metrics.moderation; "" when none was given
    Column("rule", Text),  # the house rule that was cited
    Column("n", Integer, nullable=False),
    Column("appealed", Integer, nullable=False),
    Column("reversed", Integer, nullable=False),
    Column("source", Text, nullable=False),  # the file, or "" when entered by hand
    Column("who", Text, nullable=False),
    Column("made_ts", Big, nullable=False),
    Column("is_demo", Integer, nullable=False, server_default="0"),
    Index(None, "day", "account_id"),
    Index(None, "account_id"),
)
