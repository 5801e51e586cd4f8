"""How the organisation answers: norms, classes of messages, conversations, guidelines and logs, with their rollups.

And what an export tells about the pictures of a post, which a guideline is checked against.
"""

from alembic import op
from sqlalchemy import REAL, BigInteger, Column, Double, ForeignKey, Integer, PrimaryKeyConstraint, Text, text
from sqlalchemy.schema import SchemaItem
from sqlalchemy.types import TypeEngine

revision = "0004"
down_revision = "0003"

_BIG = BigInteger().with_variant(Integer, "sqlite")
_REAL: TypeEngine[float] = Double().with_variant(REAL, "sqlite")
_BINS = ("within_1h", "within_4h", "same_day", "days_1", "days_3", "days_5", "later")
_SUMS = ("asked", "answered", "waiting", "noticed", "due", "in_time", "due_waiting", *_BINS)
_THREADS = ("threads", "talked", "two_way", "deep")
_PICTURES = ("images", "described")
_TABLES = (
    "norm",
    "message_class",
    "message_label",
    "answered_until",
    "conversation",
    "thread",
    "guideline",
    "test_message",
    "moderation",
    "rollup_answer",
    "rollup_answer_month",
    "rollup_answer_hour",
    "rollup_content",
)


def upgrade() -> None:
    """Add the tables and columns."""
    for table in ("post", "post_version"):
        for name in _PICTURES:
            op.add_column(table, Column(name, Integer))
    answers = text("parent_id IS NOT NULL")
    op.create_index("ix_post_answers", "post", ["parent_id"], sqlite_where=answers, postgresql_where=answers)
    _answering()
    _kept_by_hand()
    _rollups()


def downgrade() -> None:
    """Take them away."""
    for table in reversed(_TABLES):
        op.drop_table(table)
    op.drop_index("ix_post_answers", "post")
    for table in ("post", "post_version"):
        with op.batch_alter_table(table) as batch:
            for name in _PICTURES:
                batch.drop_column(name)


def _table(name: str, *parts: SchemaItem, keyed: bool = False) -> None:
    op.create_table(name, *parts, sqlite_strict=True, sqlite_with_rowid=not keyed)


def _index(table: str, *columns: str) -> None:
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns))


def _account(nullable: bool = False) -> Column[int]:
    return Column("account_id", Integer, ForeignKey("account.id"), nullable=nullable)


def _scope() -> list[Column[int]]:
    return [Column("department_id", Integer, ForeignKey("department.id")), _account(nullable=True)]


def _made() -> list[SchemaItem]:
    return [
        Column("who", Text, nullable=False),
        Column("made_ts", _BIG, nullable=False),
        Column("is_demo", Integer, nullable=False, server_default="0"),
        PrimaryKeyConstraint("id"),
    ]


def _whole(*names: str) -> list[Column[int]]:
    return [Column(name, Integer, nullable=False) for name in names]


def _message() -> list[SchemaItem]:
    return [Column("post_id", _BIG, nullable=False), Column("id", _BIG, nullable=False)]


def _answering() -> None:
    _table(
        "norm",
        *_whole("id"),
        *_scope(),
        *_whole("valid_from"),
        Column("unit", Text, nullable=False),
        Column("amount", _REAL, nullable=False),
        Column("target", _REAL),
        Column("opening_hours", Text, nullable=False),
        Column("time_zone", Text, nullable=False),
        Column("holidays", Text, nullable=False),
        Column("source", Text, nullable=False),
        Column("source_date", Text),
        *_made(),
    )
    _index("norm", "department_id")
    _index("norm", "account_id")
    _table(
        "message_class",
        *_message(),
        Column("intent", Text, nullable=False),
        Column("language", Text),
        PrimaryKeyConstraint("post_id", "id"),
        keyed=True,
    )
    _table(
        "message_label",
        *_message(),
        Column("intent", Text, nullable=False),
        Column("by_rule", Text, nullable=False),
        *_whole("drawn"),
        Column("who", Text, nullable=False),
        Column("labelled_ts", _BIG, nullable=False),
        PrimaryKeyConstraint("post_id", "id"),
        keyed=True,
    )
    _table(
        "answered_until",
        _account(),
        Column("import_id", Integer, ForeignKey("import_batch.id"), nullable=False),
        Column("until_ts", _BIG, nullable=False),
        PrimaryKeyConstraint("account_id", "import_id"),
        keyed=True,
    )
    _index("answered_until", "import_id")
    _table(
        "conversation",
        *_message(),
        _account(),
        Column("asked_ts", _BIG, nullable=False),
        *_whole("day"),
        Column("hour", Integer),
        Column("intent", Text, nullable=False),
        *(Column(name, _BIG) for name in ("answered_ts", "noticed_ts", "response_s", "work_s", "due_ts")),
        Column("bin", Integer),
        PrimaryKeyConstraint("post_id", "id"),
    )
    _index("conversation", "day", "account_id")
    _index("conversation", "account_id", "due_ts")
    waiting = text("answered_ts IS NULL")
    op.create_index(
        "ix_conversation_waiting",
        "conversation",
        ["day", "account_id", "hour", "asked_ts"],
        sqlite_where=waiting,
        postgresql_where=waiting,
    )
    _table(
        "thread",
        Column("post_id", _BIG, nullable=False),
        _account(),
        Column("day", Integer),
        *_whole("messages", "replies", "turns"),
        PrimaryKeyConstraint("post_id"),
    )
    _index("thread", "day", "account_id")


def _kept_by_hand() -> None:
    _table(
        "guideline", *_whole("id"), *_scope(), *_whole("valid_from"), Column("content", Text, nullable=False), *_made()
    )
    _index("guideline", "department_id")
    _index("guideline", "account_id")
    _table(
        "test_message",
        *_whole("id"),
        _account(),
        Column("asked_ts", _BIG, nullable=False),
        Column("question", Text, nullable=False),
        Column("answered_ts", _BIG),
        Column("outcome", Text, nullable=False),
        Column("note", Text),
        *_made(),
    )
    _index("test_message", "account_id")
    _table(
        "moderation",
        *_whole("id"),
        _account(),
        *_whole("day"),
        Column("action", Text, nullable=False),
        Column("reason", Text, nullable=False),
        Column("rule", Text),
        *_whole("n", "appealed", "reversed"),
        Column("source", Text, nullable=False),
        *_made(),
    )
    _index("moderation", "day", "account_id")
    _index("moderation", "account_id")


def _rollups() -> None:
    for name, period in (("rollup_answer", "day"), ("rollup_answer_month", "month")):
        _table(
            name,
            *_whole(period, "account_id", *_SUMS, *_THREADS),
            PrimaryKeyConstraint(period, "account_id"),
            keyed=True,
        )
    hours = [f"{side}{hour:02}" for side in "adkr" for hour in range(24)]
    _table(
        "rollup_answer_hour",
        *_whole("day", "account_id", *hours),
        PrimaryKeyConstraint("day", "account_id"),
        keyed=True,
    )
    _table(
        "rollup_content",
        Column("dimension", Text, nullable=False),
        *_whole("day", "account_id"),
        Column("value", Text, nullable=False),
        *_whole("n"),
        Column("total", _REAL, nullable=False),
        Column("squares", _REAL, nullable=False),
        PrimaryKeyConstraint("dimension", "day", "account_id", "value"),
        keyed=True,
    )
