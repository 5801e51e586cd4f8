"""Tags in the open export: campaigns and other groups of own posts, and which posts belong to them."""

from sqlalchemy import select

from data.access import Access
from data.open_export.columns import DEMO, OpenColumn, OpenTable
from data.queries import scope
from data.schema import post, post_tag, tag


def tags_table(access: Access) -> OpenTable:
    """The tags, with what was expected of them."""
    this = tag.c
    return OpenTable(
        "tags",
        "Campaigns, paid posts and other groups of own posts.",
        (
            OpenColumn("tag_id", this.id, "integer", "The number of the tag."),
            OpenColumn("name", this.name, "text", "What it is called."),
            OpenColumn("kind", this.kind, "text", "campaign, paid or other."),
            OpenColumn("department_id", this.department_id, "integer", "Whose it is.", missing="the organisation"),
            OpenColumn("rules", this.rules, "text", "Which posts belong to it; all parts must hold.", "JSON"),
            OpenColumn("utm_campaign", this.utm_campaign, "text", "The name in its links.", missing="none"),
            OpenColumn("first_day", this.first_day, "date", "The first day of a campaign.", missing="not filled in"),
            OpenColumn("last_day", this.last_day, "date", "Its last day.", missing="not filled in"),
            OpenColumn(
                "measure",
                this.measure,
                "text",
                "What it should bring: visits, interactions, reach or comments.",
                missing="nothing expected",
            ),
            OpenColumn("expected", this.expected, "number", "At least how much of it.", missing="nothing expected"),
            OpenColumn("expectation", this.expectation, "text", "Why, in words."),
            OpenColumn(
                "registered_at",
                this.registered_ts,
                "datetime",
                "Since when the expectation is locked.",
                missing="not registered",
            ),
            OpenColumn("made_at", this.made_ts, "datetime", "When it was added."),
            OpenColumn("is_demo", this.is_demo, "boolean", DEMO),
        ),
        select(this.id).where(*scope.of_tags(this.id, access)),
    )


def post_tags_table(access: Access) -> OpenTable:
    """Which posts belong to which tags."""
    this = post_tag.c
    return OpenTable(
        "post_tags",
        "Which posts belong to which tags, a row for each pair.",
        (
            OpenColumn("tag_id", this.tag_id, "integer", "The number in the table tags."),
            OpenColumn("account_id", post.c.account_id, "integer", "The account of the post."),
            OpenColumn("post_id", post.c.external_id, "text", "The number of the post there, as in the table posts."),
            OpenColumn("how", this.how, "text", "rule, hand, or not: taken out by hand."),
            OpenColumn(
                "was",
                this.was,
                "text",
                "in or out: before somebody changed that after the expectation was registered.",
                missing="not changed since",
            ),
        ),
        select(this.tag_id)
        .join(post, post.c.id == this.post_id)
        .where(*scope.of_tags(this.tag_id, access), *scope.of_accounts(post.c.account_id, access)),
    )
