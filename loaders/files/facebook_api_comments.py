"""Facebook's Graph API: posts with what is written under them (JSON)."""

from collections.abc import Iterator, Sequence
from typing import Any

from loaders.files.building.columns import Columns
from loaders.files.building.documents import Object, mostly, text_at
from loaders.files.building.facebook import account, post_ids
from loaders.files.building.format import Format
from loaders.files.building.graph import figures_at, messages, with_comments
from loaders.files.building.of_columns import comments_of
from loaders.files.building.rows import Rows
from loaders.files.building.times import STAMPS
from loaders.files.building.times import parse as parse_times
from loaders.files.reading.headers import Aliases, Header
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_

_MARK = "facebook_comment"
_NAMES = ("id", "post", "parent", "author", "date", "text", "likes")
ALIASES: Aliases = {name: (f"{_MARK}.{name}",) for name in _NAMES}


def unfold(document: Any) -> Sequence[Object] | None:
    """A row for each comment under one or more posts; None for a document of another kind."""
    found = [(post, one, above) for post in with_comments(document) for one, above in messages(post, "comments")]
    if not mostly([one for _, one, _ in found], lambda one: "created_time" in one):
        return None
    return [{_MARK: dict(_row(post, one, above))} for post, one, above in found]


def _row(post: Object, one: Object, above: str) -> Iterator[tuple[str, str]]:
    yield "post", text_at(post, "id")
    yield "id", text_at(one, "id")
    yield "parent", text_at(one, "parent", "id") or above
    yield "author", text_at(one, "from", "id")  # absent where the token may not see who wrote it
    yield "date", text_at(one, "created_time")
    yield "text", text_at(one, "message")
    yield from figures_at(one, likes="like_count").items()


def _sniff(header: Header) -> bool:
    return f"{_MARK}.id" in header


def parse(table: Table) -> Batch:
    """Comments of citizens and the Page's own among them."""
    rows = Rows(table)
    columns = Columns(rows, ALIASES)
    posts = columns.text("post")
    return comments_of(
        rows,
        columns,
        FORMAT,
        account=account(rows, posts),
        post_id=post_ids(posts),
        comment_id=columns.text("id"),
        parent_id=columns.text("parent"),
        author=columns.text("author"),
        times=parse_times(columns.text("date"), STAMPS),
        id_name="id",
    )


FORMAT = Format(
    id="facebook_api_comments",
    platform="facebook",
    kind="comments",
    description=N_("Facebook Graph API, comments under posts (JSON)"),
    sniff=_sniff,
    parse=parse,
    unfold=unfold,
)
