"""The estimates of departments with their intervals: sorted by value only where they can be told apart."""

from collections.abc import Hashable

import pandas as pd
import plotly.graph_objects as go

from components import sentences
from components.chart import chart_card
from components.comparison import words
from components.figures.caterpillar import caterpillar
from components.figures.rows import Row
from components.i18n import _
from components.kept import kept
from components.number_table import Named, Table, number_table
from components.source import Source
from components.values import basis_words, full_words, in_unit, interval_words, reason_words, value_words
from metrics.comparison.shrinkage import Shrunken
from metrics.estimate import Estimate
from metrics.registry import Metric


def caterpillar_card(
    metric: Metric, found: Shrunken[str], source: Source, key: Hashable, *, title: str, remark: str = ""
) -> None:
    """Draw the card; `found` is by the name of the department, `title` the finding in Markdown."""
    ordered = in_order(found)
    any_known = any(estimate.value is not None for estimate in found.raw.values())
    lines = [sentences.subtitle(metric, source, list(found.raw.values()))]
    if found.values:
        lines += [f"{words.how_drawn(found)} {words.how_sorted(metric, found)}"]
    chart_card(
        "estimates",
        metric=metric,
        estimates=list(found.raw.values()),
        title=title,
        subtitle="  \n".join([*lines, *([remark] if remark else [])]),
        figure=kept((key, "caterpillar"), lambda: _figure(metric, found, ordered)) if any_known else None,
        table=_table(metric, found, ordered),
        alt=sentences.side_by_side_alt(metric, {who: _shown(found, who) for who in ordered}),
        source=source,
        empty=sentences.nothing_side_by_side(found.raw.values()),
    )


def in_order(found: Shrunken[str]) -> list[str]:
    """The departments by name; by value from high to low where at least two can be told apart, then those without."""
    names = sorted(found.raw, key=str.casefold)
    if not found.distinguishable:
        return names
    known = [who for who in names if who in found.values]
    by_value = sorted(known, key=lambda who: found.values[who].value or 0.0, reverse=True)
    return [*by_value, *(who for who in names if who not in found.values)]


def _shown(found: Shrunken[str], who: str) -> Estimate:
    return found.values.get(who, found.raw[who])


def _figure(metric: Metric, found: Shrunken[str], ordered: list[str]) -> go.Figure:
    whole = found.whole.value
    line = None if whole is None else (_("Drawn towards {value}", value=value_words(metric, found.whole)), whole)
    drawn = [_row(metric, found, who) for who in ordered]
    return caterpillar(drawn, in_unit(metric.unit), line, seconds=metric.unit == "duration")


def _row(metric: Metric, found: Shrunken[str], who: str) -> Row:
    raw, estimate = found.raw[who], found.values.get(who)
    if estimate is None or raw.value is None:
        return Row(who, full_words(metric, raw), None, counted=raw.value)
    said = full_words(metric, Estimate(estimate.value, raw.n, estimate.low, estimate.high))
    return Row(who, said, estimate.value, estimate.low, estimate.high, raw.value)


def _table(metric: Metric, found: Shrunken[str], ordered: list[str]) -> Table:
    """The counted numbers, and the estimates as columns more."""
    plain_table = number_table(_("Department"), lambda: [Named(who, metric, found.raw[who]) for who in ordered])

    def with_words() -> pd.DataFrame:
        shown = [(found.values.get(who), found.raw[who]) for who in ordered]
        return pd.DataFrame(
            {
                _("Department"): plain_table.words()[_("Department")],
                _("Estimate"): [reason_words(raw) if one is None else value_words(metric, one) for one, raw in shown],
                _("95% interval"): ["" if one is None else interval_words(metric, one) for one, _raw in shown],
                _("As counted"): [value_words(metric, raw) for _one, raw in shown],
                _("Rests on"): [basis_words(metric, raw) for _one, raw in shown],
            }
        )

    def with_numbers() -> pd.DataFrame:
        frame = plain_table.raw()
        shown = [found.values.get(who) or Estimate(None) for who in ordered]
        frame[_("Estimate")] = pd.Series([one.value for one in shown], dtype=object)
        frame[_("Lowest of the interval of the estimate")] = pd.Series([one.low for one in shown], dtype=object)
        frame[_("Highest of the interval of the estimate")] = pd.Series([one.high for one in shown], dtype=object)
        return frame

    return Table(with_words, with_numbers)
