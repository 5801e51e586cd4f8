"""Removals that rose or fell clearly: a reason for a person to look, because removing criticism is a risk.

Kept simple on purpose. Counted are days on which an account removed something for a reason, because a wave of spam
under one post is one event, however many comments it is. Two periods of the same length are compared: of all such days
together, each is in the later period with a chance of one half if nothing changed, or as often as citizens wrote more
in it when that is known (exact binomial test). A change is told when it is at least a doubling or halving, rests on
`MINIMUM` days or more, and chance alone would give one like it in less than 5 % of cases, whichever of the reasons and
departments that are looked at it is (Bonferroni). It cannot tell a stricter moderator from ruder comments, and it does
not know what the comments were about: that is for the person who looks.

Reference: Przyborowski & Wilenski (1940), "Homogeneity of results in testing samples from Poisson series".
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from metrics.moderation import REASONS
from metrics.words import N_, Message

MINIMUM = 10
"""Days with removals, in both periods together, that a comparison needs."""

Messages = Mapping[int, tuple[int, int]]
"""Messages of citizens per department, in the earlier and the later period."""


@dataclass(frozen=True)
class Shift:
    """A clear change of one reason (`code` is in `REASONS`) or of one department (`code` is its id).

    `before` and `now` are days on which an account removed comments; `removed_before` and `removed_now` how many.
    """

    by: Literal["reason", "department"]
    code: str | int
    before: int
    now: int
    removed_before: int
    removed_now: int


def shifts(before: pd.DataFrame, now: pd.DataFrame, messages: Messages | None = None) -> list[Shift]:
    """The clear changes between two periods of the same length; reasons first, then departments."""
    known = messages or {}
    ids = sorted({*before["department_id"], *now["department_id"]})
    of_reasons = [_shift("reason", code, before, now) for code in REASONS]
    of_departments = [_shift("department", int(code), before, now) for code in ids]
    looked_at = [one for one in (*of_reasons, *of_departments) if one.before + one.now >= MINIMUM]
    exposure = {one: _exposure(one, known) for one in looked_at}
    return [one for one in looked_at if _clear(one, exposure[one], 0.05 / len(looked_at))]


def said(shift: Shift, department: str = "") -> Message:
    """The change in one sentence, with what to do; `department` is the name of the department it is about."""
    values = {"before": shift.removed_before, "now": shift.removed_now}
    if shift.by == "department":
        text = N_(
            "{department} removed {now} comments in the last weeks, and {before} in the weeks before. That is more "
            "than chance. Let a colleague look at what was removed."
        )
        return Message("department_shift", text, {"department": department, **values})
    text = N_(
        "Removals for “{reason}”: {now} in the last weeks, {before} in the weeks before. That is more than chance. Let "
        "a colleague look whether the rule is still read in the same way."
    )
    return Message("reason_shift", text, {"reason": Message("reason", REASONS[str(shift.code)]), **values})


def _shift(by: Literal["reason", "department"], code: str | int, before: pd.DataFrame, now: pd.DataFrame) -> Shift:
    column = "reason" if by == "reason" else "department_id"
    old, new = (frame[frame[column] == code] for frame in (before, now))
    return Shift(by, code, _days(old), _days(new), int(old["n"].sum()), int(new["n"].sum()))


def _days(rows: pd.DataFrame) -> int:
    return len(rows[["account_id", "day"]].drop_duplicates())


def _exposure(shift: Shift, messages: Messages) -> tuple[int, int]:
    """How much citizens wrote in both periods; the same when that is not known of either."""
    if shift.by == "department":
        found = [messages[int(shift.code)]] if int(shift.code) in messages else []
    else:
        found = list(messages.values())
    before, now = sum(one[0] for one in found), sum(one[1] for one in found)
    return (before, now) if before and now else (1, 1)


def _clear(shift: Shift, exposure: tuple[int, int], risk: float) -> bool:
    from scipy.special import bdtr, bdtrc

    n, chance = shift.before + shift.now, exposure[1] / sum(exposure)
    expected_before, expected_now = n * (1 - chance), n * chance
    ratio = (shift.now / expected_now) / (shift.before / expected_before) if shift.before else float("inf")
    if 0.5 < ratio < 2:
        return False
    at_least = 1.0 if shift.now == 0 else float(bdtrc(shift.now - 1, n, chance))
    at_most = float(bdtr(shift.now, n, chance))
    return 2 * min(at_least, at_most) < risk
