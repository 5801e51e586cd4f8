"""What departments want to reach, and the numbers that show it, in the open export; without who wrote it down."""

from sqlalchemy import func, select

from data.access import Access
from data.open_export.columns import DEMO, OpenColumn, OpenTable
from data.owned import seen
from data.schema import goal, goal_kpi


def goals_table(access: Access) -> OpenTable:
    """The goals as they are now."""
    this = goal.c
    whole = "for the whole organisation"
    return OpenTable(
        "goals",
        "What departments, or the whole organisation, want to reach.",
        (
            OpenColumn("id", this.id, "integer", "Number of the goal."),
            OpenColumn("department_id", this.department_id, "integer", "The department.", missing=whole),
            OpenColumn("title", this.title, "text", "What is to be reached."),
            OpenColumn("status", this.status, "text", "active or closed."),
            OpenColumn("made_at", this.made_ts, "datetime", "When it was written down.", "UTC"),
            OpenColumn("is_demo", this.is_demo, "boolean", DEMO),
        ),
        select(this.id).where(*seen(goal, access)),
    )


def goal_kpis_table(access: Access) -> OpenTable:
    """The numbers of the goals as they are now."""
    this, here = goal_kpi.c, "it is measured here"
    unit = "that of the metric: shares from 0 to 1, times in seconds, counts per week"
    return OpenTable(
        "goal_kpis",
        "The numbers that show whether a goal comes nearer.",
        (
            OpenColumn("id", this.id, "integer", "Number of the indicator."),
            OpenColumn("goal_id", this.goal_id, "integer", "The goal."),
            OpenColumn("metric", this.metric, "text", "The metric.", missing="it is measured elsewhere"),
            OpenColumn("name", func.nullif(this.name, ""), "text", "What is counted, in own words.", missing=here),
            OpenColumn("level", this.level, "text", "output, outtake, outcome or impact."),
            OpenColumn("direction", this.direction, "text", "at_least or at_most."),
            OpenColumn("target", this.target, "number", "How much is enough.", unit, "no target was set"),
            OpenColumn("source", func.nullif(this.source, ""), "text", "Where it is measured.", missing=here),
            OpenColumn("made_at", this.made_ts, "datetime", "When it was written down.", "UTC"),
            OpenColumn("set_at", this.set_ts, "datetime", "When its target was set.", "UTC"),
        ),
        select(this.id).join(goal).where(*seen(goal, access)),
    )
