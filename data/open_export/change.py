"""What was noted beside the charts over time, in the open export: without who wrote it, and without notes."""

from sqlalchemy import select

from data.access import Access
from data.open_export.columns import DEMO, OpenColumn, OpenTable
from data.owned import seen
from data.schema import acknowledged, baseline, event
from data.signal_series_of import seen as seen_signals

_DEPARTMENT = "The department that it is about."


def baselines_table(access: Access) -> OpenTable:
    """Decisions that limits begin anew."""
    this = baseline.c
    return OpenTable(
        "baselines",
        "Decisions that the limits of a number over time begin anew from a day on.",
        (
            OpenColumn("id", this.id, "integer", "Number of the decision."),
            OpenColumn("metric", this.metric, "text", "The number that it is about."),
            OpenColumn("department_id", this.department_id, "integer", _DEPARTMENT, missing="all departments"),
            OpenColumn("platform", this.platform, "text", "The platform that it is about.", missing="all platforms"),
            OpenColumn("first_day", this.first_day, "date", "The day from which new weeks make the limits."),
            OpenColumn("reason", this.reason, "text", "policy, tool, definition or other."),
            OpenColumn("made_at", this.made_ts, "datetime", "When it was decided.", "UTC"),
            OpenColumn("withdrawn_at", this.withdrawn_ts, "datetime", "When it was withdrawn.", "UTC", "it counts"),
        ),
        select(this.id).where(*seen(baseline, access)),
    )


def events_table(access: Access) -> OpenTable:
    """What happened."""
    this = event.c
    return OpenTable(
        "events",
        "What happened, for the margin of charts over time.",
        (
            OpenColumn("id", this.id, "integer", "Number of the event."),
            OpenColumn("kind", this.kind, "text", "holiday, storm, election or other."),
            OpenColumn("name", this.name, "text", "What it is called."),
            OpenColumn("first_day", this.first_day, "date", "Its first day."),
            OpenColumn("last_day", this.last_day, "date", "Its last day."),
            OpenColumn("department_id", this.department_id, "integer", _DEPARTMENT, missing="everybody"),
            OpenColumn("is_demo", this.is_demo, "boolean", DEMO),
        ),
        select(this.id).where(*seen(event, access)),
    )


def acknowledged_table(access: Access) -> OpenTable:
    """Signals that somebody has seen."""
    this = acknowledged.c
    return OpenTable(
        "acknowledged",
        "Signals that somebody has seen and acted on.",
        (
            OpenColumn("id", this.id, "integer", "Number of the acknowledgement."),
            OpenColumn(
                "series", this.series, "text", "What the signal is about: number:metric:department, topic:, volume:."
            ),
            OpenColumn("day", this.day, "date", "Day or Monday of its newest point."),
            OpenColumn("made_at", this.made_ts, "datetime", "When it was acknowledged.", "UTC"),
            OpenColumn("is_demo", this.is_demo, "boolean", DEMO),
        ),
        select(this.id).where(*seen_signals(access)),
    )
