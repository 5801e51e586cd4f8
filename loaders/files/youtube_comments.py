"""Comments under YouTube videos: answers of the Data API (JSON), and tables that tools make of them (CSV)."""

from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd

from loaders.files.building.columns import Columns
from loaders.files.building.comments import Comments, comments_batch
from loaders.files.building.format import Format
from loaders.files.building.markup import plain_texts
from loaders.files.building.patterns import group
from loaders.files.building.resaved import parse_resaved
from loaders.files.building.rows import Rows
from loaders.files.building.times import STAMPS
from loaders.files.building.youtube_api import Item, items, part
from loaders.files.reading.headers import Aliases, Header, resolve
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_


def _of_api(name: str, *others: str) -> tuple[str, ...]:
    """The spellings of one field of the API: alone, in a comment, and in a thread laid flat."""
    return (*others, name, f"snippet.{name}", f"snippet.topLevelComment.snippet.{name}")


ALIASES: Aliases = {
    "comment_id": ("Comment_ID", "commentId", "Comment ID", "snippet.topLevelComment.id", "id"),
    "parent_id": _of_api("parentId", "Parent_ID", "Parent ID"),
    "post_id": _of_api("videoId", "VidId", "Video_ID", "Video ID"),
    "text": _of_api("textOriginal", "Comments", "Comment", "Text"),
    "html": _of_api("textDisplay"),
    "author": _of_api("authorDisplayName", "user_ID", "Author"),
    "author_id": _of_api("authorChannelId.value"),
    "channel": _of_api("channelId"),
    "likes": _of_api("likeCount", "Like_Count", "Like count", "Likes"),
    "date": _of_api("publishedAt", "Date", "Published_At"),
}


def _sniff(header: Header) -> bool:
    found = resolve(header, ALIASES).keys()
    return {"comment_id", "post_id", "date", "author"} <= found and bool({"text", "html"} & found)


def _unfold(document: Any) -> Sequence[Item] | None:
    found = [one for item in items(document) for one in _comments_of(item)]
    return found or None


def _comments_of(item: Item) -> Iterator[Item]:
    """The comment that opens a thread and the replies to it; or the one comment that an item is."""
    snippet = part(item, "snippet")
    first = part(snippet, "topLevelComment")
    if not first:
        if "textDisplay" in snippet or "textOriginal" in snippet:
            yield item
        return
    shared = {name: snippet[name] for name in ("videoId", "channelId") if name in snippet}
    yield {"id": first.get("id"), "snippet": {**shared, **part(first, "snippet"), "parentId": None}}
    replies = part(item, "replies").get("comments")
    for reply in replies if isinstance(replies, list) else []:
        if isinstance(reply, dict):
            answers = {"parentId": first.get("id"), **shared}
            yield {"id": reply.get("id"), "snippet": {**answers, **part(reply, "snippet")}}


def parse(table: Table) -> Batch:
    """What people write under the channel's videos, and the channel's own answers among it."""
    rows = Rows(table)
    columns = Columns(rows, ALIASES)
    comment_id, dates = columns.text("comment_id"), columns.text("date")
    parent, channel = columns.text("parent_id"), columns.text("channel")
    texts = columns.text("text", trimmed=False)
    author_id = columns.text("author_id")
    return comments_batch(
        rows,
        FORMAT.id,
        FORMAT.platform,
        Comments(
            account=channel,
            post_id=columns.text("post_id"),
            comment_id=comment_id,
            parent_id=parent.mask(parent == "", group(comment_id, r"^(?P<parent>[^.]+)\.")).astype("str"),
            author=_authors(columns.text("author"), author_id),
            times=parse_resaved(dates, STAMPS),
            text=texts.mask(texts == "", plain_texts(columns.text("html", trimmed=False))).astype("str"),
            id_column=columns.header("comment_id"),
            date_column=columns.header("date"),
            dates=dates,
            likes=columns.counts(("likes",)).get("likes"),
            is_own=(author_id != "") & (author_id == channel),
        ),
    )


def _authors(names: "pd.Series[str]", ids: "pd.Series[str]") -> "pd.Series[str]":
    """Handles; of those who have only a display name, which others may share, the channel's id."""
    return names.mask(~names.str.startswith("@") & (ids != ""), ids).astype("str")


FORMAT = Format(
    id="youtube_comments",
    platform="youtube",
    kind="comments",
    description=N_("YouTube comments, from the Data API (JSON) or a tool that uses it (CSV)"),
    sniff=_sniff,
    parse=parse,
    unfold=_unfold,
)
