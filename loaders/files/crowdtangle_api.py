"""CrowdTangle's API (closed in August 2024): posts as JSON, or as scripts wrote them to CSV.

Such CSV files hold whole objects in a cell, as Python writes them: `{'actual': {'likeCount': 4, ...}, ...}`.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from loaders.files.building.columns import Columns
from loaders.files.building.counts import Counts, counts, total
from loaders.files.building.format import Format
from loaders.files.building.links import ids
from loaders.files.building.networks import by_column, platform_clue
from loaders.files.building.of_columns import posts_of
from loaders.files.building.patterns import group
from loaders.files.building.post_types import post_types
from loaders.files.building.rows import Rows
from loaders.files.building.times import ISO
from loaders.files.building.times import parse as parse_times
from loaders.files.reading.headers import Aliases, Header, resolve
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_

ALIASES: Aliases = {
    "platform_id": ("platformId",),
    "platform": ("platform",),
    "date": ("date",),
    "type": ("type",),
    "text": ("message", "description"),
    "permalink": ("postUrl",),
    "statistics": ("statistics",),
    "account_cell": ("account",),
    "account_handle": ("account.handle",),
    "account_name": ("account.name",),
    "actual_likes": ("statistics.actual.likeCount",),
}
REACTIONS = ("like", "love", "wow", "haha", "sad", "angry", "care", "thankful")


def _sniff(header: Header) -> bool:
    found = resolve(header, ALIASES).keys()
    return {"date", "permalink"} <= found and bool({"statistics", "actual_likes"} & found)


def unfold(document: Any) -> Sequence[Mapping[str, Any]] | None:
    """The posts in an answer of the API."""
    result = document.get("result") if isinstance(document, dict) else None
    posts = result.get("posts") if isinstance(result, dict) else None
    if not isinstance(posts, list):
        return None
    return [post for post in posts if isinstance(post, dict) and "postUrl" in post]


def arrange(tables: Sequence[Table]) -> Iterable[Table]:
    """Facebook and Instagram apart."""
    return by_column(tables, ALIASES["platform"])


def parse(table: Table) -> Batch:
    """Posts of pages and accounts; times are UTC."""
    rows = Rows(table)
    columns = Columns(rows, ALIASES)
    links, dates = columns.text("permalink"), columns.text("date")
    platform = platform_clue(table)
    return posts_of(
        rows,
        columns,
        FORMAT,
        platform=platform,
        account=_account(columns),
        post_id=ids(platform, links),
        times=parse_times(dates, ISO),
        type=post_types(columns.text("type")),
        counts=_counts(table, columns),
    )


def _account(columns: Columns) -> "pd.Series[str]":
    """The handle, else the name; inside a cell the first of each belongs to the account."""
    cell = columns.text("account_cell")
    candidates = (
        columns.text("account_handle"),
        group(cell, r"""['"]handle['"]:\s*['"](?P<value>[^'"]+)['"]"""),
        columns.text("account_name"),
        group(cell, r"""['"]name['"]:\s*['"](?P<value>[^'"]+)['"]"""),
    )
    found = candidates[0]
    for other in candidates[1:]:
        found = found.mask(found == "", other).astype("str")
    return found


def _counts(table: Table, columns: Columns) -> dict[str, Counts]:
    """What each post had when it was asked for ("actual"), never what was expected of it."""
    cell = columns.text("statistics")

    def of(name: str) -> "pd.Series[str]":
        places = table.places({"own": (f"statistics.actual.{name}Count",)}).get("own")
        if places:
            return table.text(places[0])
        return group(cell, rf"""['"]actual['"]:\s*\{{[^}}]*['"]{name}Count['"]:\s*(?P<value>\d+)""")

    found = {name: of(name) for name in (*REACTIONS, "comment", "share")}
    reactions = [counts(found[name]) for name in REACTIONS if (found[name] != "").any()]
    return {
        "comments": counts(found["comment"]),
        "shares": counts(found["share"]),
        **({"likes": total(reactions)} if reactions else {}),
    }


FORMAT = Format(
    id="crowdtangle_api",
    platform="facebook",
    kind="posts",
    description=N_("CrowdTangle, posts from its API (JSON or CSV, until 2024)"),
    sniff=_sniff,
    parse=parse,
    unfold=unfold,
    arrange=arrange,
)
