"""The facts about the organisation and about each department, from the frames that the store answers with.

Some things are the organisation's as a whole and count for each department as they are: the list of stakeholders,
the imports, the agreed platforms and the labelled sample.
"""

from collections.abc import Collection, Iterable

import pandas as pd

from metrics.claims.facts import Account, Answers, Department, Facts, Goals, Messages, Removals, Tally
from metrics.claims.frames import HALF_YEAR, QUARTER, Frames, Partner
from metrics.claims.guided import guided, indicators
from metrics.claims.register import accounts
from metrics.goals.goal import Goal
from metrics.goals.levels import reaches
from metrics.quality.limits import STALE_DAYS
from metrics.responsiveness.staffing import Staffing, staffing


def facts_of(frames: Frames, departments: Iterable[int]) -> dict[int | None, Facts]:
    """Facts of the whole organisation (None) and of each of these departments, also of those without accounts."""
    every = accounts(frames)
    found: dict[int | None, Facts] = {None: _facts(frames, every, None)}
    for department in departments:
        mine = tuple(account for account in every if account.department_id == department)
        found[department] = _facts(frames, mine, department)
    return found


def _facts(frames: Frames, of: tuple[Account, ...], department: int | None) -> Facts:
    ids = {account.id for account in of}
    coverage, last = _of(frames.coverage, ids), frames.period.last
    first_day, until = coverage["first_day"].min(), coverage["covered_until"].max()
    known = not (pd.isna(first_day) or pd.isna(until))
    days_known = max(0, int(min(until, last) - max(first_day, last - HALF_YEAR + 1)) + 1) if known else 0
    whose = (None,) if department is None else (None, department)
    rules = {one: frames.guidelines[one] for one in ids if one in frames.guidelines}
    looked_at = frames.actions.items()
    aims = [goal for goal in frames.goals if goal.is_active and (department is None or goal.department_id in whose)]
    return Facts(
        accounts=of,
        departments=_departments(frames, of),
        days=frames.period.days,
        days_known=days_known,
        history=int(until - first_day) + 1 if known else None,
        answers=_answers(frames, ids),
        guided=guided({one: seen for one, seen in frames.evidence.items() if one in ids}, rules, last),
        staffing=_staffing(frames, ids),
        removals=_removals(_of(frames.removals, ids)),
        agreed=frames.agreed,
        stakeholders=_stakeholders(frames),
        partners=_partners(frames, department, days_known),
        decisions=_decisions(frames, whose),
        signals=_signals(frames, whose),
        indicators=indicators(rules.values()).union(
            *(metrics for whom, metrics in looked_at if department is None or whom in whose),
            (kpi.metric for goal in aims for kpi in goal.kpis if kpi.metric is not None),
        ),
        goals=_goals(aims),
        imports=frames.imports,
        expired=_expired(frames.expired, ids),
        messages=_messages(frames.messages, ids),
        labels=frames.labels,
        tones=frames.tones,
    )


def _of(frame: pd.DataFrame, ids: Collection[int]) -> pd.DataFrame:
    return frame[frame["account_id"].isin(list(ids))]


def _answers(frames: Frames, ids: Collection[int]) -> Answers | None:
    """Questions of accounts whose norm promises a share, or of all where none does."""
    rows = _of(frames.answers, ids)
    if rows.empty:
        return None
    norms = {int(one): frames.norms.get(int(one)) for one in rows["account_id"]}
    promised = {one: norm.target for one, norm in norms.items() if norm and norm.is_set and norm.target is not None}
    normed = _of(rows, [one for one, norm in norms.items() if norm is not None and norm.is_set])
    judged = _of(rows, promised) if promised else rows
    due = judged["due"].astype("int64")
    total = int(due.sum())
    target = None
    if promised:
        shares = judged["account_id"].map(promised)
        target = float((shares * due).sum() / total) if total else float(shares.mean())
    return Answers(
        due=total,
        in_time=int(judged["in_time"].sum()),
        due_waiting=int(judged["due_waiting"].sum()),
        target=target,
        normed=(int(normed["in_time"].sum()), int(normed["due"].sum())) if len(normed) else None,
    )


def _departments(frames: Frames, of: tuple[Account, ...]) -> tuple[Department, ...]:
    """Departments with accounts that are not closed; recent data reach to the last weeks before the newest."""
    until = dict(zip(frames.coverage["account_id"], frames.coverage["covered_until"], strict=True))
    newest = frames.coverage["covered_until"].max()
    found = []
    for department in sorted({account.department_id for account in of if account.status != "closed"}):
        ids = {account.id for account in of if account.department_id == department}
        recent = any(until.get(one, float("nan")) >= newest - STALE_DAYS for one in ids)
        rows = _of(frames.answers, ids)
        tally = (int(rows["in_time"].sum()), int(rows["due"].sum())) if len(rows) else None
        found.append(Department(department, recent, tally))
    return tuple(found)


def _staffing(frames: Frames, ids: Collection[int]) -> Staffing | None:
    slots = _of(frames.slots, ids)
    opening = {one: norm.opening_hours for one, norm in frames.norms.items()}
    return staffing(slots, opening) if len(slots) else None


def _removals(rows: pd.DataFrame) -> Removals | None:
    return Removals(*(int(rows[name].sum()) for name in ("n", "cited", "appealed", "reversed"))) if len(rows) else None


def _stakeholders(frames: Frames) -> Tally | None:
    """The list is the organisation's, so it counts who is named by whichever department."""
    if not frames.stakeholders:
        return None
    named = set(frames.named.loc[(frames.named["kind"] == "stakeholder") & (frames.named["n"] > 0), "target_id"])
    return len(frames.stakeholders & named), len(frames.stakeholders)


def _partners(frames: Frames, department: int | None, days: int) -> Tally | None:
    declared = [one for one in frames.partners if department in (None, one.department_id)]
    if not declared:
        return None
    return sum(_named(frames, one) * QUARTER >= one.times * days for one in declared), len(declared)


def _named(frames: Frames, pair: Partner) -> int:
    return frames.named_departments.get((pair.department_id, pair.partner_id), 0)


def _decisions(frames: Frames, whose: tuple[int | None, ...]) -> int | None:
    if frames.decisions is None:
        return None
    return sum(n for whom, n in frames.decisions.items() if whose == (None,) or whom in whose)


def _signals(frames: Frames, whose: tuple[int | None, ...]) -> Tally | None:
    mine = [one.in_time for one in frames.signals if whose == (None,) or one.department_id in whose]
    return (sum(mine), len(mine)) if mine else None


def _goals(aims: Collection[Goal]) -> Goals | None:
    if not aims:
        return None
    above = sum(reaches(goal) in ("outtake", "result") for goal in aims)
    return Goals(len(aims), above, sum(any(kpi.target is not None for kpi in goal.kpis) for goal in aims))


def _expired(rows: pd.DataFrame | None, ids: Collection[int]) -> Tally | None:
    mine = None if rows is None else _of(rows, ids)
    if mine is None or not mine["messages"].sum():
        return None
    return int(mine["expired"].sum()), int(mine["messages"].sum())


def _messages(rows: pd.DataFrame | None, ids: Collection[int]) -> Messages | None:
    mine = None if rows is None else _of(rows, ids)
    if mine is None or mine.empty:
        return None
    return Messages(len(mine), int(mine["contact"].sum()), int(mine["open_author"].sum()))
