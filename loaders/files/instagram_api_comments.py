"""Instagram's Graph API: posts with what is written under them (JSON)."""

from collections.abc import Iterator, Sequence
from typing import Any

from loaders.files.building.columns import Columns
from loaders.files.building.comments import written_by_account
from loaders.files.building.documents import Object, mostly, text_at
from loaders.files.building.format import Format
from loaders.files.building.graph import figures_at, messages, with_comments
from loaders.files.building.instagram import account, names_own
from loaders.files.building.of_columns import comments_of
from loaders.files.building.rows import Rows
from loaders.files.building.times import STAMPS
from loaders.files.building.times import parse as parse_times
from loaders.files.reading.headers import Aliases, Header
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_

_MARK = "instagram_comment"
_NAMES = ("id", "post", "account", "parent", "author", "date", "text", "likes")
ALIASES: Aliases = {name: (f"{_MARK}.{name}",) for name in _NAMES}


def unfold(document: Any) -> Sequence[Object] | None:
    """A row for each comment under one or more posts; None for a document of another kind."""
    found = [(post, one, above) for post in with_comments(document) for one, above in messages(post, "replies")]
    if not mostly([one for _, one, _ in found], lambda one: "timestamp" in one):
        return None
    return [{_MARK: dict(_row(post, one, above))} for post, one, above in found]


def _row(post: Object, one: Object, above: str) -> Iterator[tuple[str, str]]:
    yield "post", text_at(post, "id")
    yield "account", text_at(post, "username")
    yield "id", text_at(one, "id")
    yield "parent", text_at(one, "parent_id") or above
    yield "author", text_at(one, "username") or text_at(one, "from", "username")
    yield "date", text_at(one, "timestamp")
    yield "text", text_at(one, "text")
    yield from figures_at(one, likes="like_count").items()


def _sniff(header: Header) -> bool:
    return f"{_MARK}.id" in header


def parse(table: Table) -> Batch:
    """Comments of citizens, and the account's own among them: those that bear its name."""
    rows = Rows(table)
    columns = Columns(rows, ALIASES)
    author = columns.text("author")
    return comments_of(
        rows,
        columns,
        FORMAT,
        account=account(rows, columns.text("account")),
        post_id=columns.text("post"),
        comment_id=columns.text("id"),
        parent_id=columns.text("parent"),
        author=author,
        times=parse_times(columns.text("date"), STAMPS),
        is_own=written_by_account(author, names_own(rows, columns.text("account"))),
        id_name="id",
    )


FORMAT = Format(
    id="instagram_api_comments",
    platform="instagram",
    kind="comments",
    description=N_("Instagram Graph API, comments under posts (JSON)"),
    sniff=_sniff,
    parse=parse,
    unfold=unfold,
)
