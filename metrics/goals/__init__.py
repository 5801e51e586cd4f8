"""Goals: what an organisation wants to reach, the numbers that show it, and whether their targets are met."""

from metrics.goals.goal import Direction, Goal, Kpi, Level, Status

__all__ = ["Direction", "Goal", "Kpi", "Level", "Status"]
