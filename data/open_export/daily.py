"""Figures by day in the open export."""

from sqlalchemy import ColumnElement, Table, case, exists, select

from data.access import Access
from data.open_export.columns import DEMO, OpenColumn, OpenTable
from data.queries import scope
from data.schema import account_day, account_day_observation, import_batch, site_day, site_day_observation

_METRIC = (
    "Which figure: followers, visitors, page_views, ...; campaign_visits/NAME counts visits that came with the links "
    "of one campaign, and is a part of visits."
)


def account_days_table(access: Access) -> OpenTable:
    """Followers, visits and the like, one row per account, day and figure."""
    scoped = scope.of_accounts(account_day.c.account_id, access)
    return _days("account_days", "account", "account", account_day, account_day_observation, scoped)


def site_days_table(access: Access) -> OpenTable:
    """Visitors, page views and the like, one row per website, day and figure."""
    scoped = scope.of_sites(site_day.c.site_id, access)
    return _days("site_days", "site", "website", site_day, site_day_observation, scoped)


def _days(name: str, owner: str, word: str, values: Table, said: Table, scoped: list[ColumnElement[bool]]) -> OpenTable:
    key = f"{owner}_id"
    made_up = exists().where(
        said.c.day == values.c.day,
        said.c[key] == values.c[key],
        said.c.metric == values.c.metric,
        import_batch.c.id == said.c.import_id,
        import_batch.c.is_demo == 1,
    )
    return OpenTable(
        name,
        f"Figures of each {word} by day, one row per figure.",
        (
            OpenColumn(key, values.c[key], "integer", f"The number in the table {owner}s."),
            OpenColumn("day", values.c.day, "date", "The day."),
            OpenColumn("metric", values.c.metric, "text", _METRIC),
            OpenColumn("value", values.c.value, "number", "Its value.", "count"),
            OpenColumn("is_demo", case((made_up, 1), else_=0), "boolean", DEMO),
        ),
        select(values.c.day).where(*scoped),
    )
