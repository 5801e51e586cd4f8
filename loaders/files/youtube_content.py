"""YouTube Studio: the table with one row for each video ("Table data", by content)."""

import pandas as pd

from loaders.files.building.columns import Columns
from loaders.files.building.format import Format
from loaders.files.building.noise import data_rows
from loaders.files.building.of_columns import posts_of
from loaders.files.building.resaved import parse_resaved
from loaders.files.building.rows import Rows
from loaders.files.building.times import ISO, Times
from loaders.files.building.written_days import written_days
from loaders.files.building.youtube import ALIASES, METRICS
from loaders.files.reading.headers import Header, resolve
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_

COUNTS = ("video_views", "impressions", "likes", "comments", "shares", "followers_gained")


def _sniff(header: Header) -> bool:
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
    return posts_of(
        rows,
        columns,
        FORMAT,
        account=rows.table.text(None),
        post_id=post_id,
        times=_days(dates),
        text=columns.text("title", trimmed=False),
        permalink="https://youtu.be/" + post_id,
        type=rows.everywhere("video"),
        counts=columns.counts(COUNTS, signed=("followers_gained",)),
        views_definition="thumbnails",
        date_name="published_at",
    )


FORMAT = Format(
    id="youtube_content",
    platform="youtube",
    kind="posts",
    description=N_("YouTube Studio, table by video (CSV or zip)"),
    sniff=_sniff,
    parse=parse,
)
