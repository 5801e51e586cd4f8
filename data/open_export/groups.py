"""What platforms say about audiences in the open export, without groups of a few people."""

from sqlalchemy import and_, func, not_, select

from data.access import Access
from data.open_export.columns import OpenColumn, OpenTable
from data.queries import scope
from data.schema import audience
from metrics.audience_groups import PEOPLE
from metrics.disclosure import MINIMUM


def audience_table(access: Access) -> OpenTable:
    """Figures of groups, one row per figure; a group of fewer than five people is left out with all its figures."""
    other = audience.alias()
    few = (
        select(other.c.place)
        .where(
            other.c.account_id == audience.c.account_id,
            other.c.import_id == audience.c.import_id,
            other.c.line == audience.c.line,
            and_(other.c.metric.in_(sorted(PEOPLE)), other.c.value != 0, func.abs(other.c.value) < MINIMUM),
        )
        .exists()
    )
    return OpenTable(
        "audience",
        f"What platforms say about audiences, one row per figure; groups under {MINIMUM} people are left out.",
        (
            OpenColumn("account_id", audience.c.account_id, "integer", "The number in the table accounts."),
            OpenColumn("import_id", audience.c.import_id, "integer", "The number in the table imports."),
            OpenColumn("day", audience.c.day, "date", "The day of the figure.", missing="the file does not say"),
            OpenColumn("dimension", audience.c.dimension, "text", "What the audience is divided by: age, country, ..."),
            OpenColumn("label", audience.c.label, "text", "The group, as the platform names it."),
            OpenColumn("metric", audience.c.metric, "text", "Which figure: followers, views, share, ..."),
            OpenColumn("value", audience.c.value, "number", "Its value; a share is from 0 to 1."),
        ),
        select(audience.c.place).where(*scope.of_accounts(audience.c.account_id, access), not_(few)),
    )
