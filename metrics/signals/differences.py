"""Departments that differ from the others in how much conversation they get."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from metrics.calculations import MINIMUM_POSTS, posting_platforms
from metrics.histogram import median_with_interval, merge
from metrics.signals.finding import Finding
from metrics.slices import Slice
from metrics.totals import addable
from metrics.words import N_, Message

MEASURE = "comments"


@dataclass(frozen=True)
class Difference:
    """A department whose posts get clearly more or fewer comments than those of all others together."""

    department_id: int
    median: float
    others: float


def differences(current: Slice) -> tuple[list[Difference], int]:
    """The departments that differ clearly, by id, and how many departments were compared.

    A department is compared with all others together, by the median number of comments per post. It differs clearly
    when the two intervals do not overlap, at a certainty that allows for the number of departments (Bonferroni), and
    when the comparison within each platform does not contradict it and confirms it at least once. Without that
    last step a department would stand out only because it uses other platforms (Simpson's paradox).
    """
    rows = addable(current, posting_platforms(current.sums, f"{MEASURE}_n"))[0].histograms
    rows = rows[rows["measure"] == MEASURE]
    sizes = rows.groupby("department_id")["n"].sum()
    compared = [int(department) for department in sizes.index[sizes >= MINIMUM_POSTS]]
    if len(compared) < 2:
        return [], 0
    found = [_difference(rows, department, len(compared)) for department in compared]
    return [difference for difference in found if difference is not None], len(compared)


def _difference(rows: pd.DataFrame, department: int, checks: int) -> Difference | None:
    overall = _against_others(rows, department, checks)
    if overall is None or overall.side == 0:
        return None
    platforms = [_against_others(part, department, checks) for _, part in rows.groupby("platform")]
    inside = [part for part in platforms if part is not None]
    contradicted = any((part.median - part.others) * overall.side < 0 for part in inside)
    confirmed = any(part.side == overall.side for part in inside)
    if contradicted or not confirmed:
        return None
    return Difference(department, overall.median, overall.others)


@dataclass(frozen=True)
class _Sides:
    median: float
    others: float
    side: int  # 1 clearly more, -1 clearly fewer, 0 not clear


def _against_others(rows: pd.DataFrame, department: int, checks: int) -> _Sides | None:
    own = rows["department_id"] == department
    if min(rows.loc[own, "n"].sum(), rows.loc[~own, "n"].sum()) < MINIMUM_POSTS:
        return None
    median, low, high = median_with_interval(merge(rows[own]), risk=0.05 / checks)
    others, others_low, others_high = median_with_interval(merge(rows[~own]), risk=0.05 / checks)
    assert median is not None and others is not None
    if low is None or high is None or others_low is None or others_high is None:
        return _Sides(median, others, 0)
    return _Sides(median, others, int(low > others_high) - int(high < others_low))


def department_findings(current: Slice, names: Mapping[int, str]) -> list[Finding]:
    """At most one finding: who differs clearly in comments per post, in the order of the alphabet."""
    found, checks = differences(current)
    if not found:
        return []
    todo = Message("learn_from_department", N_("Look at their posts of this period: what do people react to?"))
    return [Finding("departments", _sentence(found, names), todo, "departments", "conversation", checks)]


def headline(current: Slice, names: Mapping[int, str], unfair: Message | None = None) -> Message:
    """One sentence for the Departments page; `unfair` is why they may not be compared, if they may not."""
    if unfair is not None:
        return unfair
    found, checks = differences(current)
    if checks == 0:
        text = N_("Fewer than two departments have the {needed} posts that a comparison needs.")
        return Message("too_few_departments", text, {"needed": MINIMUM_POSTS})
    if not found:
        return Message("departments_alike", N_("No department differs clearly from the others in comments per post."))
    return _sentence(found, names)


def _sentence(found: list[Difference], names: Mapping[int, str]) -> Message:
    if len(found) == 1:
        return _sentence_about_one(found[0], names)
    more = tuple(sorted(names[one.department_id] for one in found if one.median > one.others))
    fewer = tuple(sorted(names[one.department_id] for one in found if one.median < one.others))
    if more and fewer:
        text = N_("Compared with all others, posts of {more} get more comments, and posts of {fewer} get fewer.")
    elif more:
        text = N_("Compared with all others, posts of {more} get more comments.")
    else:
        text = N_("Compared with all others, posts of {fewer} get fewer comments.")
    return Message("departments_differ", text, {"more": more, "fewer": fewer})


def _sentence_about_one(only: Difference, names: Mapping[int, str]) -> Message:
    text = N_("{department} gets more comments than the others: {median} on the middle post, against {others}.")
    if only.median < only.others:
        text = N_("{department} gets fewer comments than the others: {median} on the middle post, against {others}.")
    values = {"department": names[only.department_id], "median": only.median, "others": only.others}
    return Message("department_differs", text, values)
