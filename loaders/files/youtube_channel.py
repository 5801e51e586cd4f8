"""YouTube Data API: the answer of `channels.list`, with the subscribers of each channel at that moment (JSON)."""

import numpy as np

from loaders.files.building.columns import Columns
from loaders.files.building.format import Format
from loaders.files.building.profiles import profile_batch
from loaders.files.building.rows import Rows
from loaders.files.building.youtube_api import with_statistics
from loaders.files.reading.headers import Aliases, Header, resolve
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_, Message

ALIASES: Aliases = {
    "account": ("id",),
    "followers": ("statistics.subscriberCount",),  # rounded to three figures by YouTube
    "hidden": ("statistics.hiddenSubscriberCount",),
    "videos": ("statistics.videoCount",),
}


def _sniff(header: Header) -> bool:
    found = resolve(header, ALIASES).keys()
    return "account" in found and bool({"followers", "hidden", "videos"} & found)


def parse(table: Table) -> Batch:
    """Followers of the day. A channel that hides them has no figure, whatever number stands beside it."""
    rows = Rows(table)
    columns = Columns(rows, ALIASES)
    hidden = (columns.text("hidden") == "1").to_numpy(dtype=np.bool_)
    text = N_("This channel hides its number of subscribers, so there is none for this day.")
    rows.reject(hidden, columns.header("hidden"), Message("hidden_subscribers", text))
    return profile_batch(rows, columns, FORMAT, columns.text("account"))


FORMAT = Format(
    id="youtube_channel",
    platform="youtube",
    kind="account_days",
    description=N_("YouTube Data API, channels with their subscribers (JSON)"),
    sniff=_sniff,
    parse=parse,
    unfold=with_statistics,
)
