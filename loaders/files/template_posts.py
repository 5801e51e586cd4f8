"""A filled template of posts (`loaders.templates`)."""

import numpy as np

from loaders.files.building import links
from loaders.files.building.format import Format
from loaders.files.building.ids import tell_disagreement, whole_ids
from loaders.files.building.post_types import post_types
from loaders.files.building.posts import Posts, posts_batch
from loaders.files.building.templates import moments, one_platform, opened
from loaders.files.reading.table import Table
from loaders.records import Batch
from loaders.templates import POSTS
from metrics.measures import COUNTS
from metrics.words import N_

_TOLERANCE = 15 * 60
"""Seconds between a time that somebody typed and the one in the post's id."""


def parse(table: Table) -> Batch:
    """Posts of one network, with ids from the links where the ids are missing or damaged."""
    rows, columns = opened(table, POSTS)
    platform = one_platform(rows, columns, POSTS.platforms)
    permalinks = columns.text("permalink")
    times = moments(rows, columns)
    post_id = whole_ids(rows, columns.text("post_id"), links.ids(platform, permalinks), r"(?P<id>.+)")
    in_link = links.times(platform, permalinks)
    by_id = np.where(in_link > 0, in_link, links.times(platform, post_id))
    tell_disagreement(rows, times.seconds * ((times.precision == "minute") & rows.alive), by_id, _TOLERANCE)
    return posts_batch(
        rows,
        FORMAT.id,
        platform,
        Posts(
            account=columns.text("account"),
            post_id=post_id,
            times=times,
            text=columns.text("text", trimmed=False),
            permalink=permalinks,
            type=post_types(columns.text("type")),
            counts=columns.counts(COUNTS, signed=("followers_gained",)),
            views_definition="impressions" if "impressions" in columns else "",
            id_column=columns.header("post_id") or columns.header("permalink"),
            date_column=columns.header("published_at"),
            dates=columns.text("published_at"),
        ),
    )


FORMAT = Format(
    id="template_posts",
    platform="other",
    kind="posts",
    description=N_("The template for posts, filled in (CSV or Excel)"),
    sniff=POSTS.recognises,
    parse=parse,
)
