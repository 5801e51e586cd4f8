"""Test messages: what staff asked as a mystery shopper, and what came of it. They stand beside the statistics.

A message that was picked up is not answered. In 2017 a Dutch municipality said that it answered everything, 80 % within
four hours; a broadcaster's test message was found marked as "being handled", without an answer. One message proves
nothing against a share of 80 %, and neither do twenty that staff chose: they are examples, not a random sample. So
every sentence here says how many there are, and puts them beside what was measured over all questions.
"""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from metrics.estimate import Estimate
from metrics.intervals import difference, wilson
from metrics.logged import logged_share
from metrics.words import N_, Message, Share

OUTCOMES: dict[str, str] = {
    "answered": N_("Answered"),
    "partly": N_("Answered in part"),
    "picked_up": N_("Picked up, not answered"),
    "none": N_("No answer"),
}
"""What can come of a test message. Only the first counts as answered."""

WITH_ANSWER = frozenset({"answered", "partly"})
"""The outcomes of messages that somebody wrote an answer to, so they have a time of the answer."""

PATIENCE = 72 * 3600
"""A message without an answer counts after this many seconds; before that it may still get one."""

Due = Callable[[int, int], int | None]
"""From an account and the second a message was sent to the second its answer is due; None: there is no norm."""


@dataclass(frozen=True)
class ShopperSummary:
    """What came of `n` test messages. `open` more were sent so lately that they may still get an answer.

    `outcomes` counts each outcome, `answered` is the share answered in full, and `in_time` the share answered in full
    before the deadline, of those whose deadline has passed; None when no norm is known.
    """

    n: int
    open: int
    outcomes: dict[str, int]
    answered: Estimate
    in_time: Estimate | None


def summary(messages: pd.DataFrame, now: int, due: Due | None = None) -> ShopperSummary:
    """What came of test messages; `messages` has account_id, asked_ts, answered_ts (NaN: none) and outcome.

    >>> sent = pd.DataFrame({"account_id": 1, "asked_ts": [0, 0], "answered_ts": [3600.0, None],
    ...                      "outcome": ["answered", "picked_up"]})
    >>> found = summary(sent, now=30 * 86_400)
    >>> found.outcomes["answered"], found.answered.reason.english()
    (1, '1 of 2: too few for a percentage.')
    """
    waiting = ~messages["outcome"].isin(WITH_ANSWER) & (messages["asked_ts"] > now - PATIENCE)
    counted = messages[~waiting]
    outcomes = {code: int((counted["outcome"] == code).sum()) for code in OUTCOMES}
    return ShopperSummary(
        n=len(counted),
        open=int(waiting.sum()),
        outcomes=outcomes,
        answered=logged_share(outcomes["answered"], len(counted)),
        in_time=None if due is None else _in_time(messages, now, due),
    )


def by_group(messages: pd.DataFrame, group: str, now: int, due: Due | None = None) -> dict[int, ShopperSummary]:
    """The same for each account (`group` "account_id") or department ("department_id")."""
    keys: list[int] = sorted(messages[group].unique().tolist())
    return {key: summary(messages[messages[group] == key], now, due) for key in keys}


def _in_time(messages: pd.DataFrame, now: int, due: Due) -> Estimate | None:
    rows = messages[["account_id", "asked_ts", "answered_ts", "outcome"]].itertuples(index=False, name=None)
    judged = [(due(int(account), int(asked)), answered, outcome) for account, asked, answered, outcome in rows]
    passed = [(until, answered, outcome) for until, answered, outcome in judged if until is not None and until <= now]
    if not passed:
        return None
    kept = sum(outcome == "answered" and answered <= until for until, answered, outcome in passed)
    return logged_share(kept, len(passed))


def headline(found: ShopperSummary) -> Message:
    """What came of the test messages, in one sentence that says how much they prove."""
    answered = found.outcomes["answered"]
    if found.n == 0:
        text = N_("There are no test messages yet that an answer can be expected to by now.")
        return Message("no_tests", text)
    if found.n == 1:
        outcome = next(code for code, n in found.outcomes.items() if n)
        text = N_("There is one test message ({outcome}). One message proves nothing, whatever came of it.")
        return Message("one_test", text, {"outcome": Message(outcome, OUTCOMES[outcome])})
    low, high = wilson(answered, found.n)
    values = {"answered": answered, "n": found.n, "low": Share(low), "high": Share(high)}
    text = N_(
        "{answered} of {n} test messages were answered. That is no proof: they are few and chosen, and even a random "
        "sample of this size leaves everything between {low} and {high} possible."
    )
    return Message("tests", text, values)


def beside_statistics(found: ShopperSummary, measured: Estimate) -> Message:
    """The test messages beside the measured share of questions that were answered in time (`within_norm`).

    Compared are the tests answered in time. They differ when the 95 % interval of the difference leaves out zero; even
    then it is a reason to look, not a proof.
    """
    if measured.value is None or measured.low is None or measured.high is None:
        text = N_("The statistics have no share of questions answered in time to put beside them.")
        return Message("no_statistics", text)
    values = {"share": Share(measured.value), "n": measured.n}
    tests = found.in_time
    if tests is None:
        text = N_(
            "The statistics say: {share} of {n} questions were answered in time. Without a norm, the test messages "
            "cannot be put beside that."
        )
        return Message("no_norm", text, values)
    if tests.value is None or tests.low is None or tests.high is None:
        text = N_(
            "The statistics say more: {share} of {n} questions were answered in time. There are too few test messages "
            "to put a percentage beside that."
        )
        return Message("too_few_tests", text, values)
    _gap, low, high = difference((tests.value, tests.low, tests.high), (measured.value, measured.low, measured.high))
    values = {**values, "tests": Share(tests.value), "tests_n": tests.n}
    if high < 0:
        text = N_(
            "The test messages came off worse ({tests} of {tests_n}) than the statistics say ({share} of {n} questions "
            "answered in time). Look for what the statistics miss."
        )
        return Message("tests_worse", text, values)
    if low > 0:
        text = N_(
            "The test messages came off better ({tests} of {tests_n}) than the statistics say ({share} of {n} "
            "questions answered in time). Perhaps colleagues recognised them."
        )
        return Message("tests_better", text, values)
    text = N_(
        "The test messages ({tests} of {tests_n}) fit the statistics: {share} of {n} questions were answered in time."
    )
    return Message("tests_fit", text, values)
