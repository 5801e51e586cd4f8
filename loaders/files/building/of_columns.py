"""Posts and comments of a table whose columns have our own names: a format says what it makes of them, no more.

The names that stand for themselves are `text`, `permalink`, `images` and `described`, the id and the date. A format
that gets one of them elsewhere gives it; what must be thought about in every format (whose, which id, when, of what
kind) has no default.
"""

from collections.abc import Mapping

import pandas as pd

from loaders.files.building.columns import Columns
from loaders.files.building.comments import Comments, comments_batch
from loaders.files.building.counts import Counts
from loaders.files.building.format import Format
from loaders.files.building.posts import Posts, posts_batch
from loaders.files.building.rows import Rows
from loaders.files.building.times import Times
from loaders.records import Batch, Platform


def posts_of(
    rows: Rows,
    columns: Columns,
    form: Format,
    *,
    account: "pd.Series[str]",
    post_id: "pd.Series[str]",
    times: Times,
    type: "pd.Series[str]",  # noqa: A002 - the column's name
    counts: Mapping[str, Counts],
    platform: Platform | None = None,
    text: "pd.Series[str] | None" = None,
    permalink: "pd.Series[str] | None" = None,
    parent_id: "pd.Series[str] | None" = None,
    dates: "pd.Series[str] | None" = None,
    views_definition: str = "",
    id_name: str = "post_id",
    date_name: str = "date",
) -> Batch:
    """The batch of a table of posts, with the columns `text` and `permalink` where a format gives none of its own.

    `id_name` and `date_name` are our names of the columns that reasons point at; without the first one that is
    `permalink`. `dates` is what these reasons quote, where it is not simply the date's column. `platform` is given by
    formats of several networks.
    """
    return posts_batch(
        rows,
        form.id,
        platform or form.platform,
        Posts(
            account=account,
            post_id=post_id,
            times=times,
            text=columns.text("text", trimmed=False) if text is None else text,
            permalink=columns.text("permalink") if permalink is None else permalink,
            type=type,
            counts=counts,
            views_definition=views_definition,
            id_column=columns.header(id_name) or columns.header("permalink"),
            date_column=columns.header(date_name),
            dates=columns.text(date_name) if dates is None else dates,
            parent_id=parent_id,
            pictures=columns.counts(("images", "described")),
        ),
    )


def comments_of(
    rows: Rows,
    columns: Columns,
    form: Format,
    *,
    account: "pd.Series[str]",
    post_id: "pd.Series[str]",
    comment_id: "pd.Series[str]",
    parent_id: "pd.Series[str]",
    author: "pd.Series[str]",
    times: Times,
    platform: Platform | None = None,
    text: "pd.Series[str] | None" = None,
    is_own: "pd.Series[bool] | None" = None,
    id_name: str = "comment_id",
    date_name: str = "date",
) -> Batch:
    """The batch of a table of comments, with the columns `text` and `likes`; the rest as in `posts_of`."""
    return comments_batch(
        rows,
        form.id,
        platform or form.platform,
        Comments(
            account=account,
            post_id=post_id,
            comment_id=comment_id,
            parent_id=parent_id,
            author=author,
            times=times,
            text=columns.text("text", trimmed=False) if text is None else text,
            id_column=columns.header(id_name),
            date_column=columns.header(date_name),
            dates=columns.text(date_name),
            likes=columns.counts(("likes",)).get("likes"),
            is_own=is_own,
        ),
    )
