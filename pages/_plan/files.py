"""The plan for other programs: a spreadsheet and a calendar."""

from datetime import UTC, datetime

import streamlit as st

from components.download import file_button
from components.i18n import _
from components.plan import calendar_file
from components.plan.table import history_rows, plan_rows
from components.spreadsheet import MIME, as_xlsx
from data.actions import history
from metrics.maturity.questionnaire import Question
from metrics.periods import to_date
from pages._context import access, demo, engine, settings
from pages._plan.plan import Plan


def files_section(plan: Plan) -> None:
    """Draw both buttons; a file is made when its button is pressed."""
    st.header(_("Take the plan along"), anchor=False)
    day = to_date(plan.today).isoformat()
    with st.container(horizontal=True):
        file_button("plan_xlsx", _("Download for Excel (XLSX)"), f"plan-{day}.xlsx", MIME, lambda: workbook(plan))
        label, mime = _("Download for a calendar (ICS)"), calendar_file.MIME
        file_button("plan_ics", label, f"plan-{day}.ics", mime, lambda: calendar(plan))
    st.caption(_("The calendar has a whole day for each action with a date. Loading a newer file moves it."))


def workbook(plan: Plan) -> bytes:
    """The plan as an Excel file: the actions, and every change."""
    lines = [
        (_("Title"), _("Action plan")),
        (_("Organisation"), settings().organisation),
        (_("Made at"), datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")),
    ]
    if plan.assessment is not None:
        lines.append((_("Assessment"), plan.assessment.assessment.name))
    if _made_up(plan):
        lines.insert(0, ("DEMO", _("Demo city: made-up data")))
    changes = history(engine(), access())
    titles = {one.id: one.title for one in plan.actions}
    return as_xlsx(
        lines,
        [
            (_("Action plan"), plan_rows(plan.actions, plan.departments, _questions(plan), plan.today)),
            (_("History"), history_rows(changes, titles, plan.departments)),
        ],
    )


def calendar(plan: Plan) -> bytes:
    """The actions with a date as a calendar."""
    organisation = settings().organisation
    name = _("Action plan, {organisation}", organisation=organisation) if organisation else _("Action plan")
    return calendar_file.as_ics(plan.actions, plan.departments, name, _made_up(plan))


def _made_up(plan: Plan) -> bool:
    return demo() or any(one.is_demo for one in plan.actions)


def _questions(plan: Plan) -> dict[str, Question]:
    return {} if plan.assessment is None else {one.id: one for one in plan.assessment.questionnaire.questions}
