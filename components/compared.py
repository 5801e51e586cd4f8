"""How a number compares with the period before: an icon and words that say the same, coloured only when it is clear."""

from dataclasses import dataclass

from components.i18n import _, percent, say
from components.values import in_unit, value_words
from metrics.breaks.between import CODE
from metrics.comparison.periods import Change, Direction
from metrics.estimate import Estimate
from metrics.registry import Metric

_ICONS: dict[Direction, str] = {
    "up": ":material/trending_up:",
    "down": ":material/trending_down:",
    "unclear": ":material/trending_flat:",
    "too_few": ":material/remove:",
    "not_comparable": ":material/block:",
}


@dataclass(frozen=True)
class Compared:
    """A number, the same number of the period before, and how they compare."""

    metric: Metric
    now: Estimate
    before: Estimate
    change: Change


def comparison_words(content: Compared) -> str:
    """The comparison with the period before, as an icon and words; coloured only when it is clear and has a good side.

    The words say the same as icon and colour.
    """
    if content.metric.rests_on == "accounts":
        return _difference(content)
    change = content.change
    words = f"{_ICONS[change.direction]} {_sentence(content)}"
    colour = _colour(content.metric, change.direction)
    return f":{colour}[{words}]" if colour else words


def _sentence(content: Compared) -> str:
    """The change in words; the size only where the change is clear."""
    change = content.change
    before = value_words(content.metric, content.before)
    match change.direction:
        case "up" | "down" if change.relative is None:
            return _("{word} than before ({before})", word=change.word, before=before)
        case "up" if content.metric.unit == "duration":
            return _("{share} longer than before ({before})", share=_size(change), before=before)
        case "down" if content.metric.unit == "duration":
            return _("{share} shorter than before ({before})", share=_size(change), before=before)
        case "up":
            return _("{share} higher than before ({before})", share=_size(change), before=before)
        case "down":
            return _("{share} lower than before ({before})", share=_size(change), before=before)
        case "unclear":
            return _("no clear change ({before} before)", before=before)
        case _ if content.before.reason is not None and content.before.reason.code == "no_posts":
            return _("no posts to compare with in the period before")
        case _ if change.reason is not None and change.reason.code == CODE:
            return say(change.reason)
        case _:
            return say(change.word)


def _difference(content: Compared) -> str:
    """The change of a number that is counted, not sampled: exact, as long as the same accounts are counted."""
    now, before = content.now, content.before
    if now.value is None or before.value is None:
        return f"{_ICONS['too_few']} {_('no number for the period before')}"
    if (now.n, now.platforms) != (before.n, before.platforms):
        return f"{_ICONS['not_comparable']} {_('not comparable: other accounts before')}"
    was = value_words(content.metric, before)
    size = in_unit(content.metric.unit)(abs(now.value - before.value))
    if now.value > before.value:
        return f"{_ICONS['up']} {_('{size} more than before ({before})', size=size, before=was)}"
    if now.value < before.value:
        return f"{_ICONS['down']} {_('{size} fewer than before ({before})', size=size, before=was)}"
    return f"{_ICONS['unclear']} {_('as many as before')}"


def _size(change: Change) -> str:
    assert change.relative is not None
    return percent(abs(change.relative), digits=2)


def _colour(metric: Metric, direction: Direction) -> str:
    if direction not in ("up", "down") or metric.better == "neither":
        return ""
    return "green" if (direction == "up") == (metric.better == "higher") else "orange"
