"""What the organisation promises and asks of itself in the open export: versions, without who wrote them."""

from sqlalchemy import Table, case, func, select

from data.access import Access
from data.open_export.columns import DEMO, OpenColumn, OpenTable
from data.queries import scope
from data.schema import guideline, norm


def norms_table(access: Access) -> OpenTable:
    """How soon an answer should come, for whom and from which day on."""
    this = norm.c
    return OpenTable(
        "norms",
        "How soon an answer should come: versions, each from a day on.",
        (
            *_whose(norm),
            OpenColumn("unit", this.unit, "text", "What is counted: hours, working_hours or working_days."),
            OpenColumn("amount", this.amount, "number", "How many of them there are for an answer."),
            OpenColumn(
                "target", this.target, "number", "The promised share of questions, from 0 to 1.", missing="no share"
            ),
            OpenColumn(
                "opening_hours", this.opening_hours, "text", "JSON: weekday, 0 for Monday, and from when to when."
            ),
            OpenColumn("time_zone", this.time_zone, "text", "The time zone of the opening hours."),
            OpenColumn(
                "holidays",
                func.nullif(this.holidays, ""),
                "text",
                "Whose public holidays are closed days.",
                missing="none",
            ),
            OpenColumn("source", func.nullif(this.source, ""), "text", "Where it is written.", missing="not said"),
            OpenColumn("source_date", this.source_date, "text", "The day of that.", "date", missing="not said"),
            OpenColumn("is_demo", this.is_demo, "boolean", DEMO),
        ),
        select(this.id).where(*scope.of_versions(norm, access)),
    )


def guidelines_table(access: Access) -> OpenTable:
    """The guidelines for social media, as data."""
    this = guideline.c
    return OpenTable(
        "guidelines",
        "The guidelines for social media: versions, each from a day on.",
        (
            *_whose(guideline),
            OpenColumn("content", this.content, "text", "JSON: title, text by element, rules with their values."),
            OpenColumn("is_demo", this.is_demo, "boolean", DEMO),
        ),
        select(this.id).where(*scope.of_versions(guideline, access)),
    )


def _whose(table: Table) -> tuple[OpenColumn, ...]:
    """Which accounts a version is about, and from when on."""
    this = table.c
    whose = case((this.account_id.is_not(None), "account"), (this.department_id.is_not(None), "department"))
    return (
        OpenColumn("scope", func.coalesce(whose, "organisation"), "text", "organisation, department or account."),
        OpenColumn("department_id", this.department_id, "integer", "The department.", missing="not of one department"),
        OpenColumn("account_id", this.account_id, "integer", "The account.", missing="not of one account"),
        OpenColumn("valid_from", this.valid_from, "date", "The first day that it holds."),
    )
