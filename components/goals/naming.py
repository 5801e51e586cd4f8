"""What goals, their numbers, levels, targets and verdicts are called, in the reader's language."""

from components.escape import bare, plain
from components.i18n import _, number
from components.values import full_words, in_unit
from metrics.goals.goal import DIRECTIONS, Direction, Kpi, Level
from metrics.goals.judge import VERDICTS, Judged, Verdict
from metrics.goals.levels import LEVELS
from metrics.goals.target import is_per_week
from metrics.registry import Metric

LEVEL_ICONS: dict[Level, str] = {
    "output": ":material/campaign:",
    "outtake": ":material/touch_app:",
    "outcome": ":material/directions_walk:",
    "impact": ":material/location_city:",
}
"""A shape for each level, beside its word: what you say, what people click, what they do, what the city becomes."""

VERDICT_ICONS: dict[Verdict, str] = {
    "met": ":material/check_circle:",
    "not_met": ":material/cancel:",
    "undecided": ":material/help:",
    "no_target": ":material/do_not_disturb_on:",
    "not_measurable": ":material/visibility_off:",
}


def kpi_name(kpi: Kpi, limit: int = 200) -> str:
    """What is counted, not escaped: the label of the registry, or the own words."""
    known = kpi.measure
    return _(known.label) if known is not None else bare(kpi.name or kpi.metric or "", limit)


def level_words(level: Level) -> str:
    """The level as word and shape."""
    return f"{LEVEL_ICONS[level]} {_(LEVELS[level].name)}"


def verdict_words(verdict: Verdict) -> str:
    """The verdict as word and shape."""
    return f"{VERDICT_ICONS[verdict]} **{_(VERDICTS[verdict])}**"


def target_words(kpi: Kpi) -> str:
    """The target with its side and unit: "at least 80%"."""
    if kpi.target is None:
        return _("no target")
    return target_value(kpi.measure, kpi.direction, kpi.target)


def target_value(metric: Metric | None, direction: Direction, target: float) -> str:
    """A value with its side and unit."""
    side = _(DIRECTIONS[direction])
    if metric is None:
        return _("{side} {value}", side=side, value=number(float(target)))
    if is_per_week(metric):
        return _("{side} {value} per week", side=side, value=number(float(target)))
    return _("{side} {value}", side=side, value=in_unit(metric.unit)(target))


def now_words(judged: Judged) -> str:
    """The value now with its interval and what it rests on, or why there is none; as Markdown."""
    kpi, metric = judged.kpi, judged.kpi.measure
    if kpi.metric is None:
        return _("Measured elsewhere: {source}", source=plain(kpi.source, 300))
    if metric is None or judged.now is None:
        return ""
    if judged.now.value is None or not is_per_week(metric):
        return full_words(metric, judged.now, "**")
    return _("**{value}** per week, on average", value=number(float(judged.now.value)))
