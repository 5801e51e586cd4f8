"""The registers and the list of imports in the open export."""

from sqlalchemy import select

from data.access import Access
from data.open_export.columns import DEMO, OpenColumn, OpenTable
from data.queries import scope
from data.schema import account, department, import_batch, site
from metrics.claims.objectives import OBJECTIVES


def departments_table(access: Access) -> OpenTable:
    """The departments."""
    allowed = access.narrow(None)
    rows = select(department.c.id)
    return OpenTable(
        "departments",
        "The departments of the organisation.",
        (
            OpenColumn("department_id", department.c.id, "integer", "The number of the department."),
            OpenColumn("name", department.c.name, "text", "Its name."),
            OpenColumn("is_demo", department.c.is_demo, "boolean", DEMO),
        ),
        rows if allowed is None else rows.where(department.c.id.in_(sorted(allowed))),
    )


def accounts_table(access: Access) -> OpenTable:
    """The accounts."""
    return OpenTable(
        "accounts",
        "The social media accounts of the organisation.",
        (
            OpenColumn("account_id", account.c.id, "integer", "The number of the account."),
            OpenColumn("department_id", account.c.department_id, "integer", "The department that it belongs to."),
            OpenColumn("platform", account.c.platform, "text", "The platform that it is on."),
            OpenColumn("handle", account.c.handle, "text", "Its name on the platform."),
            OpenColumn("name", account.c.name, "text", "Its name for readers."),
            OpenColumn("owner_role", account.c.owner_role, "text", "The role that looks after it.", missing="not set"),
            OpenColumn("purpose", account.c.purpose, "text", "What it is for.", missing="not set"),
            OpenColumn("objective", account.c.objective, "text", f"One of {', '.join(OBJECTIVES)}.", missing="not set"),
            OpenColumn("status", account.c.status, "text", "active, dormant or closed."),
            OpenColumn(
                "review_date", account.c.review_date, "text", "When it is looked at again.", "date", missing="not set"
            ),
            OpenColumn("is_demo", account.c.is_demo, "boolean", DEMO),
        ),
        select(account.c.id).where(*scope.of_accounts(account.c.id, access)),
    )


def sites_table(access: Access) -> OpenTable:
    """The websites."""
    return OpenTable(
        "sites",
        "The websites of the organisation.",
        (
            OpenColumn("site_id", site.c.id, "integer", "The number of the website."),
            OpenColumn("department_id", site.c.department_id, "integer", "The department that it belongs to."),
            OpenColumn("host", site.c.host, "text", "Its address."),
            OpenColumn("is_demo", site.c.is_demo, "boolean", DEMO),
        ),
        select(site.c.id).where(*scope.of_sites(site.c.id, access)),
    )


def imports_table(access: Access) -> OpenTable:
    """The imports, without who did them and without their reports, which quote cells of files."""
    access.require("read")
    this = import_batch.c
    return OpenTable(
        "imports",
        "The files that the figures come from.",
        (
            OpenColumn("import_id", this.id, "integer", "The number of the import."),
            OpenColumn("file_name", this.file_name, "file_name", "The file; a part of it stands after “!”."),
            OpenColumn("format", this.format, "text", "What kind of export it is.", missing="by a column mapping"),
            OpenColumn("platform", this.platform, "text", "The platform that it is of."),
            OpenColumn("kind", this.kind, "text", "What its rows are: posts, comments, account_days, site_days."),
            OpenColumn("imported_at", this.imported_ts, "datetime", "When it was loaded.", "UTC"),
            OpenColumn("observed_at", this.observed_ts, "datetime", "When its figures were true.", "UTC"),
            OpenColumn("covered_until", this.covered_until, "date", "The last day that it says anything about."),
            OpenColumn("status", this.status, "text", "done or undone."),
            OpenColumn("inserted", this.inserted, "integer", "New rows.", "rows"),
            OpenColumn("updated", this.updated, "integer", "Rows with newer figures.", "rows"),
            OpenColumn("unchanged", this.unchanged, "integer", "Rows that were there already.", "rows"),
            OpenColumn("is_demo", this.is_demo, "boolean", DEMO),
        ),
        select(import_batch.c.id),
    )
