"""Numbers with their uncertainty, in words: the same wording in tiles, charts and tables."""

from collections.abc import Callable

from components.i18n import _, ngettext, number, percent, say
from metrics.estimate import Estimate
from metrics.registry import Metric, Unit


def in_unit(unit: Unit) -> Callable[[float], str]:
    """How values of a unit are written: shares and rates as percentages, counts in full."""
    if unit in ("share", "rate"):
        return percent
    if unit == "count":
        return _whole
    return lambda value: number(float(value))


def value_words(metric: Metric, estimate: Estimate) -> str:
    """The value as people read it, or the reason why there is none."""
    if estimate.value is None:
        return reason_words(estimate)
    return in_unit(metric.unit)(estimate.value)


def reason_words(estimate: Estimate) -> str:
    """Why there is no number: a result, not a gap."""
    return say(estimate.reason) if estimate.reason else _("Not available")


def interval_words(metric: Metric, estimate: Estimate) -> str:
    """The 95 % interval, or nothing when the metric has none."""
    if estimate.value is None or estimate.low is None or estimate.high is None:
        return ""
    write = in_unit(metric.unit)
    return _("{low} to {high}", low=write(estimate.low), high=write(estimate.high))


def basis_words(metric: Metric, estimate: Estimate) -> str:
    """What the number rests on, for example "1,284 posts"."""
    match metric.rests_on:
        case "posts":
            return ngettext("{n} post", "{n} posts", estimate.n)
        case "accounts":
            return ngettext("{n} account", "{n} accounts", estimate.n)
        case "site_days":
            return ngettext("{n} day with data", "{n} days with data", estimate.n)


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
