"""One list of signals: numbers that changed and messages that suddenly rose, each in words, the surest first."""

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import median

from metrics.change.reading import Reading, what_to_do
from metrics.change.values import in_words
from metrics.periods import to_date
from metrics.registry import metrics
from metrics.signals import said
from metrics.signals.checks import Check, Checked
from metrics.signals.finding import Finding
from metrics.signals.spikes import Spike, Watch
from metrics.words import N_, Message

FIRST = 3
"""So many stand on the first screen."""

_WEEK = 7
_IN = {
    1: N_("{department}: {metric} higher in the week of {day}: {value}, usually {usual}."),
    -1: N_("{department}: {metric} lower in the week of {day}: {value}, usually {usual}."),
}
_SINCE = {
    1: N_("{department}: {metric} higher since the week of {day}: {value} in the middle week, usually {usual}."),
    -1: N_("{department}: {metric} lower since the week of {day}: {value} in the middle week, usually {usual}."),
}


@dataclass(frozen=True)
class Signal:
    """One signal. `series` and `day` (of its newest point) are how the store knows it, `page` and `address` lead to its
    chart, `chance` is its p-value times the number of checks."""

    series: str
    day: int
    sentence: Message
    what_to_do: Message
    reading: Reading
    page: str
    address: Mapping[str, str]
    chance: float
    metric: str | None = None

    def is_covered_by(self, series: str, day: int) -> bool:
        """Whether somebody who acknowledged a series on a day has seen this; a week later it is a new signal."""
        return series == self.series and self.day - _WEEK < day <= self.day


@dataclass(frozen=True)
class Listed:
    """The signals, the surest first, and how much was looked at: numbers as `checks`, messages as `series`."""

    signals: tuple[Signal, ...]
    checks: int
    by_chance: int
    not_judged: int
    series: int

    @property
    def of_numbers(self) -> int:
        """How many of them are among the checks."""
        return sum(one.metric is not None for one in self.signals)

    @property
    def of_messages(self) -> int:
        """How many are among the series of messages."""
        return len(self.signals) - self.of_numbers


def listed(checked: Checked, departments: Mapping[int, str], watched: Watch, series: Mapping[str, str]) -> Listed:
    """The signals of both, in words. `departments` by id and `series` by key are names ready for Markdown."""
    found = [_of_number(one, checked.checks, departments) for one in checked.signals]
    found += [_of_messages(one, said.checks(watched), series) for one in watched.spikes]
    return Listed(
        tuple(sorted(found, key=lambda one: (one.chance, one.series))),
        checked.checks,
        checked.by_chance,
        checked.not_judged,
        len(watched.series),
    )


def _of_number(check: Check, checks: int, departments: Mapping[int, str]) -> Signal:
    metric = metrics()[check.metric]
    address = {"view": "chart", "number": check.metric}
    if check.department is not None:
        address["dept"] = str(check.department)
    return Signal(
        check.key,
        check.week,
        _sentence(check, departments),
        what_to_do(metric, check.reading),
        check.reading,
        "change",
        address,
        min(1.0, check.p * checks),
        check.metric,
    )


def _sentence(check: Check, departments: Mapping[int, str]) -> Message:
    """Who, which number, since when, how much, and what is usual there."""
    metric, reading = metrics()[check.metric], check.reading
    begun = reading.changed or check.week
    known = [
        (value, usual)
        for week, value, usual in zip(reading.weeks, reading.values, reading.centre, strict=True)
        if week >= begun and value is not None and usual is not None
    ]
    whole = Message("whole", N_("The whole organisation"))
    values = {
        "department": whole if check.department is None else departments[check.department],
        "metric": Message(metric.id, metric.label),
        "day": to_date(begun),
        "value": in_words(metric, _short(median(value for value, _usual in known))),
        "usual": in_words(metric, _short(median(usual for _value, usual in known))),
    }
    text = (_IN if begun == check.week else _SINCE)[reading.side]
    return Message("number_changed", text, values)


def _short(value: float) -> float:
    """Levels of counts, such as 12.38 posts, without decimals that say nothing."""
    return round(value) if value >= 10 else value


def _of_messages(spike: Spike, tests: int, names: Mapping[str, str]) -> Signal:
    from scipy.special import ndtr

    return Signal(
        spike.series.key,
        spike.last,
        said.sentence(spike, names[spike.series.key]),
        Message("look_into_signal", said.LOOK),
        Reading("none", "concerning" if spike.series.measure == "complaints" else "higher", "no_target", side=1),
        "conversation",
        {"view": "signals"},
        min(1.0, float(ndtr(-spike.surprise)) * tests),
    )


def headline(found: Listed) -> Message:
    """How many signals there are, behind how many checks, and what chance would have shown."""
    values: dict[str, object] = {"k": found.of_numbers, "n": found.checks, "rises": found.of_messages}
    if not found.checks:
        return _too_few_weeks(found)
    if not found.of_numbers and found.of_messages:
        return Message(
            "only_rises",
            N_("{rises} sudden rise of messages, and no signal among {n} checks of numbers, after correction."),
            values,
            plural=N_("{rises} sudden rises of messages, and no signal among {n} checks of numbers, after correction."),
            count=found.of_messages,
        )
    by_chance = (
        Message("by_chance", N_("about {chance}"), {"chance": found.by_chance})
        if found.by_chance
        else Message("by_chance", N_("fewer than 1"))
    )
    values["chance"] = by_chance
    if not found.of_numbers:
        text = N_("No signal among {n} checks, after correction; without it {chance} would appear by chance.")
        return Message("no_signal", text, values)
    return Message(
        "signals",
        N_("{k} signal among {n} checks, after correction; without it {chance} would appear by chance."),
        values,
        plural=N_("{k} signals among {n} checks, after correction; without it {chance} would appear by chance."),
        count=found.of_numbers,
    )


def _too_few_weeks(found: Listed) -> Message:
    if not found.of_messages:
        return Message("no_checks", N_("There are too few weeks to say whether anything changed."))
    return Message(
        "no_checks",
        N_("{rises} sudden rise of messages. There are too few weeks to say whether a number changed."),
        {"rises": found.of_messages},
        plural=N_("{rises} sudden rises of messages. There are too few weeks to say whether a number changed."),
        count=found.of_messages,
    )


def of_messages(found: Listed) -> Message | None:
    """The same of messages by topic and account, which have a budget of false alarms; None when none are watched."""
    if not found.series:
        return None
    if not found.of_messages:
        text = N_("Messages: nothing rose suddenly in the {series} series of topics and accounts that are watched.")
        return Message("no_rise", text, {"series": found.series})
    return Message(
        "rises",
        N_("Messages: {k} sudden rise among the {series} series of topics and accounts that are watched."),
        {"k": found.of_messages, "series": found.series},
        plural=N_("Messages: {k} sudden rises among the {series} series of topics and accounts that are watched."),
        count=found.of_messages,
    )


def as_finding(signal: Signal, found: Listed) -> Finding:
    """A signal as it stands on the Overview."""
    checks = found.checks + found.series
    return Finding("signal", signal.sentence, signal.what_to_do, signal.page, signal.metric, checks)
