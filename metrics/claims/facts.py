"""What was declared and what was measured, for the organisation or for one department, as the checks read it.

What no export tells is None or empty, never zero.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

Tally = tuple[int, int]
"""k of n."""


@dataclass(frozen=True)
class Answers:
    """Questions of citizens: whose deadline has passed, in time of these, never answered of these; the promised share.

    `target` is None when no norm promises a share, and when accounts promise different ones.
    """

    due: int
    in_time: int
    due_waiting: int
    target: float | None


@dataclass(frozen=True)
class Account:
    """One account of the register. `dormant`: no post for three times its own rhythm, at least 28 days."""

    id: int
    platform: str
    status: str  # active, dormant, closed
    owner: bool
    purpose: bool
    objective: str | None
    dormant: bool
    posts: int


@dataclass(frozen=True)
class Facts:
    """Everything that the checks may read. Each check says in its `needs` what it needs of it."""

    accounts: tuple[Account, ...] = ()
    answers: Answers | None = None
    declared: Mapping[str, object] = field(default_factory=dict)
