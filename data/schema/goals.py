"""Goals, and the numbers that show whether they come nearer."""

from sqlalchemy import Column, ForeignKey, Index, Integer, Text

from data.schema.common import Big, Real, table

goal = table(
    "goal",
    Column("id", Integer, primary_key=True),
    Column("department_id", Integer, ForeignKey("department.id")),  # NULL: of the whole organisation
    Column("title", Text, nullable=False),
    Column("status", Text, nullable=False, server_default="active"),  # active, closed
    Column("who", Text, nullable=False),
    Column("made_ts", Big, nullable=False),
    Column("is_demo", Integer, nullable=False, server_default="0"),
    Index(None, "department_id"),
)
goal_kpi = table(
    "goal_kpi",  # what shows that a goal comes nearer
    Column("id", Integer, primary_key=True),
    Column("goal_id", Integer, ForeignKey("goal.id"), nullable=False),
    Column("name", Text, nullable=False),  # "" for a number of the registry
    Column("metric", Text),  # metrics.registry; NULL: it is measured elsewhere
    Column("level", Text, nullable=False),  # output, outtake, outcome, impact
    Column("direction", Text, nullable=False),  # at_least, at_most
    Column("target", Real),  # in the unit of the metric; NULL: none was set
    Column("source", Text, nullable=False),  # where it is measured, when not here
    Column("who", Text, nullable=False),
    Column("made_ts", Big, nullable=False),
    Column("set_ts", Big, nullable=False),  # when target and direction became what they are
    Index(None, "goal_id"),
)
