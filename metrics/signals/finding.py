"""A finding: one sentence, what to do about it, and where to look further."""

from dataclasses import dataclass
from typing import Literal

from metrics.words import Message

Kind = Literal[
    "small_base",
    "change",
    "no_change",
    "dormant",
    "departments",
    "missing",
    "unanswered",
    "promise",
    "slow_hours",
    "topic",
]


@dataclass(frozen=True)
class Finding:
    """Something the data shows, in words.

    `page` is the address of the page that leads on. `metric_id` is the number it is about, if it is about one.
    `checks` is how many comparisons were made for findings of this kind, 0 when it rests on none: with many
    checks some would stand out by chance, which the tests behind a finding allow for.
    """

    kind: Kind
    message: Message
    what_to_do: Message
    page: str
    metric_id: str | None = None
    checks: int = 0
