"""What the answers show, in sentences, the most useful first."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

import pandas as pd

from metrics.calculations import MINIMUM_FOR_SHARE
from metrics.comparison.periods import SURE, compare
from metrics.comparison.platform_mix import holds_inside
from metrics.estimate import Estimate
from metrics.responsiveness.estimates import share_in_time
from metrics.responsiveness.headline import against_target
from metrics.responsiveness.others import average_of_answered
from metrics.responsiveness.slow_hours import WHEN, slowest
from metrics.responsiveness.staffing import share_of
from metrics.responsiveness.words import whole
from metrics.signals.finding import Finding
from metrics.slices import Slice
from metrics.words import N_, Duration, Message

PAGE = "responsiveness"


def findings(
    data: Slice, names: Mapping[int, str], targets: Mapping[int, float], hours: pd.DataFrame | None = None
) -> list[Finding]:
    """Everything about answers that is worth a sentence.

    `names` are the departments by id, `targets` the promised shares of those that promised one, `hours` the store's
    frame by hour. The order: a fast average that hides the unanswered, a promise that does not hold, other departments
    that leave more unanswered, and when questions wait longest.
    """
    hidden, open_ = unanswered(data, names)
    return [*hidden, *promises(data, names, targets), *open_, *(slow_hours(hours) if hours is not None else [])]


@dataclass(frozen=True)
class _Department:
    id: int
    average: Estimate  # seconds to an answer, over the answered only
    unanswered: Estimate
    others: Estimate  # share of unanswered of all others together


def unanswered(data: Slice, names: Mapping[int, str]) -> tuple[list[Finding], list[Finding]]:
    """Departments that leave clearly more unanswered than all others together: those that look fast, and the rest.

    A department looks fast when its average over the answered questions is among the fastest third. The shares of
    unanswered among the questions whose deadline has passed are compared by Newcombe's interval of the difference, at
    a certainty that allows for the number of departments (Bonferroni). With the platforms mixed as the department has
    them the difference must point the same way, and no platform may clearly point the other way (Simpson's paradox).
    """
    ids = sorted({int(department) for department in data.answers["department_id"]})
    compared = [department for department in ids if _due(data, department) >= MINIMUM_FOR_SHARE]
    if len(compared) < 2:
        return [], []
    every = [_department(data, department) for department in compared]
    averages = sorted(one.average.value for one in every if one.average.value is not None)
    fastest = set(averages[: ceil(len(averages) / 3)]) if len(averages) > 1 else set()
    hidden, rest = [], []
    for one in every:
        if not _clearly_more(data, one, len(compared)):
            continue
        if one.average.value in fastest:
            hidden.append(_looks_fast(one, names[one.id], len(compared)))
        else:
            rest.append(_leaves_more(one, names[one.id], len(compared)))
    return hidden, rest


def _due(data: Slice, department: int) -> int:
    return int(data.answers.loc[data.answers["department_id"] == department, "due"].sum())


def _department(data: Slice, department: int) -> _Department:
    own = data.answers["department_id"] == department
    return _Department(
        department,
        average_of_answered(data.where(department_id=department)),
        _never(data.answers[own]),
        _never(data.answers[~own]),
    )


def _never(answers: pd.DataFrame) -> Estimate:
    return share_of(int(answers["due_waiting"].sum()), int(answers["due"].sum()))


def _clearly_more(data: Slice, one: _Department, checks: int) -> bool:
    change = compare(one.unanswered, one.others)
    if change.direction != "up" or change.p is None or change.p >= SURE / checks:
        return False
    return holds_inside(
        (_never(rows[rows["department_id"] == one.id]), _never(rows[rows["department_id"] != one.id]))
        for _platform, rows in data.answers.groupby("platform")
    )


def _looks_fast(one: _Department, name: str, checks: int) -> Finding:
    text = N_(
        "{department} seems fast: {average} on average. But {share} of its {n} questions got no answer, against "
        "{others} elsewhere. The average leaves these people out."
    )
    values = {**_values(one, name), "average": Duration(one.average.value or 0.0)}
    todo = Message("answer_the_rest", N_("Look at the questions that wait: what do they have in common?"))
    return Finding("unanswered", Message("fast_average", text, values), todo, PAGE, "answered_share", checks)


def _leaves_more(one: _Department, name: str, checks: int) -> Finding:
    text = N_("{department} leaves more questions without an answer: {share} of {n}, against {others} elsewhere.")
    todo = Message("answer_the_waiting", N_("Answer the oldest questions first, and agree who watches the account."))
    return Finding("unanswered", Message("unanswered", text, _values(one, name)), todo, PAGE, "answered_share", checks)


def _values(one: _Department, name: str) -> dict[str, object]:
    share, others = whole(one.unanswered.value or 0.0), whole(one.others.value or 0.0)
    return {"department": name, "share": share, "n": one.unanswered.n, "others": others}


def promises(data: Slice, names: Mapping[int, str], targets: Mapping[int, float]) -> list[Finding]:
    """At most one finding: the departments whose promise clearly does not hold, by the whole interval."""
    missed = []
    for department, target in sorted(targets.items()):
        part = data.where(department_id=department)
        share = share_in_time(part)
        if share.value is not None and against_target(int(part.answers["in_time"].sum()), share.n, target) == "missed":
            missed.append((share.value, department, target, share))
    if not missed:
        return []
    todo = Message("adjust_promise", N_("See what can be promised now, or what it takes to keep this promise."))
    message = _promise_of_one(*missed[0][1:], names) if len(missed) == 1 else _promise_of_many(missed, len(targets))
    return [Finding("promise", message, todo, PAGE, "within_norm", len(targets))]


def _promise_of_one(department: int, target: float, share: Estimate, names: Mapping[int, str]) -> Message:
    text = N_(
        "{department} promises that {target} of the questions are answered in time. Of {n} questions it was "
        "{share} ({low} to {high})."
    )
    values = {
        "department": names[department],
        "target": whole(target),
        "n": share.n,
        "share": whole(share.value or 0.0),
    }
    values |= {"low": whole(share.low or 0.0), "high": whole(share.high or 0.0)}
    return Message("promise_missed", text, values)


def _promise_of_many(missed: list[tuple[float, int, float, Estimate]], promising: int) -> Message:
    """Several departments in one sentence: who they are stands in the chart by department, unranked."""
    shares, targets = [value for value, *_rest in missed], [target for _value, _department, target, _share in missed]
    values: dict[str, object] = {"missed": len(missed), "promising": promising, "target": whole(min(targets))}
    values |= {"lowest": whole(min(shares)), "highest": whole(max(shares))}
    text = N_(
        "{missed} of {promising} departments clearly do not keep their promise: they answer {lowest} to {highest} of "
        "the questions in time, and promised at least {target}."
    )
    return Message("promises_missed", text, values)


def slow_hours(hours: pd.DataFrame) -> list[Finding]:
    """At most one finding: the weekday or part of the day whose questions are clearly answered in time less often."""
    slow = slowest(hours)
    if slow is None:
        return []
    text = N_(
        "Questions asked {when} wait longest: {share} of {n} were answered in time, against {others} at other times."
    )
    values = {"when": Message(slow.when, WHEN[slow.when]), "share": whole(slow.own.value or 0.0), "n": slow.own.n}
    message = Message("slow_hours", text, {**values, "others": whole(slow.others.value or 0.0)})
    todo = Message("staff_slow_hours", N_("See whether somebody is there then, and what other opening hours would do."))
    return [Finding("slow_hours", message, todo, PAGE, "within_norm", slow.checks)]
