"""How the organisation answers: worked out at import, and anew when a norm or a class changes (`data.answering`)."""

from sqlalchemy import Column, ForeignKey, Index, Integer, Text

from data.schema.common import Big, Real, table

norm = table(
    "norm",  # how soon an answer should come: versions, each from its first day on (data.norms)
    Column("id", Integer, primary_key=True),
    Column("department_id", Integer, ForeignKey("department.id")),  # with account_id empty too: of the organisation
    Column("account_id", Integer, ForeignKey("account.id")),
    Column("valid_from", Integer, nullable=False),  # day
    Column("unit", Text, nullable=False),  # hours, working_hours, working_days
    Column("amount", Real, nullable=False),
    Column("target", Real),  # share from 0 to 1; NULL: no share was promised
    Column("opening_hours", Text, nullable=False),  # JSON: weekday -> [from, to]
    Column("time_zone", Text, nullable=False),
    Column("holidays", Text, nullable=False),  # country, or country-subdivision; "" for none
    Column("source", Text, nullable=False),  # where it is written
    Column("source_date", Text),  # ISO date
    Column("who", Text, nullable=False),
    Column("made_ts", Big, nullable=False),
    Column("is_demo", Integer, nullable=False, server_default="0"),
    Index(None, "department_id"),
    Index(None, "account_id"),
)
message_class = table(
    "message_class",  # what each message is, by rule (metrics.needs_reply); of own replies, whether a person answered
    Column("post_id", Big, primary_key=True, autoincrement=False),
    Column("id", Big, primary_key=True, autoincrement=False),
    Column("intent", Text, nullable=False),
    Column("language", Text),  # where the rules needed to know it
    keyed=True,
)
message_label = table(
    "message_label",  # what people say that a message is: it counts instead of the rule
    Column("post_id", Big, primary_key=True, autoincrement=False),
    Column("id", Big, primary_key=True, autoincrement=False),
    Column("intent", Text, nullable=False),
    Column("by_rule", Text, nullable=False),  # what the rule said at that moment
    Column("drawn", Integer, nullable=False),  # 1: of a random sample, so that it measures the rule
    Column("who", Text, nullable=False),
    Column("labelled_ts", Big, nullable=False),
    keyed=True,
)
answered_until = table(
    "answered_until",  # until when an import tells about the conversations of an account: the newest is its "now"
    Column("account_id", Integer, ForeignKey("account.id"), primary_key=True, autoincrement=False),
    Column("import_id", Integer, ForeignKey("import_batch.id"), primary_key=True, autoincrement=False),
    Column("until_ts", Big, nullable=False),
    Index(None, "import_id"),
    keyed=True,
)
conversation = table(
    "conversation",  # from a citizen's first message that needs a reply to the first answer by a person
    Column("post_id", Big, primary_key=True, autoincrement=False),
    Column("id", Big, primary_key=True, autoincrement=False),  # of that message
    Column("account_id", Integer, ForeignKey("account.id"), nullable=False),
    Column("asked_ts", Big, nullable=False),
    Column("day", Integer, nullable=False),
    Column("hour", Integer),  # NULL when only the day is known: then no time can be judged
    Column("intent", Text, nullable=False),
    Column("answered_ts", Big),  # NULL: still waiting
    Column("noticed_ts", Big),  # the first automatic or holding reply before that
    Column("response_s", Big),  # seconds on the clock
    Column("work_s", Big),  # seconds in which the account was open
    Column("due_ts", Big),  # the deadline, by the norm of its day
    Column("bin", Integer),  # metrics.responsiveness.bins, of answered ones
    Index(None, "day", "account_id"),
    Index(None, "account_id", "due_ts"),
)
Index(
    "ix_conversation_waiting",
    *(conversation.c[name] for name in ("day", "account_id", "hour", "asked_ts")),
    sqlite_where=conversation.c.answered_ts.is_(None),
    postgresql_where=conversation.c.answered_ts.is_(None),
)
thread = table(
    "thread",  # what happened under one post or message
    Column("post_id", Big, primary_key=True, autoincrement=False),
    Column("account_id", Integer, ForeignKey("account.id"), nullable=False),
    Column("day", Integer),  # of the own post; NULL when that is not in the store
    Column("messages", Integer, nullable=False),  # of citizens
    Column("replies", Integer, nullable=False),  # of the organisation
    Column("turns", Integer, nullable=False),  # how often a citizen's message was followed by a reply
    Index(None, "day", "account_id"),
)
