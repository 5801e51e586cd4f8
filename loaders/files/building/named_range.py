"""A cross-check of a file against its name: posts that were published outside the range of dates in it."""

from dataclasses import replace

from data.calendar import calendar
from loaders.files.building.rows import SHOWN_ROWS
from loaders.reach import named_range
from loaders.records import Batch, Check, FileWarning
from metrics.periods import to_date
from metrics.words import N_, Message

CHECK = "named_range"
_SLACK = 1
"""Days before and after the range that are not told: platforms cut ranges at a midnight that is not always theirs."""


def tell_outside(batch: Batch, file_name: str) -> Batch:
    """The batch with the check `named_range`, and a warning when posts lie outside the range in the file's name.

    Such rows are kept: their dates are what the platform says. But the file was renamed, put together from several
    exports, or its dates are read wrongly. The days are those of the platform's own zone, like the range.
    """
    named = named_range(file_name)
    posts = batch.posts[batch.posts["published_ts"].notna()]
    if named is None or posts.empty:
        return batch
    days = calendar(posts["published_ts"], posts["precision"], named.zone)["day"]
    outside = days > named.last + _SLACK
    if named.of_posts:
        outside |= days < named.first - _SLACK
    failed = int(outside.sum())
    checks = [*batch.checks, Check(CHECK, len(posts), failed)]
    if not failed:
        return replace(batch, checks=checks)
    message = Message(
        "outside_range",
        N_(
            "{n} post was published outside {first} to {last}, the range in the file's name. Was the file renamed, or "
            "made of several exports? Check the dates in the preview."
        ),
        {"n": failed, "first": to_date(named.first), "last": to_date(named.last)},
        plural=N_(
            "{n} posts were published outside {first} to {last}, the range in the file's name. Was the file renamed, "
            "or made of several exports? Check the dates in the preview."
        ),
        count=failed,
    )
    lines = sorted(posts.loc[outside, "line"].tolist())[:SHOWN_ROWS]
    return replace(batch, checks=checks, warnings=[*batch.warnings, FileWarning(message, tuple(lines))])
