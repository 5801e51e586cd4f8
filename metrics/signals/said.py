"""Signals in words: what was seen, what is usual, and what to do. Never what brought it about."""

from collections.abc import Mapping

from metrics.periods import to_date
from metrics.signals.alarm_level import daily_tests
from metrics.signals.finding import Finding
from metrics.signals.series import Measure
from metrics.signals.spikes import Spike, Watch
from metrics.words import N_, Message

MEASURES: dict[Measure, str] = {
    "messages": N_("messages of citizens"),
    "complaints": N_("complaints"),
    "volume": N_("messages of citizens"),
}
"""Measure -> what is counted."""

LOOK = N_("See since when, where they came in, and what you posted about it.")
"""What to do about a signal."""

_SENTENCES: dict[tuple[bool, bool], str] = {  # complaints?, of one day?
    (False, True): N_("{name}: {n} messages on {day}, where {low} to {high} are usual."),
    (False, False): N_("{name}: {n} messages in the {days} days up to {day}, where {low} to {high} are usual."),
    (True, True): N_("{name}: {n} complaints on {day}, where {low} to {high} are usual."),
    (True, False): N_("{name}: {n} complaints in the {days} days up to {day}, where {low} to {high} are usual."),
}


def sentence(spike: Spike, name: str) -> Message:
    """How much was seen, when, and what is usual. `name` is that of the topic or account."""
    text = _SENTENCES[(spike.series.measure == "complaints", spike.days == 1)]
    values = {"name": name, "n": spike.observed, "days": spike.days, "day": to_date(spike.last)}
    return Message("signal", text, values | {"low": spike.usual.low, "high": spike.usual.high})


def since(spike: Spike) -> Message:
    """From when on the rise is clearest."""
    text = N_("More than usual since about {day}.")
    return Message("signal_since", text, {"day": to_date(spike.since)})


def first_finding(found: Watch, names: Mapping[str, str]) -> list[Finding]:
    """The most surprising signal as a finding; none when nothing stands out. `names` are by key of series."""
    todo = Message("look_into_signal", LOOK)
    return [
        Finding("signal", sentence(spike, names[spike.series.key]), todo, "conversation", checks=checks(found))
        for spike in found.spikes[:1]
    ]


def checks(found: Watch) -> int:
    """How many comparisons were made."""
    return daily_tests(len(found.series))


def headline(found: Watch, newest: int) -> Message:
    """What the view on signals says first."""
    n, day = len(found.series), to_date(newest)
    if not n:
        text = N_("Nothing can be watched yet: that needs messages of at least fourteen weeks.")
        return Message("nothing_to_watch", text)
    if not found.spikes:
        text = N_("Nothing unusual up to {day}: none of the {n} series that are watched stands out.")
        return Message("no_signals", text, {"day": day, "n": n})
    return Message(
        "signals",
        N_("{n} signal up to {day}, among {series} series that are watched."),
        {"n": len(found.spikes), "series": n, "day": day},
        plural=N_("{n} signals up to {day}, among {series} series that are watched."),
        count=len(found.spikes),
    )
