"""What messages are about and in which tone: topics, scores, labels, their rollups, and search in texts."""

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

revision = "0006"
down_revision = "0005"

_BIG = BigInteger().with_variant(Integer, "sqlite")
_REAL: TypeEngine[float] = Double().with_variant(REAL, "sqlite")
_TABLES = (
    "topic_model",
    "topic",
    "message_score",
    "post_score",
    "label_round",
    "label_stratum",
    "label_item",
    "label",
    "signal_feedback",
    "rollup_topic",
    "rollup_topic_month",
)
_SEARCHED = ("post", "comment")


def upgrade() -> None:
    """Add the tables and the search."""
    _topics()
    _scores()
    _labels()
    for name, period in (("rollup_topic", "day"), ("rollup_topic_month", "month")):
        _rollup(name, period)
    if op.get_bind().dialect.name == "sqlite":
        _full_text()
    else:
        _trigrams()


def downgrade() -> None:
    """Take them away."""
    for table in _SEARCHED:
        if op.get_bind().dialect.name == "sqlite":
            for event in ("insert", "delete", "update"):
                op.execute(f"DROP TRIGGER {table}_text_{event}")
            op.drop_table(f"{table}_text")
        else:
            op.drop_index(f"ix_{table}_text", table)
    for table in reversed(_TABLES):
        op.drop_table(table)


def _table(name: str, *parts: SchemaItem, keyed: bool = False) -> None:
    op.create_table(name, *parts, sqlite_strict=True, sqlite_with_rowid=not keyed)


def _index(table: str, *columns: str) -> None:
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns))


def _id() -> list[SchemaItem]:
    return [Column("id", Integer, nullable=False), PrimaryKeyConstraint("id")]


def _texts(*names: str, nullable: bool = False) -> list[Column[str]]:
    return [Column(name, Text, nullable=nullable) for name in names]


def _numbers(*names: str, nullable: bool = False) -> list[Column[int]]:
    return [Column(name, Integer, nullable=nullable) for name in names]


def _bigs(*names: str) -> list[Column[int]]:
    return [Column(name, _BIG, nullable=False) for name in names]


def _made() -> list[SchemaItem]:
    return [*_texts("who"), *_bigs("made_ts")]


def _topics() -> None:
    _table(
        "topic_model",
        *_id(),
        *_texts("kind", "language"),
        *_numbers("splits", nullable=True),
        *_texts("status"),
        *_numbers("n", "k"),
        Column("stability", _REAL, nullable=False),
        Column("drift", _REAL),
        Column("content", LargeBinary, nullable=False),
        *_made(),
    )
    _table(
        "topic",
        *_id(),
        *_texts("code", nullable=True),
        *_texts("origin"),
        *_texts("name", nullable=True),
        *_texts("words", "excluded", "typical"),
        Column("owner_id", Integer, ForeignKey("department.id")),
        Column("pinned", Integer, nullable=False, server_default="0"),
        Column("status", Text, nullable=False, server_default="active"),
        Column("merged_into", Integer, ForeignKey("topic.id")),
        Column("model_id", Integer, ForeignKey("topic_model.id")),
        *_numbers("place", nullable=True),
        Column("stability", _REAL),
        *_made(),
        UniqueConstraint("code"),
    )
    _index("topic", "owner_id")


def _scores() -> None:
    _table(
        "message_score",
        *_bigs("post_id", "id"),
        *_texts("language", nullable=True),
        *_numbers("tone", nullable=True),
        Column("negative", _REAL),
        Column("positive", _REAL),
        *_texts("tone_model"),
        *_numbers("topic_id", nullable=True),
        *_numbers("topics_version"),
        PrimaryKeyConstraint("post_id", "id"),
        keyed=True,
    )
    _index("message_score", "topic_id")
    _table(
        "post_score",
        *_bigs("id"),
        *_texts("language", nullable=True),
        *_numbers("topic_id", nullable=True),
        *_numbers("topics_version"),
        PrimaryKeyConstraint("id"),
    )
    _index("post_score", "topic_id")


def _in_round() -> Column[int]:
    return Column("round_id", Integer, ForeignKey("label_round.id"), nullable=False)


def _labels() -> None:
    _table(
        "label_round",
        *_id(),
        *_texts("task", "model"),
        *_numbers("first_day", "last_day", "seed"),
        *_made(),
        Column("is_demo", Integer, nullable=False, server_default="0"),
    )
    _table(
        "label_stratum",
        _in_round(),
        *_texts("platform", "predicted"),
        *_numbers("size"),
        PrimaryKeyConstraint("round_id", "platform", "predicted"),
        keyed=True,
    )
    _table(
        "label_item",
        _in_round(),
        *_numbers("place"),
        *_bigs("post_id", "id"),
        *_texts("platform", "predicted"),
        *_numbers("twice"),
        PrimaryKeyConstraint("round_id", "place"),
        keyed=True,
    )
    _table(
        "label",
        _in_round(),
        *_numbers("place", "labeller"),
        *_texts("value"),
        *_made(),
        PrimaryKeyConstraint("round_id", "place", "labeller"),
        keyed=True,
    )
    _table(
        "signal_feedback",
        *_id(),
        *_texts("series"),
        *_numbers("day", "useful"),
        *_made(),
        UniqueConstraint("series", "day"),
    )


def _rollup(name: str, period: str) -> None:
    tones = ("negative", "neutral", "positive")
    sums = ["messages", *(f"t_{tone}" for tone in tones), *(f"t_{tone}_unsure" for tone in tones), "t_none"]
    sums += ["complaints", "asked", "answered", "waiting", "due", "in_time", "posts"]
    _table(
        name,
        *_numbers(period, "account_id", "topic_id", *sums),
        PrimaryKeyConstraint(period, "account_id", "topic_id"),
        keyed=True,
    )


def _full_text() -> None:
    """Words of the texts, without the texts (they stand in the tables). Triggers keep them: no way in is left out."""
    for table in _SEARCHED:
        op.execute(
            f"CREATE VIRTUAL TABLE {table}_text USING fts5("
            "text, content='', tokenize='unicode61 remove_diacritics 2', prefix='3')"
        )
        add = f"INSERT INTO {table}_text(rowid, text) VALUES (new.id, new.text);"  # noqa: S608  names of tables only
        drop = f"INSERT INTO {table}_text({table}_text, rowid, text) VALUES ('delete', old.id, old.text);"  # noqa: S608
        op.execute(f"CREATE TRIGGER {table}_text_insert AFTER INSERT ON {table} BEGIN {add} END")
        op.execute(f"CREATE TRIGGER {table}_text_delete AFTER DELETE ON {table} BEGIN {drop} END")
        op.execute(
            f"CREATE TRIGGER {table}_text_update AFTER UPDATE OF text ON {table} "
            f"WHEN old.text IS NOT new.text BEGIN {drop} {add} END"
        )
        op.execute(f"INSERT INTO {table}_text(rowid, text) SELECT id, text FROM {table}")  # noqa: S608


def _trigrams() -> None:
    """An index for parts of words, where the server has the extension; without it search reads all texts."""
    available = op.get_bind().exec_driver_sql("SELECT 1 FROM pg_available_extensions WHERE name = 'pg_trgm'")
    if available.first() is None:
        return
    op.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
    for table in _SEARCHED:
        op.execute(f"CREATE INDEX ix_{table}_text ON {table} USING gin (text gin_trgm_ops)")
