"""The plan as a table, for reading and for files, and the history of an action."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import pandas as pd

from components.escape import bare, plain
from components.i18n import _, day, say
from components.in_language import words
from components.plan.naming import department_name, metric_label, owner_words, whose
from metrics.actions.action import DIRECTIONS, REASONS, STATUSES, Action, ActionChange
from metrics.actions.deadlines import due_words
from metrics.maturity.questionnaire import Question
from metrics.periods import to_date
from metrics.words import N_

_LONG = 1000


def plan_table(actions: Sequence[Action], departments: Mapping[int, str], today: int) -> pd.DataFrame:
    """The actions in words, a row for each, escaped."""
    rows = [
        {
            _("Action"): plain(one.title, 300),
            _("Question"): plain(one.question) or "–",
            _("Who"): owner_words(one, departments),
            _("Status"): _(STATUSES[one.status]),
            _("Ready by"): _due(one, today),
            _("Measured by"): metric_label(one.metric) or _("nothing"),
        }
        for one in actions
    ]
    return pd.DataFrame(rows, dtype="object")


def plan_rows(
    actions: Sequence[Action], departments: Mapping[int, str], questions: Mapping[str, Question], today: int
) -> pd.DataFrame:
    """The same for a spreadsheet: everything that is known of each action, days as days, a gap where nothing is."""
    rows: list[dict[str, Any]] = [
        {
            _("Number"): one.id,
            _("Action"): bare(one.title, 300),
            _("Question"): bare(one.question) or None,
            _("Question in words"): bare(words(questions[one.question].text), _LONG)
            if one.question in questions
            else None,
            _("Why"): _(REASONS[one.reason]),
            _("Department"): bare(whose(one, departments)),
            _("Who is in charge (role)"): bare(one.owner_role) or None,
            _("Status"): _(STATUSES[one.status]),
            _("Ready by"): _date(one.due_day),
            _("How long"): say(due_words(one, today)),
            _("Number that should change"): metric_label(one.metric) or None,
            _("What you expect of it"): _(DIRECTIONS[one.direction]) if one.direction else None,
            _("Department to compare with"): bare(department_name(one.control_id, departments))
            if one.control_id is not None
            else None,
            _("Start day"): _date(one.start_day),
            _("What do you expect?"): bare(one.expectation, _LONG) or None,
            _("Comparison registered (UTC)"): _moment(one.registered_ts),
            _("Added (UTC)"): _moment(one.made_ts),
        }
        for one in actions
    ]
    return pd.DataFrame(rows, dtype="object")


def history_table(changes: Sequence[ActionChange], departments: Mapping[int, str]) -> pd.DataFrame:
    """What was changed, the newest first, escaped."""
    return pd.DataFrame([_changed(one, departments) for one in changes], dtype="object").map(
        lambda cell: plain(cell, _LONG)
    )


def history_rows(
    changes: Sequence[ActionChange], titles: Mapping[int, str], departments: Mapping[int, str]
) -> pd.DataFrame:
    """The same of several actions, with the number and title of each, for a spreadsheet."""
    rows = [
        {_("Number"): one.action_id, _("Action"): bare(titles.get(one.action_id, ""), 300)} | _changed(one, departments)
        for one in changes
    ]
    return pd.DataFrame(rows, dtype="object")


_NAMES = {
    "title": N_("Action"),
    "department_id": N_("Department"),
    "owner_role": N_("Who is in charge (role)"),
    "status": N_("Status"),
    "due_day": N_("Ready by"),
    "metric": N_("Number that should change"),
    "direction": N_("What you expect of it"),
    "control_id": N_("Department to compare with"),
    "start_day": N_("Start day"),
    "expectation": N_("What do you expect?"),
    "registered_ts": N_("Comparison registered (UTC)"),
}
_CODES: dict[str, dict[str, str]] = {
    "status": dict(STATUSES.items()),
    "direction": dict(DIRECTIONS.items()),
}


def _changed(one: ActionChange, departments: Mapping[int, str]) -> dict[str, object]:
    """A change in words, not escaped."""
    return {
        _("When (UTC)"): _moment(one.made_ts),
        _("What"): _(_NAMES[one.field]) if one.field in _NAMES else bare(one.field),
        _("Old"): _value(one.field, one.old, departments),
        _("New"): _value(one.field, one.new, departments),
        _("By"): bare(one.who),
    }


def _value(field: str, value: object, departments: Mapping[int, str]) -> str:
    """A value of the history as people read it."""
    if field in ("department_id", "control_id") and (value is None or isinstance(value, int)):
        return "–" if value is None and field == "control_id" else bare(department_name(value, departments))
    if value is None or value == "":
        return "–"
    if field in _CODES and str(value) in _CODES[field]:
        return _(_CODES[field][str(value)])
    if field in ("due_day", "start_day") and isinstance(value, int):
        return day(value)
    if field == "registered_ts" and isinstance(value, int):
        return _moment(value) or ""
    return metric_label(str(value)) if field == "metric" else bare(value, _LONG)


def _due(action: Action, today: int) -> str:
    if action.due_day is None or not action.is_open:
        return day(action.due_day) if action.due_day is not None else "–"
    return _("{day} · {words}", day=day(action.due_day), words=say(due_words(action, today)))


def _date(number: int | None) -> object:
    return None if number is None else to_date(number)


def _moment(seconds: int | None) -> str | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%d %H:%M")
