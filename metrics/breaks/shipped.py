"""The changes of definition that ship: documented by the platform, with a date no more exact than is known."""

from dataclasses import dataclass
from datetime import date

from metrics.periods import to_day
from metrics.words import N_


@dataclass(frozen=True)
class Break:
    """From `day` on, `platform` counts `needs` (codes of `metrics.measures`) in another way; `name` says how.

    `exact` is False when the change came over several days or the day is not documented: then `day` is the first day
    on which everything may be counted anew.
    """

    platform: str
    day: int
    needs: tuple[str, ...]
    name: str
    source: str
    exact: bool = False


BREAKS: tuple[Break, ...] = (
    Break(
        "youtube",
        to_day(date(2026, 8, 24)),
        ("video_views",),
        N_("YouTube counts a view as soon as playback starts"),
        "",
    ),
)
