"""The first tables.

A copy of `data.schema` as it was, on purpose: a migration must keep doing the same when the schema moves on.
"""

from typing import Any

from alembic import op
from sqlalchemy import (
    REAL,
    BigInteger,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.schema import SchemaItem
from sqlalchemy.types import TypeEngine

from data.schema import metadata as current_metadata

revision = "0001"
down_revision = None

_BIG = BigInteger().with_variant(Integer, "sqlite")
_REAL: TypeEngine[float] = Double().with_variant(REAL, "sqlite")
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
_PARTS = ("likes", "comments", "shares")
_Type = type[TypeEngine[Any]] | TypeEngine[Any]
_metadata = MetaData(naming_convention=current_metadata.naming_convention)


def _table(name: str, *parts: SchemaItem, keyed: bool = False) -> None:
    Table(name, _metadata, *parts, sqlite_strict=True, sqlite_with_rowid=not keyed)


def _key(name: str, refers: str | None = None, kind: _Type = Integer) -> Column:  # type: ignore[type-arg]
    refer = [ForeignKey(refers)] if refers else []
    return Column(name, kind, *refer, primary_key=True, autoincrement=False)


def _refer(name: str, refers: str) -> Column:  # type: ignore[type-arg]
    return Column(name, Integer, ForeignKey(refers), nullable=False)


def _needed(kind: _Type, *names: str) -> list[Column]:  # type: ignore[type-arg]
    return [Column(name, kind, nullable=False) for name in names]


def _maybe(kind: _Type, *names: str) -> list[Column]:  # type: ignore[type-arg]
    return [Column(name, kind) for name in names]


def _is_demo() -> Column:  # type: ignore[type-arg]
    return Column("is_demo", Integer, nullable=False, server_default="0")


def _moment() -> list[Column]:  # type: ignore[type-arg]
    return [Column("published_ts", _BIG, nullable=False), Column("precision", Text, nullable=False)]


def _calendar() -> list[Column]:  # type: ignore[type-arg]
    return [*_moment(), *_needed(Integer, "day", "dow"), Column("hour", Integer), *_needed(Integer, "month")]


def _registers() -> None:
    _table("setting", Column("key", Text, primary_key=True), *_needed(Text, "value"))
    _table(
        "department",
        Column("id", Integer, primary_key=True),
        Column("name", Text, nullable=False, unique=True),
        _is_demo(),
    )
    _table(
        "account",
        Column("id", Integer, primary_key=True),
        _refer("department_id", "department.id"),
        *_needed(Text, "platform", "handle", "name"),
        *_maybe(Text, "owner_role", "purpose"),
        Column("status", Text, nullable=False, server_default="active"),
        *_maybe(Text, "review_date"),
        _is_demo(),
        UniqueConstraint("platform", "handle"),
    )
    _table(
        "site",
        Column("id", Integer, primary_key=True),
        _refer("department_id", "department.id"),
        Column("host", Text, nullable=False, unique=True),
        _is_demo(),
    )
    _table("assignment", Column("source", Text, primary_key=True), _refer("account_id", "account.id"))
    _table("mapping", Column("name", Text, primary_key=True), *_needed(Text, "spec"))


def _items() -> None:
    _table(
        "import_batch",
        Column("id", Integer, primary_key=True),
        *_needed(Text, "file_name", "file_hash", "format", "platform", "kind"),
        *_needed(_BIG, "imported_ts", "observed_ts"),
        *_needed(Integer, "covered_until"),
        *_needed(Text, "who", "status"),
        *_needed(Integer, "inserted", "updated", "unchanged"),
        *_needed(Text, "report"),
        _is_demo(),
        Index(None, "file_hash"),
    )
    _table(
        "post",
        _key("id", kind=_BIG),
        _refer("account_id", "account.id"),
        *_needed(Text, "external_id"),
        *_calendar(),
        *_needed(Text, "type"),
        *_maybe(Text, "text", "permalink", "mentions"),
        *_maybe(_BIG, *_COUNTS),
        *_needed(Text, "missing"),
        *_maybe(Text, "views_definition"),
        _refer("import_id", "import_batch.id"),
        Index(None, "day", "account_id"),
        Index(None, "account_id", "day"),
        Index(None, "import_id"),
    )
    _table(
        "comment",
        _key("post_id", kind=_BIG),
        _key("id", kind=_BIG),
        *_maybe(_BIG, "parent_id"),
        _refer("account_id", "account.id"),
        *_needed(Text, "external_id"),
        *_needed(Integer, "is_own"),
        *_maybe(Text, "author"),
        *_calendar(),
        *_maybe(Text, "text", "mentions"),
        *_maybe(_BIG, "likes"),
        _refer("import_id", "import_batch.id"),
        Index(None, "day", "account_id"),
        Index(None, "post_id", "parent_id", "published_ts"),
        Index(None, "import_id"),
    )


def _seen(name: str, keys: tuple[str, ...], *columns: Column) -> None:  # type: ignore[type-arg]
    identity = [_key(key, kind=_BIG) for key in keys]
    _table(name, *identity, _key("import_id", "import_batch.id"), *columns, Index(None, "import_id"), keyed=True)


def _what_imports_showed() -> None:
    _seen("observation", ("id",), *_maybe(_BIG, *_COUNTS), *_needed(Text, "missing"))
    _seen("comment_observation", ("post_id", "id"), *_maybe(_BIG, "likes"))
    _seen(
        "post_version",
        ("id",),
        Column("account_id", Integer, nullable=False),
        *_moment(),
        *_needed(Text, "type"),
        *_maybe(Text, "text", "permalink", "mentions", "views_definition"),
    )
    _seen(
        "comment_version",
        ("post_id", "id"),
        *_maybe(_BIG, "parent_id"),
        *_needed(Integer, "account_id", "is_own"),
        *_maybe(Text, "author"),
        *_moment(),
        *_maybe(Text, "text", "mentions"),
    )
    for owner in ("account", "site"):
        identity = ("day", f"{owner}_id", "metric")

        def keys(names: tuple[str, ...] = identity, owner: str = owner) -> list[Column]:  # type: ignore[type-arg]
            return [_key(names[0]), _key(names[1], f"{owner}.id"), _key(names[2], kind=Text)]

        _table(f"{owner}_day", *keys(), *_needed(_REAL, "value"), keyed=True)
        _table(
            f"{owner}_day_observation",
            *keys(),
            _key("import_id", "import_batch.id"),
            *_needed(_REAL, "value"),
            Index(None, "import_id"),
            keyed=True,
        )


def _rollups() -> None:
    whole = ["posts", "replies", "comments_in", "replies_out", "interactions", "interactions_n"]
    whole += [f"{name}{end}" for name in _COUNTS for end in ("", "_n")]
    whole += [f"{name}_posts" for name in _PARTS]
    whole += [f"er_{base}_{what}" for base in ("reach", "impressions") for what in ("interactions", "base", "n")]
    rates = [f"{name}_per_follower" for name in (*_PARTS, "interactions")]
    for period in ("day", "week", "month"):
        _table(
            f"rollup_{period}",
            _key(period),
            _key("account_id"),
            *_needed(_BIG, *whole, "per_follower_n"),
            *_needed(_REAL, *rates),
            keyed=True,
        )
    _table(
        "rollup_hour",
        _key("day"),
        _key("account_id"),
        *_needed(Integer, *(f"{side}{hour:02}" for side in "pc" for hour in range(24))),
        keyed=True,
    )
    _table(
        "rollup_post",
        _key("measure", kind=Text),
        _key("day"),
        _key("account_id"),
        _key("bucket"),
        *_needed(Integer, "n"),
        keyed=True,
    )


for _make in (_registers, _items, _what_imports_showed, _rollups):
    _make()


def upgrade() -> None:
    """Make every table."""
    _metadata.create_all(op.get_bind())
