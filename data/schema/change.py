"""Change, and what explains it: decisions of people, never worked out."""

from sqlalchemy import Column, ForeignKey, Index, Integer, Text, UniqueConstraint

from data.schema.common import Big, table

baseline = table(
    "baseline",  # a decision: from this day on the limits of a chart begin anew (data.baselines)
    Column("id", Integer, primary_key=True),
    Column("metric", Text, nullable=False),
    Column("department_id", Integer, ForeignKey("department.id")),  # NULL: of the whole organisation
    Column("platform", Text),  # NULL: of all platforms together
    Column("first_day", Integer, nullable=False),
    Column("reason", Text, nullable=False),  # policy, tool, definition, other
    Column("note", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("made_ts", Big, nullable=False),
    Column("withdrawn_ts", Big),  # it no longer counts, and is still told
    Column("is_demo", Integer, nullable=False, server_default="0"),
    Index(None, "department_id"),
)
event = table(
    "event",  # what happened, for the margin of a chart
    Column("id", Integer, primary_key=True),
    Column("kind", Text, nullable=False),  # holiday, storm, election, other
    Column("name", Text, nullable=False),
    Column("first_day", Integer, nullable=False),
    Column("last_day", Integer, nullable=False),
    Column("department_id", Integer, ForeignKey("department.id")),  # NULL: it concerns everybody
    Column("who", Text, nullable=False),
    Column("made_ts", Big, nullable=False),
    Column("is_demo", Integer, nullable=False, server_default="0"),
    Index(None, "department_id"),
)
acknowledged = table(
    "acknowledged",  # somebody saw a signal and said what was done about it
    Column("id", Integer, primary_key=True),
    Column("series", Text, nullable=False),  # which one: metrics.signals
    Column("day", Integer, nullable=False),  # of its newest point
    Column("note", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("made_ts", Big, nullable=False),
    Column("is_demo", Integer, nullable=False, server_default="0"),  # what it counts was of the demo, or partly
    UniqueConstraint("series", "day"),
)
