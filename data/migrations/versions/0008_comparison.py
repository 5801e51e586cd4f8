"""Decisions about baselines, events, seen signals, tags and campaigns, posts to learn from, goals; posts by group."""

from typing import Any

from alembic import op
from sqlalchemy import (
    REAL,
    BigInteger,
    Column,
    Double,
    ForeignKey,
    Integer,
    PrimaryKeyConstraint,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.schema import SchemaItem
from sqlalchemy.types import TypeEngine

revision = "0008"
down_revision = "0007"

_BIG = BigInteger().with_variant(Integer, "sqlite")
_REAL: TypeEngine[float] = Double().with_variant(REAL, "sqlite")
_Type = type[TypeEngine[Any]] | TypeEngine[Any]
_COUNTS = (
    "impressions",
    "reach",
    "likes",
    "comments",
    "shares",
    "clicks",
    "saves",
    "video_views",
    "followers_gained",
)
_ANSWERS = (
    *("asked", "answered", "waiting", "noticed", "due", "in_time", "due_waiting"),
    *("within_1h", "within_4h", "same_day", "days_1", "days_3", "days_5", "later"),
    *("threads", "talked", "two_way", "deep"),
)
_SEARCHED = ("post", "comment")
_PARTS = ("likes", "comments", "shares")
_TABLES = (
    "goal_kpi",
    "goal",
    "practice",
    "standout",
    "post_tag",
    "tag",
    "acknowledged",
    "event",
    "baseline",
    "rollup_group",
    "rollup_answer_week",
    "rollup_site_week",
    "account_import",
)


def upgrade() -> None:
    """Add the tables."""
    _groups()
    _weeks()
    _messages()
    _histograms("INCLUDE (n)")
    _texts()
    _change()
    _tags()
    _examples()
    _goals()


def downgrade() -> None:
    """Take them away."""
    for table in _TABLES:
        op.drop_table(table)
    _histograms("")
    if op.get_bind().dialect.name == "postgresql":
        for table in _SEARCHED:
            op.drop_index(f"ix_{table}_text_rare", table)
    for index in ("ix_comment_own", "ix_comment_id", "ix_comment_day_account_id_id"):
        op.drop_index(index, "comment")
    op.create_index("ix_comment_day_account_id", "comment", ["day", "account_id"])


def _groups() -> None:
    whole = ["posts", "replies", "comments_in", "replies_out", "interactions", "interactions_n"]
    whole += [f"{name}{end}" for name in _COUNTS for end in ("", "_n")]
    whole += [f"{name}_posts" for name in _PARTS]
    whole += [f"er_{base}_{what}" for base in ("reach", "impressions") for what in ("interactions", "base", "n")]
    whole.append("per_follower_n")
    rates = [f"{name}_per_follower" for name in (*_PARTS, "interactions")]
    _table(
        "rollup_group",
        _need("dimension", Text),
        *(_need(name) for name in ("day", "account_id", "value")),
        *(_need(name, _BIG) for name in whole),
        *(_need(name, _REAL) for name in rates),
        PrimaryKeyConstraint("dimension", "day", "account_id", "value"),
        keyed=True,
    )


def _weeks() -> None:
    _table(
        "rollup_answer_week",
        *(_need(name) for name in ("week", "account_id", *_ANSWERS)),
        PrimaryKeyConstraint("week", "account_id"),
        keyed=True,
    )
    _table(
        "rollup_site_week",
        _need("metric", Text),
        *(_need(name) for name in ("week", "site_id")),
        _need("value", _REAL),
        _need("days"),
        _need("latest", _REAL),
        PrimaryKeyConstraint("metric", "week", "site_id"),
        keyed=True,
    )
    _table(
        "account_import",
        *(_need(name) for name in ("account_id", "import_id")),
        PrimaryKeyConstraint("account_id", "import_id"),
        keyed=True,
    )
    op.create_index("ix_account_import_import_id", "account_import", ["import_id"])


def _messages() -> None:
    """Messages by their number, and by day with it, so that a search reads few; own replies by their post."""
    op.drop_index("ix_comment_day_account_id", "comment")
    op.create_index("ix_comment_day_account_id_id", "comment", ["day", "account_id", "id"])
    op.create_index("ix_comment_id", "comment", ["id"])
    own = text("is_own = 1")
    op.create_index("ix_comment_own", "comment", ["post_id"], sqlite_where=own, postgresql_where=own)


def _histograms(beside: str) -> None:
    """The key of PostgreSQL with what it counts, so that a median reads no rows; SQLite's key is the table itself."""
    if op.get_bind().dialect.name == "postgresql":
        key = "PRIMARY KEY (measure, day, account_id, bucket)"
        op.execute("ALTER TABLE rollup_post DROP CONSTRAINT pk_rollup_post")
        op.execute(f"ALTER TABLE rollup_post ADD CONSTRAINT pk_rollup_post {key} {beside}")


def _texts() -> None:
    """Texts with rare letters, for which PostgreSQL's patterns differ (data.search.matching)."""
    if op.get_bind().dialect.name == "postgresql":
        rare = text(r"text ~ '[\u0100-\u024F\u1E00-\u1EFF]'")
        for table in _SEARCHED:
            op.create_index(f"ix_{table}_text_rare", table, ["day"], postgresql_where=rare)


def _change() -> None:
    _table(
        "baseline",
        _id(),
        _need("metric", Text),
        _department(),
        Column("platform", Text),
        _need("first_day"),
        _need("reason", Text),
        _need("note", Text),
        *_made(),
        Column("withdrawn_ts", _BIG),
        _is_demo(),
    )
    op.create_index("ix_baseline_department_id", "baseline", ["department_id"])
    _table(
        "event",
        _id(),
        _need("kind", Text),
        _need("name", Text),
        _need("first_day"),
        _need("last_day"),
        _department(),
        *_made(),
        _is_demo(),
    )
    op.create_index("ix_event_department_id", "event", ["department_id"])
    _table(
        "acknowledged",
        _id(),
        _need("series", Text),
        _need("day"),
        _need("note", Text),
        *_made(),
        _is_demo(),
        UniqueConstraint("series", "day"),
    )


def _tags() -> None:
    _table(
        "tag",
        _id(),
        Column("name", Text, nullable=False, unique=True),
        _need("kind", Text),
        _department(),
        _need("rules", Text),
        Column("utm_campaign", Text),
        Column("first_day", Integer),
        Column("last_day", Integer),
        Column("measure", Text),
        Column("expected", _REAL),
        _need("expectation", Text),
        Column("registered_ts", _BIG),
        *_made(),
        _is_demo(),
    )
    op.create_index("ix_tag_department_id", "tag", ["department_id"])
    _table(
        "post_tag",
        Column("tag_id", Integer, ForeignKey("tag.id"), nullable=False),
        _need("post_id", _BIG),
        _need("how", Text),
        Column("was", Text),
        PrimaryKeyConstraint("tag_id", "post_id"),
        keyed=True,
    )
    op.create_index("ix_post_tag_post_id", "post_tag", ["post_id"])


def _examples() -> None:
    _table(
        "standout",
        Column("post_id", _BIG, primary_key=True, autoincrement=False),
        Column("account_id", Integer, ForeignKey("account.id"), nullable=False),
        _need("day"),
        _need("interactions", _BIG),
        *(_need(name, _REAL) for name in ("expected", "low", "high", "surprise")),
    )
    op.create_index("ix_standout_day_account_id", "standout", ["day", "account_id"])
    _table(
        "practice",
        Column("post_id", _BIG, primary_key=True, autoincrement=False),
        _need("status", Text),
        _need("lesson", Text),
        *_made(),
        _is_demo(),
    )


def _goals() -> None:
    _table(
        "goal",
        _id(),
        _department(),
        _need("title", Text),
        Column("status", Text, nullable=False, server_default="active"),
        *_made(),
        _is_demo(),
    )
    op.create_index("ix_goal_department_id", "goal", ["department_id"])
    _table(
        "goal_kpi",
        _id(),
        Column("goal_id", Integer, ForeignKey("goal.id"), nullable=False),
        _need("name", Text),
        Column("metric", Text),
        _need("level", Text),
        _need("direction", Text),
        Column("target", _REAL),
        _need("source", Text),
        *_made(),
        _need("set_ts", _BIG),
    )
    op.create_index("ix_goal_kpi_goal_id", "goal_kpi", ["goal_id"])


def _table(name: str, *parts: SchemaItem, keyed: bool = False) -> None:
    op.create_table(name, *parts, sqlite_strict=True, sqlite_with_rowid=not keyed)


def _id() -> Column[int]:
    return Column("id", Integer, primary_key=True)


def _need(name: str, kind: _Type = Integer) -> Column[Any]:
    return Column(name, kind, nullable=False)


def _department() -> Column[int]:
    return Column("department_id", Integer, ForeignKey("department.id"))


def _made() -> list[Column[Any]]:
    return [_need("who", Text), _need("made_ts", _BIG)]


def _is_demo() -> Column[int]:
    return Column("is_demo", Integer, nullable=False, server_default="0")
