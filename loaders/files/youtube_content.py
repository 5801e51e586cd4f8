"""YouTube Studio: the table with one row for each video ("Table data", by content)."""

from collections.abc import Sequence

import pandas as pd

from loaders.files.building.columns import Columns
from loaders.files.building.format import Format
from loaders.files.building.noise import data_rows
from loaders.files.building.posts import Posts, posts_batch
from loaders.files.building.resaved import parse_resaved
from loaders.files.building.rows import Rows
from loaders.files.building.times import ISO, Times
from loaders.files.building.written_days import written_days
from loaders.files.building.youtube import ALIASES, METRICS
from loaders.files.reading.headers import resolve
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_

COUNTS = ("video_views", "impressions", "likes", "comments", "shares", "followers_gained")


def _sniff(header: Sequence[str]) -> bool:
    found = resolve(header, ALIASES).keys()
    return {"post_id", "published_at"} <= found and "date" not in found and bool(found & set(METRICS))


def _days(dates: "pd.Series[str]") -> Times:
    """Days, which YouTube writes in English whatever its language; words in other languages come from spreadsheets."""
    times = parse_resaved(dates, ("%b %d, %Y", *ISO))
    return times.where(~times.known, written_days(dates.where(~times.known, "").astype("str")))


def parse(table: Table) -> Batch:
    """Videos of the channel, which the file does not name. Dates stay English in every language of YouTube."""
    rows = Rows(data_rows(table, table.places(ALIASES)["post_id"][0]))
    columns = Columns(rows, ALIASES)
    post_id, dates = columns.text("post_id"), columns.text("published_at")
    return posts_batch(
        rows,
        FORMAT.id,
        FORMAT.platform,
        Posts(
            account=rows.table.text(None),
            post_id=post_id,
            times=_days(dates),
            text=columns.text("title", trimmed=False),
            permalink="https://youtu.be/" + post_id,
            type=pd.Series(["video"] * len(rows.table), dtype="str"),
            counts=columns.counts(COUNTS, signed=("followers_gained",)),
            views_definition="thumbnails",
            id_column=columns.header("post_id"),
            date_column=columns.header("published_at"),
            dates=dates,
        ),
    )


FORMAT = Format(
    id="youtube_content",
    platform="youtube",
    kind="posts",
    description=N_("YouTube Studio, table by video (CSV or zip)"),
    sniff=_sniff,
    parse=parse,
)
