"""The self-assessment: declared values, questionnaires, assessments with their answers, benchmarks and actions."""

from alembic import op
from sqlalchemy import BigInteger, Column, ForeignKey, Integer, PrimaryKeyConstraint, Text, UniqueConstraint
from sqlalchemy.schema import SchemaItem

revision = "0005"
down_revision = "0004"

_BIG = BigInteger().with_variant(Integer, "sqlite")
_TABLES = (
    "agreed_platform",
    "partner",
    "stakeholder",
    "questionnaire",
    "assessment",
    "respondent",
    "answer",
    "answer_change",
    "benchmark",
    "action",
    "action_change",
)


def upgrade() -> None:
    """Add the tables and the column."""
    op.add_column("account", Column("objective", Text))
    _declared()
    _assessments()
    _answers()
    _actions()


def downgrade() -> None:
    """Take them away."""
    for table in reversed(_TABLES):
        op.drop_table(table)
    op.drop_column("account", "objective")  # in place: a copied table would lose what refers to it


def _table(name: str, *parts: SchemaItem, keyed: bool = False) -> None:
    op.create_table(name, *parts, sqlite_strict=True, sqlite_with_rowid=not keyed)


def _index(table: str, *columns: str) -> None:
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns))


def _id() -> list[SchemaItem]:
    return [Column("id", Integer, nullable=False), PrimaryKeyConstraint("id")]


def _texts(*names: str, nullable: bool = False) -> list[Column[str]]:
    return [Column(name, Text, nullable=nullable) for name in names]


def _department(name: str = "department_id") -> Column[int]:
    return Column(name, Integer, ForeignKey("department.id"))


def _demo() -> Column[int]:
    return Column("is_demo", Integer, nullable=False, server_default="0")


def _made() -> list[SchemaItem]:
    return [Column("who", Text, nullable=False), Column("made_ts", _BIG, nullable=False)]


def _declared() -> None:
    _table("agreed_platform", *_texts("platform", "reason"), _demo(), PrimaryKeyConstraint("platform"))
    _table(
        "partner",
        Column("department_id", Integer, ForeignKey("department.id"), nullable=False),
        Column("partner_id", Integer, ForeignKey("department.id"), nullable=False),
        Column("times_a_quarter", Integer, nullable=False),
        _demo(),
        PrimaryKeyConstraint("department_id", "partner_id"),
    )
    _table("stakeholder", *_id(), *_texts("name", "names", "field"), _demo(), UniqueConstraint("name"))


def _assessments() -> None:
    _table("questionnaire", *_id(), *_texts("version", "hash", "content"), UniqueConstraint("hash"))
    _table(
        "assessment",
        *_id(),
        *_texts("name"),
        Column("questionnaire_id", Integer, ForeignKey("questionnaire.id"), nullable=False),
        Column("day", Integer, nullable=False),
        Column("target", Integer, nullable=False),
        *_texts("weights", "status"),
        *_made(),
        _demo(),
    )
    _table("benchmark", *_id(), *_texts("name", "kind", "version", "content", "consent"), *_made(), _demo())


def _answers() -> None:
    _table(
        "respondent",
        *_id(),
        Column("assessment_id", Integer, ForeignKey("assessment.id"), nullable=False),
        _department(),
        *_texts("role"),
        Column("made_ts", _BIG, nullable=False),
    )
    _index("respondent", "assessment_id")
    _index("respondent", "department_id")
    _table(
        "answer",
        Column("respondent_id", Integer, ForeignKey("respondent.id"), nullable=False),
        *_texts("question", "state"),
        Column("level", Integer),
        *_texts("note"),
        *_texts("confidence", nullable=True),
        *_texts("evidence"),
        Column("revision", Integer, nullable=False),
        Column("saved_ts", _BIG, nullable=False),
        PrimaryKeyConstraint("respondent_id", "question"),
        keyed=True,
    )
    _table(
        "answer_change",
        *_id(),
        Column("respondent_id", Integer, ForeignKey("respondent.id"), nullable=False),
        *_texts("question", "field"),
        *_texts("old", "new", nullable=True),
        Column("revision", Integer, nullable=False),
        Column("set_aside", Integer, nullable=False),
        *_made(),
    )
    _index("answer_change", "respondent_id", "question")


def _actions() -> None:
    _table(
        "action",
        *_id(),
        Column("assessment_id", Integer, ForeignKey("assessment.id")),
        *_texts("question", "reason", "title"),
        _department(),
        *_texts("owner_role", "status"),
        Column("due_day", Integer),
        *_texts("metric", "direction", nullable=True),
        _department("control_id"),
        Column("start_day", Integer),
        *_texts("expectation"),
        Column("registered_ts", _BIG),
        *_made(),
        _demo(),
    )
    _index("action", "assessment_id")
    _index("action", "department_id")
    _table(
        "action_change",
        *_id(),
        Column("action_id", Integer, ForeignKey("action.id"), nullable=False),
        *_texts("field"),
        *_texts("old", "new", nullable=True),
        *_made(),
    )
    _index("action_change", "action_id")
