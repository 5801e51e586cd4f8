"""What may be added up across platforms. Everything that sums platforms goes through here."""

from collections.abc import Iterable
from dataclasses import replace

import pandas as pd

from metrics.slices import Slice
from metrics.words import N_, Message

YOUTUBE = "youtube"
NOTE = "without_youtube"
"""The code of the note that says so."""


def addable(data: Slice, reporting: Iterable[str]) -> tuple[Slice, tuple[Message, ...]]:
    """The slice without YouTube where it would be added to other platforms, and a note that says so.

    `reporting` are the platforms that have the number at hand. YouTube's terms name "a user engagement metric that
    includes YouTube and other platforms" as something not to do (YouTube API Services, Developer Policies). A number
    that YouTube alone reports stays as it is, and so does every number when the organisation's setting allows the
    sum (`Slice.youtube_in_totals`).
    """
    together = set(reporting)
    if data.youtube_in_totals or YOUTUBE not in together or len(together) == 1:
        return data, ()
    note = Message(NOTE, N_("YouTube is not in this number: its terms do not allow adding it to others."))
    return of_platforms(data, set(data.platforms) - {YOUTUBE}), (note,)


def of_platforms(data: Slice, platforms: Iterable[str]) -> Slice:
    """The same frames, only the rows of these platforms; websites stay."""
    wanted = list(platforms)

    def cut(frame: pd.DataFrame) -> pd.DataFrame:
        return frame[frame["platform"].isin(wanted)]

    return replace(
        data,
        sums=cut(data.sums),
        histograms=cut(data.histograms),
        audience=cut(data.audience),
        answers=cut(data.answers),
        waiting=cut(data.waiting),
        topics=cut(data.topics),
    )
