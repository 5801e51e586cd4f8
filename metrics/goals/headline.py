"""The finding of the goals: how many have a number that shows a result, and how many targets are met."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from metrics.goals.goal import Goal
from metrics.goals.judge import DECIDABLE, Judged
from metrics.goals.levels import Reach, reaches
from metrics.words import N_, Message


def headline(goals: Sequence[Goal], judged: Iterable[Judged]) -> tuple[Message, ...]:
    """The active goals in one to five sentences.

    >>> headline((), ())[0].english()
    'There are no goals yet.'
    """
    active = [goal for goal in goals if goal.is_active]
    if not active:
        text = N_("All goals are closed.") if goals else N_("There are no goals yet.")
        return (Message("none", text),)
    reach = Counter(reaches(goal) for goal in active)
    found = [
        Message(
            "results",
            N_("{k} of {n} goal has a number that shows a result."),
            {"k": reach["result"], "n": len(active)},
            plural=N_("{k} of {n} goals have a number that shows a result."),
            count=len(active),
        )
    ]
    found += [say(reach[one]) for one, say in _REST.items() if reach[one]]
    verdicts = Counter(one.verdict for one in judged if one.verdict in DECIDABLE)
    if verdicts:
        text = N_("Targets that can be checked here: {met} met, {missed} not met, {open} undecided.")
        values = {"met": verdicts["met"], "missed": verdicts["not_met"], "open": verdicts["undecided"]}
        found.append(Message("targets", text, values))
    return tuple(found)


def _outputs(n: int) -> Message:
    return Message(
        "output",
        N_("{n} goal counts outputs only."),
        {"n": n},
        plural=N_("{n} goals count outputs only."),
        count=n,
    )


def _outtakes(n: int) -> Message:
    return Message(
        "outtake",
        N_("{n} goal goes no further than out-takes."),
        {"n": n},
        plural=N_("{n} goals go no further than out-takes."),
        count=n,
    )


def _nothing(n: int) -> Message:
    return Message(
        "nothing",
        N_("{n} goal has no number yet."),
        {"n": n},
        plural=N_("{n} goals have no number yet."),
        count=n,
    )


_REST: dict[Reach, Callable[[int], Message]] = {"output": _outputs, "outtake": _outtakes, "nothing": _nothing}
"""What is said of goals without a result, in this order."""
