"""X API v2: users with their followers at that moment (JSON as answered, or as flat CSV)."""

from collections.abc import Sequence
from typing import Any

from loaders.files.building.columns import Columns
from loaders.files.building.documents import Object, at, given, mostly, objects, pages, text_at
from loaders.files.building.format import Format
from loaders.files.building.profiles import profile_batch
from loaders.files.building.rows import Rows
from loaders.files.reading.headers import Aliases, Header, resolve
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_

ALIASES: Aliases = {
    "account": ("username",),
    "followers": ("public_metrics.followers_count",),
    "following": ("public_metrics.following_count",),
}
_COUNTS = tuple(path for name in ("followers", "following") for path in ALIASES[name])


def unfold(document: Any) -> Sequence[Object] | None:
    """A row for each user in the answers; one user, or a list of them."""
    users = [user for answer in pages(document, "data") for user in _users(answer["data"])]
    if not mostly(users, lambda user: at(user, "public_metrics", "followers_count") is not None):
        return None
    return [{"username": text_at(user, "username"), **given(user, *_COUNTS)} for user in users]


def _users(data: Any) -> list[Object]:
    return [data] if isinstance(data, dict) else objects(data)


def _sniff(header: Header) -> bool:
    return {"account", "followers"} <= resolve(header, ALIASES).keys()


def parse(table: Table) -> Batch:
    """Followers of the day."""
    rows = Rows(table)
    columns = Columns(rows, ALIASES)
    return profile_batch(rows, columns, FORMAT, columns.text("account"))


FORMAT = Format(
    id="x_user",
    platform="x",
    kind="account_days",
    description=N_("X API v2, users with their followers (JSON)"),
    sniff=_sniff,
    parse=parse,
    unfold=unfold,
)
