"""The words of a number over time: what a week signals, what an ordinary week is, what the limits rest on."""

from collections.abc import Callable, Mapping

from components import time_axis
from components.change.view import ChangeView
from components.figures.control_parts import Shape
from components.i18n import _, number, say
from components.values import in_unit, value_words
from metrics.change.reading import Reading, sentence
from metrics.change.xmr import Rule
from metrics.estimate import Estimate
from metrics.registry import Metric
from metrics.words import N_

_RULES: dict[Rule, tuple[str, str]] = {
    "outside": (N_("above the limits"), N_("below the limits")),
    "one_side": (
        N_("seven or more in a row above the usual level"),
        N_("seven or more in a row below the usual level"),
    ),
    "trend": (N_("seven or more in a row rising"), N_("seven or more in a row falling")),
    "two_of_three": (N_("two of three weeks near the upper limit"), N_("two of three weeks near the lower limit")),
}
SHAPES: dict[Shape, str] = {
    "usual": N_("ordinary variation"),
    "improving": N_("more than chance, the better way"),
    "concerning": N_("more than chance, the worse way"),
    "neutral": N_("more than chance, neither better nor worse"),
    "part": N_("week that is not read: not over, or not of all accounts"),
}
"""What each kind of point says, for the key above the chart."""


def ended(sentence: str) -> str:
    """With a full stop, when whoever wrote it left that out.

    >>> ended("A new planner"), ended("Why not?"), ended("")
    ('A new planner.', 'Why not?', '')
    """
    return sentence if not sentence or sentence.endswith((".", "!", "?")) else f"{sentence}."


def written(metric: Metric) -> Callable[[float], str]:
    """How levels are written: also of counts, the middle of weeks is no whole number."""
    return (lambda value: number(float(value))) if metric.unit == "count" else in_unit(metric.unit)


def signal_words(signals: Mapping[Rule, int]) -> str:
    """The rules that a week completes; nothing when it is ordinary.

    >>> signal_words({"outside": -1, "trend": -1})
    'below the limits; seven or more in a row falling'
    """
    return "; ".join(_(_RULES[rule][side < 0]) for rule, side in signals.items())


def shape_of(metric: Metric, signals: Mapping[Rule, int]) -> Shape:
    """The kind of point that a week is drawn as."""
    if not signals:
        return "usual"
    if metric.better == "neither":
        return "neutral"
    side = next(iter(signals.values()))
    return "improving" if (side > 0) == (metric.better == "higher") else "concerning"


def level_at(reading: Reading, place: int) -> tuple[float, float | None, float | None] | None:
    """Usual level and limits of a week of a reading."""
    centre = reading.centre[place] if reading.centre else None
    return None if centre is None else (centre, reading.low[place], reading.high[place])


def ordinary_words(metric: Metric, level: tuple[float, float | None, float | None] | None) -> str:
    """The usual level with its limits, as in a table."""
    if level is None:
        return ""
    write = written(metric)
    centre, low, high = level
    if low is None or high is None:
        return write(centre)
    return _("{value} ({low} to {high})", value=write(centre), low=write(low), high=write(high))


def ordinary_sentence(view: ChangeView) -> str:
    """What an ordinary week is now; for a run chart, the middle week."""
    reading = view.reading
    level = level_at(reading, len(reading.weeks) - 1) if reading.weeks else None
    if level is None:
        return ""
    write, (centre, low, high) = written(view.metric), level
    if low is None or high is None:
        return _("The middle week: {value}.", value=write(centre))
    return _(
        "Ordinary now: between {low} and {high}, usually {value}.",
        low=write(low),
        high=write(high),
        value=write(centre),
    )


def target_words(view: ChangeView) -> str:
    """The target and where it comes from; nothing without one."""
    target = view.reading.target
    if target is None:
        return ""
    value, source = in_unit(view.metric.unit)(target.value), say(target.source)
    if target.direction == "at_least":
        return _("Target: at least {value}. {source}", value=value, source=source)
    return _("Target: at most {value}. {source}", value=value, source=source)


def remarks(view: ChangeView) -> list[str]:
    """What a reader must know to read the chart: the levels, what they rest on, the season, the axis."""
    reading = view.reading
    lines = [ordinary_sentence(view), ended(target_words(view))]
    lines += [say(one) for one in (reading.reason, reading.basis, reading.seasonal) if one is not None]
    if view.missing is not None:
        first = time_axis.name_of(view.missing.first, "week")
        lines.append(
            _(
                "Grey: from the {week} on, not all accounts have data. These weeks are not read, because a drop there "
                "can be missing data.",
                week=first,
            )
        )
    if view.step is not None:
        lines.append(_("The axis has equal ratios: from 10 to 20 is as far as from 20 to 40."))
    return [line for line in lines if line]


def alt_words(view: ChangeView) -> str:
    """The chart for those who do not see it."""
    reading, metric = view.reading, view.metric
    known = [week for week in view.weeks if view.values[week] is not None]
    if not known:
        return _("{metric}: nothing to draw", metric=_(metric.label))
    last = known[-1]
    signals = sum(bool(one) for stretch in view.stretches for one in stretch.signals)
    return _(
        "Chart of {metric} over {n} weeks. {finding}. Newest week: {value} ({week}). {ordinary} Weeks that are more "
        "than ordinary variation: {signals}.",
        metric=_(metric.label),
        n=len(known),
        finding=say(sentence(metric, reading)).rstrip("."),
        value=value_words(metric, Estimate(view.values[last])),
        week=time_axis.name_of(last, "week"),
        ordinary=ordinary_sentence(view),
        signals=signals,
    )
