"""Facebook Page Insights, "Insights Data Export", post level and video posts (about 2012 to 2023)."""

from collections.abc import Iterable, Sequence

import numpy as np
import pandas as pd

from loaders.files.building.columns import Columns
from loaders.files.building.counts import Counts, total
from loaders.files.building.format import Format
from loaders.files.building.ids import whole_ids
from loaders.files.building.insights import STORIES, STORYTELLERS, described, joined, page_of_file
from loaders.files.building.meta import publish_times
from loaders.files.building.post_types import post_types
from loaders.files.building.posts import Posts, posts_batch
from loaders.files.building.rows import Rows
from loaders.files.building.times import PACIFIC, Times
from loaders.files.building.times import parse as parse_times
from loaders.files.reading.headers import Aliases, Header, normalise
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_, Message

_BY_ACTION = {"likes": "like", "comments": "comment", "shares": "share"}

ALIASES: Aliases = {
    "post_id": ("Post ID",),
    "permalink": ("Permalink",),
    "text": ("Post Message",),
    "type": ("Type",),
    "published_at": ("Posted",),
    "reach": ("Lifetime Post Total Reach", "post_impressions_unique:lifetime"),
    "impressions": ("Lifetime Post Total Impressions", "post_impressions:lifetime"),
    "clicks": ("Lifetime Post Consumptions", "post_consumptions:lifetime"),
    "organic_views": (
        "Lifetime Organic Video Views (Total Count)",
        "Lifetime Organic Video Views",
        "post_video_views_organic:lifetime",
    ),
    "paid_views": (
        "Lifetime Paid Video Views (Total Count)",
        "Lifetime Paid Video Views",
        "post_video_views_paid:lifetime",
    ),
    "video_views": (
        "Lifetime Total Video Views (Total Count)",
        "Lifetime Total Video Views",
        "post_video_views:lifetime",
    ),
    **{
        name: (f"{STORIES} - {action}", f"post_stories_by_action_type:lifetime:{action}")
        for name, action in _BY_ACTION.items()
    },
    **{
        f"{name}_people": (
            f"{STORYTELLERS} - {action}",
            f"post_storytellers_by_action_type:lifetime:{action}",
            action,
        )
        for name, action in _BY_ACTION.items()
    },
}
COUNTS = ("reach", "impressions", "clicks", "video_views", "likes", "comments", "shares")

_IDS = ("post id", "posted")
_TWELVE_HOURS = ("%m/%d/%Y %I:%M:%S %p", "%m/%d/%Y %I:%M %p", "%m/%d/%y %I:%M:%S %p", "%m/%d/%y %I:%M %p")


def _sniff(header: Header) -> bool:
    if not {"post id", "posted"} <= set(header):
        return False
    figures = any(name.startswith("lifetime ") or name.endswith(":lifetime") for name in header)
    return figures or _is_part(header)


def _is_part(header: Header) -> bool:
    """Whether this is a sheet of one figure, such as "Lifetime Post Stories by act...", beside that of key metrics."""
    return normalise(header.sheet).startswith(("lifetime ", "post_"))


def arrange(tables: Sequence[Table]) -> Iterable[Table]:
    """The sheets of a workbook as one table: reactions, comments and shares stand in sheets of their own."""
    told = [described(table, _IDS) for table in tables]
    parts = [table for table in told if _is_part(table.keys)]
    bases = [table for table in told if not _is_part(table.keys)]
    if not bases:
        bases, parts = parts[:1], parts[1:]
    yield joined(bases[0], parts, "post id")
    yield from bases[1:]


def parse(table: Table) -> Batch:
    """Posts with their lifetime figures. An id such as `page_post` is the one that the content export calls `post`."""
    rows = Rows(table)
    columns = Columns(rows, ALIASES)
    dates, links = columns.text("published_at"), columns.text("permalink")
    return posts_batch(
        rows,
        FORMAT.id,
        FORMAT.platform,
        Posts(
            account=pd.Series([page_of_file(table.file_name)] * len(rows.table), dtype="str"),
            post_id=whole_ids(rows, columns.text("post_id"), links, r"(?P<id>.+)"),
            times=_times(rows, dates),
            text=columns.text("text", trimmed=False),
            permalink=links,
            type=post_types(columns.text("type")),
            counts=_counts(rows, columns),
            views_definition="impressions" if "impressions" in columns else "",
            id_column=columns.header("post_id"),
            date_column=columns.header("published_at"),
            dates=dates,
        ),
    )


def _times(rows: Rows, dates: "pd.Series[str]") -> Times:
    """`02/14/2016 12:40:16 AM`, US Pacific time; else as a spreadsheet wrote it back."""
    times = parse_times(dates, _TWELVE_HOURS, PACIFIC)
    if times.known.all():
        return times
    return times.where(np.asarray(~times.known), publish_times(rows, dates.where(~times.known, "")))


def _counts(rows: Rows, columns: Columns) -> dict[str, Counts]:
    """The counts; views of a video are organic and paid ones together, actions may be known as people only."""
    found = columns.counts(COUNTS)
    if "video_views" not in found:
        parts = columns.counts(("organic_views", "paid_views"))
        if len(parts) == 2:
            found["video_views"] = total(list(parts.values()))
    people = [name for name in _BY_ACTION if name not in found and f"{name}_people" in columns]
    if people:
        text = N_("This file counts people who liked, commented or shared, not how often they did; these were taken.")
        rows.warn(Message("people_not_actions", text))
        found |= {name: columns.counts((f"{name}_people",))[f"{name}_people"] for name in people}
    return found


FORMAT = Format(
    id="facebook_insights_posts",
    platform="facebook",
    kind="posts",
    description=N_("Facebook Page Insights, posts (Insights Data Export, CSV or Excel, until 2023)"),
    sniff=_sniff,
    parse=parse,
    arrange=arrange,
)
