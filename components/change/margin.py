"""What happened beside a number, numbered: on the chart stand the numbers, under it the words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from components import formats
from components.change.view import Arrival, ChangeView
from components.escape import plain
from components.i18n import _, day, language, say
from components.words import platform_name
from metrics.breaks.shipped import Break
from metrics.change.decisions import EVENT_KINDS, REASONS, Baseline, Event
from metrics.norms import Norm
from metrics.norms.words import norm_words
from metrics.periods import Period, week_start

Write = Callable[[str, int], str]
Kind = Literal["decision", "break", "event", "account"]
_RESTARTS: tuple[Kind, ...] = ("decision", "break")


@dataclass(frozen=True)
class Noted:
    """One thing that happened: its number on the chart, from which day to which, and what it was in words."""

    number: int
    kind: Kind
    first: int
    last: int
    words: str

    @property
    def restarts(self) -> bool:
        """Whether limits begin anew with it: it lies between two weeks, and not in one."""
        return self.kind in _RESTARTS

    def concerns(self, week: int) -> bool:
        """Whether it belongs in the row of a week."""
        return week_start(self.first) <= week <= self.last


def noted(view: ChangeView, departments: Mapping[int, str], write: Write = plain) -> list[Noted]:
    """Everything beside the weeks shown: what begins limits anew, then the rest, each in order of time.

    Decisions that were withdrawn are not among it.

    `write` puts names from the data into sentences: as Markdown, or as they are (`as_it_is`).
    """
    beside, shown = view.beside, view.shown
    found: list[tuple[Kind, int, int, str]] = [
        *(
            ("decision", one.first_day, one.first_day, decision_words(one, write))
            for one in beside.decisions
            if one.counts
        ),
        *(("break", one.day, one.day, break_words(one)) for one in beside.breaks),
        *(("break", start, start, _new_norm(norm)) for start, norm in beside.norms),
        *(
            ("event", max(one.first_day, shown.first), one.last_day, event_words(one, departments, write))
            for one in beside.events
        ),
        *(("account", one.day, one.day, _account_words(one, write)) for one in beside.arrivals),
    ]
    seen = [row for row in found if shown.first < row[1] <= shown.last or row[0] == "event"]
    ordered = sorted(seen, key=lambda row: (row[0] not in _RESTARTS, row[1], row[0], row[3]))
    return [Noted(number, *row) for number, row in enumerate(ordered, 1)]


def as_it_is(text: str, limit: int) -> str:
    """A name for a file: nothing in it is Markdown there."""
    return text[:limit]


def break_words(one: Break) -> str:
    """What a platform counts in another way, and from when on both ways are mixed."""
    if one.began is None:
        return _("{name}. Limits begin anew.", name=say(one.name))
    return _(
        "{name}. Limits begin anew. From {day} on, both ways can be mixed.", name=say(one.name), day=day(one.began)
    )


def decision_words(one: Baseline, write: Write = plain) -> str:
    """What was decided about the limits, and why."""
    return _("Limits begin anew: {reason}. {note}", reason=_(REASONS[one.reason]), note=write(one.note, 1000))


def event_words(event: Event, departments: Mapping[int, str], write: Write = plain) -> str:
    """What an event was, and for whom when not for everybody."""
    kind, name = _(EVENT_KINDS[event.kind]), write(event.name, 120)
    if event.department_id is None or event.department_id not in departments:
        return _("{name} ({kind})", name=name, kind=kind)
    owner = write(departments[event.department_id], 120)
    return _("{name} ({kind}, {department})", name=name, kind=kind, department=owner)


def days_words(first: int, last: int) -> str:
    """One day, or from which to which.

    >>> days_words(20_726, 20_726), days_words(20_723, 20_726)
    ('30 September 2026', '27 September to 30 September 2026')
    """
    start, end = formats.range_ends(Period(first, last), language())
    return end if first == last else _("{first} to {last}", first=start, last=end)


def _new_norm(norm: Norm) -> str:
    return _("New norm: {norm}. Limits begin anew.", norm=say(norm_words(norm)))


def _account_words(account: Arrival, write: Write) -> str:
    named = {"account": write(account.account, 60), "platform": platform_name(account.platform)}
    if account.begins:
        return _("The data of {account} ({platform}) begin.", **named)
    return _("The data of {account} ({platform}) end.", **named)
