"""Removals of comments: how many, with which reason, whether a house rule was cited, and what came of appeals.

A log of removals holds counts, never a comment or its author. `rows` has account_id, department_id, day, action,
reason, rule ("" when none was cited), n, appealed and reversed; a row stands for `n` comments removed on one day.
"""

from dataclasses import dataclass

import pandas as pd

from metrics.estimate import Estimate
from metrics.logged import logged_share
from metrics.words import N_, Message, Share

ACTIONS: dict[str, str] = {"hidden": N_("Hidden"), "deleted": N_("Deleted")}
"""What was done to a comment."""

REASONS: dict[str, str] = {
    "insult": N_("Insult"),
    "threat": N_("Threat"),
    "discrimination": N_("Discrimination"),
    "spam": N_("Spam"),
    "privacy": N_("Personal data"),
    "off_topic": N_("Off topic"),
    "false_information": N_("False information"),
    "other": N_("Another reason"),
    "": N_("No reason given"),
}
"""Why it was done, in the order in which they are shown."""

WANTED_CITED = 0.9
"""Published rules are applied when at least this share of removals cites one (evidence for question B5)."""


@dataclass(frozen=True)
class ModerationSummary:
    """What the log says. `per_100` is removals per 100 messages of citizens; None when these are not known."""

    removals: int
    cited: Estimate
    appealed: Estimate
    reversed: Estimate
    per_100: float | None
    by_reason: dict[str, int]
    by_action: dict[str, int]


def summary(rows: pd.DataFrame, messages: int | None = None) -> ModerationSummary:
    """What a log of removals says; `messages` is how many messages citizens wrote in the same time.

    The shares are of all removals. Their intervals take each removal as a decision of its own; removals in one thread
    are more alike than that, so the true uncertainty is somewhat larger. Hidden and deleted comments may be missing
    from `messages`, because exports do not always hold them.

    >>> log = pd.DataFrame({"action": ["hidden", "deleted"], "reason": ["insult", ""], "rule": ["3", ""],
    ...                     "n": [18, 2], "appealed": [1, 0], "reversed": [1, 0]})
    >>> found = summary(log, messages=1000)
    >>> found.removals, found.cited.value, found.per_100, found.by_reason
    (20, 0.9, 2.0, {'insult': 18, '': 2})
    """
    removals = int(rows["n"].sum())
    by_reason, by_action = rows.groupby("reason")["n"].sum(), rows.groupby("action")["n"].sum()
    return ModerationSummary(
        removals=removals,
        cited=logged_share(int(rows.loc[rows["rule"] != "", "n"].sum()), removals),
        appealed=logged_share(int(rows["appealed"].sum()), removals),
        reversed=logged_share(int(rows["reversed"].sum()), removals),
        per_100=100 * removals / messages if messages else None,
        by_reason={code: int(by_reason[code]) for code in REASONS if code in by_reason.index},
        by_action={code: int(by_action[code]) for code in ACTIONS if code in by_action.index},
    )


def headline(found: ModerationSummary) -> Message:
    """The log in one sentence: how many removals, and whether a rule was cited."""
    if not found.removals:
        text = N_("No removal is in the log. That can mean that nothing was removed, or that nobody keeps the log.")
        return Message("no_removals", text)
    if found.cited.value is None:
        part = found.cited.reason.values["part"] if found.cited.reason else 0
        return Message(
            "few_removals",
            N_("{removals} comment was removed; a house rule was cited for {part}. Too few for a percentage."),
            {"removals": found.removals, "part": part},
            plural=N_("{removals} comments were removed; a house rule was cited for {part}. Too few for a percentage."),
            count=found.removals,
        )
    values = {"removals": found.removals, "cited": Share(found.cited.value), "wanted": Share(WANTED_CITED)}
    if found.cited.high is not None and found.cited.high < WANTED_CITED:
        text = N_(
            "{removals} comments were removed, and {cited} of the removals cite a house rule. Aim for {wanted}: people "
            "whose comment goes should know which rule it broke."
        )
        return Message("removals_uncited", text, values)
    text = N_("{removals} comments were removed, and {cited} of the removals cite a house rule.")
    return Message("removals_cited", text, values)
