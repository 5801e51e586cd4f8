"""The findings of the charts of departments as sentences: who can be told apart, and who cannot."""

from collections.abc import Sequence

from components import sentences
from components.escape import plain
from components.i18n import _
from components.values import platform_names
from metrics.comparison.shrinkage import Shrunken
from metrics.registry import Metric


def estimates_title(metric: Metric, found: Shrunken[str], mix: Sequence[str] = ()) -> str:
    """The clearest difference between two departments, that there is none, or why that cannot be told.

    `mix` are the platforms that a rate was brought to one mix of.
    """
    if not found.values:
        return sentences.side_by_side_title(metric, found.raw)
    what = _what(metric, mix)
    pair = furthest(found)
    if pair is not None:
        return sentences.clear_difference(metric, what, pair)
    known = [who for who, estimate in found.raw.items() if estimate.value is not None]
    if len(known) == 1:
        return _("{metric}: only {department} has enough data for this number", metric=what, department=plain(known[0]))
    if len(found.values) < 2 or (found.reason is not None and found.reason.code == "no_width"):
        return _("{metric}: differences cannot be told from chance", metric=what)
    return _("{metric}: no clear differences", metric=what)


def _what(metric: Metric, mix: Sequence[str]) -> str:
    label = _(metric.label)
    if len(mix) == 1:
        return _("{metric}, on {platform} alone", metric=label, platform=platform_names(mix))
    return _("{metric}, at the same mix of platforms", metric=label) if mix else label


def furthest(found: Shrunken[str]) -> tuple[str, str] | None:
    """The two that lie furthest apart of those that can be told apart, the higher one first."""

    def gap(pair: tuple[str, str]) -> float:
        higher, lower = (found.values[who].value or 0.0 for who in pair)
        return higher - lower

    return max(found.pairs, key=gap, default=None)


def beside_the_middle(found: Shrunken[str]) -> tuple[list[str], list[str]]:
    """Whose interval lies below the middle of all, and whose above it, in the order of the alphabet.

    Only of those that can be told apart from somebody.
    """
    middle = found.whole.value
    if middle is None or not found.distinguishable:
        return [], []
    lower = {low for _high, low in found.pairs if (found.values[low].high or middle) < middle}
    higher = {high for high, _low in found.pairs if (found.values[high].low or middle) > middle}
    return sorted(lower, key=str.casefold), sorted(higher, key=str.casefold)
