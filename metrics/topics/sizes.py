"""All topics of a selection in one list: how large each is, what changed, and who waits."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import pandas as pd

from metrics.disclosure import MINIMUM, hide_small
from metrics.estimate import Estimate
from metrics.responsiveness.staffing import share_of
from metrics.text.tone import TONES, UNSURE
from metrics.topics.changes import Shift
from metrics.topics.estimates import share_of_messages
from metrics.topics.frames import NO_TOPIC

NOT_SCORED = "none"
"""The key of messages without a tone, beside `TONES` and `UNSURE`."""

Tones = Mapping[str, int | None]
"""Messages by tone as the machine counts them; None is not shown."""


@dataclass(frozen=True)
class Size:
    """A topic: how many messages, their share of all, how many questions, how many of these wait, the tones.

    `shift` is None where it was not compared with the period before.
    """

    topic: int
    messages: int
    share: Estimate
    asked: int
    waiting: int
    share_waiting: Estimate
    tones: Tones
    shift: Shift | None = None


@dataclass(frozen=True)
class Sizes:
    """All topics of a selection, the largest first.

    `messages` counts all of them, `unclear` is the share on no topic, `hidden` how many topics are left out because
    too few messages are about them, `compared` how many could be compared with the period before.
    """

    messages: int
    unclear: Estimate
    topics: tuple[Size, ...]
    hidden: int
    compared: int

    def get(self, topic: int) -> Size | None:
        """One topic, if it is shown."""
        return next((one for one in self.topics if one.topic == topic), None)


def sizes(sums: pd.DataFrame, shifts: Mapping[int, Shift], known: Collection[int] = ()) -> Sizes:
    """The list, from the store's sums per topic (`period` "current").

    Topics that one to four messages are about are left out, and not named: what can be worked out from the total is
    that there are so few messages on some topic, not on which. `known` are the topics there are: rows of others count
    as of no topic.
    """
    rows = sums.assign(topic_id=sums["topic_id"].where(sums["topic_id"].isin(list(known)), NO_TOPIC))
    added = rows.groupby("topic_id").sum(numeric_only=True)
    counts = added["messages"]
    total = int(counts.sum())
    used = (added.index != NO_TOPIC) & (counts > 0)
    listed = added[used & (counts >= MINIMUM)].sort_values("messages", ascending=False, kind="stable")
    topics = tuple(_size(topic, row, total, shifts.get(topic)) for topic, row in _rows(listed))
    return Sizes(
        messages=total,
        unclear=share_of_messages(int(counts.get(NO_TOPIC, 0)), Estimate(None, n=total)),
        topics=topics,
        hidden=int(used.sum()) - len(topics),
        compared=len(shifts),
    )


def _rows(sums: pd.DataFrame) -> list[tuple[int, dict[str, int]]]:
    return [
        (topic, {str(name): int(n) for name, n in row.items()})
        for topic, row in zip(sums.index.tolist(), sums.to_dict("records"), strict=True)
    ]


def _size(topic: int, row: Mapping[str, int], total: int, shift: Shift | None) -> Size:
    n, asked, waiting = (row[name] for name in ("messages", "asked", "waiting"))
    return Size(
        topic=topic,
        messages=n,
        share=share_of_messages(n, Estimate(None, n=total)),
        asked=asked,
        waiting=waiting,
        share_waiting=share_of(waiting, asked),
        tones=_tones(row),
        shift=shift,
    )


def _tones(row: Mapping[str, int]) -> dict[str, int | None]:
    counts = {tone: row[f"t_{tone}"] for tone in TONES}
    counts[UNSURE] = sum(row[f"t_{tone}_unsure"] for tone in TONES)
    counts[NOT_SCORED] = row["t_none"]
    return dict(zip(counts, hide_small(list(counts.values())).cells, strict=True))
