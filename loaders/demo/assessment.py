"""The demo city's self-assessments, what it agreed, and its action plan."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Engine

from data.access import Access
from data.actions import add_action, register_action
from data.assessments import add_respondent, close_assessment, save_answer, start_assessment
from data.declared.agreed import agreed_platforms, save_agreed_platforms
from data.declared.partners import Partner, partners, save_partners
from data.declared.stakeholders import Stakeholder, save_stakeholders, stakeholders
from data.questionnaire import shipped
from loaders.demo.words import read
from metrics.maturity.answers import Evidence
from metrics.periods import to_day

Ids = Mapping[str, int]
_UNKNOWN = {"?": "dont_know", "-": "not_applicable"}
_DAY = 86_400


def add_agreements(engine: Engine, access: Access, departments: Ids) -> None:
    """Store the platforms, partners and stakeholders, each unless the organisation has a list of its own."""
    said = read("assessment")
    if agreed_platforms(engine, access).empty:
        save_agreed_platforms(engine, access, said["platforms"], is_demo=True)
    if partners(engine, access).empty:
        rows = [
            Partner(departments[one["department"]], departments[one["partner"]], one["times_a_quarter"])
            for one in said["partners"]
        ]
        save_partners(engine, access, rows, is_demo=True)
    if stakeholders(engine, access).empty:
        organisations = [Stakeholder(one["name"], tuple(one["names"]), one["field"]) for one in said["stakeholders"]]
        save_stakeholders(engine, access, organisations, is_demo=True)


def add_assessments(engine: Engine, access: Access, departments: Ids, end: date) -> None:
    """Store both assessments with all answers, and the actions that came from the last one."""
    said = read("assessment")
    last = 0
    for one in said["assessments"]:
        day = end - timedelta(days=one["days"])
        last = start_assessment(engine, access, one["name"], day, shipped(), one["target"], is_demo=True)
        for who in one["respondents"]:
            respondent = add_respondent(engine, access, last, departments[who["department"]], who["role"])
            for question, answer in one["answers"][who["key"]].items():
                save_answer(engine, access, respondent, question, _fields(answer, end), 0)
        if one["status"] == "closed":
            close_assessment(engine, access, last)
    for action in said["actions"]:
        _add_action(engine, access, action, last, departments, end)


def _fields(said: Any, end: date) -> dict[str, Any]:
    """An answer as it is written, a level alone or with more, as the fields that are saved."""
    answer = said if isinstance(said, dict) else {"level": said}
    level = answer["level"]
    fields = {"level": _UNKNOWN.get(level, level), "note": answer.get("note", ""), "confidence": answer.get("sure")}
    if "document" in answer:
        reviewed = (end + timedelta(days=answer["review"])).isoformat()
        fields["evidence"] = [Evidence("document", answer["document"], "", answer["owner"], reviewed)]
    return fields


def _add_action(
    engine: Engine, access: Access, said: Mapping[str, Any], assessment: int, departments: Ids, end: date
) -> None:
    """An action; days before the end count up, those after it are negative."""

    def before_end(name: str) -> date:
        return end - timedelta(days=said[name])

    moment = to_day(before_end("registered")) * _DAY if "registered" in said else to_day(end) * _DAY
    made = add_action(
        engine,
        access,
        said["title"],
        assessment_id=assessment,
        question=said["question"],
        reason=said["reason"],
        department_id=departments[said["department"]],
        owner_role=said["owner"],
        status=said["status"],
        due_day=to_day(before_end("due")),
        is_demo=True,
        made_ts=moment,
    )
    if "registered" in said:
        control, start = departments[said["control"]], to_day(before_end("start"))
        expected = said["expectation"]
        register_action(engine, access, made, said["metric"], said["direction"], control, start, expected, at=moment)
