"""What the organisation says about itself, what it agreed and what it plans, in the open export.

Without who was at the keyboard, and without notes, which may name people.
"""

from sqlalchemy import Column, ColumnElement, func, select

from data.access import Access
from data.open_export.columns import DEMO, OpenColumn, OpenTable
from data.schema import action, agreed_platform, answer, assessment, partner, questionnaire, respondent, stakeholder

_DEPARTMENT = "The department."
_WHOLE = "for the whole organisation"


def assessments_table(access: Access) -> OpenTable:
    """The self-assessments, each with the questions of its day."""
    this = assessment.c
    return OpenTable(
        "assessments",
        "Self-assessments: dated rounds of answers to one questionnaire.",
        (
            OpenColumn("id", this.id, "integer", "Number of the assessment."),
            OpenColumn("name", this.name, "text", "Its name."),
            OpenColumn("day", this.day, "date", "The day that it is about."),
            OpenColumn("target", this.target, "integer", "The level to reach, from 0 to 4."),
            OpenColumn("weights", this.weights, "text", "JSON: weights of dimensions other than their own."),
            OpenColumn("status", this.status, "text", "open or closed."),
            OpenColumn("questionnaire_id", this.questionnaire_id, "integer", "Its questions."),
            OpenColumn("is_demo", this.is_demo, "boolean", DEMO),
        ),
        select(this.id),
    )


def questionnaires_table(access: Access) -> OpenTable:
    """The questions of the self-assessments."""
    this = questionnaire.c
    return OpenTable(
        "questionnaires",
        "The questions as they were when an assessment began.",
        (
            OpenColumn("id", this.id, "integer", "Number of the questionnaire."),
            OpenColumn("version", this.version, "text", "Its version."),
            OpenColumn("content", this.content, "text", "JSON: dimensions, questions, levels, sources."),
        ),
        select(this.id),
    )


def respondents_table(access: Access) -> OpenTable:
    """Who answered: roles, never names."""
    this = respondent.c
    return OpenTable(
        "respondents",
        "Who answered a self-assessment: a role, for a department or for the whole organisation.",
        (
            OpenColumn("id", this.id, "integer", "Number of the respondent."),
            OpenColumn("assessment_id", this.assessment_id, "integer", "The assessment."),
            OpenColumn("department_id", this.department_id, "integer", _DEPARTMENT, missing=_WHOLE),
            OpenColumn("role", this.role, "text", "The role."),
        ),
        select(this.id).where(*_seen(access, this.department_id)),
    )


def answers_table(access: Access) -> OpenTable:
    """The answers as they are now."""
    this = answer.c
    return OpenTable(
        "answers",
        "Answers to the self-assessments, as they are now.",
        (
            OpenColumn("respondent_id", this.respondent_id, "integer", "Who answered."),
            OpenColumn("question", this.question, "text", "The question."),
            OpenColumn("state", this.state, "text", "open, answered, dont_know or not_applicable."),
            OpenColumn("level", this.level, "integer", "The level, from 0 to 4.", missing="no level was answered"),
            OpenColumn("confidence", this.confidence, "text", "low, medium or high.", missing="not said"),
            OpenColumn("evidence", this.evidence, "text", "JSON: documents and measured figures."),
            OpenColumn("saved_at", this.saved_ts, "datetime", "When it was last saved.", "UTC"),
        ),
        select(this.question).join(respondent).where(*_seen(access, respondent.c.department_id)),
    )


def actions_table(access: Access) -> OpenTable:
    """The action plan as it is now."""
    this = action.c
    return OpenTable(
        "actions",
        "The action plan, as it is now.",
        (
            OpenColumn("id", this.id, "integer", "Number of the action."),
            OpenColumn("assessment_id", this.assessment_id, "integer", "Where it came from.", missing="no assessment"),
            _text("question", this.question, "The question that it came from.", "an own idea"),
            OpenColumn("reason", this.reason, "text", "contradiction, below_target or own."),
            OpenColumn("title", this.title, "text", "What has to be done."),
            OpenColumn("department_id", this.department_id, "integer", _DEPARTMENT, missing=_WHOLE),
            _text("owner_role", this.owner_role, "The role in charge.", "nobody yet"),
            OpenColumn("status", this.status, "text", "idea, planned, doing, done or dropped."),
            OpenColumn("due_day", this.due_day, "date", "When it is to be ready.", missing="no date"),
            OpenColumn("metric", this.metric, "text", "The number that should change.", missing="none"),
            OpenColumn("direction", this.direction, "text", "up or down.", missing="not said"),
            OpenColumn("control_id", this.control_id, "integer", "The department it is compared with.", missing="none"),
            OpenColumn("start_day", this.start_day, "date", "When it starts.", missing="not registered"),
            _text("expectation", this.expectation, "What was expected beforehand.", "not registered"),
            OpenColumn(
                "registered_at", this.registered_ts, "datetime", "When that was locked.", "UTC", "not registered"
            ),
            OpenColumn("is_demo", this.is_demo, "boolean", DEMO),
        ),
        select(this.id).where(*_seen(access, this.department_id)),
    )


def agreed_platforms_table(access: Access) -> OpenTable:
    """The platforms that departments agreed to use."""
    this = agreed_platform.c
    return OpenTable(
        "agreed_platforms",
        "Platforms that departments agreed to use.",
        (
            OpenColumn("platform", this.platform, "text", "The platform."),
            _text("reason", this.reason, "Why.", "no reason was given"),
            OpenColumn("is_demo", this.is_demo, "boolean", DEMO),
        ),
        select(this.platform),
    )


def partners_table(access: Access) -> OpenTable:
    """Which departments work with which others."""
    this = partner.c
    return OpenTable(
        "partners",
        "Which department works with which other one, and how often that should show in posts.",
        (
            OpenColumn("department_id", this.department_id, "integer", _DEPARTMENT),
            OpenColumn("partner_id", this.partner_id, "integer", "The department that it works with."),
            OpenColumn("times_a_quarter", this.times_a_quarter, "integer", "How often.", "times in three months"),
            OpenColumn("is_demo", this.is_demo, "boolean", DEMO),
        ),
        select(this.partner_id).where(*_seen(access, this.department_id)),
    )


def stakeholders_table(access: Access) -> OpenTable:
    """Organisations to work with."""
    this = stakeholder.c
    return OpenTable(
        "stakeholders",
        "Organisations to work with, never private persons.",
        (
            OpenColumn("name", this.name, "text", "The organisation."),
            OpenColumn("names", this.names, "text", "JSON: other names by which posts mention it."),
            _text("field", this.field, "The policy field.", "not said"),
            OpenColumn("is_demo", this.is_demo, "boolean", DEMO),
        ),
        select(this.id),
    )


def _text(name: str, value: Column[str], meaning: str, missing: str) -> OpenColumn:
    """A text that is empty in the store when there is none."""
    return OpenColumn(name, func.nullif(value, ""), "text", meaning, missing=missing)


def _seen(access: Access, department_id: ColumnElement[int]) -> list[ColumnElement[bool]]:
    """Rows of departments that this user may see; of the whole organisation only with all departments."""
    allowed = access.narrow(None)
    return [] if allowed is None else [department_id.in_(sorted(allowed))]
