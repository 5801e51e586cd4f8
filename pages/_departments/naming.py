"""Strata and pairs in the reader's words."""

from typing import Any

from components.comparison import strata_words
from components.comparison.paradox_card import Both, Turned
from components.i18n import _, language
from components.words import platform_name
from data import topics
from metrics.comparison.compared import Turning
from metrics.comparison.standardised import standardised
from metrics.comparison.strata import Dimension
from metrics.registry import Metric
from metrics.weekdays import WEEKDAYS
from pages._context import access, engine


def named(turning: Turning[str], metric: Metric) -> Turned:
    """A pair that turned round with the numbers of its strata, at the same mix and together."""
    pair, share = turning.reversal, metric.unit == "share"
    both = (pair.higher, pair.lower)
    strata = tuple(
        Both(_stratum(turning.dimension, stratum), *(parts[who].estimate(share) for who in both))
        for stratum, parts in turning.strata.items()
    )
    mix = standardised(turning.strata, share)
    same = Both(_(strata_words.SAME_MIX[turning.dimension]), *(mix[who] for who in both))
    together = Both(_(strata_words.TOGETHER[turning.dimension]), *(turning.pooled[who].estimate(share) for who in both))
    return Turned(turning.dimension, *both, strata, same, together, pair.everywhere)


def _stratum(dimension: Dimension, stratum: Any) -> str:
    match dimension:
        case "platform":
            return platform_name(str(stratum))
        case "weekday":
            return _(WEEKDAYS[int(stratum)])
        case "topic":
            return _topic(int(stratum))
        case "paid":
            return _("Paid for") if stratum == "paid" else _("Not paid for")


def _topic(number: int) -> str:
    if number == 0:
        return _("No topic")
    names = {one.id: one.label(language()) for one in topics.topics(engine(), access())}
    return names.get(number, f"#{number}")
