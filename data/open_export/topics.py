"""The list of topics in the open export: what they are called and known by, and no text of a citizen."""

from sqlalchemy import select

from data.access import Access
from data.open_export.columns import OpenColumn, OpenTable
from data.schema import topic


def topics_table(access: Access) -> OpenTable:
    """The topics."""
    access.require("read")
    this = topic.c
    by_language = "JSON, by language"
    return OpenTable(
        "topics",
        "What messages of citizens are about: the list that ships, topics that were found, and own ones.",
        (
            OpenColumn("topic_id", this.id, "integer", "The number of the topic."),
            OpenColumn("code", this.code, "text", "Its code in the list that ships.", missing="not of that list"),
            OpenColumn("origin", this.origin, "text", "list, found (in the messages) or own."),
            OpenColumn(
                "name",
                this.name,
                "text",
                "What it is called here: one name, or JSON by language.",
                missing="as the list calls it, or its typical words",
            ),
            OpenColumn("words", this.words, "text", "The words by which its messages are known.", by_language),
            OpenColumn("excluded", this.excluded, "text", "Words that rule it out.", by_language),
            OpenColumn("typical", this.typical, "text", "Words that at least five of its messages use.", by_language),
            OpenColumn("department_id", this.owner_id, "integer", "The department that it belongs to.", missing="none"),
            OpenColumn("pinned", this.pinned, "boolean", "Whether it stays on top."),
            OpenColumn("status", this.status, "text", "active or off."),
            OpenColumn("merged_into", this.merged_into, "integer", "The topic that it counts as.", missing="itself"),
            OpenColumn(
                "stability",
                this.stability,
                "number",
                "From 0 to 1: how alike it is found again.",
                missing="not of a fit",
            ),
        ),
        select(this.id),
    )
