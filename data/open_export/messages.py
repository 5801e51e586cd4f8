"""Posts and comments in the open export.

Comments, and own replies among the posts, stand in conversations with people. So they have no number, link, author
or mention that leads there, their time is rounded to the hour, and their texts are left out unless asked for.
"""

from typing import Any

from sqlalchemy import ColumnElement, and_, case, literal, null, select

from data.access import Access
from data.open_export.columns import DEMO, OpenColumn, OpenTable
from data.queries import scope
from data.schema import account, comment, import_batch, post
from metrics.measures import COUNTS, MISSING

_HOUR = 3600
_TEXTS_OUT = "left out, because the message is part of a conversation with a citizen"
_NOT_GIVEN = "not known; the column “missing” says why"
_NO_PICTURES = "not known: the file that it came with does not tell"
_COUNT_MEANINGS = {
    "impressions": "How often it was shown (views or impressions, as the platform counts them).",
    "reach": "How many different people saw it.",
    "likes": "Likes and other reactions.",
    "comments": "Comments.",
    "shares": "Shares, reposts, retweets.",
    "clicks": "Clicks.",
    "saves": "How often it was saved.",
    "video_views": "How often its video was played.",
    "followers_gained": "Followers that came through it.",
}


def posts_table(access: Access, texts: bool) -> OpenTable:
    """Posts, and own replies that came with them."""
    this = post.c
    reply = this.type == "reply"
    exact_day = this.precision == "day"
    letters = ", ".join(f"{letter} {word}" for letter, word in MISSING.items())
    order = ", ".join(COUNTS)
    return OpenTable(
        "posts",
        "The posts of the organisation, and its own replies that came with them.",
        (
            *_owner(this.account_id),
            OpenColumn("post_id", _unless(reply, this.external_id), "text", "Its number there.", missing=_TEXTS_OUT),
            OpenColumn(
                "published_at",
                case((exact_day, this.published_ts), (reply, _hour(this.published_ts)), else_=this.published_ts),
                "datetime",
                "When it was published; midnight where only the day is known.",
                "UTC",
            ),
            OpenColumn(
                "precision",
                case((exact_day, "day"), (reply, "hour"), else_="minute"),
                "text",
                "How exactly that is known or told: minute, hour or day.",
            ),
            OpenColumn("day", this.day, "date", "The day in the organisation's time zone."),
            OpenColumn("type", this.type, "text", "post, image, video, link, ...; reply for an answer to somebody."),
            OpenColumn(
                "text",
                this.text if texts else _unless(reply, this.text),
                "text",
                "What it says.",
                missing="no text" if texts else f"no text, or {_TEXTS_OUT}",
            ),
            OpenColumn("permalink", _unless(reply, this.permalink), "text", "Its address.", missing=_TEXTS_OUT),
            *(
                OpenColumn(name, this[name], "integer", _COUNT_MEANINGS[name], "count", missing=_NOT_GIVEN)
                for name in COUNTS
            ),
            OpenColumn(
                "missing", this.missing, "text", f"A letter for each of {order}. The letters: {letters}.", missing=""
            ),
            OpenColumn(
                "views_definition",
                this.views_definition,
                "text",
                "What the platform called the impressions.",
                missing="not known",
            ),
            OpenColumn("images", this.images, "integer", "How many pictures it has.", "count", missing=_NO_PICTURES),
            OpenColumn(
                "described",
                this.described,
                "integer",
                "How many of its pictures have a description (alt text).",
                "count",
                missing=_NO_PICTURES,
            ),
            *_origin(this.import_id),
        ),
        select(this.id)
        .join(account, account.c.id == this.account_id)
        .join(import_batch, import_batch.c.id == this.import_id)
        .where(*scope.of_accounts(this.account_id, access)),
    )


def comments_table(access: Access, texts: bool) -> OpenTable:
    """Messages of citizens and the organisation's answers, one row each."""
    this = comment.c
    text = OpenColumn(
        "text", this.text, "text", "What it says; names, addresses and numbers of people are masked.", missing="no text"
    )
    return OpenTable(
        "comments",
        "Messages of citizens to the organisation, and its answers. Nobody can be told from another.",
        (
            *_owner(this.account_id),
            OpenColumn(
                "post_id",
                post.c.external_id,
                "text",
                "The post of the organisation that it stands under.",
                missing="under a message that is not a post in this export",
            ),
            OpenColumn("is_own", this.is_own, "boolean", "Whether the organisation wrote it."),
            OpenColumn(
                "answers_comment", this.parent_id.is_not(None), "boolean", "Whether it answers a comment, not the post."
            ),
            OpenColumn(
                "hour",
                case((this.precision == "day", this.published_ts), else_=_hour(this.published_ts)),
                "datetime",
                "When it was written, rounded down to the hour; midnight where only the day is known.",
                "UTC",
            ),
            OpenColumn("day", this.day, "date", "The day in the organisation's time zone."),
            *((text,) if texts else ()),
            OpenColumn("likes", this.likes, "integer", "Likes.", "count", missing="not known"),
            *_origin(this.import_id),
        ),
        select(this.id)
        .join(account, account.c.id == this.account_id)
        .join(import_batch, import_batch.c.id == this.import_id)
        .outerjoin(post, and_(post.c.id == this.post_id, post.c.type != "reply"))
        .where(*scope.of_accounts(this.account_id, access)),
    )


def _owner(account_id: ColumnElement[int]) -> tuple[OpenColumn, ...]:
    return (
        OpenColumn("account_id", account_id, "integer", "The account of the organisation."),
        OpenColumn("platform", account.c.platform, "text", "The platform."),
    )


def _origin(import_id: ColumnElement[int]) -> tuple[OpenColumn, ...]:
    return (
        OpenColumn("import_id", import_id, "integer", "The import that it first came with."),
        OpenColumn("is_demo", import_batch.c.is_demo, "boolean", DEMO),
    )


def _hour(seconds: ColumnElement[int]) -> ColumnElement[int]:
    return seconds - seconds % literal(_HOUR)


def _unless(hidden: ColumnElement[bool], value: ColumnElement[Any]) -> ColumnElement[Any]:
    return case((hidden, null()), else_=value)
