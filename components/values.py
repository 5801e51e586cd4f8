"""Numbers with their uncertainty, in words: the same wording in tiles, charts and tables."""

from collections.abc import Callable, Iterable

from components.escape import plain
from components.formats import duration as split_duration
from components.formats import enumeration
from components.i18n import _, duration, language, ngettext, number, percent, say, share
from components.words import platform_name
from metrics.estimate import Estimate
from metrics.reasons import MORE_THAN
from metrics.registry import Metric, Unit
from metrics.totals import NOTE, YOUTUBE
from metrics.words import Message


def in_unit(unit: Unit) -> Callable[[float], str]:
    """How values of a unit stand at an axis: shares and rates as percentages, counts in full."""
    if unit in ("share", "rate"):
        return percent
    if unit == "count":
        return _whole
    if unit == "duration":
        return duration
    return lambda value: number(float(value))


def _written(unit: Unit) -> Callable[[float], str]:
    """How values of a unit stand in text: what was counted is given no finer than people can use."""
    return share if unit == "share" else in_unit(unit)


def value_words(metric: Metric, estimate: Estimate) -> str:
    """The value as people read it, or the reason why there is none."""
    if estimate.value is None:
        return reason_words(estimate)
    return _written(metric.unit)(estimate.value)


def reason_words(estimate: Estimate) -> str:
    """Why there is no number: a result, not a gap."""
    return say(estimate.reason) if estimate.reason else _("Not available")


def at_least_words(reason: Message) -> tuple[str, str] | None:
    """A time that is only known to be longer than something: how long, and why it is not known; else None."""
    if reason.code != MORE_THAN:
        return None
    return (
        _("over {time}", time=reason.values["longest"]),
        _("Not even {share} of the questions had an answer by then.", share=reason.values["share"]),
    )


def interval_words(metric: Metric, estimate: Estimate) -> str:
    """The 95 % interval, or nothing when the metric has none."""
    if estimate.value is None or estimate.low is None or estimate.high is None:
        return ""
    write = _written(metric.unit)
    low, high = write(estimate.low), write(estimate.high)
    if metric.unit == "duration":
        (value, unit), (_value, same) = map(split_duration, (estimate.low, estimate.high))
        low = number(value) if unit == same else low
    return _("{low} to {high}", low=low, high=high)


def basis_words(metric: Metric, estimate: Estimate) -> str:
    """What the number rests on, for example "1,284 posts"."""
    match metric.rests_on:
        case "questions":
            return ngettext("{n} question", "{n} questions", estimate.n)
        case "messages":
            return ngettext("{n} message", "{n} messages", estimate.n)
        case "posts":
            return ngettext("{n} post", "{n} posts", estimate.n)
        case "accounts":
            return ngettext("{n} account", "{n} accounts", estimate.n)
        case "site_days":
            return ngettext("{n} day with data", "{n} days with data", estimate.n)


def platform_names(codes: Iterable[str]) -> str:
    """Platforms in a sentence, by name."""
    return enumeration([plain(platform_name(code)) for code in codes], language())


def missing_platforms(estimates: Iterable[Estimate]) -> str:
    """The platforms that were asked for and are not in these numbers, YouTube's terms among the reasons."""
    found = list(estimates)
    codes = {code for estimate in found for code in estimate.without}
    if any(note.code == NOTE for estimate in found for note in estimate.notes):
        codes.add(YOUTUBE)
    return platform_names(sorted(codes)) if codes else ""


def full_words(metric: Metric, estimate: Estimate, mark: str = "") -> str:
    """Value, interval and basis in one phrase: "4 (3 to 5), 214 posts". `mark` goes around the value (`**`: bold)."""
    if estimate.value is None:
        return reason_words(estimate)
    value, interval = f"{mark}{value_words(metric, estimate)}{mark}", interval_words(metric, estimate)
    basis = basis_words(metric, estimate)
    if not interval:
        return _("{value}, {basis}", value=value, basis=basis)
    return _("{value} ({interval}), {basis}", value=value, interval=interval, basis=basis)


def _whole(value: float) -> str:
    return number(round(value))
