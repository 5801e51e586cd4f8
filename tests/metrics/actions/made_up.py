"""An action and an assessment for tests, with some values of their own."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from metrics.actions.action import Action


def action(**different: Any) -> Action:
    """An action that is planned and has no date."""
    values: dict[str, Any] = {"id": 1, "assessment_id": 1, "question": "B4", "reason": "below_target"}
    values |= {"title": "Publish the norm", "department_id": None, "owner_role": "", "status": "planned"}
    values |= {"due_day": None, "metric": None, "direction": None, "control_id": None, "start_day": None}
    values |= {"expectation": "", "registered_ts": None, "who": "someone", "made_ts": 0}
    return Action(**{**values, **different})


@dataclass(frozen=True)
class Round:
    """An assessment as the store gives it."""

    id: int = 1
    name: str = "Spring"
    day: int = 20700
    target: int = 3
    weights: Mapping[str, float] = field(default_factory=dict)
    status: str = "open"
    version: str = "1.0"
    is_demo: bool = False
