"""What another norm or longer opening hours would change, on the questions as they were asked.

Another norm judges the same answers by other deadlines. Other opening hours replay each answer: it took so many open
seconds, and takes as many under the new hours. Questions that got no answer stay without one: opening longer answers
nobody who is not being answered.

Cases are a frame with a row per question: `asked_ts`, `answered_ts` (missing while waiting) and `until_ts`, the moment
at which the data of its account end; all in seconds since 1970 UTC.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from metrics.estimate import Estimate
from metrics.norms import Hours, Norm
from metrics.norms.clock import Clock
from metrics.norms.deadlines import clock_of, due
from metrics.reasons import no_questions, none_due
from metrics.responsiveness.estimates import as_share
from metrics.responsiveness.words import whole
from metrics.words import N_, Message

Seconds = NDArray[np.int64]
_NEVER = np.iinfo(np.int64).max


@dataclass(frozen=True)
class WhatIf:
    """The share in time as it is and as it would be, each with its interval and n, and what that takes for granted."""

    before: Estimate
    after: Estimate
    message: Message
    assumed: Message


def another_norm(cases: pd.DataFrame, norm: Norm, other: Norm) -> WhatIf:
    """The share in time if another norm had held: in hours, in working hours or in working days.

    Only questions whose deadline has passed are judged, so a longer norm judges fewer of the newest ones. Raises
    `NeverOpenError` when a norm has no opening hours.
    """
    asked, answered, until = _moments(cases)
    before, after = (_judged(due(one, _clock(one, asked, until), asked), answered, until) for one in (norm, other))
    assumed = Message(
        "same_answers",
        N_("The answers stay as they are: with another norm people might work in another way."),
    )
    return WhatIf(before, after, _sentence(before, after), assumed)


def other_hours(cases: pd.DataFrame, norm: Norm, opening: Mapping[int, Hours]) -> WhatIf:
    """The share in time if the account had been open at other hours, judged by the same deadlines as now.

    Each answer takes as many open seconds as it took; one that was given while the account was closed stays where it
    is. Deadlines stay where they are too: for the person who asks, a deadline that moves along with the opening hours
    is no improvement. Raises `NeverOpenError` without opening hours.
    """
    asked, answered, until = _moments(cases)
    deadline = due(norm, _clock(norm, asked, until), asked)
    new = _clock(replace(norm, opening_hours=opening), asked, until)
    replayed = _replay(_clock(norm, asked, until), new, asked, answered)
    before, after = (_judged(deadline, moments, until) for moments in (answered, replayed))
    assumed = Message(
        "same_pace",
        N_(
            "Each answer takes as many opening hours as it did, so staff must be there in the new hours as well. "
            "Questions without an answer stay without one. Deadlines stay where they are."
        ),
    )
    return WhatIf(before, after, _sentence(before, after), assumed)


def _clock(norm: Norm, asked: Seconds, until: Seconds) -> Clock:
    return clock_of(norm, int(asked.min(initial=0)), int(until.max(initial=0)))


def _moments(cases: pd.DataFrame) -> tuple[Seconds, Seconds, Seconds]:
    """When each was asked, answered (the end of time while waiting), and until when the data reach."""
    answered = cases["answered_ts"].to_numpy(dtype="float64", na_value=np.nan)
    waiting = np.isnan(answered)
    return (
        cases["asked_ts"].to_numpy(dtype="int64"),
        np.where(waiting, _NEVER, np.where(waiting, 0, answered).astype(np.int64)),
        cases["until_ts"].to_numpy(dtype="int64"),
    )


def _replay(old: Clock, new: Clock, asked: Seconds, answered: Seconds) -> Seconds:
    """When the answers would have come: the same open seconds after the question, on the new clock."""
    given = answered != _NEVER
    end = np.where(given, answered, asked)
    in_the_open = given & (old.seconds_between(end - 1, end) > 0)
    moved = new.after(asked, np.where(in_the_open, old.seconds_between(asked, end), 0))
    return np.where(in_the_open, moved, answered)


def _judged(deadline: Seconds, answered: Seconds, until: Seconds) -> Estimate:
    """The share in time of the questions whose deadline has passed."""
    passed = deadline <= until
    n = int(passed.sum())
    if n == 0:
        return Estimate(None, reason=none_due() if len(deadline) else no_questions())
    return as_share(Estimate(None, n=n), int((answered[passed] <= deadline[passed]).sum()))


def _sentence(before: Estimate, after: Estimate) -> Message:
    """Both are about the same questions, so their difference has no chance in it; the interval is about the future."""
    if before.value is None or after.value is None:
        reason = before.reason or after.reason
        assert reason is not None
        return reason
    now, then = whole(before.value), whole(after.value)
    values = {"before": now, "m": before.n, "after": then, "n": after.n}
    values |= {"low": whole(after.low or 0.0), "high": whole(after.high or 0.0)}
    text = N_("As many in time: {after} ({low} to {high}) of {n} questions, and {before} of {m} as it is.")
    if then > now:
        text = N_("More in time: {after} ({low} to {high}) of {n} questions, against {before} of {m} as it is.")
    elif then < now:
        text = N_("Fewer in time: {after} ({low} to {high}) of {n} questions, against {before} of {m} as it is.")
    return Message("what_if", text, values)
