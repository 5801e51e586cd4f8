"""The sentences of charts: titles that say the finding, subtitles that say what was measured, texts for the ear."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from components import time_axis
from components.escape import bare, plain
from components.i18n import _, percent, period
from components.source import Source
from components.time_axis import Step
from components.values import basis_words, full_words, missing_platforms, reason_words, value_words
from components.words import UNITS
from metrics.comparison.pairs import clear_differences
from metrics.comparison.periods import Change
from metrics.comparison.platform_mix import ByPlatform
from metrics.estimate import Estimate
from metrics.registry import Metric
from metrics.words import N_

_MUCH_HIGHER = N_("{metric}: {share} higher than before")
_MUCH_LOWER = N_("{metric}: {share} lower than before")
_MUCH_LONGER = N_("{metric}: {share} longer than before")
_MUCH_SHORTER = N_("{metric}: {share} shorter than before")


def trend_title(metric: Metric, change: Change, step: Step) -> str:
    """The finding of a trend: what changed since the period before; without a comparison, what it shows."""
    if change.direction in ("too_few", "not_comparable"):
        return multiples_title(metric, step)
    label = _(metric.label)
    if change.direction in ("up", "down") and change.relative is not None:
        share, up = percent(abs(change.relative), 2), change.direction == "up"
        if metric.unit == "duration":
            text = _MUCH_LONGER if up else _MUCH_SHORTER
        else:
            text = _MUCH_HIGHER if up else _MUCH_LOWER
        return _(text, metric=label, share=share)
    return _("{metric}: {word}", metric=label, word=change.word)


def multiples_title(metric: Metric, step: Step) -> str:
    """What a chart over time shows, when it has no finding."""
    label = _(metric.label)
    if step == "week":
        return _("{metric}, week by week", metric=label)
    return _("{metric}, month by month", metric=label)


def side_by_side_title(
    metric: Metric, estimates: Mapping[str, Estimate], inside: Mapping[str, ByPlatform] | None = None
) -> str:
    """The clearest difference, or that there is none; `inside`: see `clear_differences`."""
    label = _(metric.label)
    if metric.unit == "count":
        return label
    if not any(estimate.value is not None for estimate in estimates.values()):
        return _("{metric}: nothing to compare", metric=label)
    if inside is None and any(len(estimate.platforms) > 1 for estimate in estimates.values()):
        return _("{metric}: choose one platform for a fair comparison", metric=label)
    differences = clear_differences(estimates, inside)
    if not differences:
        return _("{metric}: no clear differences", metric=label)
    return clear_difference(metric, label, differences[0])


def clear_difference(metric: Metric, label: str, pair: tuple[str, str]) -> str:
    """The finding about two, (higher, lower), as a title. Of a time, higher is slower; `label` is what it is called."""
    text = N_("{metric}: {higher} clearly higher than {lower}")
    if metric.unit == "duration":
        text = N_("{metric}: {higher} clearly slower than {lower}")
    higher, lower = map(plain, pair)
    return _(text, metric=label, higher=higher, lower=lower)


def subtitle(metric: Metric, source: Source, estimates: Sequence[Estimate], step: Step | None = None) -> str:
    """Measure, unit, who, period, n and the platforms that are not in it, on one line."""
    unit = _(UNITS[metric.unit])
    measures = {
        None: _("{unit}, whole period", unit=unit),
        "week": _("{unit}, each week", unit=unit),
        "month": _("{unit}, each month", unit=unit),
    }
    parts = [
        plain(source.who(), limit=200),
        period(source.period),
        measures[step],
        basis_words(metric, Estimate(None, n=sum(estimate.n for estimate in estimates))),
    ]
    if left_out := missing_platforms(estimates):
        parts.append(_("without {platforms}", platforms=left_out))
    line = " · ".join(parts)
    return line[:1].upper() + line[1:]


def trend_alt(metric: Metric, series: Mapping[int, Estimate], step: Step) -> str:
    """A line for those who do not see it: where it starts, where it ends, the lowest and the highest."""
    known = {start: estimate for start, estimate in sorted(series.items()) if estimate.value is not None}
    label = _(metric.label)
    if not known:
        return _("{metric}: nothing to draw", metric=label)

    def said(start: int) -> str:
        return f"{value_words(metric, known[start])} ({time_axis.name_of(start, step)})"

    first, last = min(known), max(known)
    lowest = min(known, key=lambda start: known[start].value or 0)
    highest = max(known, key=lambda start: known[start].value or 0)
    return _(
        "Line chart of {metric}. First: {first}. Last: {last}. Lowest: {lowest}. Highest: {highest}.",
        metric=label,
        first=said(first),
        last=said(last),
        lowest=said(lowest),
        highest=said(highest),
    )


def side_by_side_alt(metric: Metric, estimates: Mapping[str, Estimate]) -> str:
    """Rows for those who do not see them: every name with its number."""
    rows = "; ".join(f"{bare(who)}: {full_words(metric, estimate)}" for who, estimate in estimates.items())
    return _("Chart of {metric}. {rows}", metric=_(metric.label), rows=rows)


def nothing_over_time(step: Step) -> str:
    """Why a chart over time has no line."""
    if step == "week":
        return _("No single week has enough data for this number.")
    return _("No single month has enough data for this number.")


def refused_over_time(estimates: Collection[Estimate], step: Step) -> str:
    """Why a chart over time has no line: the reason that every week shares, or that no week has enough."""
    reasons = {estimate.reason.code if estimate.reason else "" for estimate in estimates}
    if reasons == {"choose_one_platform"}:
        return nothing_side_by_side(estimates)
    return nothing_over_time(step)


def nothing_side_by_side(estimates: Iterable[Estimate]) -> str:
    """Why there is nothing to compare: the reason that most rows share."""
    reasons = [reason_words(estimate) for estimate in estimates]
    return max(set(reasons), key=reasons.count) if reasons else _("There are no departments yet.")
