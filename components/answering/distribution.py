"""How long answers took, in bins that people know; those without an answer are one of them."""

from collections.abc import Hashable, Mapping

from components import sentences
from components.chart import chart_card
from components.figures.rows import Row, dots
from components.i18n import _, percent
from components.kept import kept
from components.number_table import Named, number_table
from components.source import Source
from components.values import full_words
from metrics.estimate import Estimate
from metrics.registry import metrics
from metrics.responsiveness.distribution import NO_ANSWER, PLACES


def distribution_card(found: Mapping[str, Estimate], source: Source, key: Hashable) -> None:
    """Draw the share of the questions in each bin, the fastest first and "no answer yet" last."""
    metric = metrics()["within_norm"]
    named = {_(PLACES[place]): estimate for place, estimate in found.items()}
    drawable = any(estimate.value is not None for estimate in found.values())
    title = _title(found)
    chart_card(
        "distribution",
        metric=metric,
        estimates=list(found.values())[:1],
        title=title,
        subtitle=sentences.subtitle(metric, source, list(found.values())[:1]),
        figure=kept((key, "distribution"), lambda: dots(_rows(named), percent)) if drawable else None,
        table=number_table(_("Time to an answer"), lambda: [Named(name, metric, one) for name, one in named.items()]),
        alt=title,
        source=source,
        empty=_("No deadline has passed in this period, so there is nothing to draw."),
    )


def _title(found: Mapping[str, Estimate]) -> str:
    """How many got no answer, beside how many got one within the working day."""
    never = found.get(NO_ANSWER)
    if never is None or never.value is None:
        return _("How long answers take")
    shares = [one.value or 0.0 for place, one in found.items() if place in ("within_1h", "within_4h", "same_day")]
    return _(
        "{fast} of the questions get an answer the same working day, {never} get none",
        fast=percent(sum(shares), 2),
        never=percent(never.value, 2),
    )


def _rows(named: Mapping[str, Estimate]) -> list[Row]:
    metric = metrics()["within_norm"]
    return [Row(name, full_words(metric, one), one.value, one.low, one.high) for name, one in named.items()]
