"""What the organisation declares, and what it says about itself."""

from sqlalchemy import Column, ForeignKey, Index, Integer, Text

from data.schema.common import Big, table

agreed_platform = table(
    "agreed_platform",  # the platforms that departments agreed to use
    Column("platform", Text, primary_key=True),
    Column("reason", Text, nullable=False),
    Column("is_demo", Integer, nullable=False, server_default="0"),
)
partner = table(
    "partner",  # which department said to work with which other one, and how often a quarter that should show
    Column("department_id", Integer, ForeignKey("department.id"), primary_key=True, autoincrement=False),
    Column("partner_id", Integer, ForeignKey("department.id"), primary_key=True, autoincrement=False),
    Column("times_a_quarter", Integer, nullable=False),
    Column("is_demo", Integer, nullable=False, server_default="0"),
)
stakeholder = table(
    "stakeholder",  # organisations to work with, never private persons
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("names", Text, nullable=False),  # JSON: other names and handles by which posts mention it
    Column("field", Text, nullable=False),  # the policy field; "" for none
    Column("is_demo", Integer, nullable=False, server_default="0"),
)
questionnaire = table(
    "questionnaire",  # the questions as they were when an assessment began, so that old results open after an update
    Column("id", Integer, primary_key=True),
    Column("version", Text, nullable=False),
    Column("hash", Text, nullable=False, unique=True),
    Column("content", Text, nullable=False),  # JSON (data.questionnaire)
)
assessment = table(
    "assessment",
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("questionnaire_id", Integer, ForeignKey("questionnaire.id"), nullable=False),
    Column("day", Integer, nullable=False),  # the day it is about
    Column("target", Integer, nullable=False),  # the level to reach, 0 to 4
    Column("weights", Text, nullable=False),  # JSON: dimension -> weight
    Column("status", Text, nullable=False),  # open, closed
    Column("who", Text, nullable=False),
    Column("made_ts", Big, nullable=False),
    Column("is_demo", Integer, nullable=False, server_default="0"),
)
respondent = table(
    "respondent",  # who answers: a role, never a name
    Column("id", Integer, primary_key=True),
    Column("assessment_id", Integer, ForeignKey("assessment.id"), nullable=False),
    Column("department_id", Integer, ForeignKey("department.id")),  # NULL: for the whole organisation
    Column("role", Text, nullable=False),
    Column("made_ts", Big, nullable=False),
    Index(None, "assessment_id"),
    Index(None, "department_id"),
)
answer = table(
    "answer",
    Column("respondent_id", Integer, ForeignKey("respondent.id"), primary_key=True, autoincrement=False),
    Column("question", Text, primary_key=True),
    Column("state", Text, nullable=False),  # open, answered, dont_know, not_applicable
    Column("level", Integer),  # 0 to 4, of answered ones
    Column("note", Text, nullable=False),
    Column("confidence", Text),  # low, medium, high; NULL: not said
    Column("evidence", Text, nullable=False),  # JSON: documents and measured figures
    Column("revision", Integer, nullable=False),  # 1 after the first save
    Column("saved_ts", Big, nullable=False),
    keyed=True,
)
answer_change = table(
    "answer_change",  # every save, also those that another person's answer came before: nothing is lost
    Column("id", Integer, primary_key=True),
    Column("respondent_id", Integer, ForeignKey("respondent.id"), nullable=False),
    Column("question", Text, nullable=False),
    Column("field", Text, nullable=False),
    Column("old", Text),  # JSON
    Column("new", Text),
    Column("revision", Integer, nullable=False),  # of the answer after this save
    Column("set_aside", Integer, nullable=False),  # 1: kept here only, because another value came in between
    Column("who", Text, nullable=False),
    Column("made_ts", Big, nullable=False),
    Index(None, "respondent_id", "question"),
)
benchmark = table(
    "benchmark",  # answers of other bodies, without their names
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),  # peers, oecd
    Column("version", Text, nullable=False),  # of the questionnaire
    Column("content", Text, nullable=False),  # JSON
    Column("consent", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("made_ts", Big, nullable=False),
    Column("is_demo", Integer, nullable=False, server_default="0"),
)
action = table(
    "action",
    Column("id", Integer, primary_key=True),
    Column("assessment_id", Integer, ForeignKey("assessment.id")),
    Column("question", Text, nullable=False),  # "" when it came from no question
    Column("reason", Text, nullable=False),  # below_target, contradiction, own
    Column("title", Text, nullable=False),
    Column("department_id", Integer, ForeignKey("department.id")),
    Column("owner_role", Text, nullable=False),
    Column("status", Text, nullable=False),  # idea, planned, doing, done, dropped
    Column("due_day", Integer),
    Column("metric", Text),  # metrics.registry; NULL: nothing is measured
    Column("direction", Text),  # up, down
    Column("control_id", Integer, ForeignKey("department.id")),  # the department it is compared with
    Column("start_day", Integer),
    Column("expectation", Text, nullable=False),
    Column("registered_ts", Big),  # from then on metric, direction, control, start and expectation are locked
    Column("who", Text, nullable=False),
    Column("made_ts", Big, nullable=False),
    Column("is_demo", Integer, nullable=False, server_default="0"),
    Index(None, "assessment_id"),
    Index(None, "department_id"),
)
action_change = table(
    "action_change",
    Column("id", Integer, primary_key=True),
    Column("action_id", Integer, ForeignKey("action.id"), nullable=False),
    Column("field", Text, nullable=False),
    Column("old", Text),
    Column("new", Text),
    Column("who", Text, nullable=False),
    Column("made_ts", Big, nullable=False),
    Index(None, "action_id"),
)
