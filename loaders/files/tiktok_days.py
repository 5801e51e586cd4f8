"""TikTok Studio (Overview, FollowerHistory, Viewers) and TikTok's business suite: one row for each day."""

import numpy as np

from loaders.files.building.columns import Columns
from loaders.files.building.days import daily_figures, days_batch
from loaders.files.building.format import Format
from loaders.files.building.resaved import parse_resaved
from loaders.files.building.rows import Rows
from loaders.files.building.tiktok import NEWEST
from loaders.files.building.times import ISO
from loaders.files.building.yearless import yearless_times
from loaders.files.reading.headers import Aliases, Header, resolve
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_

ALIASES: Aliases = {
    "date": ("Date", "Fecha", "Datum", "Data"),
    "video_views": ("Video Views",),
    "reach": ("Reached audience", "Total Viewers"),
    "visitors": ("Profile Views",),
    "likes": ("Likes",),
    "comments": ("Comments",),
    "shares": ("Shares",),
    "followers": ("Followers",),
    "new_followers": ("New followers", "Difference in followers from previous day"),
    "lost_followers": ("Lost followers",),
    "growth": ("Net growth", "Difference in followers from previous day"),
    "returning": ("Returning Viewers",),
}
FIGURES = ("video_views", "reach", "visitors", "followers", "new_followers", "lost_followers")
_SHAPES = (
    {"date", "video_views", "visitors", "likes"},
    {"date", "video_views", "reach", "likes"},
    {"date", "followers", "growth"},
    {"date", "reach", "returning"},
)
_DATES = (*ISO, "%Y/%m/%d", "%b %d, %Y", "%B %d, %Y")


def _sniff(header: Header) -> bool:
    found = resolve(header, ALIASES).keys()
    return any(shape <= found for shape in _SHAPES)


def parse(table: Table) -> Batch:
    """Figures of a day, of an account that neither file nor name tells. Studio's dates have no year."""
    rows = Rows(table)
    columns = Columns(rows, ALIASES)
    dates = columns.text("date")
    times = parse_resaved(dates, _DATES)
    left = dates.where(~times.known, "").astype("str")
    newest = table.clues.get(NEWEST, "")
    times = times.where(np.asarray(~times.known), yearless_times(rows, left, int(newest) if newest.isdigit() else 0))
    return days_batch(
        rows,
        FORMAT.id,
        FORMAT.platform,
        rows.everywhere(""),
        times,
        daily_figures(columns, FIGURES),
        columns.header("date"),
        dates,
    )


FORMAT = Format(
    id="tiktok_days",
    platform="tiktok",
    kind="account_days",
    description=N_("TikTok Studio or business suite, figures by day (CSV, Excel or zip)"),
    sniff=_sniff,
    parse=parse,
)
