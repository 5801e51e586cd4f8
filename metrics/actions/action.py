"""An action of the plan: who does what by when, and which number should show it."""

from dataclasses import dataclass
from typing import Literal

from metrics.words import N_

Status = Literal["idea", "planned", "doing", "done", "dropped"]
Reason = Literal["contradiction", "below_target", "own"]
Direction = Literal["up", "down"]

STATUSES: dict[Status, str] = {
    "idea": N_("Idea"),
    "planned": N_("Planned"),
    "doing": N_("Under way"),
    "done": N_("Done"),
    "dropped": N_("Dropped"),
}
"""How far an action is, in the order of the work."""

REASONS: dict[Reason, str] = {
    "contradiction": N_("Data disagree with the answer"),
    "below_target": N_("Below the target"),
    "own": N_("Own idea"),
}
"""Why an action is in the plan."""

DIRECTIONS: dict[Direction, str] = {"up": N_("should go up"), "down": N_("should go down")}
"""What the number is expected to do."""

FIELDS = ("title", "department_id", "owner_role", "status", "due_day")
MEASURED = ("metric", "direction", "control_id", "start_day", "expectation")
LOCKED = frozenset({*MEASURED, "department_id"})
"""What cannot be changed once the comparison is registered: whose number it is belongs to that."""

DECIDED: frozenset[Status] = frozenset({"planned", "doing", "done", "dropped"})
"""Beyond an idea, somebody decided something."""


@dataclass(frozen=True)
class Action:
    """One action, as the store has it. Days are day numbers, moments seconds since 1970 UTC.

    `question` is the question that it came from ("" for an own idea), `owner_role` a role and never a name,
    `control_id` the department that its number is compared with. `registered_ts` is when the comparison was written
    down, before the start; None while it is not.
    """

    id: int
    assessment_id: int | None
    question: str
    reason: Reason
    title: str
    department_id: int | None
    owner_role: str
    status: Status
    due_day: int | None
    metric: str | None
    direction: Direction | None
    control_id: int | None
    start_day: int | None
    expectation: str
    registered_ts: int | None
    who: str
    made_ts: int
    is_demo: bool = False

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done."""
        return self.status not in ("done", "dropped")

    @property
    def is_registered(self) -> bool:
        """Whether its comparison is registered, and so locked."""
        return self.registered_ts is not None


@dataclass(frozen=True)
class ActionChange:
    """One change of one field of an action: old and new as they are stored, by whom and when.

    The first one of each action has the field `status` and no old value: it was added then.
    """

    action_id: int
    field: str
    old: object
    new: object
    who: str
    made_ts: int
