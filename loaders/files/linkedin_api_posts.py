"""LinkedIn API: posts of an organisation (`posts`) with the statistics of each (`organizationalEntityShareStatistics`).

An answer of each stands in one document: {"posts": answer, "statistics": [answers]}.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from loaders.files.building import linkedin_api
from loaders.files.building.columns import Columns
from loaders.files.building.documents import Object, at, mostly, objects, pages, text_at
from loaders.files.building.format import Format
from loaders.files.building.left_out import repost
from loaders.files.building.of_columns import posts_of
from loaders.files.building.post_types import post_types
from loaders.files.building.rows import Rows
from loaders.files.building.times import STAMPS
from loaders.files.building.times import parse as parse_times
from loaders.files.reading.headers import Aliases, Header, resolve
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_, Message

ALIASES: Aliases = {
    "post_id": ("urn",),
    "account": ("organization",),
    "date": ("publishedAt",),
    "text": ("commentary",),
    "state": ("lifecycleState",),
    "shared": ("reshareContext.parent",),
    "media": ("media",),
    **linkedin_api.STATISTICS,
}


def unfold(document: Any) -> Sequence[Object] | None:
    """A row for each post, with its statistics where LinkedIn gives them (for twelve months)."""
    answers = pages(document, "posts")
    posts = [post for answer in answers for post in objects(at(answer, "posts", "elements"))]
    if not mostly(posts, _is_post):
        return None
    told = [
        one for answer in answers for page in objects(answer.get("statistics")) for one in objects(at(page, "elements"))
    ]
    figures = {text_at(one, "share") or text_at(one, "ugcPost"): linkedin_api.statistics(one) for one in told}
    return [_row(post, figures) for post in posts]


def _is_post(post: Object) -> bool:
    return text_at(post, "id").startswith("urn:li:") and "commentary" in post


def _row(post: Object, figures: Mapping[str, Object]) -> Object:
    urn = text_at(post, "id")
    return {
        "urn": urn,
        "organization": linkedin_api.organization(text_at(post, "author")),
        "publishedAt": linkedin_api.moment(at(post, "publishedAt") or at(post, "createdAt")),
        "commentary": linkedin_api.plain(text_at(post, "commentary")),
        "lifecycleState": text_at(post, "lifecycleState"),
        "reshareContext.parent": text_at(post, "reshareContext", "parent"),
        "media": linkedin_api.media(post),
        **figures.get(urn, {}),
    }


def _sniff(header: Header) -> bool:
    return {"post_id", "date", "text", "state", "shared"} <= resolve(header, ALIASES).keys()


def parse(table: Table) -> Batch:
    """Posts of the organisation; what it passes on without a word of its own is somebody else's."""
    rows = Rows(table)
    columns = Columns(rows, ALIASES)
    post_id, dates, texts = columns.text("post_id"), columns.text("date"), columns.text("text", trimmed=False)
    unpublished = Message("not_published", N_("This post is not published (a draft, or withdrawn), so it is left out."))
    rows.reject(~columns.text("state").isin(("", "PUBLISHED")), columns.header("state"), unpublished)
    rows.reject((columns.text("shared") != "") & (texts == ""), columns.header("shared"), repost())
    return posts_of(
        rows,
        columns,
        FORMAT,
        account=columns.text("account"),
        post_id=post_id,
        times=parse_times(dates, STAMPS),
        text=texts,
        permalink="https://www.linkedin.com/feed/update/" + post_id,
        type=post_types(columns.text("media")),
        counts=columns.counts(linkedin_api.COUNTS),
        views_definition="impressions",
    )


FORMAT = Format(
    id="linkedin_api_posts",
    platform="linkedin",
    kind="posts",
    description=N_("LinkedIn API, posts of an organisation with their statistics (JSON)"),
    sniff=_sniff,
    parse=parse,
    unfold=unfold,
)
