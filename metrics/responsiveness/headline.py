"""The first sentence of the page: how many questions were answered in time, and how many people still wait."""

from typing import Literal

from metrics.calculations import MINIMUM_FOR_SHARE
from metrics.intervals import wilson
from metrics.reasons import no_questions
from metrics.responsiveness.estimates import about_answers
from metrics.responsiveness.words import whole
from metrics.slices import Slice
from metrics.words import N_, Duration, Message

Verdict = Literal["met", "missed", "unclear", "too_few"]

_IN_TIME = N_(
    "Of {n} questions whose deadline has passed, {k} ({share}, {low} to {high}) were answered in time; {waiting}."
)
_NO_NORM = N_(
    "Of {n} questions that are more than 24 hours old, {k} ({share}, {low} to {high}) were answered within 24 hours; "
    "{waiting}. No norm is set yet."
)
_AGAINST: dict[Verdict, str] = {
    "met": N_(
        "Of {n} questions whose deadline has passed, {k} ({share}, {low} to {high}) were answered in time: the target "
        "of {target} is clearly met; {waiting}."
    ),
    "missed": N_(
        "Of {n} questions whose deadline has passed, {k} ({share}, {low} to {high}) were answered in time: the target "
        "of {target} is clearly missed; {waiting}."
    ),
    "unclear": N_(
        "Of {n} questions whose deadline has passed, {k} ({share}, {low} to {high}) were answered in time: it is not "
        "clear whether the target of {target} is met; {waiting}."
    ),
}


def against_target(successes: int, n: int, target: float) -> Verdict:
    """Whether a promise of at least this share holds: judged by the interval, and only from 10 questions on.

    Met when the whole interval reaches the target, missed when none of it does (ASSESSMENT 3.3).

    >>> against_target(16, 16, 0.8), against_target(24, 30, 0.8), against_target(140, 200, 0.8)
    ('met', 'unclear', 'missed')
    """
    if n < MINIMUM_FOR_SHARE:
        return "too_few"
    low, high = wilson(successes, n)
    if low >= target:
        return "met"
    return "missed" if high < target else "unclear"


def headline(data: Slice, *, norm_set: bool = True, target: float | None = None) -> Message:
    """One sentence for the page, about the questions of a slice.

    `norm_set` says whether anybody set a norm: until then 24 hours count. `target` is the promised share, if all
    norms of the selection promise the same one.
    """
    found = about_answers(data)
    if found.reason is not None:
        return found.reason
    sums = data.answers[["asked", "due", "in_time", "due_waiting", "waiting"]].sum()
    n, k = int(sums["due"]), int(sums["in_time"])
    if n == 0:
        return _nothing_due(int(sums["asked"]), int(sums["waiting"]))
    waiting = still_waiting(int(sums["due_waiting"]), _oldest(data))
    if n < MINIMUM_FOR_SHARE:
        return _few(n, k, waiting)
    low, high = wilson(k, n)
    values = {"n": n, "k": k, "share": whole(k / n), "low": whole(low), "high": whole(high), "waiting": waiting}
    if not norm_set:
        return Message("answered_within_a_day", _NO_NORM, values)
    if target is None:
        return Message("answered_in_time", _IN_TIME, values)
    verdict = against_target(k, n, target)
    return Message(f"target_{verdict}", _AGAINST[verdict], {**values, "target": whole(target)})


def still_waiting(n: int, oldest: float) -> Message:
    """How many are still waiting and the longest wait, as part of a sentence.

    >>> still_waiting(31, 9 * 86_400).english(), still_waiting(1, 7_200).english()
    ('31 are still waiting, the oldest 9 days', '1 is still waiting, for 2 hours')
    """
    if n == 0:
        return Message("none_waiting", N_("none is still waiting"))
    return Message(
        "still_waiting",
        N_("{n} is still waiting, for {oldest}"),
        {"n": n, "oldest": Duration(oldest)},
        plural=N_("{n} are still waiting, the oldest {oldest}"),
        count=n,
    )


def only_noticed(n: int, waiting: int) -> Message:
    """How many of those who still wait got an automatic or holding reply, and no more than that.

    >>> only_noticed(3, 31).english()
    '3 of the 31 who still wait got an automatic reply or “we are looking into it”. That does not stop the clock.'
    """
    if n == 0:
        return Message("none_noticed", N_("None of those who still wait got an automatic reply, or a promise to look."))
    return Message(
        "only_noticed",
        N_(
            "{n} of the {waiting} who still wait got an automatic reply or “we are looking into it”. That does not "
            "stop the clock."
        ),
        {"n": n, "waiting": waiting},
    )


def _oldest(data: Slice) -> float:
    return float(data.waiting["age_s"].max()) if len(data.waiting) else 0.0


def _few(n: int, k: int, waiting: Message) -> Message:
    return Message(
        "few_due",
        N_("{k} of {n} question whose deadline has passed was answered in time, too few for a percentage; {waiting}."),
        {"k": k, "n": n, "waiting": waiting},
        plural=N_(
            "{k} of {n} questions whose deadline has passed were answered in time, too few for a percentage; {waiting}."
        ),
        count=n,
    )


def _nothing_due(asked: int, waiting: int) -> Message:
    if asked == 0:
        return no_questions()
    return Message(
        "none_due",
        N_("{n} question was asked, and its deadline has not passed yet; waiting now: {waiting}."),
        {"n": asked, "waiting": waiting},
        plural=N_("{n} questions were asked, and no deadline has passed yet; waiting now: {waiting}."),
        count=asked,
    )
