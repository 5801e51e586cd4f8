"""The plan for a calendar: one whole day for each action with a date (iCalendar, RFC 5545)."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event

from components.escape import bare
from components.i18n import _, language
from components.plan.naming import metric_label, whose
from components.shell.document import PRODUCT
from metrics.actions.action import STATUSES, Action
from metrics.periods import to_date

MIME = "text/calendar"
_SUMMARY, _LINE = 200, 500


def as_ics(
    actions: Sequence[Action], departments: Mapping[int, str], name: str, demo: bool, now: datetime | None = None
) -> bytes:
    """The actions with a date as a calendar of this name; `demo` marks each as made up.

    An action keeps its identity, so loading a newer file moves it and does not double it; a dropped one is cancelled.
    """
    calendar = Calendar()
    calendar.add("prodid", f"-//{PRODUCT}//Action plan//{language().upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", bare(name, _SUMMARY))
    for one in actions:
        if one.due_day is not None:
            calendar.add_component(_event(one, departments, demo or one.is_demo, now or datetime.now(UTC)))
    return bytes(calendar.to_ical())


def _event(action: Action, departments: Mapping[int, str], demo: bool, now: datetime) -> Event:
    day = to_date(action.due_day or 0)
    title = bare(action.title, _SUMMARY)
    event = Event()
    event.add("uid", f"action-{action.id}-{action.made_ts}@answerable")
    event.add("dtstamp", now.replace(microsecond=0))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", _("DEMO, made up: {title}", title=title) if demo else title)
    event.add("description", "\n".join(_lines(action, departments)))
    event.add("categories", [_(STATUSES[action.status])])
    event.add("status", "CANCELLED" if action.status == "dropped" else "CONFIRMED")
    event.add("transp", "TRANSPARENT")  # it takes no time in anybody's day
    return event


def _lines(action: Action, departments: Mapping[int, str]) -> list[str]:
    lines = [
        _("Who: {department}", department=bare(whose(action, departments))),
        _("Status: {status}", status=_(STATUSES[action.status])),
    ]
    if action.owner_role:
        lines.insert(0, _("In charge: {role}", role=bare(action.owner_role)))
    if action.question:
        lines.append(_("Question of the self-assessment: {question}", question=bare(action.question)))
    if action.metric:
        lines.append(_("Number that should change: {metric}", metric=bare(metric_label(action.metric), _LINE)))
    return lines
