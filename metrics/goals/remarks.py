"""What is to be said about a goal and its numbers. Nothing is refused; what does not hold is said."""

import re
from collections.abc import Iterable, Mapping

from metrics.goals.goal import Goal, Kpi
from metrics.goals.judge import Judged
from metrics.goals.levels import reaches
from metrics.words import N_, Message

_RESULTS = ("outcome", "impact")
_SEEN = re.compile(
    r"\b(likes?|hearts?|hartjes|followers?|volgers?|views?|weergaven|reach|bereik|impressions?|impressies|vertoningen|"
    r"clicks?|kliks?|shares|posts?|berichten)\b",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"\b(ave|advertising value|advertentiewaarde|pr.?(value|waarde)|media.?(value|waarde))\b", re.IGNORECASE
)


def remarks(goal: Goal, judged: Mapping[int, Judged]) -> tuple[Message, ...]:
    """Warnings about a goal as a whole, then about its numbers; `judged` is by the id of the number."""
    found: list[Message] = []
    match reaches(goal):
        case "nothing":
            found.append(Message("no_kpi", N_("This goal has no number yet: nobody can see whether it comes nearer.")))
        case "output":
            text = N_("This goal counts what you do, not what it brings: add an outcome.")
            found.append(Message("outputs_only", text))
        case "outtake":
            text = N_("This goal shows what people do at once, not what changes for them: add an outcome.")
            found.append(Message("outtakes_only", text))
    without = [kpi for kpi in goal.kpis if kpi.target is None]
    if without:
        found.append(
            Message(
                "no_target",
                N_("{n} number has no target: say how much is enough."),
                {"n": len(without)},
                plural=N_("{n} numbers have no target: say how much is enough."),
                count=len(without),
            )
        )
    if any(kpi.metric is not None and _has_no_data(judged.get(kpi.id)) for kpi in goal.kpis):
        text = N_("There are no data here for a number of this goal: load exports that have it, or choose another.")
        found.append(Message("no_data", text))
    return (*found, *of_words(goal.kpis))


def of_words(kpis: Iterable[Kpi]) -> tuple[Message, ...]:
    """Remarks on numbers in own words: likes are called a result, or attention is turned into money.

    Reference: AMEC, "Barcelona Principles" (2010 and later): AVEs are not the value of communication.
    """
    found: list[Message] = []
    own = [kpi for kpi in kpis if kpi.metric is None]
    if any(kpi.level in _RESULTS and _SEEN.search(kpi.name) for kpi in own):
        text = N_(
            "Likes, followers, views and clicks are no outcome and no impact: they show that people saw something, not "
            "that anything changed for them."
        )
        found.append(Message("likes_are_no_impact", text))
    if any(_MONEY.search(kpi.name) for kpi in own):
        text = N_(
            "What an advertisement would have cost is not what communication is worth (AMEC, Barcelona Principles): "
            "count what changed for people."
        )
        found.append(Message("no_money", text))
    return tuple(found)


def _has_no_data(judged: Judged | None) -> bool:
    return judged is None or judged.verdict == "not_measurable"
