"""Goals of the made-up municipality Waterstad."""

from typing import Any

from metrics.goals import Goal, Kpi

KPI = Kpi(1, 1, "", "within_norm", "output", "at_least", 0.8, "", "jo", 1_790_000_000, 1_790_000_000)


def kpi(**changes: Any) -> Kpi:
    """A number that differs from an ordinary one in what is given."""
    return Kpi(**{**vars(KPI), **changes})


def elsewhere(level: str = "outcome", name: str = "Waste in the right bin, %", **changes: Any) -> Kpi:
    """A number that is measured elsewhere."""
    return kpi(**{"metric": None, "name": name, "source": "waste counts", "level": level, "target": 75.0, **changes})


def goal(*kpis: Kpi, **changes: Any) -> Goal:
    """A goal with these numbers."""
    numbered = tuple(Kpi(**{**vars(one), "id": place}) for place, one in enumerate(kpis, 1))
    return Goal(
        **{"id": 1, "department_id": 1, "title": "Waste", "status": "active", "who": "jo", "made_ts": 0, **changes},
        kpis=numbered,
    )
