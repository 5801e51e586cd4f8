"""Examples of good practice in the open export: those that departments share, and none that they keep to themselves."""

from sqlalchemy import select

from data.access import Access
from data.open_export.columns import DEMO, OpenColumn, OpenTable
from data.queries.practice import SHARED
from data.schema import post, practice, standout

_WITHIN = "newer figures put the post within what could be expected"


def examples_table(access: Access) -> OpenTable:
    """The shared examples; the leave of their departments counts for every reader."""
    access.require("read")
    this, range_ = practice.c, standout.c
    return OpenTable(
        "examples",
        "Own posts that got more than could be expected, shared by their departments with a lesson.",
        (
            OpenColumn("post_id", post.c.external_id, "text", "Number of the post on its platform."),
            OpenColumn("account_id", post.c.account_id, "integer", "The account that posted it."),
            OpenColumn("day", post.c.day, "date", "The day of the post."),
            OpenColumn("lesson", this.lesson, "text", "What others can take from it."),
            OpenColumn("interactions", range_.interactions, "integer", "Likes, comments, shares.", "count", _WITHIN),
            OpenColumn("expected", range_.expected, "number", "Of the middle such post.", "interactions", _WITHIN),
            OpenColumn("low", range_.low, "number", "95 of 100 such posts get at least this.", "interactions", _WITHIN),
            OpenColumn("high", range_.high, "number", "And at most this.", "interactions", _WITHIN),
            OpenColumn("shared_at", this.made_ts, "datetime", "When it was shared.", "UTC"),
            OpenColumn("is_demo", this.is_demo, "boolean", DEMO),
        ),
        select(this.post_id)
        .join(post, post.c.id == this.post_id)
        .outerjoin(standout, range_.post_id == this.post_id)
        .where(this.status == SHARED),
    )
