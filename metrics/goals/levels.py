"""The four levels of the GCS Evaluation Framework, explained with what a municipality knows.

Reference: Government Communication Service (UK), "Evaluation Framework": inputs, outputs, out-takes, outcomes, impact;
and AMEC, "Barcelona Principles": outcomes and impact are measured, not only outputs, and likes are no impact.
"""

from dataclasses import dataclass
from typing import Literal

from metrics.goals.goal import Goal, Level
from metrics.words import N_


@dataclass(frozen=True)
class Explained:
    """A level: its name, what it counts, and an example. Texts are English templates."""

    name: str
    meaning: str
    example: str


LEVELS: dict[Level, Explained] = {
    "output": Explained(
        N_("Output"),
        N_("What you do, and whom it can reach."),
        N_("12 posts about separating waste, seen by 9,000 people; 8 of 10 questions answered in time."),
    ),
    "outtake": Explained(
        N_("Out-take"),
        N_("What people do with it at once: they click, write, share, or understand it."),
        N_("400 people downloaded the waste calendar; residents wrote under 3 of 10 posts."),
    ),
    "outcome": Explained(
        N_("Outcome"),
        N_("What people do differently afterwards."),
        N_("More households put their waste in the right bin; fewer people call about collection days."),
    ),
    "impact": Explained(
        N_("Impact"),
        N_("What changes in the city."),
        N_("Less residual waste per resident; more trust in the municipality in the residents' survey."),
    ),
}
"""The levels, the lowest first."""

ORDER: tuple[Level, ...] = tuple(LEVELS)

Reach = Literal["result", "outtake", "output", "nothing"]
"""How far a goal is measured: a result (outcome or impact), out-takes, outputs only, or no number at all."""


def reaches(goal: Goal) -> Reach:
    """How far the numbers of a goal go: its highest level decides."""
    levels = {kpi.level for kpi in goal.kpis}
    if levels & {"outcome", "impact"}:
        return "result"
    if "outtake" in levels:
        return "outtake"
    return "output" if levels else "nothing"
