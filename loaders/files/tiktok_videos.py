"""TikTok Studio (Content) and TikTok's business suite: one row for each video."""

import numpy as np
import pandas as pd

from loaders.files.building.columns import Columns
from loaders.files.building.format import Format
from loaders.files.building.id_times import Seconds, tiktok_video
from loaders.files.building.ids import moments, tell_disagreement
from loaders.files.building.months import months_and_days
from loaders.files.building.noise import data_rows
from loaders.files.building.patterns import group
from loaders.files.building.posts import Posts, posts_batch
from loaders.files.building.resaved import parse_resaved
from loaders.files.building.rows import Rows
from loaders.files.building.tiktok import CLUE, LINK, VIDEO
from loaders.files.building.times import DAY, STAMPS, Times, unknown
from loaders.files.reading.headers import Aliases, Header, resolve
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_

ALIASES: Aliases = {
    "text": ("Video title", "Post title"),
    "permalink": ("Video link", "Post link"),
    "date": ("Post time", "Post date"),
    "video_views": ("Total views", "Video views"),
    "likes": ("Total likes", "Likes"),
    "comments": ("Total comments", "Comments"),
    "shares": ("Total shares", "Shares"),
    "saves": ("Add to Favorites", "Add to Favourites", "Total saves", "Saves"),
}
COUNTS = ("video_views", "likes", "comments", "shares", "saves")
DATES = (*STAMPS, "%Y/%m/%d %H:%M:%S", "%Y/%m/%d %H:%M", "%Y/%m/%d", "%b %d, %Y", "%B %d, %Y")
TOLERANCE = 60
"""Seconds between the time in the link and that in the column; the largest seen was ten."""


def _sniff(header: Header) -> bool:
    return {"permalink", "date", "video_views", "likes"} <= resolve(header, ALIASES).keys()


def parse(table: Table) -> Batch:
    """Videos of the account in their links. Studio gives a day without a year, the number in the link the moment."""
    rows = Rows(data_rows(table))
    columns = Columns(rows, ALIASES)
    links, dates = columns.text("permalink"), columns.text("date")
    ids = group(links, VIDEO)
    photos = links.str.contains("/photo/", regex=False)
    return posts_batch(
        rows,
        FORMAT.id,
        FORMAT.platform,
        Posts(
            account=group(links, LINK),
            post_id=ids.mask(ids == "", links).astype("str"),
            times=_times(rows, dates, tiktok_video(links)),
            text=columns.text("text", trimmed=False),
            permalink=links,
            type=photos.map({True: "image", False: "video"}).astype("str"),
            counts=columns.counts(COUNTS),
            views_definition="",
            id_column=columns.header("permalink"),
            date_column=columns.header("date"),
            dates=dates,
        ),
    )


def _times(rows: Rows, dates: "pd.Series[str]", by_id: Seconds) -> Times:
    """The column's clock (UTC) where it has one, else the time inside the link; each compared with the other."""
    written = parse_resaved(dates, DATES)
    clock = written.precision == "minute"
    tell_disagreement(rows, np.where(clock, written.seconds, 0), by_id, TOLERANCE)
    days = written.where(~written.known, _days_near(dates, by_id))
    return moments(rows, days.where(clock, unknown(len(dates))), by_id, slack=DAY).where(clock, written)


def _days_near(dates: "pd.Series[str]", by_id: Seconds) -> Times:
    """Days without a year, in the year in which they lie nearest to the time of the link."""
    months, days = months_and_days(dates)
    best = unknown(len(dates))
    distance = np.full(len(dates), np.iinfo(np.int64).max)
    year = pd.to_datetime(by_id, unit="s").year.to_numpy()
    for offset in (0, -1, 1):
        parts = pd.DataFrame({"year": np.where(months > 0, year + offset, 0), "month": months, "day": days})
        stamps = pd.to_datetime(parts, errors="coerce")
        seconds = stamps.to_numpy(dtype="datetime64[s]").astype(np.int64)
        away = np.abs(seconds - by_id)
        nearer = stamps.notna().to_numpy() & (by_id > 0) & (away < distance)
        distance = np.where(nearer, away, distance)
        best = best.where(nearer, Times(seconds, np.full(len(dates), "day", dtype="<U6")))
    return best


FORMAT = Format(
    id="tiktok_videos",
    platform="tiktok",
    kind="posts",
    description=N_("TikTok Studio or business suite, videos (CSV, Excel or zip)"),
    sniff=_sniff,
    parse=parse,
    clue=CLUE,
)
