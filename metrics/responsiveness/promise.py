"""A promise that holds: "8 of 10 people get an answer within X", worked out from the data.

A promise is made only when the data show it: X is the shortest time such that at least 8 of 10 people are answered
within it even at the lower end of the 95 % interval, with everybody who got no answer in the count. So a promise that
is not true is made in at most about 1 of 40 cases (`tests/metrics/responsiveness/test_simulation.py`).
"""

from dataclasses import dataclass
from math import ceil

from metrics.estimate import Estimate
from metrics.intervals import wilson
from metrics.periods import Period
from metrics.reasons import no_questions
from metrics.responsiveness.estimates import MINIMUM_QUESTIONS, about_answers, curve_of
from metrics.responsiveness.survival import Survival
from metrics.responsiveness.words import DAY, HOUR, time_words, whole
from metrics.slices import Slice
from metrics.words import N_, Duration, Message

SHARE = 0.8
"""8 of 10 people."""

TIMES: tuple[int, ...] = (*(n * HOUR for n in (1, 2, 4, 8)), *(n * DAY for n in (1, 2, 3, 5, 7, 10, 14)))
"""The times that a promise may name, in seconds."""

FEWEST = next(n for n in range(1, 100) if wilson(n, n)[0] >= SHARE)
"""So many questions, all answered, are the fewest that show 8 of 10."""


@dataclass(frozen=True)
class Promise:
    """What may be promised, or why not and what would have to change.

    `seconds` is None when nothing may be promised. `shown` is the share answered within that time; without a promise
    within the longest time that can be judged. `message` is the sentence for citizens, or the refusal; `evidence`
    says what it rests on, `change` what would have to change. Pages say each in the language they want.
    """

    seconds: int | None
    shown: Estimate
    message: Message
    evidence: Message | None = None
    change: Message | None = None


def promise(data: Slice, period: Period) -> Promise:
    """What the organisation may promise, by the questions of a slice."""
    found = about_answers(data)
    if found.reason is not None:
        return Promise(None, found, found.reason)
    curve = curve_of(data)
    if curve.n == 0:
        return Promise(None, found, no_questions())
    seconds = promised(curve)
    if seconds is None:
        return _refused(curve, period)
    share = _within(curve, seconds)
    text = N_("8 of 10 people get an answer within {time}.")
    return Promise(
        seconds, share, Message("promise", text, {"time": time_words(seconds)}), _evidence(share, seconds, period)
    )


def promised(curve: Survival) -> int | None:
    """The shortest time of `TIMES` within which surely 8 of 10 people are answered; None when there is none.

    >>> from metrics.responsiveness.survival import survival_of
    >>> promised(survival_of([600] * 16, [])), promised(survival_of([600] * 15, []))
    (3600, None)
    """
    for seconds in TIMES:
        bounds = curve.within(seconds)
        if bounds is not None and bounds[1] >= SHARE:
            return seconds
    return None


def _refused(curve: Survival, period: Period) -> Promise:
    """Why there is no promise: too few questions, too few answers, too slow, or not sure."""
    seconds = next((time for time in reversed(TIMES) if curve.within(time) is not None), None)
    needed = _needed_of(curve.n)
    if curve.n < MINIMUM_QUESTIONS or needed is None:
        text = N_("Too few questions to promise anything: {n}, and {needed} are needed even if all were answered.")
        few = Message("promise_too_few", text, {"n": curve.n, "needed": FEWEST})
        return Promise(None, Estimate(None, curve.n), few)
    if seconds is None:  # nobody was followed for an hour
        text = N_("The questions are too new to promise anything: load data of a later day.")
        return Promise(None, Estimate(None, curve.n), Message("promise_too_new", text))
    share = _within(curve, seconds)
    evidence = _evidence(share, seconds, period)
    answered, high = share.value or 0.0, share.high or 0.0
    values = {"time": time_words(seconds), "share": whole(answered)}
    if high < SHARE:
        text = N_("No promise: fewer than 8 of 10 people get an answer, even after {time}. It is {share}.")
        refusal = Message("promise_not_answered", text, values)
    elif answered < SHARE:
        text = N_("No promise: after {time} the share of people with an answer is {share}, not 8 of 10.")
        refusal = Message("promise_under", text, values)
    else:
        text = N_("No promise yet: {share} have an answer after {time}, but with so few questions that may be chance.")
        refusal = Message("promise_unsure", text, values)
    return Promise(None, share, refusal, evidence, _more_answers(share, needed, seconds, period))


def _more_answers(share: Estimate, needed: int, seconds: int, period: Period) -> Message:
    """How many more questions a week need an answer, so that the lower end of the interval reaches 8 of 10."""
    weekly = _weekly(needed - share.n * (share.value or 0.0), period)
    return Message(
        "more_answers",
        N_("For this promise {n} more question a week needs an answer within {time}."),
        {"n": weekly, "time": time_words(seconds)},
        plural=N_("For this promise {n} more questions a week need an answer within {time}."),
        count=weekly,
    )


def to_promise(curve: Survival, seconds: int, period: Period) -> Message:
    """What would have to change to promise a shorter time: how many more answers a week in time, and how much faster.

    >>> from metrics.responsiveness.survival import survival_of
    >>> curve = survival_of([HOUR] * 60 + [DAY] * 40, [])
    >>> print(to_promise(curve, 4 * HOUR, Period(0, 69)).english().replace(". ", ".\\n"))  # of 100, 88 are needed
    To promise 4 hours, 3 more questions a week need an answer in that time.
    Now 8 of 10 people have theirs within 24 hours.
    """
    found, needed = curve.within(seconds), _needed_of(curve.n)
    if found is None or needed is None:
        text = N_("There are too few questions to say what promising {time} takes.")
        return Message("to_promise_too_few", text, {"time": time_words(seconds)})
    if found[1] >= SHARE:
        return Message("to_promise_nothing", N_("{time} can be promised already."), {"time": time_words(seconds)})
    weekly = _weekly(needed - curve.n * found[0], period)
    now = curve.quantile(SHARE)
    values = {"n": weekly, "time": time_words(seconds)}
    if now.value is None:
        return Message(
            "to_promise_answers",
            N_(
                "To promise {time}, {n} more question a week needs an answer in that time. "
                "Now fewer than 8 of 10 people get one at all."
            ),
            values,
            plural=N_(
                "To promise {time}, {n} more questions a week need an answer in that time. "
                "Now fewer than 8 of 10 people get one at all."
            ),
            count=weekly,
        )
    return Message(
        "to_promise_faster",
        N_(
            "To promise {time}, {n} more question a week needs an answer in that time. "
            "Now 8 of 10 people have theirs within {now}."
        ),
        {**values, "now": Duration(now.value)},
        plural=N_(
            "To promise {time}, {n} more questions a week need an answer in that time. "
            "Now 8 of 10 people have theirs within {now}."
        ),
        count=weekly,
    )


def _weekly(answers: float, period: Period) -> int:
    """So many answers over the period, as whole answers a week, rounded up."""
    return max(1, ceil(ceil(answers - 1e-9) / (period.days / 7)))


def _within(curve: Survival, seconds: float) -> Estimate:
    bounds = curve.within(seconds)
    assert bounds is not None
    return Estimate(bounds[0], curve.n, bounds[1], bounds[2])


def _evidence(share: Estimate, seconds: float, period: Period) -> Message:
    text = N_(
        "{n} questions were asked ({period}): {share} ({low} to {high}) got an answer within {time}. "
        "Everybody who got no answer is in this share."
    )
    low, high = share.low or 0.0, share.high or 0.0
    values = {"n": share.n, "period": period, "share": whole(share.value or 0.0), "time": time_words(seconds)}
    return Message("promise_evidence", text, {**values, "low": whole(low), "high": whole(high)})


def _needed_of(n: int) -> int | None:
    """How many of n must be answered so that 8 of 10 is sure; None when even all of them are not enough."""
    return next((k for k in range(ceil(SHARE * n), n + 1) if k and wilson(k, n)[0] >= SHARE), None)
