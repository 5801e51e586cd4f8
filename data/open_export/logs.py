"""The logs that people keep, in the open export: without who wrote them, and without notes, which may name people."""

from sqlalchemy import func, select

from data.access import Access
from data.open_export.columns import DEMO, OpenColumn, OpenTable
from data.queries import scope
from data.schema import moderation, test_message

_ACCOUNT = "The account of the organisation."


def test_messages_table(access: Access) -> OpenTable:
    """Questions that staff asked as a test, and what came of them."""
    this = test_message.c
    return OpenTable(
        "test_messages",
        "Questions that staff asked as a test, and what came of them. Examples, not a sample.",
        (
            OpenColumn("account_id", this.account_id, "integer", _ACCOUNT),
            OpenColumn("asked_at", this.asked_ts, "datetime", "When it was asked.", "UTC"),
            OpenColumn("question", this.question, "text", "What was asked."),
            OpenColumn("outcome", this.outcome, "text", "answered, partly, picked_up (no answer) or none."),
            OpenColumn("answered_at", this.answered_ts, "datetime", "When the answer came.", "UTC", "no answer"),
            OpenColumn("is_demo", this.is_demo, "boolean", DEMO),
        ),
        select(this.id).where(*scope.of_accounts(this.account_id, access)),
    )


def moderation_table(access: Access) -> OpenTable:
    """Removals of comments: counts and reasons."""
    this = moderation.c
    return OpenTable(
        "moderation",
        "Comments that were hidden or deleted: counts with their reason, never the comment.",
        (
            OpenColumn("account_id", this.account_id, "integer", _ACCOUNT),
            OpenColumn("day", this.day, "date", "The day."),
            OpenColumn("action", this.action, "text", "hidden or deleted."),
            OpenColumn("reason", func.nullif(this.reason, ""), "text", "Why.", missing="no reason was given"),
            OpenColumn("rule", this.rule, "text", "The house rule that was cited.", missing="none was cited"),
            OpenColumn("n", this.n, "integer", "How many comments.", "count"),
            OpenColumn("appealed", this.appealed, "integer", "How many people objected.", "count"),
            OpenColumn("reversed", this.reversed, "integer", "How many comments were put back.", "count"),
            OpenColumn(
                "source", func.nullif(this.source, ""), "file_name", "The file it came from.", missing="written by hand"
            ),
            OpenColumn("is_demo", this.is_demo, "boolean", DEMO),
        ),
        select(this.id).where(*scope.of_accounts(this.account_id, access)),
    )
