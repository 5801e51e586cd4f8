"""The numbers about topics: the share of messages on one, the share on none, and the questions that wait.

Messages of all platforms are added up: what is told is what people write to the organisation. Topics that fewer than
five messages are about are not shown (`metrics.disclosure`).
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from metrics import reasons
from metrics.calculations import MINIMUM_FOR_SHARE
from metrics.disclosure import MINIMUM, hide_small
from metrics.estimate import Estimate
from metrics.intervals import wilson
from metrics.responsiveness.estimates import as_share
from metrics.slices import Slice
from metrics.words import N_, Message

K = TypeVar("K")


def share_about(data: Slice) -> Estimate:
    """The share of messages on the topic, with Wilson's interval."""
    return share_of_messages(int(data.topics["about"].sum()), _found(data))


def share_unclear(data: Slice) -> Estimate:
    """The share of messages on no topic that is known, with Wilson's interval."""
    return share_of_messages(int(data.topics["unclear"].sum()), _found(data))


def messages(data: Slice) -> Estimate:
    """How many messages of citizens there are, as far as they were held against the topics."""
    found = _found(data)
    return replace(found, value=float(found.n)) if found.n else replace(found, reason=no_messages())


def share_waiting(data: Slice) -> Estimate:
    """Of the questions on the topic, the share without an answer, with Wilson's interval."""
    found = replace(_found(data), n=int(data.topics["asked"].sum()))
    if found.n == 0:
        return replace(found, reason=reasons.no_questions())
    return as_share(found, int(data.topics["waiting"].sum()))


def share_of_messages(part: int, found: Estimate) -> Estimate:
    """The share `part` of the `n` messages of an estimate; not shown when it is about one to four of them.

    >>> [share_of_messages(part, Estimate(None, n=40)).value for part in (0, 4, 10)]
    [0.0, None, 0.25]
    """
    if found.n == 0:
        return replace(found, reason=no_messages())
    if 0 < part < MINIMUM:
        return replace(found, reason=hidden())
    if not 0 <= part <= found.n:
        return replace(found, reason=reasons.figures_clash())
    if found.n < MINIMUM_FOR_SHARE:
        reason = Message(
            "too_few_for_share",
            N_("{part} of {n} message: too few for a percentage."),
            {"part": part, "n": found.n},
            plural=N_("{part} of {n} messages: too few for a percentage."),
            count=found.n,
        )
        return replace(found, reason=reason)
    low, high = wilson(part, found.n)
    return replace(found, value=part / found.n, low=low, high=high)


def disclosed(estimates: Mapping[K, Estimate], counts: Mapping[K, int]) -> dict[K, Estimate]:
    """The estimates of several groups without those that fewer than five messages are behind.

    And without those that would give these away, because the total is known.
    """
    cells = hide_small(list(counts.values())).cells
    small = {name for name, cell in zip(counts, cells, strict=True) if cell is None}
    return {name: _without_value(one) if name in small else one for name, one in estimates.items()}


def _without_value(found: Estimate) -> Estimate:
    return replace(found, value=None, low=None, high=None, reason=hidden())


def hidden() -> Message:
    """Why a small group has no number."""
    return Message("hidden", N_("Not shown: too few messages."))


def no_messages() -> Message:
    """There is nothing to tell topics of."""
    return Message("no_messages", N_("There are no messages of citizens in this selection."))


def _found(data: Slice) -> Estimate:
    """An estimate without a value: how many messages, and of which platforms."""
    rows = data.topics[data.topics["messages"] > 0]
    return Estimate(None, n=int(rows["messages"].sum()), platforms=tuple(sorted(set(rows["platform"]))))
