"""TikTok Studio: FollowerActivity, followers who were active by day and hour. Recognised, not loaded."""

from loaders.files.building.format import Format
from loaders.files.building.not_loaded import not_loaded
from loaders.files.reading.headers import Header
from loaders.files.reading.table import Table
from loaders.records import Batch
from metrics.words import N_, Message


def _sniff(header: Header) -> bool:
    return {"date", "hour", "active followers"} <= set(header)


def parse(table: Table) -> Batch:
    """Nothing to load: hours of a few days say nothing about posts or days."""
    text = N_(
        "This is TikTok's file FollowerActivity: active followers by hour, which are not loaded. For figures by day, "
        "load Overview and FollowerHistory; for posts, load Content."
    )
    reason = Message("by_hour", N_("This row is about one hour of a day, so it is not loaded."))
    return not_loaded(table, FORMAT, reason, Message("tiktok_activity", text))


FORMAT = Format(
    id="tiktok_activity",
    platform="tiktok",
    kind="other",
    description=N_("TikTok Studio, active followers by hour (recognised, not loaded)"),
    sniff=_sniff,
    parse=parse,
)
